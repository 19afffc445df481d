using System.Buffers;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>What two headings are compared by.</summary>
/// <param name="Exact">Lower case letters and digits; what stands between them is one space; <c>&amp;</c> is "and".</param>
/// <param name="Loose">Without a number in front, a remark in brackets behind, articles and plural endings; equal to <paramref name="Exact"/> where nothing else is left.</param>
internal readonly record struct HeadingKey(string Exact, string Loose)
{
    public static HeadingKey Of(string heading)
    {
        var exact = Fold(heading);
        var core = WithoutRemark(WithoutNumber(heading.AsSpan().Trim()));
        var loose = new StringBuilder(exact.Length);
        foreach (var word in Fold(core).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (HeadingWords.Articles.Contains(word)) continue;
            if (loose.Length > 0) loose.Append(' ');
            loose.Append(Singular(word));
        }
        return new HeadingKey(exact, loose.Length == 0 ? exact : WithoutPhrases(loose.ToString()));
    }

    /// <summary>What likeness is counted in: each ideograph is a word, since nothing parts them.</summary>
    public string[] Words => (Letters.HasIdeographs(Loose) ? Parted(Loose) : Loose).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Parted(string text) => string.Concat(text.Select(c => Letters.IsIdeograph(c) ? $" {c} " : c.ToString()));

    /// <summary>Lower case letters and digits, words parted by one space.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        // An ampersand takes four characters: " and".
        char[]? rented = null;
        var result = text.Length <= 256 ? stackalloc char[4 * text.Length] : (rented = ArrayPool<char>.Shared.Rent(4 * text.Length));
        var length = 0;
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c) && !gap)
            {
                result[length++] = c;
                continue;
            }
            if (c is '\'' or '\u2019' or '\u200B' or '\u00AD') continue; // "won't" is one word
            if (!Letters.IsLetterOrDigit(c) && c != '&')
            {
                gap = true;
                continue;
            }
            if (gap && length > 0) result[length++] = ' ';
            gap = c == '&';
            if (c != '&')
            {
                result[length++] = Letters.Fold(c);
            }
            else if (length > 0)
            {
                if (result[length - 1] != ' ') result[length++] = ' ';
                "and".CopyTo(result[length..]);
                length += 3;
            }
        }
        var folded = result[..length].ToString();
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    /// <summary>A plural without its ending; short words and such as "analysis", "status", "process" stay.</summary>
    public static string Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' || word.EndsWith("sis", StringComparison.Ordinal) || word.EndsWith("xis", StringComparison.Ordinal)) return word;
        return word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y" : word[..^1];
    }

    // "What is not in scope", "Out of scope": one word for what is one thought, and no question before it.
    private static string WithoutPhrases(string loose)
    {
        foreach (var question in HeadingWords.Questions)
        {
            if (!loose.StartsWith(question, StringComparison.Ordinal) || loose.Length <= question.Length + 1 || loose[question.Length] != ' ') continue;
            loose = loose[(question.Length + 1)..];
            break;
        }
        foreach (var (phrase, word) in HeadingWords.Phrases)
        {
            var at = loose.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && loose[at - 1] != ' ') || (at + phrase.Length < loose.Length && loose[at + phrase.Length] != ' ')) continue;
            loose = string.Concat(loose.AsSpan(0, at), word, loose.AsSpan(at + phrase.Length));
        }
        return loose;
    }

    // "1. ", "2.3) ", "A. ", "(iv) ", "Step 3: ", "§4 "; a heading that is nothing else keeps it.
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> heading)
    {
        if (HanNumber.LengthIn(heading) is > 0 and var han) return heading[han..];
        var at = 0;
        while (at < heading.Length && heading[at] is '(' or '[' or '#' or '\u00A7') at++;
        var start = at;
        while (at < heading.Length && (char.IsAsciiDigit(heading[at]) || heading[at] == '.')) at++;
        if (at == start)
        {
            while (at < heading.Length && at - start < 5 && "ivxIVX".Contains(heading[at])) at++;
            if (at == start && at < heading.Length && char.IsAsciiLetterUpper(heading[at])) at++;
            if (at == start || at >= heading.Length || heading[at] is not ('.' or ')' or ']' or ':')) return heading;
        }
        while (at < heading.Length && heading[at] is '.' or ')' or ']' or ':' or '-' or '\u2013' or ' ' or '\t') at++;
        return at < heading.Length && char.IsLetter(heading[at]) ? heading[at..] : heading;
    }

    // "Summary (200 words at most)", "Risks [optional]", "Tests *".
    private static ReadOnlySpan<char> WithoutRemark(ReadOnlySpan<char> heading)
    {
        var rest = heading.TrimEnd(" \t:*.?!_");
        while (rest.Length > 0 && rest[^1] is ')' or ']')
        {
            var open = rest.LastIndexOf(rest[^1] == ')' ? '(' : '[');
            if (open <= 0) return rest;
            rest = rest[..open].TrimEnd(" \t:*.?!_-");
        }
        return rest;
    }
}
