namespace Gavel.Core.Documents.Headers;

/// <summary>English words that the header reader knows.</summary>
internal static class HeaderWords
{
    /// <summary>Words before a colon that begin a remark.</summary>
    private static readonly HashSet<string> Remarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "nb", "n.b.", "warning", "caution", "important", "tip", "hint", "attention", "danger", "info", "remark",
        "example", "examples", "todo", "fixme", "see", "see also", "e.g.", "i.e.", "for example", "question", "answer", "disclaimer", "reminder",
    };

    /// <summary>Names of the columns of a table whose rows are fields.</summary>
    private static readonly HashSet<string> KeyColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "key", "keys", "field", "name", "attribute", "property", "item", "metadata", "meta", "header", "label", "parameter", "entry", "what", "info", "information",
    };

    private static readonly HashSet<string> ValueColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "value", "values", "content", "contents", "detail", "details", "description", "data", "entry", "text", "info", "information",
    };

    /// <summary>Headings of sections that hold the header and nothing else.</summary>
    private static readonly HashSet<string> HeaderSections = new(StringComparer.OrdinalIgnoreCase)
    {
        "preamble", "metadata", "meta data", "meta", "header", "document metadata", "document information", "document info", "document control", "proposal metadata", "proposal information",
        "basic information", "general information", "administrative information", "administrivia", "at a glance", "key facts", "facts", "front matter",
    };

    private static readonly HashSet<string> StatusSections = new(StringComparer.OrdinalIgnoreCase) { "status", "state", "current status", "current state" };

    /// <summary>Directives of docutils and Sphinx that set something up or bring something in; any other one may be a datum.</summary>
    private static readonly HashSet<string> Setup = new(StringComparer.OrdinalIgnoreCase)
    {
        "contents", "toctree", "sectnum", "section-numbering", "header", "footer", "highlight", "highlightlang", "code", "code-block", "sourcecode", "literalinclude", "include", "parsed-literal", "math", "raw",
        "image", "figure", "table", "csv-table", "list-table", "tabularcolumns", "graphviz", "digraph", "graph", "mermaid", "uml", "plantuml", "note", "warning", "attention", "caution", "danger", "error", "hint", "important", "tip",
        "admonition", "seealso", "todo", "topic", "sidebar", "epigraph", "rubric", "container", "compound", "class", "rst-class", "role", "default-role", "default-domain", "default-literal-role", "meta", "metadata", "index", "only",
        "replace", "unicode", "target-notes", "currentmodule", "module", "py:module", "autosummary", "automodule", "centered", "hlist", "glossary", "productionlist", "versionadded", "versionchanged", "deprecated", "pull-quote", "highlights",
        "blockdiag", "seqdiag", "actdiag", "nwdiag", "tabs", "tab", "tab-set", "grid", "card", "button", "dropdown", "collapse", "post", "bibliography", "footbibliography", "ifconfig", "ipython", "plot", "gavel",
    };

    public static bool IsHeaderSection(string title) => HeaderSections.Contains(title);

    public static bool IsStatusSection(string title) => StatusSections.Contains(title);

    /// <summary>The heading over a table of contents.</summary>
    public static bool IsContents(string title) => title.Trim().TrimEnd(':') is var name && (name.Equals("contents", StringComparison.OrdinalIgnoreCase) || name.Equals("table of contents", StringComparison.OrdinalIgnoreCase));

    public static bool IsSetup(string directive) => Setup.Contains(directive);

    public static bool IsRemark(ReadOnlySpan<char> name) => Remarks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    public static bool IsKeyColumn(string name) => KeyColumns.Contains(name);

    public static bool IsValueColumn(string name) => ValueColumns.Contains(name);
}
