using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>One version of a file.</summary>
/// <param name="Commit">40 hex digits.</param>
/// <param name="Path">The path that the file had then.</param>
/// <param name="Recorded">The committer date in the commit's own offset.</param>
/// <param name="FilesInCommit">How many files the commit changed.</param>
public sealed record FileVersion(string Commit, string Path, ContentId Id, string Person, DateTimeOffset Recorded, int FilesInCommit);

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

    /// <summary>The commit carries a signature that git does not find to be bad. Costs a start of git.</summary>
    /// <returns>False for a commit that is not known.</returns>
    bool IsSigned(string commit) => false;
}

/// <summary>A folder without git.</summary>
public sealed class NoHistory : IHistory
{
    public bool IsComplete => false;

    public string? Head => null;

    public ImmutableArray<FileVersion> Of(string path) => [];

    public SourceText? Read(ContentId id, string path) => null;
}
