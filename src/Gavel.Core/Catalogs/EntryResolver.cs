using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Which words and paths name which proposal.</summary>
/// <param name="ById">Without case: the id in its own spelling.</param>
/// <param name="ByPath">The id by the path of the document, and by that of its directory.</param>
/// <param name="Gone">Ids that only a file has which says where the proposal went.</param>
internal sealed record ReferenceTargets(Dictionary<string, string> ById, Dictionary<string, string> ByPath, HashSet<string> Gone);

/// <summary>Gives entries and rows what only the whole catalog knows: which ids exist, and that no two share one.</summary>
internal static class EntryResolver
{
    private static readonly string[] KindMarks = ["0", "1", "2", "3", "4"]; // one for each kind of reference

    /// <param name="work">By path; the ids in it follow a changed id.</param>
    /// <returns>The entries in the order of the catalog, and a fault for each id that several files have.</returns>
    public static (ImmutableArray<CatalogEntry> Entries, ImmutableArray<Diagnostic> Doubles, ReferenceTargets Targets) Resolve(
        List<CatalogEntry> entries, ImmutableArray<Process> processes, ImmutableArray<PointerFile> pointers, Dictionary<string, StoredEntry> work)
    {
        var doubles = ImmutableArray.CreateBuilder<Diagnostic>();
        Separate(entries, doubles, work);
        var byId = new Dictionary<string, string>(entries.Count, StringComparer.OrdinalIgnoreCase);
        var byPath = new Dictionary<string, string>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            byId.TryAdd(entry.Id, entry.Id);
            byPath.TryAdd(entry.Path, entry.Id);
            if (entry.Directory is { } directory) byPath.TryAdd(directory, entry.Id);
        }
        var gone = pointers.Select(p => p.Id).Where(id => !byId.ContainsKey(id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var targets = new ReferenceTargets(byId, byPath, gone);
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i] = WithReferences(entries[i], targets);
        }
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var process in processes) order.TryAdd(process.Name, order.Count);
        entries.Sort((a, b) => Compare(order.GetValueOrDefault(a.Process.Name), order.GetValueOrDefault(b.Process.Name), a, b));
        return ([.. entries], doubles.ToImmutable(), targets);
    }

    public static CatalogEntry WithReferences(CatalogEntry entry, ReferenceTargets targets) =>
        entry.References.IsEmpty ? entry : entry with { References = References(entry, targets.ById, targets.ByPath, targets.Gone) };

    /// <summary>A row that leads to a page which is no proposal is none, nor is one that leads to a proposal of another process whose rows the page has too.</summary>
    public static IndexTable Resolve(IndexTable table, ImmutableArray<CatalogEntry> entries, ITree tree)
    {
        var byPath = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        var byNumber = new Dictionary<int, CatalogEntry>();
        var byId = new Dictionary<string, CatalogEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            byPath.TryAdd(entry.Path, entry);
            if (entry.Directory is { } directory) byPath.TryAdd(directory, entry);
            if (!string.Equals(entry.Process.Name, table.Process, StringComparison.Ordinal)) continue;
            byId.TryAdd(entry.Id, entry);
            if (entry.Number is { } number) byNumber.TryAdd(number, entry);
        }
        return table with { Rows = [.. table.Rows.Select(r => r with { Id = IdOf(r) }).Where(r => r is not { Id: null, Number: null, Target: { } target } || tree.Find(target) is null).Where(r => !IsOthers(r))] };

        bool IsOthers(IndexRow row) => row.Target is { } target && byPath.TryGetValue(target.TrimEnd('/'), out var linked) && !string.Equals(linked.Process.Name, table.Process, StringComparison.Ordinal);

        // By its link; only without one by its number or label.
        string? IdOf(IndexRow row)
        {
            if (row.Target is { } target) return byPath.TryGetValue(target.TrimEnd('/'), out var linked) ? linked.Id : null;
            if (row.Number is { } number) return byNumber.TryGetValue(number, out var numbered) ? numbered.Id : null;
            return byId.TryGetValue(row.Label, out var named) ? named.Id : null;
        }
    }

    // Numbers may be shared: that is "number-duplicate", and only the second and later files are named by their paths. Without numbers all are, with the status folder.
    private static void Separate(List<CatalogEntry> entries, ImmutableArray<Diagnostic>.Builder doubles, Dictionary<string, StoredEntry> work)
    {
        var ids = new HashSet<string>(entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries) ids.Add(entry.Id);
        if (ids.Count == entries.Count) return; // as it should be

        var byId = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < entries.Count; i++)
        {
            if (!byId.TryGetValue(entries[i].Id, out var same)) byId[entries[i].Id] = same = [];
            same.Add(i);
        }
        foreach (var (shared, same) in byId.Where(g => g.Value.Count > 1).ToList())
        {
            var first = entries[same[0]];
            foreach (var i in same)
            {
                var entry = entries[i];
                if (i == same[0] && entry.Number is not null) continue;
                var path = ProposalIdentity.PathName(entry.Process, entry.Path, match: null, keepStatusFolder: true);
                var id = path;
                if (byId.TryGetValue(path, out var others) && !(others.Count == 1 && others[0] == i)) id = others == same && i == same[0] ? path : entry.Path;
                byId.TryAdd(id, [i]);
                entries[i] = entry with { Id = id };
                if (entry.Number is null && i != same[0])
                {
                    doubles.Add(new Diagnostic("id-duplicate", Severity.Error, entry.TitleAt, $"'{shared}' is also the id of {first.Path}", new Reason.Standard("ids are unique"))
                    {
                        Proposal = id,
                        Subject = shared,
                        Related = [new Related(first.TitleAt, $"the first '{shared}'")],
                    });
                }
                if (work.TryGetValue(entry.Path, out var stored)) work[entry.Path] = stored.Under(id);
            }
        }
    }

    private static ImmutableArray<Reference> References(CatalogEntry entry, Dictionary<string, string> byId, Dictionary<string, string> byPath, HashSet<string> gone)
    {
        var result = ImmutableArray.CreateBuilder<Reference>(entry.References.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Links that lead to no proposal, in the order of the text.
        var astray = entry.References.Where(r => ReferenceReader.PathOf(r) is { } path && !byPath.ContainsKey(path) && !byPath.ContainsKey(path.TrimEnd('/'))).OrderBy(r => r.At.Span.Start).ToList();
        foreach (var raw in entry.References)
        {
            string? known;
            if (ReferenceReader.PathOf(raw) is { } path)
            {
                // A link to a file that is no proposal is no reference.
                if (!byPath.TryGetValue(path, out known) && !byPath.TryGetValue(path.TrimEnd('/'), out known)) continue;
            }
            else
            {
                byId.TryGetValue(raw.To, out known);
                if (known is null && gone.Contains(raw.To)) continue; // it went elsewhere, and the file that says so is there
                if (known is null && raw.Source == ReferenceSource.Text && IsIn(astray, raw.At.Span)) continue; // what is wrong with it is the link
            }
            var to = known ?? raw.To;
            // That it names itself says nothing, but for what it cannot be to itself.
            if ((string.Equals(to, entry.Id, StringComparison.OrdinalIgnoreCase) && raw.Kind is not (ReferenceKind.Requires or ReferenceKind.Supersedes)) || !seen.Add(string.Concat(KindMarks[(int)raw.Kind], to))) continue;
            result.Add(raw with { To = to, IsKnown = known is not null });
        }
        return result.ToImmutable();
    }

    private static bool IsIn(List<Reference> sorted, TextSpan span)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].At.Span.Start <= span.Start) low = middle + 1;
            else high = middle;
        }
        return low > 0 && sorted[low - 1].At.Span.Contains(span.Start);
    }

    private static int Compare(int processA, int processB, CatalogEntry a, CatalogEntry b)
    {
        if (processA != processB) return processA.CompareTo(processB);
        if (a.Number != b.Number) return (a.Number ?? int.MaxValue).CompareTo(b.Number ?? int.MaxValue);
        return string.CompareOrdinal(a.Id, b.Id) is var byId and not 0 ? byId : string.CompareOrdinal(a.Path, b.Path);
    }
}
