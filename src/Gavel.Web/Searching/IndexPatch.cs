using System.Text;

namespace Gavel.Web.Searching;

/// <summary>Brings the text of an index from what it has of one proposal to what that has now: the lines of words that changed there are written anew, all others copied.</summary>
internal sealed class IndexPatch
{
    private readonly int _document;
    private readonly ByteBuffer _words;
    private readonly ByteBuffer _places;
    private readonly List<(int Document, byte Level)> _entries = [];

    private IndexPatch(int document, IndexText text)
    {
        _document = document;
        _words = new ByteBuffer(text.Words.Length + 4096);
        _places = new ByteBuffer(text.Places.Length + 4096);
    }

    /// <param name="document">The proposal's number in the index.</param>
    /// <param name="before">Its <see cref="PackedTerms"/> that the text was made with.</param>
    /// <param name="now">Its <see cref="PackedTerms"/> of now.</param>
    /// <returns>Null where the whole index has to be made anew.</returns>
    public static IndexText? Apply(IndexText text, int document, string before, string now)
    {
        // Half of a pair has no bytes of its own, so words could not be told apart.
        if (HasOddCharacters(before) || HasOddCharacters(now)) return null;
        var (old, own) = (TermLines.Of(before), TermLines.Of(now));
        if (!string.Equals(old.FactNames, own.FactNames, StringComparison.Ordinal)) return null;
        var patch = new IndexPatch(document, text);
        patch.Walk(text.Words, text.Places, TermChange.Between(old.Terms, own.Terms));
        var facts = new IndexPatch(document, new IndexText([], text.Facts, [], []));
        facts.WalkFacts(text.Facts, TermChange.Between(old.Facts, own.Facts));
        return new IndexText(patch._words.ToArray(), patch._places.ToArray(), facts._places.ToArray(), text.FactNames);
    }

    private void Walk(byte[] words, byte[] places, List<TermChange> changes)
    {
        var (wordsAt, placesAt) = (0, 0);
        foreach (var change in changes)
        {
            var (length, lines) = LinesBefore(words.AsSpan(wordsAt), change.Term);
            var end = placesAt;
            for (; lines > 0; lines--) end = EndOf(places, end);
            _words.Add(words.AsSpan(wordsAt, length));
            _places.Add(places.AsSpan(placesAt, end - placesAt));
            (wordsAt, placesAt) = (wordsAt + length, end);
            if (!IsAt(words.AsSpan(wordsAt), change.Term))
            {
                Write(change, default, default);
                continue;
            }
            var head = change.Term.Length + 1;
            var (wordsEnd, placesEnd) = (EndOf(words, wordsAt), EndOf(places, placesAt));
            Write(change, words.AsSpan((wordsAt + head)..(wordsEnd - 1)), places.AsSpan((placesAt + head)..(placesEnd - 1)));
            (wordsAt, placesAt) = (wordsEnd, placesEnd);
        }
        _words.Add(words.AsSpan(wordsAt));
        _places.Add(places.AsSpan(placesAt));
    }

    private void WalkFacts(byte[] facts, List<TermChange> changes)
    {
        var at = 0;
        foreach (var change in changes)
        {
            var length = LinesBefore(facts.AsSpan(at), change.Term).Length;
            _places.Add(facts.AsSpan(at, length));
            at += length;
            if (IsAt(facts.AsSpan(at), change.Term))
            {
                var end = EndOf(facts, at);
                Read(facts.AsSpan((at + change.Term.Length + 1)..(end - 1)), hasLevels: false);
                at = end;
            }
            else
            {
                _entries.Clear();
            }
            Place(change.Now is null ? null : (byte)0);
            if (_entries.Count == 0) continue;
            _places.Add(change.Term);
            _places.Add((byte)'\t');
            Encode(_places, hasLevels: false);
            _places.Add((byte)'\n');
        }
        _places.Add(facts.AsSpan(at));
    }

    private void Write(TermChange change, ReadOnlySpan<byte> postings, ReadOnlySpan<byte> segments)
    {
        Read(postings, hasLevels: true);
        var at = Place(change.Now is { } now ? (byte)now[0] : null);
        if (_entries.Count == 0) return;
        _words.Add(change.Term);
        _words.Add((byte)'\t');
        Encode(_words, hasLevels: true);
        _words.Add((byte)'\n');
        _places.Add(change.Term);
        _places.Add((byte)'\t');
        var rest = segments;
        for (var i = 0; i < at; i++) Skip(ref rest);
        _places.Add(segments[..(segments.Length - rest.Length)]);
        if (change.Before is not null) Skip(ref rest);
        if (change.Now is { } own) _places.Add(Encoding.ASCII.GetBytes(own[1..]));
        _places.Add(rest);
        _places.Add((byte)'\n');
    }

    private void Read(ReadOnlySpan<byte> postings, bool hasLevels)
    {
        _entries.Clear();
        var document = 0;
        while (!postings.IsEmpty)
        {
            document += Digits.Read(ref postings);
            var level = hasLevels ? postings[0] : (byte)0;
            if (hasLevels) postings = postings[1..];
            _entries.Add((document, level));
        }
    }

    /// <returns>Where the proposal stands among those of the line, or would.</returns>
    private int Place(byte? level)
    {
        var at = _entries.FindIndex(e => e.Document >= _document);
        if (at < 0) at = _entries.Count;
        if (at < _entries.Count && _entries[at].Document == _document) _entries.RemoveAt(at);
        if (level is { } now) _entries.Insert(at, (_document, now));
        return at;
    }

    private void Encode(ByteBuffer into, bool hasLevels)
    {
        var last = 0;
        foreach (var (document, level) in _entries)
        {
            Digits.Write(into, document - last);
            if (hasLevels) into.Add(level);
            last = document;
        }
    }

    private static void Skip(ref ReadOnlySpan<byte> segments)
    {
        for (var left = Digits.Read(ref segments); left > 0; left--) Digits.Read(ref segments);
    }

    /// <summary>The lines of smaller terms.</summary>
    private static (int Length, int Lines) LinesBefore(ReadOnlySpan<byte> text, ReadOnlySpan<byte> term)
    {
        var (length, lines) = (0, 0);
        while (length < text.Length)
        {
            var rest = text[length..];
            if (Utf16Order.Compare(rest[..rest.IndexOf((byte)'\t')], term) >= 0) break;
            length += rest.IndexOf((byte)'\n') + 1;
            lines++;
        }
        return (length, lines);
    }

    private static bool IsAt(ReadOnlySpan<byte> text, ReadOnlySpan<byte> term) => text.Length > term.Length && text.StartsWith(term) && text[term.Length] == '\t';

    /// <returns>Where the next line begins.</returns>
    private static int EndOf(byte[] lines, int at) => at + lines.AsSpan(at).IndexOf((byte)'\n') + 1;

    private static bool HasOddCharacters(string packed) => packed.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0 || packed.Contains('\ufffd', StringComparison.Ordinal);
}
