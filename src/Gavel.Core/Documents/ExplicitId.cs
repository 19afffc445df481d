namespace Gavel.Core.Documents;

/// <summary>An anchor that an author gave to a heading: <c>Title {#id}</c>.</summary>
internal static class ExplicitId
{
    /// <summary>Null when there is none.</summary>
    public static string? In(string title)
    {
        if (!title.EndsWith('}')) return null;
        var at = title.LastIndexOf("{#", StringComparison.Ordinal);
        if (at < 0) return null;
        var id = title.AsSpan(at + 2, title.Length - at - 3);
        return id.IsEmpty || id.IndexOfAny(" \t{}#") >= 0 ? null : id.ToString();
    }

    public static string Without(string title) =>
        In(title) is null ? title : title[..title.LastIndexOf("{#", StringComparison.Ordinal)].TrimEnd();
}
