using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>A file of a tree.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
/// <param name="Length">In bytes.</param>
public sealed record TreeFile(string Path, long Length);

/// <summary>A set of files at one moment: the work tree, a git revision, or either with unsaved text laid over. Safe for use by several threads.</summary>
public interface ITree
{
    /// <summary>The commit that the tree was read from; null for a work tree.</summary>
    string? Revision { get; }

    /// <summary>All files but what git ignores and what lies in <c>.git</c>, ordered by path, ordinal. Symbolic links that lead out of the root are left out.</summary>
    ImmutableArray<TreeFile> Files { get; }

    /// <returns>Null where there is no such file. Paths are compared ordinal.</returns>
    TreeFile? Find(string path);

    bool HasFolder(string path);

    /// <summary>Paths of files that belong to the tree and cannot be read from it: those that a sparse check-out leaves out, and those whose name is no UTF-8 (with U+FFFD for what is none).</summary>
    ImmutableArray<string> Hidden => [];

    /// <summary>Whether a file or a folder that is not there belongs to the tree all the same, or may do so.</summary>
    bool IsHidden(string path) => false;

    /// <summary>The blob id, without reading the file where the tree already knows it.</summary>
    ContentId IdOf(TreeFile file);

    /// <summary>Says that all of these files will be asked for. A tree may then look at those that it does not know yet on several threads; it need not.</summary>
    void Prepare(ImmutableArray<TreeFile> files) { }

    /// <exception cref="TreeException">The file cannot be read any more.</exception>
    SourceText Read(TreeFile file);
}

/// <summary>A file, a folder or git could not be read: the environment's fault, caught once at the edge.</summary>
public sealed class TreeException : IOException
{
    public TreeException() { }

    public TreeException(string message) : base(message) { }

    public TreeException(string message, Exception inner) : base(message, inner) { }
}
