namespace Rst.Tests.Conformance;

/// <summary>The cases of docutils' test suite that come out differently here, and why.</summary>
internal static class KnownDifferences
{
    public static readonly SortedDictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["rst/source_line|transitions|9"] = "a cell of a csv-table has its own line here; docutils gives all cells the line of the directive",
    };
}
