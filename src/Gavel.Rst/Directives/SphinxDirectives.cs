using System.Collections.Frozen;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>A directive that takes whatever an author may give it: it is known by name alone.</summary>
internal abstract class LenientDirective(string name) : RstDirective(name)
{
    public override int OptionalArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    public override bool TakesAnyOption => true;
}

/// <summary>A directive of which nothing is shown: it sets something for a tool.</summary>
internal sealed class SilentDirective(string name) : LenientDirective(name)
{
    public override FrozenDictionary<string, RstOptionReader> Options => FrozenDictionary<string, RstOptionReader>.Empty;

    public override void Run(RstDirectiveCall call)
    {
    }
}

/// <summary>A box with the name of the directive as its class: its argument is a first paragraph, its content body elements.</summary>
internal sealed class BoxDirective(string name, RstKind kind) : LenientDirective(name)
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable(("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged));

    public override void Run(RstDirectiveCall call)
    {
        var box = call.Make(kind);
        box.Labels.Classes.Insert(0, call.Name.ToLowerInvariant().Replace(':', '-'));
        call.Add(box);
        if (!call.Arguments.IsEmpty)
        {
            var paragraph = new RstElement(RstKind.Paragraph, call.ArgumentRun.SpanOf(call.ArgumentRun.From, call.ArgumentRun.To)) { Line = call.Line };
            var messages = call.ParseArgument(paragraph);
            box.Add(paragraph);
            box.AddRange(messages);
        }

        call.ParseContent(box);
    }
}

/// <summary>The description of a function, a class or the like: its signature, then what is said about it.</summary>
internal sealed class ObjectDirective(string name) : LenientDirective(name)
{
    public override FrozenDictionary<string, RstOptionReader> Options => FrozenDictionary<string, RstOptionReader>.Empty;

    public override void Run(RstDirectiveCall call)
    {
        var box = new RstElement(RstKind.Container, call.Span) { Line = call.Line };
        box.Labels.Classes.Add(call.Name.ToLowerInvariant().Replace(':', '-'));
        call.Add(box);
        if (!call.Arguments.IsEmpty)
        {
            var span = call.ArgumentRun.SpanOf(call.ArgumentRun.From, call.ArgumentRun.To);
            var signature = new RstElement(RstKind.Paragraph, span) { Line = call.Line };
            var literal = new RstElement(RstKind.Literal, span);
            literal.Add(new RstText(call.Arguments[0]) { Span = span });
            signature.Add(literal);
            box.Add(signature);
        }

        call.ParseContent(box);
    }
}

/// <summary>Text for another program (a diagram, a grammar), kept as it is with the name of the directive as its class.</summary>
internal sealed class ForeignTextDirective(string name) : LenientDirective(name)
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable(("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged));

    public override void Run(RstDirectiveCall call)
    {
        var literal = call.Make(RstKind.LiteralBlock);
        literal["xml:space"] = "preserve";
        literal.Labels.Classes.Insert(0, call.Name.ToLowerInvariant());
        if (!call.Arguments.IsEmpty) literal["argument"] = call.Arguments[0];
        if (call.HasContent) literal.Add(new RstText(call.ContentText) { Span = call.ContentSpan });
        call.Add(literal);
    }
}

/// <summary>A list of other documents. Each entry is a reference with the path as <c>reftarget</c>.</summary>
internal sealed class TocTreeDirective() : RstDirective("toctree")
{
    public override bool HasContent => true;

    public override bool TakesAnyOption => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable(("name", RstOptionReaders.Unchanged), ("class", RstOptionReaders.Classes));

    public override void Run(RstDirectiveCall call)
    {
        var box = call.Make(RstKind.Compound);
        box.Labels.Classes.Insert(0, "toctree-wrapper");
        foreach (var option in (ReadOnlySpan<string>)["glob", "hidden", "maxdepth", "caption", "reversed", "numbered", "titlesonly", "includehidden"])
        {
            if (call.Options.Has(option)) box[option] = call.Options.Text(option) ?? "1";
        }

        var list = new RstElement(RstKind.BulletList, call.ContentSpan) { ["bullet"] = "-", Line = call.Line };
        var content = call.Content;
        for (var i = content.From; i < content.To; i++)
        {
            if (!content.IsBlank(i)) list.Add(Entry(content, i));
        }

        if (list.Count > 0) box.Add(list);
        call.Add(box);
    }

    private static RstElement Entry(in Block content, int line)
    {
        var span = content.Part(line, line + 1, 0, Math.Max(content.IndentOf(line), 0)).Span();
        var text = content.Line(line).Trim().ToString();
        var open = text.EndsWith('>') ? text.LastIndexOf('<') : -1;
        var (title, target) = open > 0 ? (text[..open].Trim(), text[(open + 1)..^1].Trim()) : (text, text);
        var item = new RstElement(RstKind.ListItem, span) { Line = content.NumberOf(line) };
        var paragraph = new RstElement(RstKind.Paragraph, span) { Line = item.Line };
        var reference = new RstInline(RstKind.Reference, span, text.AsMemory()) { ["reftarget"] = target };
        reference.Add(new RstText(title) { Span = span });
        paragraph.Add(reference);
        item.Add(paragraph);
        return item;
    }
}
