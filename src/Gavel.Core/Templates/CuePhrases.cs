namespace Gavel.Core.Templates;

/// <summary>Where a phrase was found among words.</summary>
/// <param name="Word">The first word of the phrase.</param>
/// <param name="Length">In words.</param>
internal readonly record struct CueHit(int Word, int Length)
{
    public int End => Word + Length;
}

/// <summary>A set of phrases that mean the same. In a phrase <c>*</c> stands for any one word.</summary>
internal sealed class CuePhrases
{
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    // No span: for each number of phrases another method would be compiled at start.
    public CuePhrases(params string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!_byFirst.TryGetValue(words[0], out var list)) _byFirst[words[0]] = list = [];
            list.Add(words);
        }
        foreach (var list in _byFirst.Values) list.Sort((a, b) => b.Length.CompareTo(a.Length)); // the longest first
    }

    public bool IsIn(string text) => Find(WordText.Of(text)) is not null;

    public bool IsIn(WordText text) => Find(text) is not null;

    public bool Starts(WordText text) => At(text, 0) is not null;

    /// <summary>The whole text is one of the phrases.</summary>
    public bool Is(WordText text) => text.Count > 0 && At(text, 0) is { } hit && hit.Length == text.Count;

    public bool Is(string text) => Is(WordText.Of(text));

    /// <summary>The first hit from a word on; null when there is none.</summary>
    public CueHit? Find(WordText text, int from = 0)
    {
        for (var i = from; i < text.Count; i++)
            if (At(text, i) is { } hit) return hit;
        return null;
    }

    public CueHit? At(WordText text, int word)
    {
        if (word >= text.Count || !_byFirst.TryGetValue(text.Words[word], out var phrases)) return null;
        foreach (var phrase in phrases)
        {
            if (word + phrase.Length > text.Count) continue;
            var i = 1;
            while (i < phrase.Length && (phrase[i] is "*" || string.Equals(phrase[i], text.Words[word + i], StringComparison.Ordinal))) i++;
            if (i == phrase.Length) return new CueHit(word, phrase.Length);
        }
        return null;
    }

    /// <summary>The phrase that ends right before a word; null when none does.</summary>
    public CueHit? Before(WordText text, int word)
    {
        for (var i = Math.Max(0, word - 6); i < word; i++)
            if (At(text, i) is { } hit && hit.End == word) return hit;
        return null;
    }
}
