using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>What a reader must know before reading a proposal that is not, or no longer, what the project does.</summary>
/// <param name="Way">What to read instead; null where nothing is known.</param>
internal sealed record Notice(string Class, string Head, string Text, CatalogEntry? Way)
{
    /// <returns>Null where there is nothing to say.</returns>
    public static Notice? Of(ProposalModel proposal)
    {
        var noun = proposal.Site.Noun;
        var successor = proposal.Site.Relations.SuccessorOf(proposal.Entry);
        var when = proposal.Entry.StatusSince is { } since && !proposal.IsStatusOfBulk ? $" since {Words.Date(since)}" : "";
        return proposal.Entry.Kind switch
        {
            StatusKind.Superseded => new("superseded", $"Superseded{when}.", successor is null ? $"Another {noun} took its place; this text does not say which." : "", successor),
            StatusKind.Rejected => new("rejected", $"Rejected{when}.", "What it describes was decided against; the text is kept for its reasons.", successor),
            StatusKind.Withdrawn => new("withdrawn", $"Withdrawn{when}.", "Its authors gave it up; the text is kept for the record.", successor),
            StatusKind.Deferred => new("deferred", $"{proposal.StatusText}{when}.", "Nobody is working on it for now.", successor),
            _ when successor is not null && proposal.Entry.Kind is not StatusKind.Draft => new("superseded", "A later one says that it takes the place of this.", "", successor),
            _ when proposal.IsStale => new("stale", "Stale.", $"Nothing changed here for a long time{(proposal.Entry.Updated is { } last ? $": the last change was on {Words.Date(last)}" : "")}. Ask its authors whether it still stands.", null),
            _ => null,
        };
    }
}
