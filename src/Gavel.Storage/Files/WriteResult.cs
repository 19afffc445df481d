using System.Collections.Immutable;

namespace Gavel.Storage.Files;

/// <summary>What became of a change. Every case but <see cref="Written"/> means that nothing was touched.</summary>
public abstract record WriteResult
{
    private WriteResult() { }

    /// <param name="Paths">What differs now, ordered: edited and new files, and of moved ones the path before and the path after; of a moved folder those of its files that git does not ignore.</param>
    public sealed record Written(ImmutableArray<string> Paths) : WriteResult;

    /// <summary>The file has another content than the edit was made for.</summary>
    public sealed record ChangedMeanwhile(string Path) : WriteResult;

    /// <summary>A file to edit, or a file or folder to move, is not there.</summary>
    public sealed record Missing(string Path) : WriteResult;

    /// <summary>Something is already where a new or moved file should go.</summary>
    public sealed record Exists(string Path) : WriteResult;

    /// <summary>The file's encoding lacks one of the characters.</summary>
    /// <param name="Encoding">The encoding's name for people.</param>
    public sealed record NotEncodable(string Path, string Encoding) : WriteResult;

    /// <summary>Two parts of the change exclude each other: edits that overlap, a folder that moves into itself.</summary>
    public sealed record Conflicting(string Path) : WriteResult;

    /// <summary>The path leads out of the root, or into git's own folder.</summary>
    public sealed record Outside(string Path) : WriteResult;

    /// <summary>Another process is writing and did not end in time.</summary>
    public sealed record Busy : WriteResult;
}
