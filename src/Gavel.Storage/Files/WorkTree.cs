using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>Which files a tree has, how long each is and when it was written: equal digests of one folder, equal contents.</summary>
/// <param name="IsSettled">False while a file is so new that it could change once more without another time: then the digest says nothing of later.</param>
public sealed record TreeStamp(string Digest, bool IsSettled);

/// <summary>
/// The files of a folder. Listed once, when first asked, without a process: what <c>.gitignore</c> files and <c>info/exclude</c> ignore
/// and git does not track, nested repositories and links out of the root are left out.
/// </summary>
public sealed class WorkTree : ITree
{
    /// <summary>In bytes: a file that is longer cannot be one text in memory.</summary>
    public const long MaxLength = 512L << 20;

    private const int Few = 16; // files

    private readonly Root _root;
    private readonly StatCache _stats;
    private readonly Lazy<Listing> _listing;
    private readonly KeptFiles _kept;
    private readonly Lazy<IndexFile> _sparse;

    public WorkTree(Root root, ICache cache, TimeProvider? clock = null)
    {
        _root = root;
        _kept = new KeptFiles();
        _stats = new StatCache($"stat:1:{root.Folder}", cache, clock ?? TimeProvider.System);
        _listing = new Lazy<Listing>(() => Listing.Of(_root, clock ?? TimeProvider.System));
        _sparse = new Lazy<IndexFile>(() => IndexFile.LoadSparse(_root.GitFolder));
    }

    public WorkTree(string folder)
        : this(Root.Find(folder) with { Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) }, new NoCache()) { }

    private WorkTree(WorkTree before, Listing listing, IReadOnlyCollection<string> written)
    {
        _root = before._root;
        _stats = before._stats;
        _listing = new Lazy<Listing>(listing);
        _sparse = before._sparse;
        _kept = before._kept.Without(written);
    }

    public string? Revision => null;

    /// <summary>Costs no look at any file.</summary>
    public TreeStamp Stamp => _listing.Value.Stamp();

    public ImmutableArray<TreeFile> Files => _listing.Value.Files;

    public TreeFile? Find(string path) => _listing.Value.Find(path) is { } file ? new TreeFile(path, file.Length) : null;

    public bool HasFolder(string path) => _listing.Value.HasFolder(path.TrimEnd('/'));

    public ImmutableArray<string> Hidden
    {
        get
        {
            var below = _sparse.Value.LeftOut.Where(p => p.StartsWith(_root.Prefix, StringComparison.Ordinal) && !p.EndsWith('/')).Select(p => p[_root.Prefix.Length..]);
            return [.. below.Where(p => Find(p) is null).Concat(Misnamed).Order(StringComparer.Ordinal)];
        }
    }

    public bool IsHidden(string path) => _sparse.Value.IsLeftOut(_root.Prefix + path);

    /// <summary>Paths of files and folders whose name is no UTF-8, with U+FFFD for what is none: nothing else is known of them.</summary>
    public ImmutableArray<string> Misnamed => _listing.Value.Misnamed;

    public ContentId IdOf(TreeFile file)
    {
        var listed = Get(file.Path);
        return _stats.Find(listed) ?? Open(listed).Id;
    }

    public void Prepare(ImmutableArray<TreeFile> files)
    {
        var unknown = new List<TreeFile>();
        foreach (var file in files)
        {
            if (_listing.Value.Find(file.Path) is { } listed && _stats.Find(listed) is null) unknown.Add(file);
        }
        if (unknown.Count < Few) return; // starting threads costs more
        try
        {
            Parallel.ForEach(unknown, file => IdOf(file));
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is TreeException))
        {
            // Whoever asks for the file that cannot be read is told.
        }
    }

    public SourceText Read(TreeFile file) => Open(Get(file.Path)).Text;

    /// <summary>The same folder after some files were written; no other file is looked at. A path that neither was nor is there is let pass.</summary>
    /// <param name="paths">Relative to the root, with <c>/</c>.</param>
    /// <returns>Null where only a new listing tells: a file came or went, a folder or a link is among them, or a list of what is ignored.</returns>
    public WorkTree? After(IReadOnlyCollection<string> paths) => _listing.Value.After(_root, paths) is { } listing ? new WorkTree(this, listing, paths) : null;

    /// <summary>Whether the same folder, listed later, has the same files with the same contents. Reads those that could have changed without a trace.</summary>
    public bool IsStill(WorkTree later)
    {
        if (!string.Equals(Stamp.Digest, later.Stamp.Digest, StringComparison.Ordinal)) return false;
        foreach (var path in _listing.Value.Unsettled)
        {
            if (Find(path) is { } file && IdOf(file) != later.IdOf(file)) return false;
        }
        return true;
    }

    /// <summary>Hands what was learned about unchanged files to the cache; call it once, when the work is done.</summary>
    public void Remember()
    {
        if (_listing.IsValueCreated) _stats.Save(path => _listing.Value.Find(path) is not null);
    }

    private ListedFile Get(string path) => _listing.Value.Find(path) ?? throw new TreeException($"{path}: there is no such file");

    private ReadFile Open(ListedFile file)
    {
        if (_kept.Find(file.Path) is { } kept) return kept;
        var bytes = BytesOf(file);
        var read = new ReadFile(file.Path, ContentId.Of(bytes), bytes);
        if (_stats.Find(file) is null) _stats.Add(file, read.Id);
        _kept.Add(file.Path, read);
        return read;
    }

    private byte[] BytesOf(ListedFile file)
    {
        // What has no length is not opened: a pipe or a device would wait for ever.
        if (file.Length == 0) return [];
        if (file.Length > MaxLength) throw new TreeException($"{file.Path}: the file has {file.Length >> 20} MiB, more than Gavel reads ({MaxLength >> 20} MiB)");
        var path = file.Target ?? Path.Combine(_root.Folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (FileNotFoundException e)
        {
            throw new TreeException($"{file.Path}: the file is gone", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TreeException($"{file.Path}: cannot be read: {e.Message}", e);
        }
    }
}
