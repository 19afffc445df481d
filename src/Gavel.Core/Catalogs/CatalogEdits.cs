using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Catalogs that follow each other while somebody writes: of an edit one document is read, and all that does not depend on its text is shared.</summary>
public static class CatalogEdits
{
    /// <summary>The catalog after the text of one file changed.</summary>
    /// <param name="tree">Has files of the same names with the same contents, but this one.</param>
    /// <returns>Null where others depend on what changed, so that the catalog has to be built: the file is no proposal or is none any more, or has another number or id.</returns>
    public static Catalog? After(this Catalog before, ITree tree, string path)
    {
        if (before.FindByPath(path) is not { } old || before is not { Past: { } reader, Targets: { } targets } || before.Contested.Contains(path)) return null;
        if (!before.Stored.TryGetValue(path, out var known) || known is not { IsBare: false, Entry: { } raw }) return null;
        // A fault of the whole catalog that points into the text.
        if (before.Faults.Any(f => f.At.Path == path || f.Proposal == old.Id || f.Related.Any(r => r.At.Path == path))) return null;
        if (reader.After(tree, path) is not var (next, stored) || stored.Entry is not { } read || !IsNamedTheSame(raw, read)) return null;

        var isShared = !string.Equals(old.Id, raw.Id, StringComparison.Ordinal); // several files have its id, so that it goes by its path
        var entry = EntryResolver.WithReferences(isShared ? read with { Id = old.Id } : read, targets);
        if (isShared) stored = stored.Under(old.Id);
        entry = next.WithUpdated(entry);
        var work = new Dictionary<string, StoredEntry>(before.Stored, StringComparer.Ordinal) { [path] = stored };
        return new Catalog(tree, before.Processes, before.Entries.Replace(old, entry, ReferenceEqualityComparer.Instance), before.Indexes, before.Faults)
        {
            TakenElsewhere = before.TakenElsewhere,
            Pointers = before.Pointers,
            Decisions = before.Decisions,
            Allowed = before.Allowed,
            Opener = next.Open,
            AnchorReader = before.AnchorReader,
            Defects = before.Defects,
            Stored = work,
            Store = before.Store,
            Digest = string.Equals(stored.Facts, known.Facts, StringComparison.Ordinal) && read.Created == raw.Created ? before.Digest : Sha256.Hex($"{before.Digest}\n{path}\n{stored.Facts}\n{read.Created:O}", 24),
            Past = next,
            Targets = targets,
            Contested = before.Contested,
            Notes = before.Notes,
        };
    }

    /// <summary>As <see cref="CatalogDates.WithDates(Catalog, IHistory, CancellationToken)"/> for a catalog that follows one with dates, of the same history.</summary>
    /// <param name="path">Of the one proposal that is another.</param>
    public static Catalog WithDatesOf(this Catalog catalog, Catalog dated, string path, IHistory history, TimelineSet timelines)
    {
        if (catalog.FindByPath(path) is not { } entry || dated.FindByPath(path) is not { } old) throw new ArgumentException($"{path} is no proposal", nameof(path));
        return catalog.With(dated.Entries.Replace(old, CatalogDates.Dated(entry, history, timelines), ReferenceEqualityComparer.Instance));
    }

    // What other entries, rows of indexes and timelines know it by.
    private static bool IsNamedTheSame(CatalogEntry before, CatalogEntry after) =>
        ReferenceEquals(before.Process, after.Process) && before.Number == after.Number && string.Equals(before.Id, after.Id, StringComparison.Ordinal) && string.Equals(before.Directory, after.Directory, StringComparison.Ordinal)
        && string.Equals(before.TemplatePath, after.TemplatePath, StringComparison.Ordinal) && string.Equals(before.TemplateRevision, after.TemplateRevision, StringComparison.Ordinal);
}
