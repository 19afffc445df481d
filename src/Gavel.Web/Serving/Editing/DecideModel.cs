using System.Collections.Immutable;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>The forms by which people decide on a proposal.</summary>
/// <param name="Base">Stands for the texts as they are shown.</param>
internal sealed record DecideModel(SiteModel Site, CatalogEntry Entry, Todo Todo, ImmutableArray<Status> Targets, ImmutableArray<Decision> Decisions, ImmutableArray<Concern> Open, string? Person, string Base)
{
    /// <summary>Why the last wish was refused; null where it was not.</summary>
    public Outcome.Refused? Refused { get; init; }

    /// <summary>What the form said that was refused; nothing where none was.</summary>
    public Func<string, string?> Given { get; init; } = static _ => null;

    /// <summary>What was done last; null where nothing was.</summary>
    public Receipt? Done { get; init; }

    /// <summary>A value of the form for moves, else of the form for words.</summary>
    public string? ValueOf(string input, bool isMove) => Given("do") == "move" == isMove ? Given(input) : null;
}
