using System.Collections.Immutable;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <param name="Again">Where to go on; null where there is nothing to go on with.</param>
internal sealed record SavedModel(SiteModel Site, string Subject, string Branch, string Commit, ImmutableArray<string> Notes, string? Again);
