using Gavel.Core.Proposals;

namespace Gavel.Core.Timelines;

/// <summary>The words of a text in any order.</summary>
internal readonly struct WordBag
{
    private readonly List<ulong> _words = [];

    public WordBag(string text)
    {
        var stream = new WordStream(text);
        while (stream.MoveNext()) _words.Add(stream.Word);
        _words.Sort();
    }

    public int Count => _words.Count;

    /// <summary>How many words both have.</summary>
    public int Common(WordBag other)
    {
        var (a, b) = (_words, other._words);
        var common = 0;
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j])
            {
                common++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return common;
    }
}
