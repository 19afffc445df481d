using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>
/// Finds the proposals that are worth ranking. A store with more than <paramref name="most"/> is asked for those whose titles match, then for those in which the
/// words weigh much, then for all, until there are so many.
/// </summary>
internal sealed class CandidateFinder(Connection connection, FrequentWords frequent, int most)
{
    private const int MostFacts = 40;

    private readonly HashSet<long> _keys = [];

    /// <param name="isCapped">There are more.</param>
    public IReadOnlyCollection<long> Find(SearchPlan plan, bool isRelaxed, out bool isCapped)
    {
        var unwanted = MatchText.Unwanted(plan, frequent, Fact);
        if (MatchText.Of(plan, frequent, Fact, isRelaxed) is not { } all)
        {
            isCapped = !AllBut(unwanted);
            return _keys;
        }
        var hasTiers = most < int.MaxValue - 1;
        isCapped = !(
            (!hasTiers || Add("titled", all, null, unwanted))
            && (!hasTiers || !plan.Phrases.IsEmpty || !plan.Words.Any(w => w.IsDemanded) || Add("strong", MatchText.Of(plan, frequent, Fact, isRelaxed, withPhrases: false)!, MatchText.InTitle(plan), unwanted))
            && Add(plan.Words.IsEmpty ? "strong" : "words", all, MatchText.InTitle(plan), unwanted));
        return _keys;
    }

    // False when there are more than are wanted.
    private bool Add(string table, string match, string? inTitle, string? unwanted)
    {
        var isWhole = table == "words";
        if (unwanted is not null && isWhole) match = $"({match}) NOT ({unwanted})";
        // A plus keeps FTS5 from asking for each key by itself.
        var sql = $"SELECT rowid FROM {table} WHERE {table} MATCH ?1"
            + (inTitle is null ? "" : " AND +rowid IN (SELECT rowid FROM titled WHERE titled MATCH ?2)")
            + (unwanted is null || isWhole ? "" : " AND +rowid NOT IN (SELECT rowid FROM words WHERE words MATCH ?3)");
        var select = connection.Prepare(sql).Bind(1, match);
        if (inTitle is not null) select.Bind(2, inTitle);
        if (unwanted is not null && !isWhole) select.Bind(3, unwanted);
        return Take(select);
    }

    // A beginning makes FTS5 put whole lists together before it looks at the first proposal; the facts themselves it leaps over.
    private string Fact(string beginning)
    {
        var facts = new List<string>();
        var select = connection.Prepare("SELECT name FROM fact WHERE name >= ?1 AND name < ?2 AND docs > 0 LIMIT ?3").Bind(1, beginning).Bind(2, beginning + "\U0010FFFF").Bind(3, MostFacts + 1);
        while (select.Step()) facts.Add(MatchText.Quoted(select.Text(0)));
        select.Reset();
        return facts.Count switch
        {
            0 => MatchText.Quoted(beginning), // finds nothing
            <= MostFacts => $"({string.Join(" OR ", facts)})",
            _ => MatchText.Quoted(beginning) + " *",
        };
    }

    private bool AllBut(string? unwanted)
    {
        if (unwanted is null) return Take(connection.Prepare("SELECT key FROM doc"));
        return Take(connection.Prepare("SELECT key FROM doc WHERE key NOT IN (SELECT rowid FROM words WHERE words MATCH ?1)").Bind(1, unwanted));
    }

    private bool Take(Statement select)
    {
        var isAll = true;
        while (select.Step())
        {
            var key = select.Long(0);
            if (_keys.Count >= most && !_keys.Contains(key))
            {
                isAll = false;
                break;
            }
            _keys.Add(key);
        }
        select.Reset();
        return isAll;
    }
}
