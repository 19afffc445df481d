using System.Collections.Immutable;
using Gavel.Core.Searching;
using Gavel.Storage.Sqlite;

namespace Storage.Tests.Sqlite;

public sealed class SearchStoreTests : IDisposable
{
    private static readonly string[] Words = ["retry", "budget", "quiet", "start", "socket", "batch_get", "BatchGet", "streams", "café", "naïve", "utf-8", "of", "the", "cache", "caches", "RFC-2"];

    private static readonly string[] Queries =
    [
        "retry", "retry budget", "\"retry budget\"", "-retry budget", "bat", "batch_get", "batchget", "chace", "cafe", "status:open", "-status:open", "status:open,done cache",
        "author:ann retry", "title:quiet", "rfc-7", "7", "the of", "-\"of the\"", "zzz retry", "utf8", "s", "nofield:retry", "retry budget quiet start socket streams",
    ];

    private readonly TempFolder _folder = new();

    private string File => _folder.Full("cache/search.db");

    [Fact]
    public void A_store_finds_what_memory_finds()
    {
        var documents = Documents(1, 120);
        using var store = SearchStore.Open(File, "1");
        Assert.NotNull(store);
        Assert.Equal(120, store.Update(Content(documents)));
        AssertLikeMemory(store, documents);
    }

    [Fact]
    public void Only_what_changed_is_read_again_and_nothing_of_the_old_stays()
    {
        var random = new Random(3);
        var documents = Documents(1, 80);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents));
        for (var round = 0; round < 12; round++)
        {
            var changed = documents.ToBuilder();
            var edits = random.Next(1, 5);
            var at = random.Next(80 - edits);
            for (var i = at; i < at + edits; i++) changed[i] = Document(changed[i].Number!.Value, 1000 + (round * 10) + i);
            changed[(at + 10) % 80] = changed[(at + 10) % 80] with { Standing = round };
            if (round % 3 == 0) changed.RemoveAt(changed.Count - 1);
            if (round % 3 == 1) changed.Add(Document(500 + round, round));
            documents = changed.ToImmutable();
            var read = store.Update(Content(documents));
            Assert.True(read <= edits + 1, $"{read} were read");
            AssertLikeMemory(store, documents);
            while (documents.Length < 80) documents = documents.Add(Document(900 + documents.Length + (round * 100), 5));
            store.Update(Content(documents));
        }
        Assert.Equal(0, store.Update(Content(documents)));
    }

    [Fact]
    public void A_store_that_became_large_finds_phrases_of_frequent_words_by_their_pairs()
    {
        var documents = Documents(1, 5_200);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents[..100]));
        Assert.Equal(5_200, store.Update(Content(documents)));
        var edited = documents.SetItem(7, Document(8, 77)).SetItem(5_000, Document(5_001, 78));
        Assert.Equal(2, store.Update(Content(edited)));
        var memory = new MemoryIndex(edited);
        foreach (var text in (string[])["\"retry budget\"", "\"of the\" quiet", "\"retry budget quiet\"", "\"quiet start\" -\"of the\"", "\"retry budget\" status:open", "title:quiet \"retry budget\"", "\"cache retry\" -socket", "\"the naive\""])
        {
            var (found, wanted) = (store.Search(SearchQuery.Parse(text), 2000), SearchEngine.Search(memory, SearchQuery.Parse(text), 2000));
            Assert.False(found.IsCapped, text);
            Assert.True(wanted.Hits.Select(h => (h.Id, h.Score)).SequenceEqual(found.Hits.Select(h => (h.Id, h.Score))), $"{text}: {wanted.Total} but {found.Total}");
            Assert.True(found.Total > 0, text);
        }
    }

    [Fact]
    public void Where_too_many_match_those_with_the_words_in_the_title_are_ranked_and_the_answer_says_that_there_are_more()
    {
        var documents = Documents(1, 5_200);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents));
        var found = store.Search(SearchQuery.Parse("retry"), 20);
        var wanted = SearchEngine.Search(new MemoryIndex(documents), SearchQuery.Parse("retry"), 20);
        Assert.True(found.IsCapped);
        Assert.Equal(2000, found.Total);
        Assert.True(wanted.Total > 4000);
        Assert.Equal(wanted.Hits.Select(h => h.Id), found.Hits.Select(h => h.Id));
    }

    [Fact]
    public void At_most_one_edit_in_eight_writes_the_large_piece_anew()
    {
        var documents = Documents(1, 400);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents));
        using var connection = new Connection(File);
        var (piece, rewritten) = (LargestPiece(connection).Piece, 0);
        for (var edit = 0; edit < 60; edit++)
        {
            documents = documents.SetItem(edit * 5, Document((edit * 5) + 1, 5000 + edit));
            Assert.Equal(1, store.Update(Content(documents)));
            var now = LargestPiece(connection).Piece;
            if (now != piece) rewritten++;
            piece = now;
        }
        Assert.InRange(rewritten, 0, 60 / 8);
        AssertSound(connection);
        AssertLikeMemory(store, documents);
    }

    [Fact]
    public void A_new_store_has_the_lists_that_FTS5_makes_word_by_word()
    {
        // Lists of many pages, places of one proposal over several, words of one proposal alone.
        var large = Document(78, 1) with { Blocks = [new SearchBlock(Zone.Text, 1, string.Join(' ', Enumerable.Repeat("retry quiet", 6_000).Concat(Enumerable.Range(0, 3_000).Select(i => $"word{i}x"))))] };
        var documents = Documents(1, 4_000).SetItem(77, large).SetItem(78, Document(79, 2) with { Facts = [new(new string('n', 39) + string.Concat(Enumerable.Repeat(" name", 900)), "long")] });
        using (var whole = SearchStore.Open(File, "1")!) whole.Update(Content(documents));
        var other = _folder.Full("cache/other.db");
        using (var bit = SearchStore.Open(other, "1")!)
        {
            bit.Update(Content(documents[..1]));
            bit.Update(Content(documents));
        }
        using var left = new Connection(File);
        using var right = new Connection(other);
        AssertSound(left);
        Assert.True(left.Number("SELECT count(*) FROM words_idx WHERE pgno & 1") > 0, "no list is long");
        foreach (var table in StoreSchema.Candidates)
        {
            Assert.True(Instances(left, table).SequenceEqual(Instances(right, table)), table);
            Assert.Equal(Totals(left, table), Totals(right, table));
        }
        foreach (var key in (long[])[1, 700, 3_999]) Assert.Equal(Found(left, key), Found(right, key));
    }

    [Fact]
    public void What_another_process_wrote_is_not_taken_for_ones_own()
    {
        var (mine, theirs) = (Documents(1, 90), Documents(2, 70));
        using var one = SearchStore.Open(File, "1")!;
        using var other = SearchStore.Open(File, "1")!;
        one.Update(Content(mine));
        Assert.Equal(70, other.Update(Content(theirs)));
        Assert.Equal(90, one.Update(Content(mine)));
        AssertLikeMemory(one, mine);
        var edited = mine.SetItem(3, Document(4, 999)).RemoveAt(40);
        Assert.Equal(1, one.Update(Content(edited)));
        AssertLikeMemory(other, edited);
        Assert.Equal(0, other.Update(Content(edited)));
    }

    [Fact]
    public void What_was_only_put_in_another_order_is_not_read_again()
    {
        var documents = Documents(1, 90);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents));
        var turned = documents.Reverse().ToImmutableArray().SetItem(10, Document(documents[79].Number!.Value, 777)).RemoveAt(0).Add(Document(300, 4));
        Assert.Equal(2, store.Update(Content(turned)));
        AssertLikeMemory(store, turned);
    }

    [Fact]
    public void An_edit_shows_at_once_in_what_searches_keep_for_each_other()
    {
        var documents = Documents(1, 90);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents));
        AssertLikeMemory(store, documents); // reads titles, names of facts, vectors
        documents = documents.SetItem(5, documents[5] with { ContentId = "title", Title = "Sprocket" });
        store.Update(Content(documents));
        Assert.Equal("RFC-6", store.Search(SearchQuery.Parse("sproket"), 5).Hits[0].Id);
        documents = documents.SetItem(6, documents[6] with { ContentId = "fact", Facts = [new("colour", "green")] });
        store.Update(Content(documents));
        Assert.Equal("RFC-7", Assert.Single(store.Search(SearchQuery.Parse("colour:green"), 5).Hits).Id);
        documents = documents.SetItem(7, documents[7] with { Standing = 90 });
        Assert.Equal(0, store.Update(Content(documents)));
        AssertLikeMemory(store, documents);
        documents = documents.RemoveAt(5).SetItem(5, documents[6] with { ContentId = "no fact", Facts = [] });
        store.Update(Content(documents));
        Assert.Empty(store.Search(SearchQuery.Parse("sproket"), 5).Hits);
        AssertLikeMemory(store, documents);
    }

    [Fact]
    public void More_words_than_are_numbered_at_once_are_counted_all_the_same()
    {
        var many = Document(40, 1) with { Blocks = [new SearchBlock(Zone.Text, 1, string.Join(' ', Enumerable.Range(0, 210_000).Select(i => $"w{i:x5}")))] };
        var documents = Documents(1, 80).SetItem(39, many);
        using var store = SearchStore.Open(File, "1")!;
        store.Update(Content(documents[..60]));
        AssertLikeMemory(store, documents[..60]);
        store.Update(Content(documents));
        AssertLikeMemory(store, documents);
        using var connection = new Connection(File);
        AssertSound(connection);
    }

    [Theory]
    [InlineData("no database at all, but long enough to look like one might: SQLite format 3")]
    [InlineData("")]
    public void A_damaged_file_is_made_anew(string text)
    {
        _folder.Write("cache/search.db", text);
        using var store = SearchStore.Open(File, "1")!;
        var documents = Documents(1, 5);
        store.Update(Content(documents));
        AssertLikeMemory(store, documents);
    }

    [Fact]
    public void Another_version_of_the_tool_makes_it_anew()
    {
        using (var old = SearchStore.Open(File, "1")!) old.Update(Content(Documents(1, 5)));
        using var store = SearchStore.Open(File, "2")!;
        Assert.Equal(5, store.Update(Content(Documents(1, 5))));
    }

    [Fact]
    public void Where_nothing_can_be_written_there_is_no_store()
    {
        _folder.Write("file", "x");
        Assert.Null(SearchStore.Open(_folder.Full("file/search.db"), "1"));
    }

    [Fact]
    public async Task Several_at_once_each_find_their_own_content()
    {
        var (one, two) = (Documents(1, 30), Documents(2, 30));
        var tasks = Enumerable.Range(0, 6).Select(n => Task.Run(() =>
        {
            var documents = n % 2 == 0 ? one : two;
            var memory = new MemoryIndex(documents);
            using var store = SearchStore.Open(File, "1");
            for (var round = 0; round < 5; round++)
            {
                var query = SearchQuery.Parse(Queries[(n + round) % Queries.Length]);
                if (store?.Search(Content(documents), query, 100) is not { } found) continue; // another one was busy for too long
                Assert.Equal(SearchEngine.Order(memory, query), found.Hits.Select(h => h.Id));
            }
        }, TestContext.Current.CancellationToken));
        await Task.WhenAll(tasks);
    }

    public void Dispose() => _folder.Dispose();

    private static (long Piece, long Pages) LargestPiece(Connection connection)
    {
        var piece = connection.Number("SELECT segid FROM words_idx GROUP BY segid ORDER BY count(*) DESC LIMIT 1");
        return (piece, connection.Number($"SELECT count(*) FROM words_idx WHERE segid = {piece}"));
    }

    [Fact]
    public void Lists_that_are_written_in_several_segments_are_one_table()
    {
        using (SearchStore.Open(File, "1"))
        {
            // Makes the tables.
        }
        using var store = new Connection(File);
        store.Run("INSERT INTO words (words) VALUES ('delete-all')");
        var filler = new TableFiller(store, "words", hasPlaces: true);
        for (var key = 1; key <= 3_000; key++)
        {
            var postings = new ByteBuffer();
            postings.AddNumber(key % 2 == 0 ? 2 : 1); // words of the proposal
            AddWord(postings, 1, place: 2);
            if (key % 2 == 0) AddWord(postings, 2, place: 3);
            filler.Add(key, postings.Span);
            if (key % 1_000 == 0) filler.Flush([("alder", 1), ("birch", 2)]);
        }
        filler.Finish();
        store.Run("INSERT INTO words (rowid, text) VALUES (3001, 'alder birch')"); // an edit, through FTS5

        store.Run("INSERT INTO words (words) VALUES ('integrity-check')");
        Assert.Equal(3, store.Number("SELECT count(DISTINCT segid) FROM words_idx WHERE segid <= 3"));
        Assert.Equal(3_001, store.Number("SELECT count(*) FROM words WHERE words MATCH 'alder'"));
        Assert.Equal(1_501, store.Number("SELECT count(*) FROM words WHERE words MATCH '\"alder birch\"'"));
        Assert.Equal(2_002, store.Number("SELECT rowid FROM words WHERE words MATCH 'birch' AND rowid > 2000 LIMIT 1"));
    }

    private static void AddWord(ByteBuffer postings, int number, int place)
    {
        postings.AddNumber(Postings.Written(number));
        postings.AddNumber(1); // bytes of its places
        postings.AddNumber(place);
    }

    private static IEnumerable<(string, long, long)> Instances(Connection connection, string table)
    {
        connection.Run($"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_instances USING fts5vocab(main, {table}, instance)");
        var select = connection.Prepare($"SELECT term, doc, offset FROM temp.{table}_instances");
        while (select.Step()) yield return (select.Text(0), select.Long(1), select.Long(2));
        select.Reset();
    }

    private static string Totals(Connection connection, string table)
    {
        var select = connection.Prepare($"SELECT hex(block) FROM {table}_data WHERE id = 1");
        Assert.True(select.Step());
        var totals = select.Text(0);
        select.Reset();
        return totals;
    }

    // From a key on: long lists are leapt over by their own index.
    private static List<long> Found(Connection connection, long from)
    {
        var keys = new List<long>();
        var select = connection.Prepare("SELECT rowid FROM words WHERE words MATCH 'word7x OR (retry AND \"quiet start\")' AND rowid >= ?1").Bind(1, from);
        while (select.Step()) keys.Add(select.Long(0));
        select.Reset();
        return keys;
    }

    private static void AssertSound(Connection connection)
    {
        foreach (var table in StoreSchema.Candidates) connection.Run($"INSERT INTO {table} ({table}) VALUES ('integrity-check')");
        Assert.Equal(1, connection.Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
    }

    private static void AssertLikeMemory(SearchStore store, ImmutableArray<SearchDocument> documents)
    {
        var memory = new MemoryIndex(documents);
        foreach (var query in Queries)
        {
            var found = store.Search(SearchQuery.Parse(query), 1000);
            var wanted = SearchEngine.Search(memory, SearchQuery.Parse(query), 1000);
            Assert.True(wanted.Hits.Select(h => (h.Id, h.Score)).SequenceEqual(found.Hits.Select(h => (h.Id, h.Score))), $"'{query}': {string.Join(' ', wanted.Hits.Take(5).Select(h => h.Id))} but {string.Join(' ', found.Hits.Take(5).Select(h => h.Id))}");
            Assert.Equal(wanted.Hits.Select(h => h.Excerpt.Text), found.Hits.Select(h => h.Excerpt.Text));
        }
    }

    private static SearchContent Content(ImmutableArray<SearchDocument> documents) =>
        new([.. documents.Select(d => new SearchStamp(d.Path, d.ContentId, d.Standing))], numbers => numbers.Select(n => documents[n]));

    private static ImmutableArray<SearchDocument> Documents(int seed, int count) => [.. Enumerable.Range(1, count).Select(n => Document(n, (seed * 100_000) + n))];

    private static SearchDocument Document(int number, int seed)
    {
        var random = new Random(seed);
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
        var isOpen = random.Next(2) == 0;
        return new SearchDocument
        {
            Id = $"RFC-{number}",
            Path = $"rfcs/{number}.md",
            ContentId = $"{seed}",
            Process = "RFC",
            Title = Some(random.Next(1, 5)),
            Number = number,
            Status = isOpen ? "Open" : "Done",
            Standing = number % 7,
            Facts = [new("status", isOpen ? "Open" : "Done"), new("author", number % 2 == 0 ? "Ann Lee" : "Bo Chen")],
            Blocks = [new SearchBlock(Zone.Heading, 3, Some(2), "a"), new SearchBlock(Zone.Lead, 5, Some(12)), new SearchBlock(Zone.Text, 7, Some(30)), new SearchBlock(Zone.Code, 9, Some(6))],
        };
    }
}
