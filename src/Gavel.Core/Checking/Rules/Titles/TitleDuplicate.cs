using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Titles;

/// <summary>Reports a title that an earlier proposal of the same process has, unless one of the two was given up or they lie in different folders.</summary>
internal sealed class TitleDuplicate : ICatalogRule
{
    private static readonly Reason Unique = new Reason.Standard("a title tells proposals apart");

    public RuleInfo Info { get; } = new("title-duplicate", Severity.Warning, "Two proposals have the same title.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var first = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            var title = Values.Folded(entry.Title);
            if (title.Length == 0 || entry.TitleAt.Span.IsEmpty || IsGivenUp(entry.Kind)) continue;
            // A specification that is proposed again for the next release keeps its title in another folder.
            var folder = TreePath.FolderOf(entry.Directory ?? entry.Path);
            var key = $"{entry.Process.Name}\n{folder}\n{title}";
            if (first.TryAdd(key, entry)) continue;
            var earlier = first[key];
            yield return Info.Report(entry, entry.TitleAt, $"{earlier.Id} has the title {Subjects.Quote(entry.Title)} too", Unique, title) with
            {
                Related = [new Related(earlier.TitleAt, "the other one")],
            };
        }
    }

    private static bool IsGivenUp(StatusKind? kind) =>
        kind is StatusKind.Superseded or StatusKind.Withdrawn or StatusKind.Rejected or StatusKind.Deferred;
}
