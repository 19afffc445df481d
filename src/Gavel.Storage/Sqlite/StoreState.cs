using Gavel.Core.Searching;
using Gavel.Storage.Cache;

namespace Gavel.Storage.Sqlite;

/// <summary>What searches read of one state of a store and keep for each other. Safe for use by several threads; what is missing is read by whoever needs it.</summary>
internal sealed class StoreState
{
    private const long MostRows = 128 << 20; // bytes of vectors
    private const long MostTexts = 16 << 20; // characters

    // A key is never given twice, and what it stands for does not change but for the standing.
    private readonly KeptValues<long, StoredRow> _rows;
    private readonly KeptValues<long, SearchDocument> _texts;

    public StoreState(string generation)
        : this(generation, new KeptValues<long, StoredRow>(MostRows), new KeptValues<long, SearchDocument>(MostTexts))
    {
    }

    private StoreState(string generation, KeptValues<long, StoredRow> rows, KeptValues<long, SearchDocument> texts) => (Generation, _rows, _texts) = (generation, rows, texts);

    /// <summary>Names the state: another one after each change.</summary>
    public string Generation { get; }

    public int? Documents { get; set; }

    public TitleWords? Titles { get; set; }

    public HashSet<string>? Facts { get; set; }

    public FrequentWords? Frequent { get; set; }

    public StoredRow? FindRow(long key) => _rows.Find(key);

    public SearchDocument? FindText(long key) => _texts.Find(key);

    public void Keep(long key, StoredRow row) => _rows.Keep(key, row, row.Vector.Length + (row.Steps.Length * sizeof(long)) + 200);

    public void Keep(long key, SearchDocument document) => _texts.Keep(key, document, 500 + document.Blocks.Sum(b => b.Text.Length));

    /// <summary>What a change leaves of it.</summary>
    public StoreState After(string generation, StoreChange change)
    {
        if (change.IsAnew) return new StoreState(generation);
        var (gone, moved) = (change.Difference.Gone, change.Difference.Moved);
        // Those who still search this state must not bring an old standing into the next one.
        var rows = moved.Count == 0 ? _rows : _rows.Without(moved.Select(m => m.Key));
        foreach (var key in gone)
        {
            rows.Forget(key);
            _texts.Forget(key);
        }
        return new StoreState(generation, rows, _texts)
        {
            Documents = Documents + change.Difference.Fresh.Count - gone.Count,
            Titles = change.HasOtherTitles ? null : Titles,
            Facts = change.HasOtherNames ? null : Facts,
            Frequent = Frequent,
        };
    }
}

/// <summary>A proposal as ranking sees it.</summary>
/// <param name="Vector">See <see cref="Sqlite.Vector"/>.</param>
internal sealed record StoredRow(string Id, RankedFacts Facts, byte[] Vector)
{
    public long[] Steps { get; } = Sqlite.Vector.Steps(Vector);
}
