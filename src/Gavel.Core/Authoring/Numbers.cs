using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>Which numbers of a process are taken: by proposals, by rows of the index, by decisions, by other branches.</summary>
internal static class Numbers
{
    /// <summary>One more than the largest number that anything holds; where the process counts, than the largest of those that were counted.</summary>
    public static int NextFree(Catalog catalog, Process process)
    {
        var taken = Taken(catalog, process).ToHashSet();
        var next = SequenceOf(taken, process).Top + 1;
        while (taken.Contains(next)) next++;
        return next;
    }

    /// <summary>Why the next free number is not one more than the largest; null where it is.</summary>
    public static string? WhyNotLargest(Catalog catalog, Process process, InputNames inputs) =>
        SequenceOf(Taken(catalog, process), process) is { Apart: var (first, last), Top: var top }
            ? string.Create(CultureInfo.InvariantCulture, $"the number follows {top}: {(first == last ? $"{first} stands" : $"{first} to {last} stand")} far above the others{(inputs.Number is { } other ? $"; {other} takes any other" : "")}")
            : null;

    /// <summary>Who holds a number, in words; null when it is free. A row of the index that names no proposal does not hold it against its own author.</summary>
    public static string? Holder(Catalog catalog, Process process, int number)
    {
        if (catalog.Entries.FirstOrDefault(e => IsOf(e, process) && e.Number == number) is { } entry) return $"{entry.Id} ({entry.Path})";
        if (catalog.Pointers.FirstOrDefault(p => p.Number == number && string.Equals(p.Process, process.Name, StringComparison.Ordinal)) is { } pointer) return $"a proposal that went elsewhere ({pointer.Path})";
        if (HiddenOf(catalog, process).FirstOrDefault(h => h.Number == number).Path is { } hidden) return $"a file that cannot be read here ({hidden})";
        if (DecidedOf(catalog, process).Contains(number)) return $"decisions about a proposal that is gone ({DecisionName.FolderOf($"{process.Name}-{number}")})";
        foreach (var taken in catalog.TakenElsewhere)
            if (taken.Number == number && string.Equals(taken.Process, process.Name, StringComparison.Ordinal)) return $"the branch {taken.Branch} ({taken.Path})";
        return null;
    }

    // The numbers of issues leap; what is given by hand goes on from the largest.
    private static NumberSequence SequenceOf(IEnumerable<int> taken, Process process) =>
        process.Numbering == Numbering.Next ? NumberSequence.Of(taken) : new NumberSequence(taken.DefaultIfEmpty().Max(), null);

    private static IEnumerable<int> Taken(Catalog catalog, Process process) =>
        catalog.Entries.Where(e => IsOf(e, process)).Select(e => e.Number ?? 0)
            .Concat(RowsOf(catalog, process).Select(r => r.Number ?? 0))
            .Concat(catalog.Pointers.Where(p => string.Equals(p.Process, process.Name, StringComparison.Ordinal)).Select(p => p.Number ?? 0))
            .Concat(HiddenOf(catalog, process).Select(h => h.Number))
            .Concat(DecidedOf(catalog, process))
            .Concat(catalog.TakenElsewhere.Where(t => string.Equals(t.Process, process.Name, StringComparison.Ordinal)).Select(t => t.Number));

    // What was decided about a proposal that is gone would be about whatever takes its number.
    private static IEnumerable<int> DecidedOf(Catalog catalog, Process process)
    {
        foreach (var id in catalog.Decisions.All.Select(d => d.Proposal).Concat(catalog.Decisions.Unreadable.Select(u => u.Proposal)))
        {
            if (id.StartsWith(process.Name + "-", StringComparison.OrdinalIgnoreCase) && int.TryParse(id.AsSpan(process.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) yield return number;
        }
    }

    private static IEnumerable<(int Number, string Path)> HiddenOf(Catalog catalog, Process process) =>
        from path in catalog.Tree.Hidden
        from number in process.Files.Select(p => p.Match(path)?.Value).OfType<int>().Take(1)
        select (number, path);

    private static IEnumerable<IndexRow> RowsOf(Catalog catalog, Process process) =>
        catalog.Indexes.Where(i => string.Equals(i.Process, process.Name, StringComparison.Ordinal)).SelectMany(i => i.Rows);

    private static bool IsOf(CatalogEntry entry, Process process) => string.Equals(entry.Process.Name, process.Name, StringComparison.Ordinal);
}
