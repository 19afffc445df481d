using System.Text;

namespace Gavel.Web.Searching;

/// <summary>Every word with the proposals that have it, as the files have them.</summary>
internal sealed class Postings
{
    private readonly Dictionary<string, Posting> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Posting> _facts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _factNames = new(StringComparer.Ordinal);

    /// <summary>For each proposal the difference to the one before, and the level; for places the number of them, and the differences.</summary>
    public sealed class Posting
    {
        public StringBuilder Documents { get; } = new();

        public StringBuilder Places { get; } = new();

        public int Last { get; set; }
    }

    /// <summary>In ordinal order.</summary>
    public IEnumerable<(string Term, Posting Posting)> Words => InOrder(_words);

    /// <summary>In ordinal order.</summary>
    public IEnumerable<(string Term, Posting Posting)> Facts => InOrder(_facts);

    public IEnumerable<string> FactNames => _factNames;

    /// <param name="documents">Of each proposal its <see cref="PackedTerms"/>.</param>
    public static Postings Of(IEnumerable<string> documents)
    {
        var postings = new Postings();
        var number = 0;
        foreach (var packed in documents) postings.Add(number++, packed);
        return postings;
    }

    private static IEnumerable<(string Term, Posting Posting)> InOrder(Dictionary<string, Posting> all)
    {
        var terms = all.Keys.ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        foreach (var term in terms) yield return (term, all[term]);
    }

    private void Add(int document, ReadOnlySpan<char> packed)
    {
        var line = 0;
        foreach (var range in packed.Split('\n'))
        {
            var text = packed[range];
            if (line++ < 2)
            {
                foreach (var part in text.Split(' '))
                {
                    if (text[part].IsEmpty) continue;
                    if (line == 1) _factNames.Add(text[part].ToString());
                    else Next(_facts, text[part], document);
                }
                continue;
            }
            var tab = text.IndexOf('\t');
            if (tab < 0) continue;
            var posting = Next(_words, text[..tab], document);
            posting.Documents.Append(text[tab + 1]);
            posting.Places.Append(text[(tab + 2)..]);
        }
    }

    private static Posting Next(Dictionary<string, Posting> all, ReadOnlySpan<char> term, int document)
    {
        if (!all.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var posting)) all.Add(term.ToString(), posting = new Posting());
        Digits.Write(posting.Documents, document - posting.Last);
        posting.Last = document;
        return posting;
    }
}
