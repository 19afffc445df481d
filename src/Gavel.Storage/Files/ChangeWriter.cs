using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>
/// Makes a change on disk, all of it or nothing, also when the process is killed in the middle: new contents are written beside their targets
/// and flushed, then a journal is, then names are changed. A journal that is found is finished first.
/// </summary>
public sealed class ChangeWriter
{
    /// <summary>What the names of Gavel's own short-lived files begin with; no tree lists them.</summary>
    internal const string TemporaryPrefix = ".gavel-tmp-";

    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly Root _root;
    private readonly ChangeJournal _journal;
    private readonly Action<int>? _hook;
    private int _stage;
    private ChangePlan? _written;

    public ChangeWriter(Root root) : this(root, hook: null) { }

    /// <param name="hook">Called with a rising number at each place where a kill would leave another state on disk; for tests.</param>
    internal ChangeWriter(Root root, Action<int>? hook)
    {
        _root = root;
        _journal = new ChangeJournal(root);
        _hook = hook;
    }

    /// <summary>Finishes or takes back what a killed process left. Costs one look for a file where there is nothing; call it before the tree is read.</summary>
    /// <returns>Whether there was something.</returns>
    /// <exception cref="TreeException">The disk does not let it.</exception>
    public bool Recover()
    {
        if (!_journal.Exists) return false;
        try
        {
            using var held = TakeLock();
            if (held is null || !_journal.Exists) return false; // whoever holds the lock is at it
            _journal.Recover();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TreeException($"a change that was interrupted could not be finished: {e.Message}", e);
        }
    }

    /// <exception cref="TreeException">The disk is full, or does not let it; nothing was changed.</exception>
    public WriteResult Apply(ChangeSet changes)
    {
        if (changes.IsEmpty) return new WriteResult.Written([]);
        try
        {
            using var held = TakeLock();
            if (held is null) return new WriteResult.Busy();
            if (_journal.Exists) _journal.Recover();
            var (plan, refusal) = ChangePlan.Make(_root, changes);
            return plan is null ? refusal! : Apply(plan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not TreeException)
        {
            throw new TreeException($"cannot write: {e.Message}", e);
        }
    }

    /// <summary>Takes back what <see cref="Apply(ChangeSet)"/> wrote last, all of it or nothing.</summary>
    /// <returns>False where nothing was written, or a file is no longer what was written: then all stays as it is.</returns>
    /// <exception cref="TreeException">The disk does not let it.</exception>
    public bool TakeBack()
    {
        if (_written is not { } plan) return false;
        try
        {
            using var held = TakeLock();
            if (held is null || _journal.Exists || !plan.Stands()) return false;
            _journal.Prepare(plan.Files.Where(f => f.Before is not null).Select(BackupOf));
            Undo(plan, plan.Steps.Count);
            _written = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not TreeException)
        {
            throw new TreeException($"cannot write: {e.Message}", e);
        }
    }

    private WriteResult Apply(ChangePlan plan)
    {
        var temporaries = plan.Files.Select(f => f.Temporary).ToList();
        Hook();
        _journal.Prepare(temporaries);
        try
        {
            Hook();
            foreach (var file in plan.Files)
            {
                Write(file.Temporary, file.Bytes, file.Mode);
                Hook();
            }
            if (plan.Recheck() is { } refusal)
            {
                _journal.Remove();
                return refusal;
            }
            _journal.Commit(temporaries, plan.Steps);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _journal.Remove();
            throw;
        }
        Hook();
        try
        {
            _journal.Do(plan.Steps, 0, Hook);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Undo(plan, _journal.CountDone());
            throw;
        }
        _journal.Remove();
        _written = plan;
        return new WriteResult.Written(plan.Paths);
    }

    // The way back is a change like the way there: written down first, then done.
    private void Undo(ChangePlan plan, int done)
    {
        var backups = new Dictionary<string, string>(StringComparer.Ordinal);
        var back = new List<ChangeStep>();
        foreach (var step in plan.Steps.Take(done).Reverse())
        {
            if (step.Kind == ChangeStepKind.Replace)
            {
                var file = plan.Files.First(f => string.Equals(f.Temporary, step.From, StringComparison.Ordinal));
                Write(backups[step.To] = BackupOf(file), file.Before!, file.Mode);
            }
            back.Add(step.Undo(backups.GetValueOrDefault(step.To)));
        }
        _journal.Commit([.. plan.Files.Select(f => f.Temporary), .. backups.Values], back);
        _journal.Recover();
    }

    // In the root, which stays where it is.
    private static string BackupOf(PlannedFile file) => TreePath.NameOf(file.Temporary) + "-back";

    private void Write(string path, byte[] bytes, UnixFileMode? mode)
    {
        var full = ChangeStep.Full(_root.Folder, path);
        ChangeJournal.WriteDurably(full, bytes);
        if (mode is { } kept && !OperatingSystem.IsWindows()) File.SetUnixFileMode(full, kept);
    }

    private void Hook() => _hook?.Invoke(_stage++);

    /// <returns>Null when another process held it all the time.</returns>
    private FileStream? TakeLock()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_journal.LockPath)!);
        using var pause = new ManualResetEventSlim();
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(10))
        {
            try
            {
                return new FileStream(_journal.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, _root.GitFolder is null ? FileOptions.DeleteOnClose : FileOptions.None);
            }
            catch (IOException e) when (HeldFile.IsCauseOf(e))
            {
                if (waited >= LockWait) return null;
                pause.Wait(TimeSpan.FromMilliseconds(10));
            }
        }
    }
}
