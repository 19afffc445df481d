using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>
/// The versions of all files of HEAD, from one <c>git log</c> when first asked. Kept in the cache by HEAD: the same HEAD starts no process, a HEAD
/// that moved on costs only the commits since. Renames are followed as git finds them, whole folders included, through merges too.
/// </summary>
public sealed class GitHistory : IHistory
{
    private readonly Root _root;
    private readonly GitProgram _git;
    private readonly BlobReader _blobs;
    private readonly ICache _cache;
    private readonly Lazy<string?> _head;
    private readonly Lazy<HistoryTable?> _table;

    internal GitHistory(Root root, GitProgram git, BlobReader blobs, ICache cache, Func<string?> head)
    {
        _root = root;
        _git = git;
        _blobs = blobs;
        _cache = cache;
        _head = new Lazy<string?>(head);
        _table = new Lazy<HistoryTable?>(Load);
    }

    public bool IsComplete => _root.GitCommonFolder is { } common && !File.Exists(Path.Combine(common, "shallow"));

    public string? Head => _head.Value;

    public ImmutableArray<FileVersion> Of(string path)
    {
        if (_table.Value is not { } table) return [];
        var prefix = _root.Prefix;
        var versions = table.Of(prefix + path);
        return prefix.Length == 0 ? versions : [.. versions.Select(v => v with { Path = TreePath.Relative(prefix.TrimEnd('/'), v.Path) })];
    }

    public SourceText? Read(ContentId id, string path)
    {
        var key = $"blob:{id}";
        var bytes = _cache.Get(key);
        if (bytes is not null) return SourceText.Decode(path, bytes, id);
        bytes = _blobs.Read(id.Sha);
        if (bytes is null) return null;
        if (bytes.Length < 1 << 20) _cache.Put(key, bytes);
        return SourceText.Decode(path, bytes, id);
    }

    /// <summary>Good, of unknown validity, expired, or by a key that is not at hand here (git-log(1), <c>%G?</c>): who has the key can tell more.</summary>
    public bool IsSigned(string commit) =>
        HeadFile.IsCommit(commit) && _git.TryRun(["log", "-1", "--format=%G?", commit, "--"]) is { ExitCode: 0, Text: ['G' or 'U' or 'X' or 'Y' or 'E', ..] };

    private HistoryTable? Load()
    {
        if (Head is not { } head || !HeadFile.IsCommit(head)) return null; // no blob id of a SHA-256 repository is a content id
        // A .mailmap changes names; a shallow clone that was deepened has another log for the same HEAD.
        var circumstances = $"{IdOf(_root.GitTop, ".mailmap")}:{IdOf(_root.GitCommonFolder, "shallow")}";
        var key = $"history:1:{circumstances}:{head}";
        if (_cache.Get(key) is { } known && HistoryTable.Open(known) is { } table) return table;
        var log = Log(head, $"log:1:{circumstances}:{_root.GitCommonFolder}");
        var built = HistoryTable.Build(LogEntry.Parse(log));
        _cache.Put(key, built.Bytes);
        return built;
    }

    // The last log is kept as git wrote it, behind the commit that it is of.
    private byte[] Log(string head, string key)
    {
        if (_cache.Get(key) is { Length: > 40 } last)
        {
            var old = Encoding.ASCII.GetString(last, 0, 40);
            if (string.Equals(old, head, StringComparison.Ordinal)) return last[40..];
            if (HeadFile.IsCommit(old) && _git.TryRun([.. LogEntry.Arguments, "-M", $"{old}..{head}", "--"]) is { ExitCode: 0 } since && IsChain(since.Bytes, old))
                return Keep(key, head, [.. since.Bytes, 0, .. last.AsSpan(40)]);
        }
        return Keep(key, head, RunLog(head));
    }

    // Only then does the whole log begin with exactly these commits.
    private static bool IsChain(byte[] log, string last)
    {
        var entries = LogEntry.Parse(log);
        for (var i = 0; i < entries.Count; i++)
        {
            if (!string.Equals(entries[i].Parents, i + 1 < entries.Count ? entries[i + 1].Commit : last, StringComparison.Ordinal)) return false;
        }
        return entries.Count > 0;
    }

    private byte[] RunLog(string head)
    {
        var output = _git.TryRun([.. LogEntry.Arguments, "-M", head, "--"]);
        // A partial clone lacks the texts that a likeness needs; moves without a change need none.
        if (output.ExitCode != 0) output = _git.Run([.. LogEntry.Arguments, "-M100%", head, "--"]);
        return output.Bytes;
    }

    private byte[] Keep(string key, string head, byte[] log)
    {
        _cache.Put(key, [.. Encoding.ASCII.GetBytes(head), .. log]);
        return log;
    }

    private static string IdOf(string? folder, string name) =>
        folder is not null && Path.Combine(folder, name) is var path && File.Exists(path) ? ContentId.Of(File.ReadAllBytes(path)).Sha : "";
}
