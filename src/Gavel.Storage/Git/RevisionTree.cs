using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>The files of a commit below the root. Listed when first asked with one <c>git ls-tree</c>, read through one <c>git cat-file</c>.</summary>
public sealed class RevisionTree : ITree
{
    private readonly BlobReader _blobs;
    private readonly Lazy<Listing> _listing;

    /// <param name="commit">A commit id, as <see cref="GitRepository.Resolve"/> gives it.</param>
    /// <param name="prefix">The root below git's top level (<see cref="Root.Prefix"/>).</param>
    internal RevisionTree(GitProgram git, BlobReader blobs, string commit, string prefix)
    {
        _blobs = blobs;
        Revision = commit;
        _listing = new Lazy<Listing>(() => new Listing(LsTree.Run(git, commit, prefix), ReadLink));
    }

    public string? Revision { get; }

    public ImmutableArray<TreeFile> Files => _listing.Value.Files;

    public TreeFile? Find(string path) => _listing.Value.Find(path) is { } entry ? new TreeFile(path, entry.Length) : null;

    public bool HasFolder(string path) => _listing.Value.HasFolder(path.TrimEnd('/'));

    public ContentId IdOf(TreeFile file) => new(Get(file.Path).Sha);

    public SourceText Read(TreeFile file)
    {
        var entry = Get(file.Path);
        var bytes = entry.Length == 0 ? [] : _blobs.Read(entry.Sha) ?? throw new TreeException($"{file.Path}: the repository lacks the content of {Revision} (a partial clone?)");
        return SourceText.Decode(file.Path, bytes, new ContentId(entry.Sha));
    }

    /// <summary>The path without links to folders: where git has it, or would have it.</summary>
    internal string RealPath(string path) => _listing.Value.RealPath(path);

    /// <summary>What git has there; of a link to a file that file.</summary>
    /// <exception cref="TreeException">There is no such file.</exception>
    internal LsTreeEntry Get(string path) => _listing.Value.Find(path) ?? throw new TreeException($"{path}: there is no such file in {Revision}");

    private string ReadLink(string sha) => _blobs.Read(sha) is { Length: < 4096 } bytes ? Encoding.UTF8.GetString(bytes) : "";

    private sealed class Listing
    {
        private readonly Dictionary<string, LsTreeEntry> _byPath = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
        private readonly HashSet<string> _folders;

        public Listing(List<LsTreeEntry> entries, Func<string, string> readLink)
        {
            var links = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                if (!entry.IsLink) _byPath[entry.Path] = entry;
                else if (readLink(entry.Sha) is var to && !to.StartsWith('/') && TreePath.Resolve(TreePath.FolderOf(entry.Path), to) is { Length: > 0 } target) links[entry.Path] = target;
            }
            _folders = TreePath.FoldersOf([.. _byPath.Values.Select(e => new TreeFile(e.Path, e.Length))]);
            foreach (var link in links.Keys)
            {
                if (FolderLinks.Resolve(links, link) is not { } target) continue;
                if (_folders.Contains(target)) _links[link] = target;
                else if (_byPath.TryGetValue(target, out var file)) _byPath.TryAdd(link, file);
            }
            Files = [.. _byPath.Select(e => new TreeFile(e.Key, e.Value.Length)).OrderBy(f => f.Path, StringComparer.Ordinal)];
            _folders = TreePath.FoldersOf(Files);
        }

        public ImmutableArray<TreeFile> Files { get; }

        public LsTreeEntry? Find(string path)
        {
            if (_byPath.TryGetValue(path, out var entry)) return entry;
            return FolderLinks.Resolve(_links, path) is { } real && _byPath.TryGetValue(real, out entry) ? entry : null;
        }

        public string RealPath(string path) => FolderLinks.Resolve(_links, path) ?? path;

        public bool HasFolder(string path) => _folders.Contains(path) || (FolderLinks.Resolve(_links, path) is { } real && _folders.Contains(real));
    }
}
