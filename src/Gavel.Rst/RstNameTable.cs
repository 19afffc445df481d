using Gavel.Rst.Tree;

namespace Gavel.Rst;

/// <summary>The tables of a document: which element has which name and id, and who refers to whom. The parser fills them, the transforms use them.</summary>
public sealed class RstNameTable
{
    private readonly RstDocument _document;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    internal RstNameTable(RstDocument document) => _document = document;

    /// <summary>Each element by its id.</summary>
    public Dictionary<string, RstElement> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The element that holds a name; null for a name that two have claimed.</summary>
    public Dictionary<string, RstElement?> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the holder of a name was given it explicitly (a target) or not (a section).</summary>
    public Dictionary<string, bool> IsExplicit { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<RstElement>> RefNames { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<RstElement>> RefIds { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RstElement> SubstitutionDefinitions { get; } = new(StringComparer.Ordinal);

    /// <summary>From the name in lower case to the name of a substitution definition as it is written.</summary>
    public Dictionary<string, string> SubstitutionNames { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<RstElement>> FootnoteReferences { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<RstElement>> CitationReferences { get; } = new(StringComparer.Ordinal);

    /// <summary>Footnotes with a number of their own.</summary>
    public List<RstElement> Footnotes { get; } = [];

    public List<RstElement> AutoFootnotes { get; } = [];

    public List<RstElement> AutoFootnoteReferences { get; } = [];

    public List<RstElement> SymbolFootnotes { get; } = [];

    public List<RstElement> SymbolFootnoteReferences { get; } = [];

    public List<RstElement> Citations { get; } = [];

    public List<RstElement> IndirectTargets { get; } = [];

    public List<RstElement> SubstitutionReferences { get; } = [];

    /// <summary>The number that the next automatic footnote tries first.</summary>
    public int AutoFootnoteStart { get; set; } = 1;

    public int SymbolFootnoteStart { get; set; }
}
