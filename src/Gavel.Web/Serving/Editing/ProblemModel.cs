using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>Something went otherwise than somebody wished.</summary>
/// <param name="Text">What happened, why, and what to do.</param>
internal sealed record ProblemModel(SiteModel Site, string Title, string Text);
