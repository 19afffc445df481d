namespace Gavel.Core.Templates;

/// <summary>Cuts running text into sentences.</summary>
internal static class Sentences
{
    private const int LongestAbbreviation = 20; // characters; a longer word is none

    /// <summary>Each sentence trimmed, with its mark. A full stop ends one only where white space and a capital, a quote or a bracket follow.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        var end = 0; // of a run of marks, which is read once
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '。' or '？')) continue;
            end = Math.Max(end, i + 1);
            while (end < text.Length && text[end] is '.' or '!' or '?' or '"' or '\'' or ')' or '”' or '’' or '*' or '_') end++;
            if (!EndsAt(text, start, i, end)) continue;
            if (text[start..end].Trim() is { Length: > 0 } sentence) yield return sentence;
            start = end;
            i = end - 1;
        }
        if (text[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }

    // "e.g", "U.S": one letter before each stop; not "file.md".
    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (!word.Contains('.')) return false;
        foreach (var part in word.Split('.'))
            if (word[part].Length > 1) return false;
        return true;
    }

    private static bool EndsAt(string text, int start, int mark, int end)
    {
        if (end >= text.Length) return true;
        if (!char.IsWhiteSpace(text[end]) && text[mark] is not ('。' or '？')) return false;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (text[mark] is '?' or '!') return !(next < text.Length && char.IsLower(text[next]) && text.AsSpan(mark, end - mark).Contains(')'));
        if (next < text.Length && char.IsLower(text[next])) return false;
        var word = mark; // an abbreviation such as "e.g." or "i.e." ends no sentence
        while (word > start && mark - word <= LongestAbbreviation && !char.IsWhiteSpace(text[word - 1])) word--;
        if (mark - word > LongestAbbreviation) return true;
        var last = text.AsSpan(word, mark - word).TrimStart("(\"'");
        return !(last.Length == 1 && char.IsLetter(last[0])) && !IsAbbreviation(last) && !last.Equals("vs", StringComparison.OrdinalIgnoreCase);
    }
}
