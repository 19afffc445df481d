using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Finds the commits that name proposals in their messages.</summary>
internal static class Mentions
{
    /// <returns>In the order of the commits; without the path that the proposal had then.</returns>
    public static IEnumerable<(string Id, RawEvent Raw)> In(IEnumerable<HistoryCommit> commits, Catalog catalog)
    {
        var finder = new MentionFinder(catalog.Entries.Select(e => new MentionName(e.Id, e.Process.Name, e.Number)));
        var change = new VersionChange(TimelineEventKind.Mentioned, null, null, null);
        foreach (var commit in commits)
        {
            foreach (var id in finder.Find(commit.Message))
                yield return (id, new RawEvent(change, commit.Id, commit.Recorded, commit.Person, commit.Email, FirstLine(commit.Message), commit.Position, ""));
        }
    }

    private static string FirstLine(string message) => message.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? message[..end] : message;
}
