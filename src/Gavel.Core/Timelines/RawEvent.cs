using Gavel.Core.Trees;

namespace Gavel.Core.Timelines;

/// <summary>A change with the commit that made it, before anything is known of other proposals, people and decisions.</summary>
/// <param name="Commit">Null for what is not committed.</param>
/// <param name="Path">As <see cref="TimelineEvent.Path"/>.</param>
internal sealed record RawEvent(VersionChange Change, string? Commit, DateTimeOffset Recorded, string Person, string Email, string Subject, int Position, string Path)
{
    public static RawEvent Of(VersionChange change, FileVersion by, string path) => new(change, by.Commit, by.Recorded, by.Person, by.Email, by.Subject, by.Position, path);
}
