using System.Buffers.Binary;
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
    private readonly KeptBytes _kept = new();

    public WorkTree(Root root, ICache cache, TimeProvider? clock = null)
    {
        _root = root;
        _stats = new StatCache($"stat:1:{root.Folder}", cache, clock ?? TimeProvider.System);
        _listing = new Lazy<Listing>(() => Listing.Of(_root, clock ?? TimeProvider.System));
    }

    public WorkTree(string folder)
        : this(Root.Find(folder) with { Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) }, new NoCache()) { }

    public string? Revision => null;

    /// <summary>Costs no look at any file.</summary>
    public TreeStamp Stamp => _listing.Value.Stamp();

    public ImmutableArray<TreeFile> Files => _listing.Value.Files;

    public TreeFile? Find(string path) => _listing.Value.Find(path) is { } file ? new TreeFile(path, file.Length) : null;

    public bool HasFolder(string path) => _listing.Value.HasFolder(path.TrimEnd('/'));

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

    public SourceText Read(TreeFile file)
    {
        var read = Open(Get(file.Path));
        return SourceText.Decode(file.Path, read.Bytes, read.Id);
    }

    /// <summary>Hands what was learned about unchanged files to the cache; call it once, when the work is done.</summary>
    public void Remember()
    {
        if (_listing.IsValueCreated) _stats.Save(path => _listing.Value.Find(path) is not null);
    }

    private ListedFile Get(string path) => _listing.Value.Find(path) ?? throw new TreeException($"{path}: there is no such file");

    private ReadBytes Open(ListedFile file)
    {
        if (_kept.Find(file.Path) is { } kept) return kept;
        var bytes = BytesOf(file);
        var read = new ReadBytes(ContentId.Of(bytes), bytes);
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

    private sealed class Listing
    {
        private readonly Dictionary<string, ListedFile> _byPath;
        private readonly HashSet<string> _folders;
        private readonly Dictionary<string, string> _links;
        private readonly List<ListedFile> _files;
        private readonly long _listedAt;

        private Listing(List<ListedFile> files, Dictionary<string, string> links, long listedAt)
        {
            _links = links;
            _files = files;
            _listedAt = listedAt;
            _byPath = new Dictionary<string, ListedFile>(files.Count, StringComparer.Ordinal);
            foreach (var file in files) _byPath[file.Path] = file;
            files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
            Files = [.. files.Select(f => new TreeFile(f.Path, f.Length))];
            _folders = TreePath.FoldersOf(Files);
        }

        public ImmutableArray<TreeFile> Files { get; }

        /// <param name="clock">Says when the listing began.</param>
        public static Listing Of(Root root, TimeProvider clock)
        {
            var now = clock.GetUtcNow().UtcTicks;
            if (!Directory.Exists(root.Folder)) throw new TreeException($"{root.Folder}: there is no such folder");
            var (files, links) = WorkTreeLister.List(root, CancellationToken.None);
            return new Listing(files, links, now);
        }

        public TreeStamp Stamp()
        {
            var hash = new Sha256();
            Span<byte> numbers = stackalloc byte[16];
            var isSettled = true;
            foreach (var file in _files)
            {
                hash.AppendLine(file.Path);
                BinaryPrimitives.WriteInt64LittleEndian(numbers, file.Length);
                BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], file.Modified);
                hash.Append(numbers);
                isSettled &= StatCache.IsSettled(file.Modified, _listedAt);
            }
            foreach (var link in _links.Keys.Order(StringComparer.Ordinal))
            {
                hash.AppendLine(link);
                hash.AppendLine(_links[link]);
            }
            return new TreeStamp(hash.FinishHex(), isSettled);
        }

        public ListedFile? Find(string path)
        {
            if (_byPath.TryGetValue(path, out var file)) return file;
            return FolderLinks.Resolve(_links, path) is { } real && _byPath.TryGetValue(real, out file) ? file : null;
        }

        public bool HasFolder(string path) => _folders.Contains(path) || (FolderLinks.Resolve(_links, path) is { } real && _folders.Contains(real));
    }
}
