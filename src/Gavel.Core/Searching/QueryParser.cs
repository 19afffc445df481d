using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>
/// Reads queries: words, <c>"phrases"</c>, <c>field:value</c>, <c>field:"two words"</c>, <c>field:a,b</c> for either, <c>-</c> before what must not be there,
/// <c>*</c> behind the beginning of a word. The last word may be a beginning too: it may still be being typed.
/// </summary>
internal static class QueryParser
{
    private const int Longest = 1000; // characters; nobody types more

    public static SearchQuery Parse(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        var reader = new WordReader();
        var parts = ImmutableArray.CreateBuilder<QueryPart>();
        var words = new List<Word>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            var isNegated = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (isNegated) at++;
            at = ReadPart(text, at, isNegated, reader, words, parts);
        }
        return new SearchQuery(text, reader.Fold(text), parts.ToImmutable());
    }

    /// <summary>The words of a text without compounds.</summary>
    public static ImmutableArray<string> TermsOf(WordReader reader, ReadOnlySpan<char> text, List<Word> words)
    {
        reader.Read(text, words);
        return [.. words.Where(w => !w.IsJoined).Select(w => w.Term)];
    }

    private static int ReadPart(string text, int at, bool isNegated, WordReader reader, List<Word> words, ImmutableArray<QueryPart>.Builder parts)
    {
        if (text[at] == '"')
        {
            var (phrase, after) = Quoted(text, at);
            if (TermsOf(reader, phrase, words) is { IsEmpty: false } terms) parts.Add(new QueryPart.Phrase(terms, isNegated));
            return after;
        }
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '"') end++;
        var colon = text.AsSpan(at, end - at).IndexOf(':');
        if (colon > 0 && at + colon + 1 < text.Length && !char.IsWhiteSpace(text[at + colon + 1]) && IsName(text.AsSpan(at, colon)))
            return ReadField(text, at, at + colon, isNegated, reader, words, parts);
        AddWords(text.AsSpan(at, end - at), isNegated, isLast: end == text.Length, reader, words, parts);
        return end;
    }

    private static int ReadField(string text, int at, int colon, bool isNegated, WordReader reader, List<Word> words, ImmutableArray<QueryPart>.Builder parts)
    {
        var values = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var plain = ImmutableArray.CreateBuilder<QueryPart>();
        AddWords(text.AsSpan(at, colon - at), isNegated, isLast: false, reader, words, plain);
        var end = colon + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            var start = end;
            ReadOnlySpan<char> value;
            if (text[end] == '"')
            {
                (var quoted, end) = Quoted(text, end);
                value = quoted;
            }
            else
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ',' and not '"') end++;
                value = text.AsSpan(start, end - start);
            }
            AddWords(value, isNegated, isLast: end == text.Length, reader, words, plain);
            if (TermsOf(reader, value, words) is { IsEmpty: false } terms) values.Add(terms);
            if (end < text.Length && text[end] == ',') end++;
        }
        var name = reader.Fold(text.AsSpan(at, colon - at));
        if (name == "title") parts.AddRange(plain.Skip(1).Select(p => p is QueryPart.Word word ? word with { InTitle = true } : p));
        else if (values.Count > 0) parts.Add(new QueryPart.Field(name, values.ToImmutable(), plain.ToImmutable(), isNegated));
        return end;
    }

    // Each compound is one word of the query with its parts.
    private static void AddWords(ReadOnlySpan<char> text, bool isNegated, bool isLast, WordReader reader, List<Word> words, ImmutableArray<QueryPart>.Builder parts)
    {
        reader.Read(text, words);
        var found = words.ToArray();
        for (var i = 0; i < found.Length;)
        {
            var next = i + 1;
            while (next < found.Length && !found[next].IsJoined && IsSameCompound(text, found[next - 1], found[next])) next++;
            var joined = next < found.Length && found[next].IsJoined ? found[next] : (Word?)null;
            var (start, end) = joined is { } whole ? (whole.Start, whole.Start + whole.Length) : (found[i].Start, found[next - 1].Start + found[next - 1].Length);
            if (joined is null) (next, end) = (i + 1, found[i].Start + found[i].Length);
            var isBeginning = end < text.Length && text[end] == '*' || isLast && end == text.Length;
            var prefix = isBeginning && !isNegated ? reader.Fold(text[start..end]) : null;
            parts.Add(new QueryPart.Word([.. found[i..next].Select(w => w.Term)], joined?.Term, prefix, isNegated));
            i = joined is null ? next : next + 1;
        }
    }

    private static bool IsSameCompound(ReadOnlySpan<char> text, Word before, Word after)
    {
        var between = text[(before.Start + before.Length)..after.Start];
        return between.IsEmpty || (between.Length == 1 && between[0] is '_' or '-');
    }

    // Without its end the phrase goes on to the end.
    private static (string Phrase, int After) Quoted(string text, int at)
    {
        var end = text.IndexOf('"', at + 1);
        return end < 0 ? (text[(at + 1)..], text.Length) : (text[(at + 1)..end], end + 1);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not '-' and not '_') return false;
        }
        return !text.StartsWith("http", StringComparison.OrdinalIgnoreCase);
    }
}
