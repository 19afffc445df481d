using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>
/// How many of the proposals that one is compared with have the same fault: those of its time, which are the ten before and the ten after it in the order
/// of the catalog, those of its kind, which have the same value in a field of few values, and all of its process.
/// </summary>
internal sealed class Peers
{
    /// <summary>Fewer show no custom.</summary>
    public const int Fewest = 8;

    private const int Neighbours = 10; // on each side
    private const int MostKinds = 8; // a field of more values parts nothing into kinds
    private const double Covered = 0.8; // the share of proposals that have a field which tells their kinds

    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Row Row, int At)> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<List<int>, int>> _amongAlike = new(StringComparer.Ordinal); // by mark and kind
    private readonly IReadOnlyDictionary<string, StoredEntry> _stored;

    /// <summary>Looks at what is remembered of all entries, whatever the check reports on.</summary>
    public Peers(Catalog catalog)
    {
        _stored = catalog.Stored;
        foreach (var entry in catalog.Entries)
        {
            if (!_rows.TryGetValue(entry.Process.Name, out var row)) _rows[entry.Process.Name] = row = new Row();
            _places.TryAdd(entry.Id, (row, row.Entries.Count));
            row.Entries.Add(entry);
            row.AreNumbered &= entry.Number is not null;
        }
    }

    /// <summary>Takes over what was counted of the catalog before a few edits, where they changed nothing of it.</summary>
    public Peers(Catalog catalog, Peers before, List<EntryEdit> edits)
        : this(catalog)
    {
        var hasSameKinds = edits.TrueForAll(e => e.Before.HasFieldsOf(e.After));
        foreach (var (process, row) in before._rows)
        {
            var now = _rows[process];
            if (hasSameKinds) now.Kinds = row.Kinds;
            foreach (var (mark, failing) in row.Failing)
            {
                if (!edits.Exists(e => e.Turns(mark))) now.Failing[mark] = failing;
            }
        }
    }

    /// <summary>How many proposals its process has; 0 for an id that is none.</summary>
    public int CountOf(string id) => _places.TryGetValue(id, out var place) ? place.Row.Entries.Count : 0;

    /// <summary>How many of its process fail.</summary>
    public int FailingLike(string id, string mark) => _places.TryGetValue(id, out var place) ? Failing(place.Row, mark)[^1] : 0;

    /// <summary>
    /// The share that fails in the time of a proposal, which says nothing about itself. Only numbers tell what came before it; a proposal that is still worked
    /// on is held to what is usual now, an older one to what was ever usual.
    /// </summary>
    /// <returns>Null where its time is not known, and for one that is no longer worked on.</returns>
    public double? ShareNow(string id, string mark) =>
        _places.TryGetValue(id, out var place) && IsLive(place.Row.Entries[place.At]) && place.Row.AreNumbered && place.Row.Entries.Count >= Fewest
            ? ShareNearby(place.Row, place.At, mark) : null;

    /// <summary>The share that fails among all, or in its time, whichever is larger.</summary>
    public double ShareEver(string id, string mark)
    {
        if (!_places.TryGetValue(id, out var place)) return 0;
        return Math.Max(ShareNearby(place.Row, place.At, mark), (double)Failing(place.Row, mark)[^1] / place.Row.Entries.Count);
    }

    /// <summary>The share that fails among the others of its kind; the largest where several fields tell kinds, 0 where none does or there are few of its kind.</summary>
    public double ShareOfKind(string id, string mark)
    {
        if (!_places.TryGetValue(id, out var place)) return 0;
        var failing = Failing(place.Row, mark);
        var self = failing[place.At + 1] - failing[place.At];
        var largest = 0.0;
        foreach (var kind in KindsOf(place.Row))
        {
            if (!kind.TryGetValue(place.At, out var alike) || alike.Count <= Fewest) continue;
            largest = Math.Max(largest, (double)(FailingAmong(alike, mark, failing) - self) / (alike.Count - 1));
        }
        return largest;
    }

    // Asked for each proposal of a kind that has the mark.
    private int FailingAmong(List<int> alike, string mark, int[] failing)
    {
        if (!_amongAlike.TryGetValue(mark, out var counts)) _amongAlike[mark] = counts = [];
        if (counts.TryGetValue(alike, out var known)) return known;
        var count = 0;
        foreach (var at in alike) count += failing[at + 1] - failing[at];
        return counts[alike] = count;
    }

    private static bool IsLive(CatalogEntry entry) => entry.Kind is StatusKind.Draft or StatusKind.Open or StatusKind.Accepted;

    private double ShareNearby(Row row, int at, string mark)
    {
        var failing = Failing(row, mark);
        var first = Math.Max(0, at - Neighbours);
        var last = Math.Min(row.Entries.Count - 1, at + Neighbours);
        var self = failing[at + 1] - failing[at];
        return (double)(failing[last + 1] - failing[first] - self) / Math.Max(1, last - first);
    }

    private int[] Failing(Row row, string mark)
    {
        if (row.Failing.TryGetValue(mark, out var known)) return known;
        var sums = new int[row.Entries.Count + 1];
        for (var i = 0; i < row.Entries.Count; i++)
        {
            var fails = _stored.TryGetValue(row.Entries[i].Path, out var stored) && stored.Broken.Contains(mark, StringComparison.Ordinal);
            sums[i + 1] = sums[i] + (fails ? 1 : 0);
        }
        return row.Failing[mark] = sums;
    }

    /// <summary>For each field that tells kinds: the place of a proposal to the places of all that have its value.</summary>
    private static List<Dictionary<int, List<int>>> KindsOf(Row row)
    {
        if (row.Kinds is { } known) return known;
        var byField = new Dictionary<string, Dictionary<string, List<int>>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < row.Entries.Count; i++)
        {
            foreach (var fact in row.Entries[i].Fields)
            {
                if (fact.Value is not { Length: > 0 } value || string.Equals(fact.Name, row.Entries[i].Process.StatusField, StringComparison.OrdinalIgnoreCase)) continue;
                if (!byField.TryGetValue(fact.Name, out var values)) byField[fact.Name] = values = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
                if (values.Count > MostKinds) continue;
                if (!values.TryGetValue(value, out var places)) values[value] = places = [];
                places.Add(i);
            }
        }
        var kinds = new List<Dictionary<int, List<int>>>();
        foreach (var values in byField.Values)
        {
            if (values.Count is < 2 or > MostKinds || values.Values.Sum(v => v.Count) < Covered * row.Entries.Count) continue;
            var kind = new Dictionary<int, List<int>>();
            foreach (var places in values.Values)
            {
                foreach (var place in places) kind[place] = places;
            }
            kinds.Add(kind);
        }
        return row.Kinds = kinds;
    }

    private sealed class Row
    {
        public List<CatalogEntry> Entries { get; } = [];

        /// <summary>By mark: how many entries fail before each place.</summary>
        public Dictionary<string, int[]> Failing { get; } = new(StringComparer.Ordinal);

        public bool AreNumbered { get; set; } = true;

        public List<Dictionary<int, List<int>>>? Kinds { get; set; }
    }
}
