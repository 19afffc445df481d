using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>The index in a store, as one connection sees it. Not safe for use by several threads at once.</summary>
internal sealed class SqliteIndex(Connection connection) : ISearchIndex
{
    private const int MostCandidates = 2000;
    private const int MostRows = 20_000; // that are kept in memory

    private readonly Dictionary<long, Row> _rows = [];
    private TitleWords? _titles;
    private HashSet<string>? _facts;
    private long _documents = -1;
    private long _version = -1;

    private sealed record Row(string Id, RankedFacts Facts, byte[] Vector);

    public int Documents => (int)(_documents < 0 ? _documents = connection.Number("SELECT count(*) FROM doc") : _documents);

    public TitleWords Titles
    {
        get
        {
            if (_titles is not null) return _titles;
            var terms = new List<(string Term, int Titles)>();
            var select = connection.Prepare("SELECT text, titles FROM term WHERE titles > 0");
            while (select.Step()) terms.Add((select.Text(0), (int)select.Long(1)));
            select.Reset();
            return _titles = new TitleWords(terms);
        }
    }

    /// <summary>Forgets what another connection has changed meanwhile. To be called at the beginning of a transaction.</summary>
    /// <param name="always">This connection itself has changed it.</param>
    public void Refresh(bool always = false)
    {
        var version = connection.Number("PRAGMA data_version");
        if (version == _version && !always) return;
        _version = version;
        _rows.Clear();
        _titles = null;
        _facts = null;
        _documents = -1;
    }

    public int CountOf(string term) => Find(term).Documents;

    public bool IsInTitles(string term) => Find(term).Titles > 0;

    public bool HasFact(string name)
    {
        if (_facts is null)
        {
            _facts = new HashSet<string>(StringComparer.Ordinal);
            var select = connection.Prepare("SELECT name FROM fact WHERE docs > 0");
            while (select.Step()) _facts.Add(select.Text(0));
            select.Reset();
        }
        return _facts.Contains(name);
    }

    public IEnumerable<(string Term, int Count)> Beginning(string prefix, int limit)
    {
        var found = new List<(string Term, int Count)>();
        var select = connection.Prepare("SELECT text, docs FROM term WHERE text >= ?1 AND text < ?2 AND docs > 0 ORDER BY docs DESC, text LIMIT ?3").Bind(1, prefix).Bind(2, prefix + "\U0010FFFF").Bind(3, limit);
        while (select.Step()) found.Add((select.Text(0), (int)select.Long(1)));
        select.Reset();
        return found;
    }

    public SearchDocument Open(long key)
    {
        var select = connection.Prepare("SELECT record FROM body WHERE key = ?1").Bind(1, key);
        if (!select.Step()) throw new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, "the search store lacks a text");
        var document = DocumentRecord.Read(select.Bytes(0));
        select.Reset();
        return document;
    }

    public List<Ranked> Match(SearchPlan plan, bool isRelaxed, out bool isCapped)
    {
        var wanted = new List<(int Term, int Place)>();
        for (var i = 0; i < plan.Terms.Length; i++)
        {
            if (Find(plan.Terms[i]).Number is > 0 and var number) wanted.Add((number, i));
        }
        wanted.Sort();
        var ranked = new List<Ranked>();
        Span<byte> levels = stackalloc byte[plan.Terms.Length];
        foreach (var key in Candidates(plan, isRelaxed, out isCapped))
        {
            var row = RowOf(key);
            var title = Vector.Look(row.Vector, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(wanted), levels);
            var score = Ranker.Score(plan, levels, title, row.Facts, isRelaxed);
            if (score > 0) ranked.Add(new Ranked(key, score, row.Facts.Number, row.Id));
        }
        return ranked;
    }

    // Each tier adds its own; the last is everything. Few documents need no tiers: all that match are ranked.
    private IEnumerable<long> Candidates(SearchPlan plan, bool isRelaxed, out bool isCapped)
    {
        isCapped = false;
        var keys = new HashSet<long>();
        if (MatchText.Of(plan, MatchText.Tiers[^1], isRelaxed) is null) return AllBut(plan, out isCapped);
        var hasTiers = Documents > MostCandidates && plan.Words.Any(w => w.IsDemanded);
        foreach (var columns in hasTiers ? MatchText.Tiers : MatchText.Tiers[^1..])
        {
            var select = connection.Prepare("SELECT rowid FROM words WHERE words MATCH ?1 LIMIT ?2").Bind(1, MatchText.Of(plan, columns, isRelaxed)).Bind(2, MostCandidates + 1);
            while (select.Step())
            {
                if (keys.Count == MostCandidates && !keys.Contains(select.Long(0)))
                {
                    isCapped = true;
                    break;
                }
                keys.Add(select.Long(0));
            }
            select.Reset();
            if (isCapped) break;
        }
        return keys;
    }

    private List<long> AllBut(SearchPlan plan, out bool isCapped)
    {
        var unwanted = new HashSet<long>();
        if (MatchText.Unwanted(plan) is { } text)
        {
            var match = connection.Prepare("SELECT rowid FROM words WHERE words MATCH ?1 LIMIT ?2").Bind(1, text).Bind(2, -1);
            while (match.Step()) unwanted.Add(match.Long(0));
            match.Reset();
        }
        var keys = new List<long>();
        isCapped = false;
        var select = connection.Prepare("SELECT key FROM doc");
        while (select.Step())
        {
            if (unwanted.Contains(select.Long(0))) continue;
            isCapped = keys.Count == MostCandidates;
            if (isCapped) break;
            keys.Add(select.Long(0));
        }
        select.Reset();
        return keys;
    }

    private Row RowOf(long key)
    {
        if (_rows.TryGetValue(key, out var known)) return known;
        var select = connection.Prepare("SELECT id, idkey, number, standing, titles, vector FROM doc WHERE key = ?1").Bind(1, key);
        if (!select.Step()) throw new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, "the search store lacks a document");
        var facts = new RankedFacts((int)select.Long(4), select.IsNull(2) ? null : (int)select.Long(2), select.Text(1), (int)select.Long(3));
        var row = new Row(select.Text(0), facts, select.Bytes(5).ToArray());
        select.Reset();
        if (_rows.Count == MostRows) _rows.Clear();
        _rows.Add(key, row);
        return row;
    }

    private (int Number, int Documents, int Titles) Find(string term)
    {
        var select = connection.Prepare("SELECT number, docs, titles FROM term WHERE text = ?1").Bind(1, term);
        var found = select.Step() ? ((int)select.Long(0), (int)select.Long(1), (int)select.Long(2)) : default;
        select.Reset();
        return found;
    }
}
