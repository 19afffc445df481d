using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Processes;

/// <summary>Reads a status as people write it: with markup, quotes, a parameter, other words around it.</summary>
internal static class StatusText
{
    private const int Longest = 200; // a longer text is prose, and no status is looked for beyond

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -");

    /// <summary>Without emphasis, code marks, quotes, links, comments and what trails (a pipe, a full stop); white space folded.</summary>
    public static string Clean(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, Longest));
        var aside = -1; // the bracket that closes a link behind the status
        for (var i = 0; i < text.Length && result.Length < Longest; i++)
        {
            var c = text[i];
            if (c == '[' && aside < 0 && LinkBehind(text, i, result) is var bracket and > 0)
            {
                aside = bracket;
                result.Append('(');
                continue;
            }
            if (i == aside) result.Append(')');
            if (c == '<' && ClosingOf(text, i, '>') is var end and > 0)
            {
                i = end; // a tag or a comment; an address in angle brackets is no status either
                result.Append(' ');
            }
            else if (c == ']' && i + 1 < text.Length && text[i + 1] == '(' && ClosingOf(text, i + 1, ')') is var close and > 0)
            {
                i = close; // the target of a link
            }
            else if (c is '*' or '`' or '"' or '~' or '“' or '”' or '[' or ']' || (c == '_' && !IsInner(text, i)))
            {
                continue;
            }
            else
            {
                result.Append(c is '‘' or '’' ? '\'' : c);
            }
        }
        var folded = PlainText.Fold(result.ToString());
        return folded.Trim('|', '.', ',', ';', '\'', ' ', '\\', ':').Trim();
    }

    // "Proposed [discussion](address)": a link after a word that does not lead on to it stands in brackets, as it were.
    private static int LinkBehind(string text, int at, StringBuilder before)
    {
        if (before.Length < 2 || before[^1] != ' ' || !char.IsLetter(before[^2]) || ClosingOf(text, at, ']') is not (> 0 and var close) || close + 1 >= text.Length || text[close + 1] != '(') return -1;
        var words = before.ToString().TrimEnd();
        var last = words[(words.LastIndexOf(' ') + 1)..];
        return StatusWords.Connectors.Contains(last, StringComparer.OrdinalIgnoreCase) ? -1 : close;
    }

    /// <summary>What stands behind a status's name.</summary>
    /// <returns>Null when it is no parameter, so that the name was only the beginning of another word or sentence.</returns>
    public static string? ParameterOf(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return "";
        var trimmed = rest.TrimStart();
        if (trimmed.IsEmpty) return "";
        var first = trimmed[0];
        if (first is '(' or '{')
        {
            var inner = trimmed[1..].TrimEnd(")}. ");
            return inner.Trim().ToString();
        }
        if (first is '–' or '—' or ':' or ',' or ';' or '/' or '|' or '+') return trimmed.TrimStart("–—:,;/|+- ").Trim().ToString();
        if (first == '-' && (rest[0] == ' ' || (trimmed.Length > 1 && char.IsDigit(trimmed[1])))) return trimmed.TrimStart("- ").Trim().ToString();
        if (rest[0] is not ' ') return null;
        if (char.IsDigit(first) || first == '#' || !char.IsLetter(first)) return trimmed.Trim().ToString();
        if (first is 'v' or 'V' && trimmed.Length > 1 && char.IsDigit(trimmed[1])) return trimmed.Trim().ToString();
        var word = trimmed;
        var space = word.IndexOfAny(' ', '-', ':');
        if (space >= 0) word = word[..space];
        foreach (var connector in StatusWords.Connectors)
        {
            if (word.Equals(connector, StringComparison.OrdinalIgnoreCase)) return trimmed.Trim().ToString();
        }
        return null;
    }

    /// <summary>A cleaned status without its parameter: "Superseded" of "Superseded by ADR-12".</summary>
    public static string HeadOf(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsLetterOrDigit(value[i]) || (value[i] == '-' && i + 1 < value.Length && char.IsLetter(value[i + 1]))) continue;
            if (value[i] is '\'' or '_') continue;
            if (ParameterOf(value.AsSpan(i)) is { Length: > 0 } parameter && !IsPartOfName(value, i, parameter)) return value[..i].TrimEnd();
        }
        return value;
    }

    /// <summary>The same of a status that a list names: "Ready for review" says there what to wait for, and is a name.</summary>
    public static string NameOf(string value)
    {
        var head = HeadOf(value);
        return value.AsSpan(head.Length) is [' ', 'f', 'o', 'r', ' ', .. var rest] && !rest.ContainsAnyExcept(Plain) ? value : head;
    }

    /// <summary>What a status says, or where the process does not know it what its words say.</summary>
    public static StatusKind? KindOf(StatusMatch? status, string? text) => status?.Status.Kind ?? (text is null ? null : KindOf(HeadOf(Clean(text))));

    /// <summary>All of them are for proposals that nobody has decided on: what comes later is left to others, and is not listed.</summary>
    public static bool AreBeginnings(ImmutableArray<string> values) =>
        !values.IsEmpty && values.All(v => Clean(v) is var name && ((KindOf(HeadOf(name)) ?? StatusKind.Open) is StatusKind.Draft or StatusKind.Open || name.StartsWith(StatusWords.Awaiting, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The kind that the words of a status say; null when they say none.</summary>
    public static StatusKind? KindOf(string value)
    {
        StatusKind? kind = null;
        // "Proposed, not implemented": the second says how far the work is, and nothing of the decision.
        if (IndexOfWords(value, StatusWords.NotYet) is > 0 and var axis) value = value[..axis];
        var best = (Words: 0, At: -1);
        foreach (var (words, of) in StatusWords.Kinds)
        {
            var at = IndexOfWords(value, words);
            if (at < 0) continue;
            var rank = (Words: words.Count(c => c == ' ') + 1, At: at);
            if (rank.Words < best.Words || (rank.Words == best.Words && rank.At <= best.At)) continue;
            best = rank;
            kind = of;
        }
        return kind ?? KindAbroad(value);
    }

    private static StatusKind? KindAbroad(string value)
    {
        foreach (var (words, of) in StatusWords.Abroad)
        {
            if (string.Equals(words, value, StringComparison.OrdinalIgnoreCase)) return of;
        }
        return null;
    }

    /// <summary>The same words but for fillers and word forms.</summary>
    public static bool MeansTheSame(string a, string b)
    {
        var left = Essence(a);
        return left.Count > 0 && left.SetEquals(Essence(b));
    }

    public static bool SharesSynonym(string a, string b) =>
        StatusWords.Synonyms.Any(s => s.Any(w => IndexOfWords(a, w) >= 0) && s.Any(w => IndexOfWords(b, w) >= 0));

    private static HashSet<string> Essence(string value)
    {
        var words = value.ToLowerInvariant().Split(value.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        var essence = words.Where(w => !StatusWords.Fillers.Contains(w, StringComparer.Ordinal)).Select(Stem).ToHashSet(StringComparer.Ordinal);
        return essence.Count > 0 ? essence : [.. words];
    }

    // Only forms of one word here: that "approved" may mean "accepted" is for a person to say.
    private static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ations", "ation", "ions", "ing", "ion", "ed", "al", "s", "e"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }
        return word;
    }

    // "in Discussion" continues a name only where nothing stands before: "In Discussion", "Not in scope", "Returned for revision".
    private static bool IsPartOfName(string value, int end, string parameter) =>
        KindOf(value[..end]) is null && (KindOf(parameter) ?? KindOf(value)) is not null;

    private static int IndexOfWords(string value, string words)
    {
        var from = 0;
        while (from < value.Length)
        {
            var at = value.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return -1;
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(value[at - 1])) && (end == value.Length || !char.IsLetterOrDigit(value[end]))) return at;
            from = at + 1;
        }
        return -1;
    }

    private static bool IsInner(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static int ClosingOf(string text, int open, char close)
    {
        var end = text.AsSpan(open, Math.Min(text.Length - open, Longest)).IndexOf(close);
        return end < 0 ? -1 : open + end;
    }
}
