using System.Collections.Concurrent;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>What searches read of one state of a store and keep for each other. Safe for use by several threads; what is missing is read by whoever needs it.</summary>
internal sealed class StoreState(string generation)
{
    private const long MostRows = 128 << 20; // bytes of vectors
    private const long MostTexts = 16 << 20; // characters

    private readonly ConcurrentDictionary<long, StoredRow> _rows = new();
    private readonly ConcurrentDictionary<long, SearchDocument> _texts = new();
    private long _rowBytes;
    private long _textLength;

    /// <summary>Names the state: another one after each change.</summary>
    public string Generation => generation;

    public int? Documents { get; set; }

    public TitleWords? Titles { get; set; }

    public HashSet<string>? Facts { get; set; }

    public FrequentWords? Frequent { get; set; }

    public StoredRow? FindRow(long key) => _rows.GetValueOrDefault(key);

    public SearchDocument? FindText(long key) => _texts.GetValueOrDefault(key);

    public void Keep(long key, StoredRow row)
    {
        if (Interlocked.Add(ref _rowBytes, row.Vector.Length + 200) > MostRows)
        {
            _rows.Clear();
            Interlocked.Exchange(ref _rowBytes, 0);
        }
        _rows[key] = row;
    }

    public void Keep(long key, SearchDocument document)
    {
        if (Interlocked.Add(ref _textLength, 500 + document.Blocks.Sum(b => b.Text.Length)) > MostTexts)
        {
            _texts.Clear();
            Interlocked.Exchange(ref _textLength, 0);
        }
        _texts[key] = document;
    }
}

/// <summary>A proposal as ranking sees it.</summary>
/// <param name="Vector">See <see cref="Sqlite.Vector"/>.</param>
internal sealed record StoredRow(string Id, RankedFacts Facts, byte[] Vector);
