using System.Collections.Immutable;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>The forms by which people decide on a proposal.</summary>
internal sealed record DecideModel(SiteModel Site, CatalogEntry Entry, Todo Todo, ImmutableArray<Status> Targets, ImmutableArray<Decision> Decisions, ImmutableArray<Concern> Open, string? Person)
{
    /// <summary>Why the last wish was refused; null where it was not.</summary>
    public Outcome.Refused? Refused { get; init; }

    /// <summary>What was done last; null where nothing was.</summary>
    public string? Done { get; init; }
}
