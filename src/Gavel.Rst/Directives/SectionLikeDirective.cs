using System.Collections.Frozen;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>A topic or a sidebar: like a section, with a title, but without sections of its own.</summary>
internal sealed class SectionLikeDirective(string name, RstKind kind) : RstDirective(name)
{
    public override int RequiredArguments => kind == RstKind.Topic ? 1 : 0;

    public override int OptionalArguments => kind == RstKind.Topic ? 0 : 1;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = kind == RstKind.Topic
        ? OptionTable(("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged))
        : OptionTable(
            ("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged), ("subtitle", RstOptionReaders.UnchangedRequired));

    public override void Run(RstDirectiveCall call)
    {
        if (kind == RstKind.Sidebar && call.Parent.Kind == RstKind.Sidebar)
        {
            call.Fail($"The \"{call.Name}\" directive may not be used within a sidebar element.");
        }
        else if (call.Options.Has("subtitle") && call.Arguments.IsEmpty)
        {
            call.Fail("The \"subtitle\" option may not be used without a title.");
        }
        else if (!call.IsAtSectionLevel && call.Parent.Kind != RstKind.Sidebar)
        {
            call.Fail($"The \"{call.Name}\" directive may not be used within topics or body elements.");
        }
        else if (call.ExpectContent())
        {
            Build(call);
        }
    }

    private void Build(RstDirectiveCall call)
    {
        var element = new RstElement(kind, call.Span) { Line = call.Line };
        call.Add(element);
        var messages = new List<RstNode>();
        if (!call.Arguments.IsEmpty)
        {
            var title = new RstElement(RstKind.Title, call.ArgumentRun.SpanOf(call.ArgumentRun.From, call.ArgumentRun.To)) { Line = call.Line };
            messages.AddRange(call.ParseArgument(title));
            element.Add(title);
        }

        if (call.Options.Text("subtitle") is { } text)
        {
            var subtitle = new RstElement(RstKind.Subtitle, call.Span) { Line = call.Line };
            messages.AddRange(call.ParseInline(text, subtitle));
            element.Add(subtitle);
        }

        element.AddRange(messages);
        call.ApplyCommon(element);
        call.ParseContent(element);
    }
}
