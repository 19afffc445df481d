using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>A proposal that cannot go on before somebody says a word.</summary>
/// <param name="Status">The status that it waits to get.</param>
/// <param name="Words">What is missing, and of whom where that is known.</param>
internal sealed record WaitingFor(CatalogEntry Entry, string Status, string Words)
{
    private const int MostPeople = 4;

    /// <summary>None where no policy says who decides. In the order of the list.</summary>
    public static ImmutableArray<WaitingFor> Of(SiteModel site)
    {
        var found = ImmutableArray.CreateBuilder<WaitingFor>();
        foreach (var entry in site.InOrder(site.Catalog.Entries))
        {
            if (entry.Process.Life.Policies.IsEmpty || entry.Kind is not (StatusKind.Draft or StatusKind.Open or StatusKind.Accepted)) continue;
            if (site.NextSteps.Of(entry) is not { } next) continue;
            var missing = next.Conditions.Where(c => c.Blocks).Select(c => c.Text + Names(c) + (c.Until is { } until ? $", until {Pages.Words.Date(until)}" : "")).ToList();
            if (missing.Count > 0) found.Add(new WaitingFor(entry, next.Transition.To.Name, string.Join("; ", missing)));
        }
        return found.ToImmutable();
    }

    // Most conditions name them already.
    private static string Names(GateCondition condition)
    {
        if (condition.Who.IsDefaultOrEmpty || condition.Who.All(person => condition.Text.Contains(person, StringComparison.Ordinal))) return "";
        return $" ({string.Join(", ", condition.Who.Take(MostPeople))}{(condition.Who.Length > MostPeople ? $" and {condition.Who.Length - MostPeople} more" : "")})";
    }
}
