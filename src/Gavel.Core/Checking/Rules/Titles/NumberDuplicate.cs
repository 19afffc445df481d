using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Titles;

/// <summary>Reports a number that another proposal of the process holds, here or on another branch.</summary>
internal sealed class NumberDuplicate : ICatalogRule
{
    private static readonly Reason Unique = new Reason.Standard("a number names one proposal");

    public RuleInfo Info { get; } = new("number-duplicate", Severity.Error, "Two proposals have the same number.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var first = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            if (entry.Number is not { } number || first.TryAdd(Key(entry.Process.Name, number), entry)) continue;
            var earlier = first[Key(entry.Process.Name, number)];
            yield return Info.Report(entry, At(entry), $"number {Text(number)} belongs to {earlier.Path} too", Unique, Text(number)) with
            {
                Help = "give one of them the next free number with 'gavel renumber'",
                Related = [new Related(earlier.TitleAt, "the other one")],
            };
        }
        foreach (var taken in catalog.TakenElsewhere)
        {
            if (!first.TryGetValue(Key(taken.Process, taken.Number), out var entry)) continue;
            var message = $"number {Text(taken.Number)} is taken by '{taken.Path}' on branch '{taken.Branch}'";
            yield return Info.Report(entry, At(entry), message, Unique, Text(taken.Number)) with { Help = "give one of them the next free number with 'gavel renumber'" };
        }
    }

    private static string Key(string process, int number) => $"{process}\n{Text(number)}";

    private static Place At(CatalogEntry entry) => entry.TitleAt;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
