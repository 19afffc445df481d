using Gavel.Core.Catalogs;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>What was saved, and where.</summary>
/// <param name="Entry">Null for a proposal that the branch that is checked out does not have.</param>
internal sealed record SavedModel(SiteModel Site, Receipt Receipt, CatalogEntry? Entry);
