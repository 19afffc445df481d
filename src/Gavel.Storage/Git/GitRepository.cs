using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>Who git takes the user for; null where it was never told.</summary>
public sealed record GitIdentity(string? Name, string? Email);

/// <summary>What Gavel asks of a repository. Nothing is started before it is asked.</summary>
public sealed class GitRepository : IDisposable
{
    /// <summary>Of more branches only the newest are looked at.</summary>
    public const int MaxBranches = 200;

    private static readonly TimeSpan IndexWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IndexPause = TimeSpan.FromMilliseconds(50);

    private readonly Root _root;
    private readonly GitProgram _git;
    private readonly BlobReader _blobs;
    private readonly ICache _cache;

    private GitRepository(Root root, ICache cache, GitProgram git)
    {
        _root = root;
        _cache = cache;
        _git = git;
        _blobs = new BlobReader(git);
        History = new GitHistory(root, git, _blobs, cache, FindHead);
        Branching = new BranchWriter(root, git, this);
    }

    public GitHistory History { get; }

    /// <summary>Commits that leave the work tree alone.</summary>
    public BranchWriter Branching { get; }

    /// <returns>Null for a folder without git.</returns>
    public static GitRepository? Open(Root root, ICache cache, GitProgram? git = null) =>
        root.GitTop is { } top ? new GitRepository(root, cache, git ?? new GitProgram(top)) : null;

    /// <returns>Null for a folder without git, and where there is no git program.</returns>
    public static GitRepository? OpenInstalled(Root root, ICache cache) =>
        root.GitTop is { } top && new GitProgram(top) is { IsInstalled: true } git ? new GitRepository(root, cache, git) : null;

    /// <summary>HEAD and the commits of all branches, without a process; null where only git can tell.</summary>
    public string? RefStamp()
    {
        if ((HeadFile.Read(_root) ?? HeadFile.Unborn(_root)) is not { } head || RefFiles.Branches(_root) is not { } branches) return null;
        var shallow = Path.Combine(_root.GitCommonFolder!, "shallow");
        return $"{head} {(File.Exists(shallow) ? File.GetLastWriteTimeUtc(shallow).Ticks : 0)} {string.Join(' ', branches.Select(b => $"{b.Name}={b.Commit}"))} {RefFiles.Replaced(_root)}".TrimEnd();
    }

    /// <summary>Changes where git may come to verify other signatures, without a process.</summary>
    public string TrustStamp() => TrustedKeys.Stamp(_root, Environment.GetEnvironmentVariable);

    /// <summary>The commit that a revision names; null for one that git does not know.</summary>
    public string? Resolve(string revision)
    {
        if (revision.Length == 0 || revision[0] == '-') return null;
        var output = _git.TryRun(["rev-parse", "--verify", "--quiet", revision + "^{commit}"]);
        if (output.ExitCode == 0) return output.Text;
        return output.Error.Length == 0 ? null : throw _git.Failure(["rev-parse"], output.Error, output.ExitCode);
    }

    /// <summary>When a commit was recorded, in its own offset.</summary>
    /// <param name="commit">A commit id, as <see cref="Resolve"/> gives it.</param>
    public DateTimeOffset RecordedOf(string commit) =>
        DateTimeOffset.Parse(_git.Run(["show", "-s", "--no-show-signature", "--format=%cI", commit]).Text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The committer's date of HEAD in the commit's own offset; null before the first commit.</summary>
    public DateOnly? HeadDate()
    {
        if (FindHead() is not { } head) return null;
        var key = $"head-date:{head}";
        var text = _cache.Get(key) is { } known ? Encoding.ASCII.GetString(known) : _git.Run(["log", "-1", "--format=%cd", "--date=short", head, "--"]).Text;
        _cache.Put(key, Encoding.ASCII.GetBytes(text));
        return DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>The newest commit that a revision and HEAD share; null where there is none.</summary>
    public string? MergeBase(string commit)
    {
        var output = _git.TryRun(["merge-base", commit, "HEAD"]);
        return output.ExitCode switch { 0 => output.Text, 1 => null, _ => throw _git.Failure(["merge-base"], output.Error, output.ExitCode) };
    }

    /// <param name="commit">A commit id, as <see cref="Resolve"/> gives it.</param>
    /// <exception cref="GitException">The repository names its objects by SHA-256.</exception>
    public RevisionTree TreeOf(string commit) => commit.Length == 64
        ? throw new GitException("repositories that name objects by SHA-256 are not supported: revisions and history cannot be read")
        : new RevisionTree(_git, _blobs, commit, _root.Prefix);

    /// <summary>The files of each local and remote branch below the folders, by branch name; branches at the same commit share their list.</summary>
    /// <param name="folders">Relative to the root; an empty path means all of it.</param>
    /// <param name="except">A commit whose branches are left out, as that of HEAD; null for none.</param>
    public IEnumerable<BranchFiles> Branches(ImmutableArray<string> folders, string? except = null, CancellationToken cancellationToken = default)
    {
        var reader = new FolderReader(_blobs, _cache, History.IsPartial);
        var byCommit = new Dictionary<string, ImmutableArray<BranchFile>>(StringComparer.Ordinal);
        foreach (var head in Heads())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.Equals(head.Commit, except, StringComparison.Ordinal)) continue;
            if (!byCommit.TryGetValue(head.Commit, out var files)) files = byCommit[head.Commit] = FilesOf(reader, head.Commit, folders);
            yield return new BranchFiles(head.Name, head.Commit, files);
        }
    }

    /// <summary>Which of the paths differ from HEAD or are not in it; all that do for no paths.</summary>
    public ImmutableArray<string> Uncommitted(IEnumerable<string> paths)
    {
        List<string> arguments = ["status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", .. paths.Select(InGit)];
        var prefix = _root.Prefix;
        var output = Encoding.UTF8.GetString(_git.Run(arguments).Bytes);
        return
        [
            .. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Length > 3 && l.AsSpan(3).StartsWith(prefix))
                .Select(l => l[(3 + prefix.Length)..]).Order(StringComparer.Ordinal),
        ];
    }

    public GitIdentity Identity()
    {
        var output = _git.TryRun(["config", "-z", "--get-regexp", "^user\\.(name|email)$"]);
        string? name = null, email = null;
        foreach (var line in Encoding.UTF8.GetString(output.Bytes).Split('\0'))
        {
            if (line.StartsWith("user.name\n", StringComparison.Ordinal)) name = line["user.name\n".Length..];
            else if (line.StartsWith("user.email\n", StringComparison.Ordinal)) email = line["user.email\n".Length..];
        }
        return new GitIdentity(Environment.GetEnvironmentVariable("GIT_AUTHOR_NAME") ?? name, Environment.GetEnvironmentVariable("GIT_AUTHOR_EMAIL") ?? email);
    }

    /// <summary>Commits these paths as they are in the work tree, and nothing else, whatever is staged. A path that is gone is committed as deleted.</summary>
    /// <returns>The commit's id.</returns>
    /// <exception cref="GitException">Nothing changed, a hook refused, a merge is under way.</exception>
    public string Commit(IReadOnlyCollection<string> paths, string message)
    {
        if (_root.GitFolder is { } own && (File.Exists(Path.Combine(own, "MERGE_HEAD")) || File.Exists(Path.Combine(own, "CHERRY_PICK_HEAD"))))
            throw new GitException("a merge is in progress, and git commits single paths only when it is over: conclude it with 'git commit', or leave --commit out");
        var inGit = paths.Select(InGit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var tracked = Encoding.UTF8.GetString(_git.Run(["ls-files", "-z", "--", .. inGit]).Bytes).Split('\0').ToHashSet(StringComparer.Ordinal);
        var added = inGit.Where(p => !tracked.Contains(p) && File.Exists(Path.Combine(_root.GitTop!, p))).ToList();
        var known = inGit.Where(p => tracked.Contains(p) || added.Contains(p, StringComparer.Ordinal)).ToList();
        List<string> adding = ["add", "--intent-to-add", "--force", .. FromInput];
        if (added.Count > 0 && Patiently(adding, added) is { ExitCode: not 0 } failed) throw _git.Failure(adding, failed.Error, failed.ExitCode);
        List<string> arguments = ["commit", "--quiet", "--only", "-m", message, .. FromInput];
        var output = Patiently(arguments, known);
        if (output.ExitCode != 0)
        {
            if (added.Count > 0) Patiently(["rm", "--cached", "--quiet", .. FromInput], added);
            throw _git.Failure(arguments, output.Error.Length > 0 ? output.Error : output.Text, output.ExitCode);
        }
        return _git.Run(["rev-parse", "HEAD"]).Text;
    }

    public void Dispose()
    {
        History.Dispose();
        _blobs.Dispose();
    }

    // Of two that commit at once, one waits for the other to let go of the index.
    private GitOutput Patiently(List<string> arguments, List<string> paths)
    {
        using var pause = new ManualResetEventSlim();
        for (var waited = TimeSpan.Zero; ; waited += IndexPause)
        {
            var output = _git.TryRun(arguments, List(paths));
            if (output.ExitCode == 0 || waited >= IndexWait || !output.Error.Contains("index.lock", StringComparison.Ordinal)) return output;
            pause.Wait(IndexPause);
        }
    }

    private static string[] FromInput { get; } = ["--pathspec-from-file=-", "--pathspec-file-nul"];

    private static byte[] List(List<string> paths) => Encoding.UTF8.GetBytes(string.Join('\0', paths));

    private string InGit(string path) => _root.Prefix + path;

    // A branch without a commit is known from its file: git need not be asked.
    private string? FindHead() => HeadFile.Read(_root) ?? (!HeadFile.IsUnborn(_root) && _git.IsInstalled ? Resolve("HEAD") : null);

    private List<BranchHead> Heads()
    {
        if (RefFiles.Branches(_root) is { Count: <= MaxBranches } read) return read;
        var output = _git.Run(["for-each-ref", "--sort=-committerdate", $"--count={MaxBranches}", "--format=%(objectname) %(refname)", "refs/heads", "refs/remotes"]);
        return [.. output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => new BranchHead(RefFiles.Short(l[41..]), l[..40])).OrderBy(h => h.Name, StringComparer.Ordinal)];
    }

    private ImmutableArray<BranchFile> FilesOf(FolderReader reader, string commit, ImmutableArray<string> folders)
    {
        var files = new Dictionary<string, BranchFile>(StringComparer.Ordinal);
        foreach (var folder in folders.Select(f => f.Trim('/')).Distinct(StringComparer.Ordinal))
        {
            foreach (var file in reader.Read(commit, InGit(folder).TrimEnd('/')))
            {
                var path = TreePath.Join(folder, file.Path);
                files[path] = file with { Path = path };
            }
        }
        var sorted = new List<BranchFile>(files.Values);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return [.. sorted];
    }
}
