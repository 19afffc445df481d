using System.Collections.Frozen;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>A table of contents.</summary>
internal sealed class ContentsDirective() : RstDirective("contents")
{
    private static readonly RstOptionReader Backlinks = argument =>
    {
        var value = RstOptionReaders.Choice("top", "entry", "none")(argument);
        return value.Value is "none" ? RstOptionValue.Of(null) : value;
    };

    public override int OptionalArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(
        ("depth", RstOptionReaders.NonNegative), ("local", RstOptionReaders.Flag), ("backlinks", Backlinks), ("class", RstOptionReaders.Classes));

    public override void Run(RstDirectiveCall call)
    {
        if (!call.IsAtSectionLevel && call.Parent.Kind != RstKind.Sidebar)
        {
            call.Fail($"The \"{call.Name}\" directive may not be used within topics or body elements.");
            return;
        }

        var topic = new RstElement(RstKind.Topic, call.Span) { Line = call.Line };
        topic.Labels.Classes.Add("contents");
        foreach (var word in call.Options.Words("class")) topic.Labels.Classes.Add(word);
        var title = new RstElement(RstKind.Title, call.Span) { Line = call.Line };
        var label = RstLanguages.Label(call.Document.Options.LanguageCode, "contents");
        var messages = call.Arguments.IsEmpty ? [] : call.ParseArgument(title);
        if (call.Arguments.IsEmpty && !call.Options.Has("local")) title.Add(new RstText(label) { Span = call.Span });
        if (call.Options.Has("local")) topic.Labels.Classes.Add("local");
        if (title.Count > 0) topic.Add(title);
        var name = ReferenceNames.Normalize(title.Count > 0 ? title.InnerText : label);
        if (!call.Document.Names.ByName.ContainsKey(name)) topic.Labels.Names.Add(name);
        topic.Add(Pending.Of(call, "docutils.transforms.parts.Contents"));
        call.Add(topic);
        foreach (var message in messages) call.Add(message);
    }
}

/// <summary>Numbers of sections.</summary>
internal sealed class SectionNumbersDirective() : RstDirective("sectnum")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(
        ("depth", RstOptionReaders.Integer), ("start", RstOptionReaders.Integer), ("prefix", RstOptionReaders.UnchangedRequired),
        ("suffix", RstOptionReaders.UnchangedRequired));

    public override void Run(RstDirectiveCall call) => call.Add(Pending.Of(call, "docutils.transforms.parts.SectNum"));
}

/// <summary>A footnote for each external link.</summary>
internal sealed class TargetNotesDirective() : RstDirective("target-notes")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(("class", RstOptionReaders.Classes));

    public override void Run(RstDirectiveCall call) => call.Add(Pending.Of(call, "docutils.transforms.references.TargetNotes"));
}

/// <summary>Text at the head or the foot of each page.</summary>
internal sealed class PageDirective(string name, RstKind kind) : RstDirective(name)
{
    public override bool HasContent => true;

    public override void Run(RstDirectiveCall call)
    {
        if (!call.ExpectContent()) return;
        var root = call.Document.Root;
        var decoration = root.Find(RstKind.Decoration);
        if (decoration is null)
        {
            decoration = new RstElement(RstKind.Decoration, call.Span);
            root.Insert(Pending.AfterTitles(call.State), decoration);
        }

        var part = decoration.Find(kind);
        if (part is null)
        {
            part = new RstElement(kind, call.Span);
            decoration.Insert(kind == RstKind.Header ? 0 : decoration.Count, part);
        }

        call.ParseContent(part);
    }
}

/// <summary>Places that transforms fill, and the place at the start of a document.</summary>
internal static class Pending
{
    public static RstPending Of(RstDirectiveCall call, string transform)
    {
        var pending = new RstPending(transform, call.Span) { Line = call.Line };
        foreach (var (name, value) in call.Options.All) pending.Details[name] = value;
        return pending;
    }

    /// <summary>Behind titles, rubrics and meta elements, of which there are only ever more.</summary>
    public static int AfterTitles(ParseState state)
    {
        var root = state.Document.Root;
        var index = state.TitlesEnd;
        while (index < root.Count && root[index] is RstElement { Kind: RstKind.Title or RstKind.Subtitle or RstKind.Rubric or RstKind.Meta }) index++;
        return state.TitlesEnd = index;
    }
}
