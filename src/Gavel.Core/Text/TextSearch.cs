using System.Buffers;

namespace Gavel.Core.Text;

/// <summary>Finds some texts in others. May be asked by several threads.</summary>
/// <param name="texts">Not empty ones.</param>
/// <param name="comparison">Ordinal, with or without case.</param>
internal sealed class TextSearch(string[] texts, StringComparison comparison)
{
    // Making the search for all at once takes milliseconds, which is more than a proposal or two are worth.
    private const int FewCharacters = 1 << 17;

    private long _searched; // about: no thread waits for another to count
    private SearchValues<string>? _all;

    /// <returns>Where the first of them begins; -1 where there is none.</returns>
    public int FirstIn(ReadOnlySpan<char> chars)
    {
        if (texts.Length == 0) return -1;
        if (_searched > FewCharacters) return chars.IndexOfAny(_all ??= SearchValues.Create(texts, comparison));
        _searched += chars.Length;
        var first = -1;
        foreach (var text in texts)
        {
            var end = first < 0 ? chars.Length : Math.Min(chars.Length, first + text.Length - 1); // only what begins before it counts
            if (chars[..end].IndexOf(text, comparison) is >= 0 and var at) first = at;
        }
        return first;
    }
}
