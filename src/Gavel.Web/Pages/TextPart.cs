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

    // Without the scheme; what is longer than a line keeps its ends.
    private static string Short(string address)
    {
        var bare = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        return bare.Length <= 60 ? bare : $"{bare[..32]}…{bare[^24..]}";
    }
}
