namespace Gavel.Core.Documents.Rst;

/// <summary>Directives whose content is code: with a language as their argument, or in the language that their name says.</summary>
internal static class CodeDirectives
{
    private static readonly HashSet<string> WithLanguage = new(StringComparer.Ordinal) { "code", "code-block", "sourcecode", "code-cell" };

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "parsed-literal", "literalinclude", "prompt", "doctest", "testcode", "testoutput", "math", "productionlist",
        "seqdiag", "blockdiag", "actdiag", "nwdiag", "rackdiag", "packetdiag", "graphviz", "digraph", "graph", "uml", "plantuml", "mermaid", "ditaa", "svgbob",
    };

    public static bool IsCode(string directive) => WithLanguage.Contains(directive) || Own.Contains(directive);

    /// <summary>In lower case; empty where a directive that takes a language has none.</summary>
    public static string LanguageOf(DirectiveText directive)
    {
        if (!WithLanguage.Contains(directive.Name)) return directive.Name;
        var end = directive.Argument.AsSpan().IndexOfAny(' ', '\t');
        return (end < 0 ? directive.Argument : directive.Argument[..end]).ToLowerInvariant();
    }
}
