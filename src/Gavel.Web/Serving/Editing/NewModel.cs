using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>The form that starts a proposal.</summary>
internal sealed record NewModel(SiteModel Site, Process Process, ImmutableArray<Demand.Field> Fields)
{
    public Func<string, string?> Given { get; init; } = static _ => null;

    /// <summary>Those that the process keeps its proposals in; null where it keeps them in none.</summary>
    public ImmutableArray<string>? Folders { get; init; }

    /// <summary>Where it goes unless somebody says otherwise; null where somebody has to say it.</summary>
    public string? UsualFolder { get; init; }

    /// <summary>Why it was not started; null where nothing stood in the way.</summary>
    public string? Why { get; init; }
}
