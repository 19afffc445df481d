using System.Collections.Immutable;
using Gavel.Core.Reporting;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>What one commit did to a proposal.</summary>
/// <param name="Date">When it was decided where that is known, else when it was recorded.</param>
/// <param name="Recorded">Where that was another day; else null.</param>
/// <param name="By">Who did it; null where git does not say.</param>
/// <param name="Subject">The first line of the commit's message; null where the words say it already or nothing is known.</param>
internal sealed record StoryLine(DateOnly Date, DateOnly? Recorded, string? By, string? Subject, ImmutableArray<StoryPart> Parts)
{
    /// <summary>The newest first.</summary>
    public static ImmutableArray<StoryLine> Of(ProposalModel proposal)
    {
        if (proposal.Timeline is not { } timeline) return OfVersions(proposal);
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        var parts = ImmutableArray.CreateBuilder<StoryPart>();
        LogLine? first = null;
        foreach (var line in LogLine.Of(timeline))
        {
            if (first is not null && (first.Date != line.Date || !string.Equals(first.Told.Commit, line.Told.Commit, StringComparison.Ordinal))) Close();
            first ??= line;
            parts.Add(new StoryPart(Upper(line.Words), line.BulkWords));
        }
        if (first is not null) Close();
        lines.Reverse();
        return lines.ToImmutable();

        void Close()
        {
            lines.Add(new StoryLine(first.Date, first.RecordedLater, first.Told.By, first.Told.Kind == TimelineEventKind.Mentioned ? null : first.Told.Subject, parts.ToImmutable()));
            parts.Clear();
            first = null;
        }
    }

    // Where only the versions are known.
    private static ImmutableArray<StoryLine> OfVersions(ProposalModel proposal)
    {
        var versions = proposal.Site.VersionsOf(proposal.Entry);
        return [.. versions.Select((v, i) => new StoryLine(DateOnly.FromDateTime(v.Recorded.DateTime), null, v.Person, null, [new StoryPart(i == 0 ? "Created" : "Changed", null)])).Reverse()];
    }

    private static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
