namespace Gavel.Web.Searching;

/// <summary>Every word and every fact with the proposals that have it.</summary>
/// <param name="documents">Of each proposal its <see cref="PackedTerms"/>.</param>
internal sealed class Postings(IReadOnlyList<string> documents)
{
    private readonly PostingTable _words = new(documents.Sum(d => d.AsSpan().Count('\n')));
    private readonly PostingTable _facts = new();
    private readonly SortedSet<string> _factNames = new(StringComparer.Ordinal);

    public IEnumerable<string> FactNames => _factNames;

    public static Postings Of(IReadOnlyList<string> documents)
    {
        var postings = new Postings(documents);
        for (var i = 0; i < documents.Count; i++) postings.Add(i, documents[i]);
        return postings;
    }

    public (string Term, int First)[] Words() => _words.InOrder();

    /// <param name="terms">Of <see cref="Words"/>.</param>
    /// <param name="words">Takes for each word and proposal the difference to the proposal before, and the level.</param>
    /// <param name="places">Takes the same words, for each of the same proposals the number of places, and the differences.</param>
    public void Write(ReadOnlySpan<(string Term, int First)> terms, ByteBuffer words, ByteBuffer places)
    {
        foreach (var (term, first) in terms)
        {
            words.Add(term);
            places.Add(term);
            words.Add((byte)'\t');
            places.Add((byte)'\t');
            var last = 0;
            for (var at = first; _words.Read(ref at, out var posting); last = posting.Document)
            {
                Digits.Write(words, posting.Document - last);
                var says = documents[posting.Document].AsSpan(posting.Start, posting.Length);
                words.Add(says[..1]);
                places.Add(says[1..]);
            }
            words.Add((byte)'\n');
            places.Add((byte)'\n');
        }
    }

    /// <param name="facts">Takes for each fact and proposal the difference to the proposal before.</param>
    public void WriteFacts(ByteBuffer facts)
    {
        foreach (var (fact, first) in _facts.InOrder())
        {
            facts.Add(fact);
            facts.Add((byte)'\t');
            var last = 0;
            for (var at = first; _facts.Read(ref at, out var posting); last = posting.Document) Digits.Write(facts, posting.Document - last);
            facts.Add((byte)'\n');
        }
    }

    private void Add(int document, string packed)
    {
        var text = packed.AsSpan();
        var line = 0;
        foreach (var range in text.Split('\n'))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            if (line++ < 2)
            {
                foreach (var part in text[range].Split(' '))
                {
                    var word = text[range][part];
                    if (word.IsEmpty) continue;
                    if (line == 1) _factNames.Add(word.ToString());
                    else _facts.Add(word, new Posting(document, 0, 0));
                }
                continue;
            }
            var tab = text[range].IndexOf('\t');
            if (tab >= 0) _words.Add(text.Slice(start, tab), new Posting(document, start + tab + 1, length - tab - 1));
        }
    }
}
