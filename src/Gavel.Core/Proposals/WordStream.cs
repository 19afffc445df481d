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
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]))
        {
            if (_text[_at++] != '&') continue;
            Word = And;
            return true;
        }
        if (_at == _text.Length) return false;
        var hash = Offset;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c is '\'' or '\u2019' or '\u200B' or '\u00AD') continue;
            if (!char.IsLetterOrDigit(c)) break;
            hash = unchecked((hash ^ (c < 128 ? (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c) : char.ToLowerInvariant(c))) * Prime);
        }
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
