using System.Collections.Frozen;

namespace Gavel.Core.Documents.Html;

/// <summary>Languages whose code is the source of a drawing.</summary>
internal static class DiagramLanguages
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mermaid"] = "Mermaid",
        ["plantuml"] = "PlantUML",
        ["puml"] = "PlantUML",
        ["uml"] = "PlantUML",
        ["c4plantuml"] = "PlantUML",
        ["startuml"] = "PlantUML",
        ["dot"] = "Graphviz",
        ["graphviz"] = "Graphviz",
        ["digraph"] = "Graphviz",
        ["graph"] = "Graphviz",
        ["blockdiag"] = "blockdiag",
        ["seqdiag"] = "seqdiag",
        ["actdiag"] = "actdiag",
        ["nwdiag"] = "nwdiag",
        ["rackdiag"] = "rackdiag",
        ["packetdiag"] = "packetdiag",
        ["ditaa"] = "ditaa",
        ["svgbob"] = "Svgbob",
        ["d2"] = "D2",
        ["nomnoml"] = "nomnoml",
        ["vega"] = "Vega",
        ["vega-lite"] = "Vega-Lite",
        ["wavedrom"] = "WaveDrom",
        ["structurizr"] = "Structurizr",
        ["erd"] = "Erd",
        ["pikchr"] = "Pikchr",
        ["tikz"] = "TikZ",
        ["flow"] = "flowchart",
        ["sequence"] = "sequence",
        ["websequencediagrams"] = "sequence",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What people call it; null for code that is no drawing.</summary>
    public static string? NameOf(string language) => Names.GetValueOrDefault(language);

    /// <summary>Languages that name no language.</summary>
    public static bool IsPlain(string language) => language is "" or "text" or "txt" or "plain" or "plaintext" or "none" or "default" or "output" or "literal";
}
