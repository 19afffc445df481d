namespace Gavel.Core.Templates;

/// <summary>Text as its words alone: letters and digits in lower case, without marks; so texts compare whatever their emphasis, wrapping and punctuation.</summary>
public sealed class WordText
{
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
        Span<char> buffer = stackalloc char[128];
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            var length = 0;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || JoinsAt(text, at)))
            {
                if (char.IsLetterOrDigit(text[at]) && length < buffer.Length) buffer[length++] = char.ToLowerInvariant(text[at]);
                at++;
            }
            words.Add(new string(buffer[..length]));
            starts.Add(start);
            ends.Add(at);
        }
        return new WordText(text, [.. words], [.. starts], [.. ends]);
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
