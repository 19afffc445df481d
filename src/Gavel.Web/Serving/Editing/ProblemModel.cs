using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>Something went otherwise than somebody wished.</summary>
/// <param name="Text">What happened, why, and what to do.</param>
internal sealed record ProblemModel(SiteModel Site, string Title, string Text)
{
    /// <summary>What somebody wrote that could not be saved; null where nothing was.</summary>
    public string? Written { get; init; }
}
