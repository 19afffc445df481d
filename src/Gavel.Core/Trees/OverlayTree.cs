using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>A tree with other texts laid over some of its files: unsaved editors, or a change that is only tried.</summary>
public sealed class OverlayTree : ITree
{
    private readonly ITree _below;
    private readonly MemoryTree _above;
    private readonly HashSet<string> _removed;
    private readonly HashSet<string> _folders;

    /// <param name="removed">Paths of <paramref name="below"/> that are gone.</param>
    public OverlayTree(ITree below, IEnumerable<SourceText> texts, IEnumerable<string>? removed = null)
    {
        _below = below;
        _above = new MemoryTree(texts);
        _removed = new HashSet<string>(removed ?? [], StringComparer.Ordinal);
        Files =
        [
            .. below.Files.Where(f => !_removed.Contains(f.Path) && _above.Find(f.Path) is null).Concat(_above.Files)
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ];
        _folders = TreePath.FoldersOf(Files);
    }

    public string? Revision => _below.Revision;

    public ImmutableArray<TreeFile> Files { get; }

    public TreeFile? Find(string path) => _above.Find(path) ?? (_removed.Contains(path) ? null : _below.Find(path));

    public bool HasFolder(string path) => _folders.Contains(path.TrimEnd('/'));

    public ImmutableArray<string> Hidden => _below.Hidden;

    public bool IsHidden(string path) => _below.IsHidden(path);

    public ContentId IdOf(TreeFile file) => _above.Find(file.Path) is { } mine ? _above.IdOf(mine) : _below.IdOf(file);

    public SourceText Read(TreeFile file) => _above.Find(file.Path) is { } mine ? _above.Read(mine) : _below.Read(file);
}
