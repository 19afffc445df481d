using System.Collections.Immutable;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>A line of a proposal's history.</summary>
/// <param name="Date">When it was decided where that is known, else when it was recorded.</param>
/// <param name="Recorded">Where that was another day; else null.</param>
internal sealed record StoryLine(DateOnly Date, string Text, DateOnly? Recorded)
{
    public static ImmutableArray<StoryLine> Of(ProposalModel proposal)
    {
        if (proposal.Timeline is not { } timeline) return OfVersions(proposal);
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        foreach (var happened in timeline.Events.Reverse())
        {
            var recorded = DateOnly.FromDateTime(happened.Recorded.DateTime);
            var date = happened.Effective ?? recorded;
            lines.Add(new StoryLine(date, Say(happened), Math.Abs(date.DayNumber - recorded.DayNumber) > 1 ? recorded : null));
        }
        return lines.ToImmutable();
    }

    // Where only the versions are known.
    private static ImmutableArray<StoryLine> OfVersions(ProposalModel proposal)
    {
        var versions = proposal.Site.VersionsOf(proposal.Entry);
        return [.. versions.Select((v, i) => new StoryLine(DateOnly.FromDateTime(v.Recorded.DateTime), i == 0 ? $"Written by {v.Person}" : $"Changed by {v.Person}", null)).Reverse()];
    }

    public static string Say(TimelineEvent happened)
    {
        var what = happened.Kind switch
        {
            TimelineEventKind.Created => "Written",
            TimelineEventKind.Renamed => $"Renamed from {happened.From}",
            TimelineEventKind.Title => $"Title changed from ‘{happened.From}’",
            TimelineEventKind.Status when happened.From is null => $"Status {happened.To}",
            TimelineEventKind.Status => $"{happened.From} → {happened.To ?? "no status"}",
            TimelineEventKind.Field when happened.To is null => $"{happened.Name} removed",
            TimelineEventKind.Field => $"{happened.Name}: {Cut(happened.To)}",
            TimelineEventKind.Section when happened.From is null => $"Section ‘{happened.Name}’ added",
            TimelineEventKind.Section when happened.To is null => $"Section ‘{happened.Name}’ removed",
            TimelineEventKind.Section => $"Section ‘{happened.Name}’ changed",
            TimelineEventKind.Template => "Held to a new revision of the template",
            TimelineEventKind.Index => $"Index: {happened.From ?? "no row"} → {happened.To ?? "no row"}",
            TimelineEventKind.Decision => $"{happened.Name} {happened.To}",
            TimelineEventKind.Mentioned => $"Mentioned in {happened.Path}",
            _ => "Changed",
        };
        var by = happened.By is { } person ? $", by {person}" : "";
        return happened.Bulk is { } bulk ? $"{what}{by}, together with {bulk - 1} others" : what + by;
    }

    private static string Cut(string text) => text.Length <= 80 ? text : text[..78] + "…";
}
