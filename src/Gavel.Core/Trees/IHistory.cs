using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>One version of a file.</summary>
/// <param name="Commit">40 hex digits.</param>
/// <param name="Path">The path that the file had then.</param>
/// <param name="Recorded">The committer date in the commit's own offset.</param>
/// <param name="FilesInCommit">How many files the commit changed.</param>
public sealed record FileVersion(string Commit, string Path, ContentId Id, string Person, DateTimeOffset Recorded, int FilesInCommit)
{
    /// <summary>The path in the parent commit; the same as <see cref="Path"/> unless the commit renamed it.</summary>
    public string From { get; init; } = Path;

    /// <summary>The blob in the first parent; null where the commit added the file.</summary>
    public ContentId? Before { get; init; }

    /// <summary>For a merge that made a text of its own, the blob in the second parent; null otherwise.</summary>
    public ContentId? BeforeMerged { get; init; }

    /// <summary>The author's address, after <c>.mailmap</c>.</summary>
    public string Email { get; init; } = "";

    /// <summary>The first line of the commit's message.</summary>
    public string Subject { get; init; } = "";

    /// <summary>A shallow clone ends at the commit: whether the file is older is not known.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>The commit's place among all: a parent's is smaller than its children's.</summary>
    public int Position { get; init; }
}

/// <summary>A commit of HEAD.</summary>
/// <param name="Message">Whole, without the final line end.</param>
/// <param name="Position">As <see cref="FileVersion.Position"/>.</param>
public sealed record HistoryCommit(string Id, DateTimeOffset Recorded, string Person, string Email, string Message, int Position);

/// <summary>What git remembers. Asked only when needed; one answer costs one pass for all paths.</summary>
public interface IHistory
{
    /// <summary>False for a shallow clone, and where there is no git.</summary>
    bool IsComplete { get; }

    /// <summary>The commit that the history ends at; null where there is none.</summary>
    string? Head { get; }

    /// <summary>The versions of a file of HEAD, oldest first, renames followed; empty for a file that git does not know.</summary>
    ImmutableArray<FileVersion> Of(string path);

    /// <summary>The text of a blob under a path's name.</summary>
    /// <returns>Null when the repository lacks the blob.</returns>
    SourceText? Read(ContentId id, string path);

    /// <summary>What git says of a commit's signature, also where it has none. Costs a start of git.</summary>
    /// <returns>Null for a commit that is not known, and where git cannot tell.</returns>
    CommitSignature? SignatureOf(string commit) => null;

    /// <summary>Many texts in the order asked for, each read when the one before was taken; what nobody takes is not read.</summary>
    IEnumerable<SourceText?> ReadMany(IReadOnlyList<TextVersion> wanted) => wanted.Select(w => Read(w.Id, w.Path));

    /// <summary>The commits that HEAD has and an earlier HEAD had not, oldest first.</summary>
    /// <param name="commit">The earlier HEAD; null for all commits.</param>
    /// <returns>Null where HEAD did not simply go on from that commit, so that whatever was known has to be asked anew.</returns>
    ImmutableArray<HistoryCommit>? CommitsSince(string? commit) => commit is null ? [] : null;

    /// <summary>The files of HEAD that have versions since an earlier HEAD.</summary>
    /// <returns>Null as for <see cref="CommitsSince"/>, and where it would cost more than asking for everything.</returns>
    IReadOnlySet<string>? ChangedSince(string commit) => null;

    /// <summary>The head with all else that decides what the history says: two histories with the same stamp are the same. Null where there is no head.</summary>
    string? Stamp => Head;

    /// <summary>Says of which files, by their paths, the texts of all versions may be asked for. A history that is being read may then read them beside; it need not.</summary>
    void Expect(Func<string, bool> isWanted) { }

    /// <summary>Keeps a text at hand that will be asked for again.</summary>
    void Remember(SourceText text) { }
}

/// <summary>A folder without git.</summary>
public sealed class NoHistory : IHistory
{
    public bool IsComplete => false;

    public string? Head => null;

    public ImmutableArray<FileVersion> Of(string path) => [];

    public SourceText? Read(ContentId id, string path) => null;
}
