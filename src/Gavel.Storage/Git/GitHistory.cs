using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>
/// The versions of all files of HEAD, from one <c>git log</c> when first asked. Kept in the cache by HEAD: the same HEAD starts no process, a HEAD
/// that moved on costs only the commits since. Renames are followed as git finds them, whole folders included, through merges too.
/// </summary>
public sealed class GitHistory : IHistory, IDisposable
{
    private readonly Root _root;
    private readonly GitProgram _git;
    private readonly BlobReader _blobs;
    private readonly ICache _cache;
    private readonly Lazy<string?> _head;
    private readonly Lazy<HistoryStore> _store;
    private readonly Lazy<HashSet<string>> _cuts;
    private readonly Lazy<string> _circumstances;
    private readonly Lazy<HistoryLayer?> _table;
    private readonly Lazy<PresentObjects?> _present;
    private volatile Func<string, bool>? _expected;
    private volatile bool _isBegun;
    private BlobAhead? _ahead;

    internal GitHistory(Root root, GitProgram git, BlobReader blobs, ICache cache, Func<string?> head)
    {
        _root = root;
        _git = git;
        _blobs = blobs;
        _cache = cache;
        _head = new Lazy<string?>(head);
        _cuts = new Lazy<HashSet<string>>(ReadCuts);
        _circumstances = new Lazy<string>(ReadCircumstances);
        _store = new Lazy<HistoryStore>(() => new HistoryStore(_cache, _circumstances.Value, _root.GitCommonFolder ?? ""));
        _table = new Lazy<HistoryLayer?>(Load);
        _present = new Lazy<PresentObjects?>(() => PresentObjects.Of(_root, _git));
    }

    public bool IsComplete => _root.GitCommonFolder is { } common && !File.Exists(Path.Combine(common, "shallow"));

    /// <summary>A clone that may lack texts; a fetch may bring them without another commit.</summary>
    public bool IsPartial => PresentObjects.IsPartial(_root);

    public string? Head => _head.Value;

    /// <summary>Reads the log, and beside it the texts that <see cref="Expect"/> names: for who will ask for dates.</summary>
    /// <exception cref="GitException">As for <see cref="Of"/>, which says it again.</exception>
    public void Begin()
    {
        _isBegun = true;
        _ = _table.Value;
    }

    public ImmutableArray<FileVersion> Of(string path)
    {
        if (_table.Value is not { } table) return [];
        var prefix = _root.Prefix;
        var versions = table.Of(prefix + path);
        if (prefix.Length > 0) versions = [.. versions.Select(v => v with { Path = TreePath.Relative(prefix.TrimEnd('/'), v.Path), From = TreePath.Relative(prefix.TrimEnd('/'), v.From) })];
        return _cuts.Value.Count == 0 ? versions : [.. versions.Select(v => v with { IsCutOff = _cuts.Value.Contains(v.Commit) })];
    }

    public SourceText? Read(ContentId id, string path)
    {
        if (!HeadFile.IsCommit(id.Sha)) return null; // what somebody wrote by hand may name a revision, which moves on
        var key = $"blob:{id}";
        var bytes = _cache.Get(key);
        if (bytes is not null) return SourceText.Decode(path, bytes, id);
        bytes = _blobs.Read(id.Sha);
        if (bytes is null) return null;
        if (bytes.Length < 1 << 20) _cache.Put(key, bytes);
        return SourceText.Decode(path, bytes, id);
    }

    public CommitSignature? SignatureOf(string commit) => HeadFile.IsCommit(commit) ? SignatureReader.Read(_git, commit) : null;

    public IEnumerable<SourceText?> ReadMany(IReadOnlyList<TextVersion> wanted) => wanted.Count == 0 ? [] : new ManyTexts(_git, _blobs, _ahead, IsPresent).Read(wanted);

    private bool IsPresent(string sha) => _present.Value?.Has(sha) != false;

    public void Expect(Func<string, bool> isWanted)
    {
        var prefix = _root.Prefix;
        _expected = prefix.Length == 0 ? isWanted : path => path.StartsWith(prefix, StringComparison.Ordinal) && isWanted(path[prefix.Length..]);
    }

    /// <summary>Lets go of the texts that were read beside the log and that nobody asked for: those of proposals that are gone, say.</summary>
    public void ForgetAhead() => Interlocked.Exchange(ref _ahead, null)?.Dispose();

    public void Dispose() => ForgetAhead();

    public ImmutableArray<HistoryCommit>? CommitsSince(string? commit)
    {
        if (_table.Value is not { } history) return commit is null ? [] : null;
        var first = commit is null ? 0 : HeadFile.IsCommit(commit) ? history.After(commit) : -1;
        if (first < 0) return null;
        var whole = first < history.Table.Count ? MessagesOf(history.Table) : [];
        var commits = ImmutableArray.CreateBuilder<HistoryCommit>(history.Count - first);
        for (var i = first; i < history.Count; i++)
        {
            var entry = history.CommitAt(i);
            commits.Add(i < history.Table.Count ? entry with { Message = whole[history.Table.Count - 1 - i] } : entry);
        }
        return commits.MoveToImmutable();
    }

    public IReadOnlySet<string>? ChangedSince(string commit)
    {
        if (_table.Value is not { } history || !HeadFile.IsCommit(commit) || history.ChangedSince(commit) is not { } paths) return null;
        var prefix = _root.Prefix;
        return prefix.Length == 0 ? paths : paths.Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p[prefix.Length..]).ToHashSet(StringComparer.Ordinal);
    }

    public string? Stamp => Head is { } head ? $"{head} {_circumstances.Value}" : null;

    public void Remember(SourceText text)
    {
        var bytes = text.ToBytes();
        if (bytes.Length < 1 << 20) _cache.Put($"blob:{text.Id}", bytes);
    }

    private string[] MessagesOf(HistoryTable table)
    {
        if (_store.Value.MessagesOf(table) is { } known) return known;
        return [.. RunLog(table.CommitAt(table.Count - 1).Id, isReadAhead: false).Select(e => e.Message)];
    }

    // gitrepository-layout(5): the commits whose parents a shallow clone lacks.
    private HashSet<string> ReadCuts() => IsComplete || _root.GitCommonFolder is null ? [] : new(File.ReadAllLines(Path.Combine(_root.GitCommonFolder, "shallow")), StringComparer.Ordinal);

    // A .mailmap changes names; a shallow clone that was deepened, grafted commits, and replaced ones give another log for the same HEAD.
    private string ReadCircumstances() => $"{IdOf(_root.GitTop, ".mailmap")}:{IdOf(_root.GitCommonFolder, "shallow")}:{IdOf(_root.GitCommonFolder, "info/grafts")}:{RefFiles.Replaced(_root)}";

    private HistoryLayer? Load()
    {
        if (Head is not { } head || !HeadFile.IsCommit(head)) return null; // no blob id of a SHA-256 repository is a content id
        var store = _store.Value;
        if (store.Find(head) is { } known)
        {
            store.Follow(head);
            return known;
        }
        foreach (var before in store.Known())
        {
            if (_git.TryRun([.. LogEntry.Arguments, "-M", $"{before}..{head}", "--"]) is { ExitCode: 0 } since && store.Extend(before, head, since.Bytes) is { } extended) return extended;
        }
        try
        {
            return store.Add(head, RunLog(head, isReadAhead: _isBegun));
        }
        finally
        {
            _ahead?.Close(); // until then git keeps what it read
        }
    }

    private List<LogEntry> RunLog(string head, bool isReadAhead)
    {
        var parser = new LogParser();
        var told = 0;
        var output = _git.TryRun([.. LogEntry.Arguments, "-M", head, "--"], default, piece =>
        {
            parser.Add(piece);
            if (isReadAhead) ReadAhead(parser.Entries, ref told);
        });
        if (output.ExitCode == 0) return parser.Finish();
        // A partial clone lacks the texts that a likeness needs; moves without a change need none.
        return LogEntry.Parse(_git.Run([.. LogEntry.Arguments, "-M100%", head, "--"]).Bytes);
    }

    // The last entry may not be whole yet; what it names is read when it is asked for.
    private void ReadAhead(List<LogEntry> entries, ref int told)
    {
        if (_expected is not { } isWanted) return;
        if (_ahead is null) Volatile.Write(ref _ahead, new BlobAhead(_git));
        for (; told < entries.Count - 1; told++)
        {
            foreach (var change in entries[told].Changes)
            {
                if (change.Status != 'D' && isWanted(change.Path) && IsPresent(change.Sha)) _ahead.Ask(change.Sha);
            }
        }
    }

    private static string IdOf(string? folder, string name) =>
        folder is not null && Path.Combine(folder, name) is var path && File.Exists(path) ? ContentId.Of(File.ReadAllBytes(path)).Sha : "";
}
