using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>Which numbers of a process are taken: by proposals, by rows of the index, by other branches.</summary>
internal static class Numbers
{
    /// <summary>One more than the largest number that anything holds.</summary>
    public static int NextFree(Catalog catalog, Process process)
    {
        var largest = 0;
        foreach (var entry in catalog.Entries.Where(e => IsOf(e, process))) largest = Math.Max(largest, entry.Number ?? 0);
        foreach (var row in RowsOf(catalog, process)) largest = Math.Max(largest, row.Number ?? 0);
        foreach (var pointer in catalog.Pointers)
            if (string.Equals(pointer.Process, process.Name, StringComparison.Ordinal)) largest = Math.Max(largest, pointer.Number ?? 0);
        foreach (var taken in catalog.TakenElsewhere)
            if (string.Equals(taken.Process, process.Name, StringComparison.Ordinal)) largest = Math.Max(largest, taken.Number);
        return largest + 1;
    }

    /// <summary>Who holds a number, in words; null when it is free. A row of the index that names no proposal does not hold it against its own author.</summary>
    public static string? Holder(Catalog catalog, Process process, int number)
    {
        if (catalog.Entries.FirstOrDefault(e => IsOf(e, process) && e.Number == number) is { } entry) return $"{entry.Id} ({entry.Path})";
        if (catalog.Pointers.FirstOrDefault(p => p.Number == number && string.Equals(p.Process, process.Name, StringComparison.Ordinal)) is { } pointer) return $"a proposal that went elsewhere ({pointer.Path})";
        foreach (var taken in catalog.TakenElsewhere)
            if (taken.Number == number && string.Equals(taken.Process, process.Name, StringComparison.Ordinal)) return $"the branch {taken.Branch} ({taken.Path})";
        return null;
    }

    private static IEnumerable<IndexRow> RowsOf(Catalog catalog, Process process) =>
        catalog.Indexes.Where(i => string.Equals(i.Process, process.Name, StringComparison.Ordinal)).SelectMany(i => i.Rows);

    private static bool IsOf(CatalogEntry entry, Process process) => string.Equals(entry.Process.Name, process.Name, StringComparison.Ordinal);
}
