using System.Globalization;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>A commit on a branch that nobody has checked out.</summary>
public sealed record BranchCommit(string Branch, string Commit);

/// <summary>
/// Commits changes on a branch of their own, by one run of git-fast-import(1): neither the work tree nor the index is touched, and whatever
/// somebody has not committed stays as it is.
/// </summary>
public sealed class BranchWriter
{
    private readonly Root _root;
    private readonly GitProgram _git;
    private readonly GitRepository _repository;

    internal BranchWriter(Root root, GitProgram git, GitRepository repository)
    {
        _root = root;
        _git = git;
        _repository = repository;
    }

    /// <summary>Writes the changes as one commit. A branch that is there already is continued; else it begins at HEAD.</summary>
    /// <param name="branch">Without <c>refs/heads/</c>.</param>
    /// <param name="now">The commit's date.</param>
    /// <exception cref="GitException">Git does not know the user, the branch's name is no sound one, the branch is checked out, or an edit was made for a text that the branch does not have.</exception>
    public BranchCommit Commit(string branch, ChangeSet changes, string message, DateTimeOffset now)
    {
        var name = $"refs/heads/{branch}";
        if (_git.TryRun(["check-ref-format", name]).ExitCode != 0) throw new GitException($"'{branch}' is no name for a branch");
        if (_git.Run(["for-each-ref", "--format=%(worktreepath)", name]).Text.Length > 0) throw new GitException($"the branch '{branch}' is checked out; its files are changed there");
        if (_repository.Identity() is not { Name: { Length: > 0 } person, Email: { Length: > 0 } mail }) throw new GitException("git does not know who you are: run  git config user.name \"Your Name\"  and  git config user.email you@example.org");
        var parent = _repository.Resolve(name) ?? _repository.Resolve("HEAD");
        var before = parent is null ? null : _repository.TreeOf(parent);
        var tree = new ChangedTree(before is null ? new MemoryTree([]) : before);
        if (!tree.TryApply(changes)) throw new GitException($"the change was made for other texts than those of {(parent is null ? "the new branch" : parent[..10])}");
        var stream = new Stream(new MemoryStream());
        stream.Line($"commit {name}");
        stream.Line("mark :1");
        stream.Line($"committer {Plain(person)} <{Plain(mail)}> {now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {now.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}");
        stream.Data(Encoding.UTF8.GetBytes(message));
        if (parent is not null) stream.Line($"from {parent}");
        foreach (var move in changes.Moves) stream.Line($"R {Quoted(move.From)} {Quoted(move.To)}");
        foreach (var file in Written(changes, before)) stream.File(file.IsExecutable ? "100755" : "100644", Quoted(file.Place), tree.Read(tree.Find(file.Path)!).ToBytes());
        stream.Line("get-mark :1");
        var output = _git.Run(["fast-import", "--quiet", "--date-format=raw"], stream.Bytes);
        return new BranchCommit(branch, output.Text.Trim());
    }

    // Edits name paths as they are before the moves. A link stays one: what it leads to is written.
    private static IEnumerable<(string Path, string Place, bool IsExecutable)> Written(ChangeSet changes, RevisionTree? before)
    {
        var edited = changes.Edits.Select(e => (e.Path, Entry: before!.Get(e.Path))).Select(e => (After(e.Path), After(e.Entry.Path), e.Entry.IsExecutable));
        var added = changes.Files.Select(f => (f.Path, before?.RealPath(f.Path) ?? f.Path, false));
        return edited.Concat(added).DistinctBy(f => f.Item2, StringComparer.Ordinal).OrderBy(f => f.Item2, StringComparer.Ordinal);

        string After(string path) => changes.Moves.Aggregate(path, Moved);
    }

    private static string Moved(string path, FileMove move) =>
        path == move.From ? move.To : path.StartsWith(move.From + "/", StringComparison.Ordinal) ? move.To + path[move.From.Length..] : path;

    private static string Plain(string text) => string.Concat(text.Where(c => c is not ('<' or '>' or '\n' or '\r')));

    private string Quoted(string path) => $"\"{(_root.Prefix + path).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private sealed class Stream(MemoryStream bytes)
    {
        public ReadOnlyMemory<byte> Bytes => bytes.GetBuffer().AsMemory(0, (int)bytes.Length);

        public void Line(string text) => bytes.Write(Encoding.UTF8.GetBytes(text + "\n"));

        public void Data(byte[] content)
        {
            Line($"data {content.Length.ToString(CultureInfo.InvariantCulture)}");
            bytes.Write(content);
            Line("");
        }

        public void File(string mode, string path, byte[] content)
        {
            Line($"M {mode} inline {path}");
            Data(content);
        }
    }
}
