using Gavel.Core.Trees;
using Gavel.Web.Pages;

namespace Gavel.Web.Publishing;

/// <summary>Writes a site as files, in one step.</summary>
public static class Publisher
{
    /// <param name="folder">Absolute.</param>
    /// <param name="cache">Remembers what was written; without it every page is made anew.</param>
    public static PublishOutcome Run(Site site, string folder, ICache cache, CancellationToken cancellationToken) => Publication.Begin(folder, cache, spare: null).Finish(site, "", cancellationToken);
}
