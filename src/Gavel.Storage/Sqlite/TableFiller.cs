namespace Gavel.Storage.Sqlite;

/// <summary>Fills one of the tables that find candidates, which must be empty: collects the lists of its tokens, and writes them as one segment, or as several where they become large.</summary>
internal sealed class TableFiller(Connection connection, string table, bool hasPlaces)
{
    private const long Most = 256 << 20; // bytes of lists
    private const int SmallSegment = 512; // pages: one more level for each eight times as many
    private const int Structure = 10; // FTS5: the row that says which segments there are
    private const int Totals = 1; // how many proposals and tokens
    private const int LongestToken = 32768; // in bytes; nobody searches for what FTS5 would cut

    private readonly Doclists _lists = new();
    private readonly List<int> _segments = []; // pages of each
    private long _tokens;
    private long _documents;

    public bool IsFull => _lists.Size >= Most;

    /// <param name="key">More than the one before.</param>
    /// <param name="postings">See <see cref="Postings"/>.</param>
    public void Add(long key, ReadOnlySpan<byte> postings)
    {
        var at = 0;
        _tokens += ByteBuffer.NumberAt(postings, ref at);
        _documents++;
        while (at < postings.Length)
        {
            var token = Postings.TokenOf(ByteBuffer.NumberAt(postings, ref at));
            var length = (int)ByteBuffer.NumberAt(postings, ref at);
            _lists.Add(token, key, postings.Slice(at, length), hasPlaces);
            at += length;
        }
    }

    /// <param name="tokens">In ordinal order, with their numbers.</param>
    public void Flush(IEnumerable<(string Text, int Token)> tokens)
    {
        var segment = new SegmentWriter(connection, table, _segments.Count + 1, hasPlaces);
        var (word, list) = (new ByteBuffer(), new ByteBuffer());
        foreach (var (text, token) in tokens)
        {
            if (!_lists.Read(token, list)) continue;
            word.Clear();
            word.Add("0"); // FTS5: the index of whole words
            word.Add(text);
            if (word.Length <= LongestToken) segment.Add(word.Span, list.Span);
        }
        segment.Finish();
        if (segment.Pages > 0) _segments.Add(segment.Pages);
        _lists.Clear();
    }

    /// <summary>Says what there is. FTS5 looks at it again, since it was told to forget everything before.</summary>
    public void Finish()
    {
        var totals = new ByteBuffer();
        totals.AddNumber(_documents);
        totals.AddNumber(_tokens);
        Replace(Totals, totals.Span);
        var structure = new ByteBuffer();
        var before = connection.Prepare($"SELECT block FROM {table}_data WHERE id = {Structure}");
        before.Step();
        structure.Add(before.Bytes(0)[..4]); // counts how often settings changed
        before.Reset();
        AddLevels(structure);
        Replace(Structure, structure.Span);
    }

    // The segments lie above the levels of edits: the higher, the more edits it takes until they are merged with them.
    private void AddLevels(ByteBuffer structure)
    {
        var pages = _segments.Sum();
        var level = 1;
        for (var size = SmallSegment; pages > size; size *= StoreSchema.MergedAtOnce) level++;
        structure.AddNumber(level + 1);
        structure.AddNumber(_segments.Count);
        structure.AddNumber(pages); // that were written so far
        for (var below = 0; below < level; below++)
        {
            structure.AddNumber(0);
            structure.AddNumber(0);
        }
        structure.AddNumber(0); // of them are being merged
        structure.AddNumber(_segments.Count);
        for (var i = 0; i < _segments.Count; i++)
        {
            structure.AddNumber(i + 1);
            structure.AddNumber(1); // the first page and the last
            structure.AddNumber(_segments[i]);
        }
    }

    private void Replace(int id, ReadOnlySpan<byte> block) => connection.Prepare($"REPLACE INTO {table}_data (id, block) VALUES (?1, ?2)").Bind(1, id).Bind(2, block).Run();
}
