using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>A file whose bytes are written beside it first.</summary>
/// <param name="Temporary">Relative to the root.</param>
/// <param name="Before">What it overwrites; null for a new file.</param>
/// <param name="Mode">The access rights that it keeps; null for a new file and on Windows.</param>
internal sealed record PlannedFile(string Path, string Temporary, byte[] Bytes, byte[]? Before, UnixFileMode? Mode);

/// <summary>A change worked out against the disk: which files are written and which steps then put them in their places.</summary>
internal sealed class ChangePlan
{
    private readonly Root _root;
    private readonly string _physicalRoot;
    private readonly VirtualFolder _disk;
    private readonly List<ChangeStep> _steps = [];
    private readonly List<PlannedFile> _files = [];
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _madeFolders = new(StringComparer.Ordinal);
    private WriteResult? _refusal;

    private ChangePlan(Root root)
    {
        _root = root;
        _physicalRoot = PhysicalPath.Of(root.Folder);
        _disk = new VirtualFolder(root.Folder);
    }

    public IReadOnlyList<ChangeStep> Steps => _steps;

    public IReadOnlyList<PlannedFile> Files => _files;

    public ImmutableArray<string> Paths => [.. _paths];

    /// <returns>The plan, or why there is none.</returns>
    public static (ChangePlan? Plan, WriteResult? Refusal) Make(Root root, ChangeSet changes)
    {
        var plan = new ChangePlan(root);
        foreach (var path in changes.Edits.Select(e => e.Path).Concat(changes.Moves.SelectMany(m => (string[])[m.From, m.To])).Concat(changes.Files.Select(f => f.Path)))
        {
            if (!plan.IsInside(path)) return (null, new WriteResult.Outside(path));
        }
        foreach (var edits in changes.Edits.GroupBy(e => e.Path, StringComparer.Ordinal)) plan.AddEdit(edits.Key, [.. edits.OrderBy(e => e.Span)]);
        foreach (var move in changes.Moves) plan.AddMove(move);
        foreach (var file in changes.Files) plan.AddNew(file);
        return plan._refusal is null ? (plan, null) : (null, plan._refusal);
    }

    /// <summary>Looks once more whether a file to overwrite is still what the change was made for.</summary>
    public WriteResult? Recheck()
    {
        foreach (var file in _files)
        {
            if (file.Before is not null && !(Read(file.Path) ?? []).AsSpan().SequenceEqual(file.Before)) return new WriteResult.ChangedMeanwhile(file.Path);
        }
        return null;
    }

    /// <summary>Whether everything is still as the plan left it.</summary>
    public bool Stands()
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            var now = LaterPathOf(step.To, i + 1);
            if (step.Kind == ChangeStepKind.Move && !_disk.ExistsBefore(now)) return false;
            if (step.Kind is ChangeStepKind.Replace or ChangeStepKind.Create && (Read(now) is not { } bytes || !bytes.AsSpan().SequenceEqual(_files.Find(f => f.Temporary == step.From)!.Bytes))) return false;
        }
        return true;
    }

    // Where the moves from a step on bring what was at the path before it.
    private string LaterPathOf(string path, int step)
    {
        foreach (var move in _steps.Skip(step).Where(s => s.Kind == ChangeStepKind.Move))
        {
            if (path == move.From || path.StartsWith(move.From + "/", StringComparison.Ordinal)) path = move.To + path[move.From.Length..];
        }
        return path;
    }

    private void AddEdit(string path, ImmutableArray<FileEdit> edits)
    {
        if (_refusal is not null) return;
        if (Read(path) is not { } bytes)
        {
            _refusal = new WriteResult.Missing(path);
            return;
        }
        var before = SourceText.Decode(path, bytes);
        if (edits.Any(e => e.Base != before.Id)) _refusal = new WriteResult.ChangedMeanwhile(path);
        else if (edits[^1].Span.End > before.Chars.Length || edits.Zip(edits.Skip(1)).Any(p => p.Second.Span.Start < p.First.Span.End)) _refusal = new WriteResult.Conflicting(path);
        else if ((ChangeSet.Empty with { Edits = edits }).ApplyTo(before) is not { } after) _refusal = new WriteResult.NotEncodable(path, before.Encoding.ToString());
        else if (after.Id != before.Id) Replace(path, bytes, after.ToBytes());
    }

    private void Replace(string path, byte[] before, byte[] after)
    {
        // A link stays a link: the file that it leads to is replaced.
        var real = Path.GetRelativePath(_physicalRoot, PhysicalPath.Of(Path.Combine(_physicalRoot, path.Replace('/', Path.DirectorySeparatorChar)))).Replace(Path.DirectorySeparatorChar, '/');
        var temporary = TemporaryIn(TreePath.FolderOf(real));
        _files.Add(new PlannedFile(real, temporary, after, before, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(ChangeStep.Full(_root.Folder, real))));
        _steps.Add(new ChangeStep(ChangeStepKind.Replace, temporary, real));
        _paths.Add(path);
    }

    private void AddMove(FileMove move)
    {
        if (_refusal is not null || string.Equals(move.From, move.To, StringComparison.Ordinal)) return;
        var (from, to) = (move.From.TrimEnd('/'), move.To.TrimEnd('/'));
        var isFolder = _disk.IsFolder(from);
        if (!isFolder && !_disk.Exists(from)) _refusal = new WriteResult.Missing(from);
        else if (to.StartsWith(from + "/", StringComparison.Ordinal)) _refusal = new WriteResult.Conflicting(to);
        else if (_disk.Exists(to) && !_disk.IsOtherSpelling(from, to)) _refusal = new WriteResult.Exists(to);
        else if (_disk.FileAbove(to) is { } file) _refusal = new WriteResult.Exists(file);
        if (_refusal is not null) return;
        NotePaths(from, to, isFolder);
        MakeFolderOf(to);
        _steps.Add(new ChangeStep(ChangeStepKind.Move, from, to));
        _disk.Move(from, to);
    }

    private void AddNew(NewFile file)
    {
        if (_refusal is not null) return;
        if (_disk.Exists(file.Path)) _refusal = new WriteResult.Exists(file.Path);
        else if (_disk.FileAbove(file.Path) is { } above) _refusal = new WriteResult.Exists(above);
        else if (SourceText.From(file.Path, "").Encode(file.Content) is not { } bytes) _refusal = new WriteResult.NotEncodable(file.Path, nameof(TextEncoding.Utf8));
        else
        {
            var temporary = TemporaryIn(ExistingFolder(file.Path));
            _files.Add(new PlannedFile(file.Path, temporary, bytes, Before: null, Mode: null));
            MakeFolderOf(file.Path);
            _steps.Add(new ChangeStep(ChangeStepKind.Create, temporary, file.Path));
            _paths.Add(file.Path);
            _disk.Create(file.Path);
        }
    }

    private void NotePaths(string from, string to, bool isFolder)
    {
        // In two parts: what was edited under its old path, and what is below a folder on disk.
        var below = isFolder && _disk.OriginOf(from) is { } origin
            ? new WorkTree(_root.Folder).Files.Where(f => f.Path.StartsWith(origin + "/", StringComparison.Ordinal)).Select(f => f.Path[origin.Length..])
            : [""];
        foreach (var rest in below)
        {
            _paths.Add(from + rest);
            _paths.Add(to + rest);
        }
    }

    // Outermost first; a folder that a move brings along is there.
    private void MakeFolderOf(string path)
    {
        var folder = TreePath.FolderOf(path);
        if (folder.Length == 0 || _disk.IsFolder(folder) || !_madeFolders.Add(folder)) return;
        MakeFolderOf(folder);
        _steps.Add(new ChangeStep(ChangeStepKind.MakeFolder, folder, folder));
    }

    // Beside the target, or as near as there is a folder that no move takes away.
    private string ExistingFolder(string path)
    {
        var folder = TreePath.FolderOf(path);
        while (folder.Length > 0 && !(Directory.Exists(ChangeStep.Full(_root.Folder, folder)) && !_disk.IsMoved(folder))) folder = TreePath.FolderOf(folder);
        return folder;
    }

    private static string TemporaryIn(string folder) => TreePath.Join(folder, ChangeWriter.TemporaryPrefix + Guid.NewGuid().ToString("N"));

    private byte[]? Read(string path)
    {
        var full = ChangeStep.Full(_root.Folder, path);
        return File.Exists(full) ? File.ReadAllBytes(full) : null;
    }

    private bool IsInside(string path) =>
        PhysicalPath.IsInside(_physicalRoot, path.TrimEnd('/')) && !Array.Exists(path.Split('/'), static p => p.StartsWith(ChangeWriter.TemporaryPrefix, StringComparison.Ordinal));
}
