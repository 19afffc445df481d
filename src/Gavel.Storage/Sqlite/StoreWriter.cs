using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>Brings a store to what is to be searched, within the transaction that its caller holds.</summary>
internal sealed class StoreWriter(Connection connection)
{
    private const int Many = 1000; // from so many documents on they are made ready on another thread, although the words of the store must be read before
    private const int AtOnce = 32; // documents that are handed over together
    private const int Ahead = 8;

    private TermNumbers _terms = new(connection);
    private readonly TermCounter _counter = new();
    private readonly Dictionary<string, int> _facts = new(StringComparer.Ordinal);
    private readonly List<long> _packed = [];
    private FrequentWords _frequent = FrequentOf(connection);
    private IndexedTextWriter? _texts;
    private PostingWriter? _postings; // where the store is new
    private StoreFiller? _filler; // the same

    // All that the tables get, ready to be put in.
    private sealed record Prepared(int Number, SearchDocument Document, string IdKey, int TitleCount, byte[] Vector, ImmutableArray<string> Names, ImmutableArray<string> Facts, IndexedText Text, Postings Postings);

    /// <summary>Names the state of the store; empty where it was never written.</summary>
    public static string GenerationOf(Connection connection)
    {
        var select = connection.Prepare("SELECT value FROM meta WHERE name = 'generation'");
        var generation = select.Step() ? select.Text(0) : "";
        select.Reset();
        return generation;
    }

    /// <summary>The words whose pairs the store has.</summary>
    public static FrequentWords FrequentOf(Connection connection)
    {
        var words = new List<string>();
        var select = connection.Prepare("SELECT text FROM frequent");
        while (select.Step()) words.Add(select.Text(0));
        select.Reset();
        return words.Count == 0 ? FrequentWords.None : new FrequentWords(words);
    }

    /// <returns>What was done: more than was asked for where a store that became large is made anew.</returns>
    public StoreChange Apply(StoreDifference difference, SearchContent content)
    {
        var isAnew = content.Stamps.Length >= FrequentWords.LargeStore && connection.Number("SELECT count(*) FROM meta WHERE name = 'large'") == 0;
        if (isAnew) difference = Begin(content);
        foreach (var key in difference.Gone) Remove(key);
        if (_terms.IsNew && connection.Number("SELECT count(*) FROM doc") == 0) Fill(difference.Fresh, content);
        else if (difference.Fresh.Count >= Many) AddMany(difference.Fresh, content);
        else AddFew(difference.Fresh, content);
        var update = connection.Prepare("UPDATE doc SET standing = ?2 WHERE key = ?1");
        foreach (var (key, standing) in difference.Moved) update.Bind(1, key).Bind(2, standing).Run();
        var hasOtherTitles = _terms.Save();
        var hasOtherNames = SaveFacts();
        // No counter: two processes must not give the same name to different states when one of them fails.
        connection.Prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('generation', ?1)").Bind(1, Guid.NewGuid().ToString("N")).Run();
        return new StoreChange(difference, hasOtherTitles, hasOtherNames, isAnew);
    }

    // True where a name of facts gained or lost a document.
    private bool SaveFacts()
    {
        var hasOtherNames = false;
        var count = connection.Prepare("INSERT INTO fact (name, docs) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET docs = docs + ?2");
        foreach (var (name, by) in _facts.Where(f => f.Value != 0).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            count.Bind(1, name).Bind(2, by).Run();
            hasOtherNames |= !name.Contains(DocumentTerms.FactMark, StringComparison.Ordinal);
        }
        return hasOtherNames;
    }

    // A store that became large is made anew, with pairs.
    private StoreDifference Begin(SearchContent content)
    {
        connection.Run(StoreSchema.Clear);
        _terms = new TermNumbers(connection);
        _frequent = FrequentWords.Of(content);
        connection.Run("INSERT INTO meta (name, value) VALUES ('large', 'yes')");
        var insert = connection.Prepare("INSERT INTO frequent (text) VALUES (?1)");
        foreach (var word in _frequent.All) insert.Bind(1, word).Run();
        return StoreDifference.Of(connection, content);
    }

    // A store that has nothing yet.
    private void Fill(List<int> numbers, SearchContent content)
    {
        _filler = new StoreFiller(connection);
        _postings = new PostingWriter(_frequent, _terms);
        AddMany(numbers, content);
        _filler.Finish();
    }

    private void AddFew(List<int> numbers, SearchContent content)
    {
        foreach (var one in Prepare(numbers, content)) Add(one, content);
    }

    // One thread counts words while this one writes: that one does not touch the database.
    private void AddMany(List<int> numbers, SearchContent content)
    {
        _terms.Load();
        using var ready = new BlockingCollection<Prepared[]>(Ahead);
        using var stop = new CancellationTokenSource();
        var counting = Task.Run(() =>
        {
            try
            {
                foreach (var some in Prepare(numbers, content).Chunk(AtOnce)) ready.Add(some, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Nobody writes any more.
            }
            finally
            {
                ready.CompleteAdding();
            }
        });
        try
        {
            foreach (var some in ready.GetConsumingEnumerable())
            {
                foreach (var one in some) Add(one, content);
            }
        }
        finally
        {
            stop.Cancel();
            counting.GetAwaiter().GetResult();
        }
    }

    private IEnumerable<Prepared> Prepare(List<int> numbers, SearchContent content)
    {
        var next = 0;
        foreach (var document in content.Read(numbers)) yield return Prepare(numbers[next++], document);
    }

    private IndexedText TextOf(TermTally tally) => (_texts ??= new IndexedTextWriter(_frequent)).Of(tally);

    private Prepared Prepare(int number, SearchDocument document)
    {
        var tally = _counter.Tally(document);
        _terms.Add(tally, _packed);
        var vector = Vector.Write(CollectionsMarshal.AsSpan(_packed));
        var (text, postings) = _postings is null ? (TextOf(tally), default(Postings)) : (default(IndexedText), _postings.Of(tally));
        return new Prepared(number, document, tally.IdKey, tally.TitleCount, vector, tally.FactNames, tally.Facts, text, postings);
    }

    private void Add(Prepared one, SearchContent content)
    {
        var stamp = content.Stamps[one.Number];
        var insert = connection.Prepare("INSERT INTO doc (path, stamp, id, idkey, number, standing, titles, vector) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .Bind(1, stamp.Path).Bind(2, stamp.Stamp).Bind(3, one.Document.Id).Bind(4, one.IdKey).Bind(6, stamp.Standing).Bind(7, one.TitleCount).Bind(8, one.Vector);
        if (one.Document.Number is { } given) insert.Bind(5, given);
        else insert.Bind(5, (string?)null);
        insert.Run();
        var key = connection.LastKey;
        connection.Prepare("INSERT INTO body (key, record) VALUES (?1, ?2)").Bind(1, key).Bind(2, DocumentRecord.Write(one.Document)).Run();
        if (_filler is not null) _filler.Add(key, one.Postings);
        else AddText(key, one.Text);
        Count(one.Names, one.Facts, 1);
    }

    private void AddText(long key, IndexedText text)
    {
        connection.Prepare("INSERT INTO titled (rowid, text) VALUES (?1, ?2)").Bind(1, key).BindText(2, text.Titled).Run();
        connection.Prepare("INSERT INTO strong (rowid, text) VALUES (?1, ?2)").Bind(1, key).BindText(2, text.Strong).Run();
        connection.Prepare("INSERT INTO words (rowid, text) VALUES (?1, ?2)").Bind(1, key).BindText(2, text.Words).Run();
    }

    // The index holds no text: it forgets a document only when it is told its words again.
    private void Remove(long key)
    {
        var body = connection.Prepare("SELECT record, vector FROM body JOIN doc USING (key) WHERE key = ?1").Bind(1, key);
        if (!body.Step()) throw new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, "the search store lacks a text");
        var document = DocumentRecord.Read(body.Bytes(0));
        foreach (var (term, _, inTitle) in Vector.Read(body.Bytes(1))) _terms.Remove(term, inTitle);
        body.Reset();
        var tally = _counter.Tally(document);
        var text = TextOf(tally);
        connection.Prepare("INSERT INTO titled (titled, rowid, text) VALUES ('delete', ?1, ?2)").Bind(1, key).BindText(2, text.Titled).Run();
        connection.Prepare("INSERT INTO strong (strong, rowid, text) VALUES ('delete', ?1, ?2)").Bind(1, key).BindText(2, text.Strong).Run();
        connection.Prepare("INSERT INTO words (words, rowid, text) VALUES ('delete', ?1, ?2)").Bind(1, key).BindText(2, text.Words).Run();
        Count(tally.FactNames, tally.Facts, -1);
        connection.Prepare("DELETE FROM body WHERE key = ?1").Bind(1, key).Run();
        connection.Prepare("DELETE FROM doc WHERE key = ?1").Bind(1, key).Run();
    }

    // The names, and each name with a word of its value.
    private void Count(ImmutableArray<string> names, ImmutableArray<string> facts, int by)
    {
        foreach (var name in names) _facts[name] = _facts.GetValueOrDefault(name) + by;
        foreach (var fact in facts) _facts[fact] = _facts.GetValueOrDefault(fact) + by;
    }
}
