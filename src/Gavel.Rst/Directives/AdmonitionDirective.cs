using System.Collections.Frozen;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>A box around body elements; the generic admonition has a title of its own.</summary>
internal sealed class AdmonitionDirective(string name, RstKind kind) : RstDirective(name)
{
    public override int RequiredArguments => kind == RstKind.Admonition ? 1 : 0;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable(("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged));

    public override void Run(RstDirectiveCall call)
    {
        if (!call.ExpectContent()) return;
        var element = call.Make(kind);
        element["alt"] = call.Options.Text("alt");
        call.Add(element);
        if (kind == RstKind.Admonition)
        {
            var title = new RstElement(RstKind.Title, call.ArgumentRun.SpanOf(call.ArgumentRun.From, call.ArgumentRun.To)) { Line = call.Line };
            element.Add(title);
            element.AddRange(call.ParseArgument(title));
            if (!call.Options.Has("class")) element.Labels.Classes.Add("admonition-" + ReferenceNames.MakeId(call.Arguments[0]));
        }

        call.ParseContent(element);
    }
}
