using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Serving.Api;

/// <summary>A wish to change something, on the catalog of one moment.</summary>
/// <param name="Entry">Null for what starts a proposal.</param>
internal sealed record WriteRequest(Lease Lease, CatalogEntry? Entry, ApiBody Body, TimeProvider Clock, CancellationToken Cancellation)
{
    public Workbench Workbench => Lease.Workbench;

    /// <summary>The proposal that the address names.</summary>
    public CatalogEntry Proposal => Entry ?? throw new InvalidOperationException("The address names no proposal.");
}

/// <summary>What came of it.</summary>
/// <param name="Commit">Null where nothing was committed.</param>
/// <param name="Branch">The branch that the commit was made on; null for the one that is checked out.</param>
internal sealed record Wrote(Outcome Outcome, string? Commit, string? Branch = null);
