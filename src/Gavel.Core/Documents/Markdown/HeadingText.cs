using System.Collections.Immutable;

namespace Gavel.Core.Documents.Markdown;

/// <summary>A heading as its reader sees it: an explicit anchor <c>{#id}</c> at its end is no part of it.</summary>
internal static class HeadingText
{
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = PlainText.Of(inlines);
        return ExplicitId(text) is null ? text : text[..text.LastIndexOf("{#", StringComparison.Ordinal)].TrimEnd();
    }

    /// <summary>The id in <c>Title {#id}</c>; null when there is none.</summary>
    public static string? ExplicitId(string text)
    {
        if (!text.EndsWith('}')) return null;
        var at = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (at < 0) return null;
        var id = text.AsSpan(at + 2, text.Length - at - 3);
        if (id.IsEmpty) return null;
        foreach (var c in id)
        {
            if (char.IsWhiteSpace(c) || c is '{' or '}' or '#') return null;
        }
        return id.ToString();
    }
}
