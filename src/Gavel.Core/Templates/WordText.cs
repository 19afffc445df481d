namespace Gavel.Core.Templates;

/// <summary>Text as its words alone: letters and digits in lower case, without marks; so texts compare whatever their emphasis, wrapping and punctuation.</summary>
public sealed class WordText
{
    private const int LongestWord = 128; // characters; what comes behind counts no more

    private WordText(string text, string[] words, int[] starts, int[] ends)
    {
        Text = text;
        Words = words;
        _starts = starts;
        _ends = ends;
    }

    private readonly int[] _starts;
    private readonly int[] _ends;

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    public int Count => Words.Count;

    /// <summary>Where a word begins in <see cref="Text"/>, in UTF-16 code units.</summary>
    public int StartOf(int word) => _starts[word];

    /// <summary>Where a word ends in <see cref="Text"/>, exclusive.</summary>
    public int EndOf(int word) => _ends[word];

    /// <summary>An apostrophe inside a word and a comma between digits are dropped; every other mark parts words.</summary>
    public static WordText Of(string text)
    {
        var words = new List<string>();
        var starts = new List<int>();
        var ends = new List<int>();
        Span<char> buffer = stackalloc char[LongestWord];
        for (var at = 0; Next(text, ref at, buffer, out var start) is var length and > 0;)
        {
            words.Add(new string(buffer[..length]));
            starts.Add(start);
            ends.Add(at);
        }
        return new WordText(text, [.. words], [.. starts], [.. ends]);
    }

    /// <summary>For each word of a text a number: texts with another one have another word.</summary>
    /// <param name="signs">Is emptied first.</param>
    internal static void SignsOf(string text, List<ulong> signs)
    {
        signs.Clear();
        Span<char> buffer = stackalloc char[LongestWord];
        for (var at = 0; Next(text, ref at, buffer, out _) is var length and > 0;) signs.Add(SignOf(buffer[..length]));
    }

    /// <summary>The number of one word.</summary>
    internal static ulong SignOf(ReadOnlySpan<char> word)
    {
        var sign = 14695981039346656037; // FNV-1a
        foreach (var c in word) sign = unchecked((sign ^ c) * 1099511628211);
        return sign;
    }

    /// <summary>The words joined by one space: equal for texts that differ in marks, case and white space only.</summary>
    public static string Key(string text) => string.Join(' ', Of(text).Words);

    /// <summary>The words joined by a hyphen, for keys and anchors; empty when there is no word.</summary>
    public static string Slug(string text) => string.Join('-', Of(text).Words);

    /// <summary>How many words a reader counts: runs between white space that hold a letter or a digit.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var counted = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) counted = false;
            else if (!counted && char.IsLetterOrDigit(c))
            {
                count++;
                counted = true;
            }
        }
        return count;
    }

    /// <param name="at">Moves behind the word.</param>
    /// <returns>The length of the word; 0 where there is none.</returns>
    private static int Next(string text, ref int at, Span<char> word, out int start)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        start = at;
        var length = 0;
        for (; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                if (length < word.Length) word[length++] = char.ToLowerInvariant(text[at]);
            }
            else if (!JoinsAt(text, at))
            {
                break;
            }
        }
        return length;
    }

    private static bool JoinsAt(string text, int at)
    {
        if (at + 1 >= text.Length) return false;
        return text[at] switch
        {
            '\'' or '’' => char.IsLetter(text[at + 1]),
            ',' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            _ => false,
        };
    }
}
