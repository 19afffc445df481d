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

    public static bool IsRemark(ReadOnlySpan<char> name) => Remarks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    public static bool IsKeyColumn(string name) => KeyColumns.Contains(name);

    public static bool IsValueColumn(string name) => ValueColumns.Contains(name);
}
