using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Reports an index row whose title is not the proposal's. Titles that share most words are only noted.</summary>
internal sealed class IndexTitle : ICatalogRule
{
    private static readonly Reason Same = new Reason.Standard("the index shows the title of the proposal");

    // From here on two titles are taken for two wordings of one.
    private const double Near = 0.5;

    public RuleInfo Info { get; } = new("index-title", Severity.Warning, "The index shows another title than the proposal.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var index in catalog.Indexes)
        {
            foreach (var row in index.Rows)
            {
                if (row is not { Id: { } id, TitleCell: { Value.Length: > 0 } cell } || catalog.Find(id) is not { Title.Length: > 0 } entry) continue;
                if (IsFileName(cell.Value, entry)) continue;
                var likeness = Likeness(row.Title ?? cell.Value, entry.Title);
                if (likeness >= 1) continue;
                var message = $"the index calls {entry.Id} {Subjects.Quote(row.Title ?? cell.Value)}, its title is {Subjects.Quote(entry.Title)}";
                var found = new Diagnostic(Info.Name, Info.Severity, cell.At, message, Same)
                {
                    Subject = entry.Id,
                    Related = [new Related(entry.TitleAt, "the proposal's title")],
                    Fix = FixOf(catalog, index, entry, cell, row.Title ?? cell.Value, isSafe: likeness < Near),
                };
                yield return likeness >= Near ? found.AtMost(Severity.Info) : found;
            }
        }
    }

    // A contents page of files, not of titles.
    private static bool IsFileName(string shown, CatalogEntry entry) =>
        string.Equals(shown, TreePath.StemOf(entry.Path), StringComparison.OrdinalIgnoreCase) || string.Equals(shown, TreePath.NameOf(entry.Path), StringComparison.OrdinalIgnoreCase);

    private static Fix? FixOf(Catalog catalog, IndexTable index, CatalogEntry entry, IndexCell cell, string shown, bool isSafe)
    {
        if (entry.Title.AsSpan().ContainsAny("[]\n")) return null;
        if (IndexCells.Replacement(catalog, index, cell, shown, IndexCells.Escaped(entry.Title)) is not { } edit) return null;
        return new Fix($"write '{entry.Title}'", isSafe, new ChangeSet([edit], [], []));
    }

    private static string WithoutAccents(string title) => string.Concat(title.Select(c => LatinLetters.Plain(c) ?? c.ToString()));

    /// <summary>How many words both have, of the words that either has; 1 where all of one, but for fillers, are in the other.</summary>
    private static double Likeness(string a, string b)
    {
        var left = Values.Folded(WithoutAccents(a));
        var right = Values.Folded(WithoutAccents(b));
        if (string.Equals(left, right, StringComparison.Ordinal) || string.Equals(left.Replace(" ", "", StringComparison.Ordinal), right.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)) return 1;
        var words = left.Split(' ').ToHashSet(StringComparer.Ordinal);
        var others = right.Split(' ').ToHashSet(StringComparer.Ordinal);
        var common = words.Count(others.Contains);
        // An index may shorten, and may explain.
        words.ExceptWith(Sections.SectionWords.Fillers);
        others.ExceptWith(Sections.SectionWords.Fillers);
        if (Math.Min(words.Count, others.Count) > 0 && (words.IsSubsetOf(others) || others.IsSubsetOf(words))) return 1;
        return (double)common / (words.Count + others.Count - common);
    }
}
