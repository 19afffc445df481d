using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;

namespace Gavel.Core.Reporting;

/// <summary>One proposal among all, with its plan and what its template says of plans.</summary>
/// <param name="IsAsked">Its template asks for a plan.</param>
public sealed record PlanRowSummary(CatalogEntry Entry, Plan Plan, bool IsAsked);

/// <summary>The plans of all proposals, one a line.</summary>
public static class PlanOverview
{
    public static IEnumerable<PlanRowSummary> Of(Catalog catalog, CancellationToken cancellationToken)
    {
        foreach (var entry in catalog.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var proposal = catalog.Open(entry);
            yield return new PlanRowSummary(entry, PlanReader.Of(proposal), PlanReader.DemandIn(proposal) is not null);
        }
    }

    public static string RenderText(IReadOnlyList<PlanRowSummary> rows, TextStyle style)
    {
        var shown = rows.Where(r => !r.Plan.Items.IsEmpty || r.IsAsked).ToList();
        if (shown.Count == 0) return "No proposal lists work, and no template asks for it.\n";
        var table = TextTable.Render(
            [new("ID"), new("TITLE", CanShrink: true), new("STATUS", CanShrink: true), new("DONE", IsRight: true), new("TOO BIG", IsRight: true), new("PLAN")],
            [.. shown.Select(r => new[] { r.Entry.Id, r.Entry.Title, r.Entry.Status ?? r.Entry.StatusText ?? "-", Share(r.Plan), Count(r.Plan.Items.Count(i => i.IsTooBig)), Says(r) })], style);
        if (style.Width is null) return table;
        var without = shown.Count(r => r.Plan.Items.IsEmpty);
        return string.Create(CultureInfo.InvariantCulture, $"{table}\n{shown.Count - without} of {rows.Count} proposals list work; {without} list none although their template asks for it, {rows.Count - shown.Count} were not asked.\n");
    }

    private static string Says(PlanRowSummary row) => row.Plan.Items.IsEmpty ? "none" : row.IsAsked ? "asked for" : "not asked for";

    private static string Share(Plan plan) => plan.Items.IsEmpty ? "-" : string.Create(CultureInfo.InvariantCulture, $"{plan.Done}/{plan.Total}");

    private static string Count(int number) => number == 0 ? "-" : number.ToString(CultureInfo.InvariantCulture);
}
