using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Reports a "next number" that is taken already, and two rows that reserve the same number.</summary>
internal sealed class IndexNumber : ICatalogRule
{
    private static readonly Reason Free = new Reason.Standard("a number is given once");

    public RuleInfo Info { get; } = new("index-number", Severity.Error, "The index gives a number that is taken.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var index in catalog.Indexes)
        {
            foreach (var found in Doubled(index)) yield return found;
            if (index.NextNumber is not var (next, at)) continue;
            var taken = catalog.Entries.Where(e => e.Number is not null && string.Equals(e.Process.Name, index.Process, StringComparison.Ordinal)).Select(e => e.Number!.Value)
                .Concat(index.Rows.Select(r => r.Number).OfType<int>()).ToHashSet();
            var highest = NumberSequence.Of(taken).Top;
            if (!taken.Contains(next) && next > highest) continue;
            var message = taken.Contains(next)
                ? $"the index says {Text(next)} is next, which is taken"
                : $"the index says {Text(next)} is next, {Text(highest)} is taken already";
            yield return new Diagnostic(Info.Name, Info.Severity, at, message, Free) { Subject = Text(next), Fix = FixOf(catalog, index, at, highest + 1) };
        }
    }

    private static Fix? FixOf(Catalog catalog, IndexTable index, Place at, int number) =>
        catalog.Tree.Find(index.Path) is { } file && at.Span.Length is > 0 and <= 9
            ? new Fix($"write {Text(number)}", IsSafe: true, new ChangeSet([new FileEdit(index.Path, catalog.Tree.IdOf(file), at.Span, Text(number))], [], []))
            : null;

    private IEnumerable<Diagnostic> Doubled(IndexTable index)
    {
        var first = new Dictionary<int, IndexRow>();
        foreach (var row in index.Rows)
        {
            if (row.Number is not { } number || first.TryAdd(number, row)) continue;
            // A list that shows a proposal in two groups shows it twice.
            if (row.Target is not null && string.Equals(row.Target, first[number].Target, StringComparison.Ordinal)) continue;
            yield return new Diagnostic(Info.Name, Info.Severity, row.At, $"two rows of the index have the number {Text(number)}", Free)
            {
                Subject = Text(number),
                Related = [new Related(first[number].At, "the first one")],
            };
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
