using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>Goes through the words of a text as <see cref="HeadingKey.Fold"/> has them, without making strings: a word is its hash.</summary>
internal ref struct WordStream(ReadOnlySpan<char> text)
{
    private const ulong Offset = 14695981039346656037; // FNV-1a, 64 bits: the same in every process
    private const ulong Prime = 1099511628211;

    private static readonly ulong And = HashOf("and");

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The hash of the current word.</summary>
    public ulong Word { get; private set; }

    public bool MoveNext()
    {
        var at = _at;
        while (at < _text.Length && !Letters.IsLetterOrDigit(_text[at]))
        {
            if (_text[at++] != '&') continue;
            Word = And;
            _at = at;
            return true;
        }
        var hash = Offset;
        var start = at;
        for (; at < _text.Length; at++)
        {
            if (Letters.Fold(_text[at]) is var letter and not '\0') hash = unchecked((hash ^ letter) * Prime);
            else if (_text[at] is not ('\'' or '\u2019' or '\u200B' or '\u00AD')) break;
        }
        _at = at;
        if (at == start) return false;
        Word = hash;
        return true;
    }

    /// <summary>One hash of several words in their order.</summary>
    public static ulong Combine(ulong hash, ulong word) => unchecked(((hash ^ (word >> 29)) * Prime) + word);

    private static ulong HashOf(string word)
    {
        var hash = Offset;
        foreach (var c in word) hash = unchecked((hash ^ c) * Prime);
        return hash;
    }
}
