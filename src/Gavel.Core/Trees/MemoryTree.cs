using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>Files that are in memory alone.</summary>
public sealed class MemoryTree : ITree
{
    private readonly Dictionary<string, SourceText> _texts;
    private readonly HashSet<string> _folders;

    public MemoryTree(IEnumerable<SourceText> texts, string? revision = null)
    {
        Revision = revision;
        _texts = texts.ToDictionary(t => t.Path, StringComparer.Ordinal);
        Files = [.. _texts.Values.Select(t => new TreeFile(t.Path, t.ToBytes().Length)).OrderBy(f => f.Path, StringComparer.Ordinal)];
        _folders = TreePath.FoldersOf(Files);
    }

    public string? Revision { get; }

    public ImmutableArray<TreeFile> Files { get; }

    public TreeFile? Find(string path) => _texts.TryGetValue(path, out var text) ? new TreeFile(path, text.ToBytes().Length) : null;

    public bool HasFolder(string path) => _folders.Contains(path.TrimEnd('/'));

    public ContentId IdOf(TreeFile file) => Read(file).Id;

    public SourceText Read(TreeFile file) =>
        _texts.TryGetValue(file.Path, out var text) ? text : throw new TreeException($"{file.Path}: there is no such file");
}
