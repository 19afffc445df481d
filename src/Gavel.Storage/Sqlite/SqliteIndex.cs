using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>The index in a store, as one connection sees it. Not safe for use by several threads at once.</summary>
/// <param name="stateOf">What is kept for a generation of the store.</param>
internal sealed class SqliteIndex(Connection connection, Func<string, StoreState> stateOf) : ISearchIndex
{
    private const int MostCandidates = 2000;

    private StoreState _state = new("");

    public int Documents => _state.Documents ??= (int)connection.Number("SELECT count(*) FROM doc");

    public TitleWords Titles
    {
        get
        {
            if (_state.Titles is { } known) return known;
            var terms = new List<(string Term, int Titles)>();
            var select = connection.Prepare("SELECT text, titles FROM term WHERE titles > 0");
            while (select.Step()) terms.Add((select.Text(0), (int)select.Long(1)));
            select.Reset();
            return _state.Titles = new TitleWords(terms);
        }
    }

    private FrequentWords Frequent => _state.Frequent ??= StoreWriter.FrequentOf(connection);

    /// <summary>Goes over to what was written meanwhile. To be called within a transaction.</summary>
    public void Refresh()
    {
        var generation = StoreWriter.GenerationOf(connection);
        if (_state.Generation != generation) _state = stateOf(generation);
    }

    public int CountOf(string term) => Find(term).Documents;

    public bool IsInTitles(string term) => Find(term).Titles > 0;

    public bool HasFact(string name)
    {
        if (_state.Facts is not { } facts)
        {
            facts = new HashSet<string>(StringComparer.Ordinal);
            var select = connection.Prepare("SELECT name FROM fact WHERE docs > 0 AND instr(name, '=') = 0");
            while (select.Step()) facts.Add(select.Text(0));
            select.Reset();
            _state.Facts = facts;
        }
        return facts.Contains(name);
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
        if (_state.FindText(key) is { } known) return known;
        var select = connection.Prepare("SELECT record FROM body WHERE key = ?1").Bind(1, key);
        if (!select.Step()) throw new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, "the search store lacks a text");
        var document = DocumentRecord.Read(select.Bytes(0));
        select.Reset();
        _state.Keep(key, document);
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
        foreach (var key in new CandidateFinder(connection, Frequent, Documents > MostCandidates ? MostCandidates : int.MaxValue - 1).Find(plan, isRelaxed, out isCapped))
        {
            var row = RowOf(key);
            var title = Vector.Look(row.Vector, row.Steps, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(wanted), levels);
            var score = Ranker.Score(plan, levels, title, row.Facts, isRelaxed);
            if (score > 0) ranked.Add(new Ranked(key, score, row.Facts.Number, row.Id));
        }
        return ranked;
    }

    private StoredRow RowOf(long key)
    {
        if (_state.FindRow(key) is { } known) return known;
        var select = connection.Prepare("SELECT id, idkey, number, standing, titles, vector FROM doc WHERE key = ?1").Bind(1, key);
        if (!select.Step()) throw new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, "the search store lacks a document");
        var facts = new RankedFacts((int)select.Long(4), select.IsNull(2) ? null : (int)select.Long(2), select.Text(1), (int)select.Long(3));
        var row = new StoredRow(select.Text(0), facts, select.Bytes(5).ToArray());
        select.Reset();
        _state.Keep(key, row);
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
