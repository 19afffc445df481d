using Gavel.Rst;
using Gavel.Rst.Directives;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Directives that bring in other files or set something up: the document keeps them as they are written.</summary>
internal static class KeptDirectives
{
    private static readonly string[] Names =
        ["toctree", "include", "literalinclude", "highlight", "highlightlang", "index", "tabularcolumns", "currentmodule", "autosummary", "contents", "sectnum", "section-numbering", "target-notes"];

    public static RstRegistry Registry { get; } = Names.Aggregate(RstRegistry.Default, static (registry, name) => registry.With(new Kept(name)));

    /// <summary>Takes options as content, so that every option is right, and reads none of it.</summary>
    private sealed class Kept(string name) : RstDirective(name)
    {
        public override bool HasContent => true;

        public override void Run(RstDirectiveCall call) => call.Add(call.Make(RstKind.Container));
    }
}
