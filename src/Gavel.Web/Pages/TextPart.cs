using System.Collections.Immutable;

namespace Gavel.Web.Pages;

/// <summary>A stretch of plain text; with an address it is a link.</summary>
internal sealed record TextPart(string Text, string? Address)
{
    /// <summary>Makes links of the web addresses in a text.</summary>
    public static ImmutableArray<TextPart> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var done = 0;
        for (var from = 0; text.IndexOf("://", from, StringComparison.Ordinal) is var at and >= 0;)
        {
            from = at + 3;
            var start = text.AsSpan(0, at).EndsWith("https", StringComparison.Ordinal) ? at - 5 : text.AsSpan(0, at).EndsWith("http", StringComparison.Ordinal) ? at - 4 : -1;
            if (start < done) continue;
            var end = from;
            while (end < text.Length && text[end] is > ' ' and not ('<' or '>' or '"' or ')' or ']' or '|')) end++;
            while (end > from && text[end - 1] is '.' or ',' or ';' or ':' or '\'') end--;
            if (end == from) continue;
            if (start > done) parts.Add(new TextPart(text[done..start], null));
            var address = text[start..end];
            parts.Add(new TextPart(Short(address), address));
            done = from = end;
        }
        if (done < text.Length) parts.Add(new TextPart(text[done..], null));
        return parts.DrainToImmutable();
    }

    /// <summary>Makes links of words that stand in a text, one after the other, and of the web addresses between them.</summary>
    public static ImmutableArray<TextPart> With(IEnumerable<(string Words, string? Address)> links, string text)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var done = 0;
        foreach (var (words, address) in links)
        {
            var at = text.IndexOf(words, done, StringComparison.Ordinal);
            if (at < 0 || words.Length == 0 || address is null) continue;
            if (at > done) parts.AddRange(Split(text[done..at]));
            parts.Add(new TextPart(words.Contains("://", StringComparison.Ordinal) ? Short(words) : words, address));
            done = at + words.Length;
        }
        if (done < text.Length) parts.AddRange(Split(text[done..]));
        return parts.DrainToImmutable();
    }

    // Without the scheme; what is longer than a line keeps its ends, whole parts of them where they are not long.
    private static string Short(string address)
    {
        var bare = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        if (bare.Length <= 60) return bare;
        var head = bare.LastIndexOf('/', 31) is > 8 and var slash ? slash + 1 : 32;
        var from = Math.Max(head, bare.Length - 32);
        var tail = bare.AsSpan(from).IndexOfAny('/', '-', '_') is >= 0 and var part ? from + part : bare.Length - 24;
        if (char.IsHighSurrogate(bare[head - 1])) head--;
        if (char.IsLowSurrogate(bare[tail])) tail++;
        return $"{bare[..head]}…{bare[tail..]}";
    }
}
