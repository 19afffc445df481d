using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Reports an index row whose link leads to a file that is not there. A row without a link reserves its number and is no fault.</summary>
internal sealed class IndexDangling : ICatalogRule
{
    private static readonly Reason Exists = new Reason.Standard("a row of the index leads to its proposal");

    public RuleInfo Info { get; } = new("index-dangling", Severity.Error, "The index links to a proposal that is not there.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var numbered = new Lazy<ILookup<(string Process, int? Number), CatalogEntry>>(() => catalog.Entries.ToLookup(e => (e.Process.Name, e.Number)));
        foreach (var index in catalog.Indexes)
        {
            foreach (var row in index.Rows)
            {
                if (row.Target is not { Length: > 0 } target || catalog.Tree.Find(target) is not null || catalog.Tree.HasFolder(target) || catalog.Tree.IsHidden(target)) continue;
                var other = row.Id is { } id ? catalog.Find(id) : row.Number is not null ? numbered.Value[(index.Process, row.Number)].FirstOrDefault() : null;
                yield return new Diagnostic(Info.Name, Info.Severity, row.At, $"the row of {row.Label} links to '{target}', which is not there", Exists)
                {
                    Subject = target,
                    Help = other is null ? null : $"{other.Id} is at {other.Path}",
                    Related = other is null ? [] : [new Related(other.TitleAt, "the proposal")],
                    Fix = other is null ? null : FixOf(catalog, index, row, other),
                };
            }
        }
    }

    /// <returns>Null where the row does not write the path exactly once.</returns>
    private static Fix? FixOf(Catalog catalog, IndexTable index, IndexRow row, CatalogEntry other)
    {
        if (catalog.Tree.Find(index.Path) is not { } file) return null;
        var text = catalog.Tree.Read(file);
        var folder = TreePath.FolderOf(index.Path);
        var leadsToFolder = other.Directory is not null && TreePath.StemOf(row.Target!) == TreePath.NameOf(row.Target!);
        var (old, now) = (TreePath.Relative(folder, row.Target!), TreePath.Encoded(TreePath.Relative(folder, leadsToFolder ? other.Directory! : other.Path)));
        foreach (var written in (ReadOnlySpan<string>)[old, TreePath.Encoded(old)])
        {
            var slice = text.Slice(row.At.Span);
            var at = slice.IndexOf(written, StringComparison.Ordinal);
            if (at < 0 || slice[(at + written.Length)..].Contains(written, StringComparison.Ordinal)) continue;
            return new Fix($"link to {other.Path}", IsSafe: true, new ChangeSet([new FileEdit(index.Path, text.Id, new TextSpan(row.At.Span.Start + at, written.Length), now)], [], []));
        }
        return null;
    }
}
