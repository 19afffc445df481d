using System.Collections.Immutable;

namespace Gavel.Core.Templates;

/// <summary>Finds text that stands where something else will be, by its shape and by words that only examples use.</summary>
internal static class PlaceholderShapes
{
    private const int LongestGap = 400;
    private const int MostPairs = 20; // around one text

    /// <summary>The placeholders in a text, from left to right, none inside another.</summary>
    public static ImmutableArray<string> Find(string text)
    {
        if (text.AsSpan().IndexOfAny("$<{[(_#XxNnYyDd0?%.@…") < 0) return [];
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var length = LengthAt(text, i);
            if (length == 0) continue;
            found.Add(text.Substring(i, length));
            i += length - 1;
        }
        return found.ToImmutable();
    }

    /// <summary>The whole text is one placeholder, or an example that nobody would keep.</summary>
    public static bool IsWhole(string text)
    {
        text = text.Trim().Trim('"', '\'', '`', '*').Trim();
        if (text.Length == 0) return false;
        if (LengthAt(text, 0) == text.Length || DatePattern.FormOf(text) is not null) return true;
        if (text[0] is '{' or '<' or '[' && OnlyGaps(text)) return true;
        if (text is "…" or "..." or "?" or "??" or "???" or "????" or "#" or "-" or "x" or "X" or "xx") return true;
        var words = WordText.Of(text);
        return Cues.Stand.Is(words) || Cues.ExampleName.Is(words) || (words.Count <= 8 && Cues.ExampleName.IsIn(words) && words.Count <= 4);
    }

    /// <summary>The whole text is a gap by its shape, whatever its words.</summary>
    public static bool IsGap(string text) => text.Length > 0 && (LengthAt(text, 0) == text.Length || text[0] is '{' or '<' or '[' && OnlyGaps(text));

    /// <summary>Without one or more pairs of brackets or quotes around all of it.</summary>
    public static string Unwrap(string text)
    {
        text = text.Trim();
        for (var pairs = 0; pairs < MostPairs && text.Length >= 2 && ClosingOf(text[0]) is { } close && text[^1] == close && MatchOf(text, 0) == text.Length - 1; pairs++) text = text[1..^1].Trim();
        return text;
    }

    /// <summary>The whole text stands in one pair of brackets.</summary>
    public static bool IsWrapped(string text)
    {
        text = text.Trim().TrimEnd('.');
        return text.Length >= 3 && text[0] is '[' or '{' or '<' or '(' && MatchOf(text, 0) == text.Length - 1;
    }

    /// <summary>The bracket that would close the one at the beginning of a text that does not close it; null where none is open.</summary>
    public static char? OpensOnly(string text) => text[0] is '{' or '[' or '<' && text.Length > 1 && char.IsLetter(text[1]) && MatchOf(text, 0) < 0 ? ClosingOf(text[0]) : null;

    // "{date}: {what changed}"
    private static bool OnlyGaps(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = LengthAt(text, i);
            if (length > 0) i += length - 1;
            else if (char.IsLetterOrDigit(text[i])) return false;
        }
        return true;
    }

    private static char? ClosingOf(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '"' => '"',
        '\'' => '\'',
        '“' => '”',
        '‘' => '’',
        '`' => '`',
        _ => null,
    };

    private static int MatchOf(string text, int open)
    {
        if (ClosingOf(text[open]) is not { } close) return -1;
        if (close == text[open]) return text.IndexOf(close, open + 1);
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == text[open]) depth++;
            else if (text[i] == close && --depth == 0) return i;
        }
        return -1;
    }

    // The length of the placeholder that begins at an offset; 0 when none does. Bounded look-ahead, so the search stays linear.
    private static int LengthAt(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(text.Length - at, LongestGap));
        var isAfterWord = at > 0 && char.IsLetterOrDigit(text[at - 1]);
        switch (text[at])
        {
            case '$':
                return Variable(rest);
            case '{' or '<' or '[':
                return Bracketed(rest, isFirst: at == 0);
            case '(':
                return Parenthesised(rest);
            case '_':
                var gap = Run(rest, '_');
                return gap >= 3 ? gap : 0;
            case '…':
                return 1;
            case '.' when rest.StartsWith("...") && !isAfterWord:
                return Run(rest, '.');
            case '#' when Run(rest, '#') is >= 3 and var marks && rest.Length > marks - 1 && !isAfterWord:
                return marks;
            case '?' when Run(rest, '?') >= 2:
                return Run(rest, '?');
        }
        return isAfterWord ? 0 : Digits(rest);
    }

    // NNNN, XXXX, 0000, YYYY-MM-DD, 202X-XX-XX, dd-mmm-yyyy, TBD.
    private static int Digits(ReadOnlySpan<char> rest)
    {
        if (DateShape(rest) is > 0 and var date) return date;
        foreach (var letter in "NXn0x")
        {
            var run = Run(rest, letter);
            if (run < (letter == '0' ? 3 : letter is 'n' or 'x' ? 3 : 2)) continue;
            if (run < rest.Length && char.IsLetterOrDigit(rest[run])) continue;
            return run;
        }
        return 0;
    }

    private static int DateShape(ReadOnlySpan<char> rest)
    {
        var length = 0;
        var letters = 0;
        var dashes = 0;
        while (length < rest.Length && length < 12 && rest[length] is 'Y' or 'M' or 'D' or 'X' or 'y' or 'm' or 'd' or 'x' or '-' or '/' or '2' or '0' or 'N')
        {
            if (rest[length] is '-' or '/' && ++dashes == 3) { dashes = 2; break; }
            else if (rest[length] is '-' or '/') { }
            else if (char.IsLetter(rest[length])) letters++;
            length++;
        }
        if (length < rest.Length && char.IsLetterOrDigit(rest[length])) return 0;
        return dashes == 2 && letters >= 4 && length >= 8 && rest[length - 1] is not ('-' or '/') ? length : 0;
    }

    private static int Variable(ReadOnlySpan<char> rest)
    {
        if (rest.Length > 2 && rest[1] is '{' or '(')
        {
            var close = rest.IndexOf(rest[1] == '{' ? '}' : ')');
            return close > 2 ? close + 1 : 0;
        }
        var length = 1;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] == '_')) length++;
        return length >= 3 && char.IsLetter(rest[1]) ? length : 0;
    }

    /// <param name="isFirst">It begins the text, where a colon behind it makes it the definition of a link.</param>
    private static int Bracketed(ReadOnlySpan<char> rest, bool isFirst)
    {
        var open = rest[0];
        if (open == '{' && rest.StartsWith("{{") && rest.IndexOf("}}") is > 2 and var both) return both + 2;
        if (open == '<' && rest.StartsWith("<!--")) return 0;
        var close = (char)ClosingOf(open)!;
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == open) depth++;
            else if (rest[i] == close && --depth == 0) return IsGap(rest[1..i], open) && !(i + 1 < rest.Length && open == '[' && (rest[i + 1] is '(' or '[' || isFirst && rest[i + 1] == ':')) ? i + 1 : 0;
            else if (rest[i] is '\n' && open == '<') return 0;
        }
        return 0;
    }

    private static bool IsGap(ReadOnlySpan<char> inner, char open)
    {
        var text = inner.Trim();
        if (text.IsEmpty) return false;
        if (open == '[' && text is "x" or "X") return false;
        if (open == '<' && (text.StartsWith("http") || text[0] is '/' or '!' or '=' or '-')) return false;
        if (open == '<' && HtmlTags.IsTag(text)) return false;
        if (open == '[' && text[0] is '^' or '@') return false;
        if (open == '[' && text.IndexOfAnyExcept("0123456789,- ") < 0) return false;
        if (open == '{' && text[0] is '#' or ':' or '%' or '.') return false;
        return text.IndexOfAny("=;") < 0 && text.ContainsAnyInRange('A', 'z');
    }

    private static int Parenthesised(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(')');
        if (close < 3) return 0;
        var words = WordText.Of(rest[1..close].ToString());
        var isFill = words.Count is > 0 and <= 14 && (Cues.FillIn.At(words, 0) is not null || Cues.LeaveEmpty.At(words, 0) is not null || Cues.Stand.At(words, 0) is not null);
        return isFill ? close + 1 : 0;
    }

    private static int Run(ReadOnlySpan<char> rest, char of)
    {
        var length = 0;
        while (length < rest.Length && rest[length] == of) length++;
        return length;
    }
}
