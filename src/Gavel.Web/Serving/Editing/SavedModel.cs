using System.Collections.Immutable;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>What was saved, and where.</summary>
internal sealed record SavedModel(SiteModel Site, string Subject, string Branch, string Commit, ImmutableArray<string> Notes);
