using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>
/// The file in which a change is written down before it is made. While it says "prepare", nothing was changed and its temporary files can go;
/// once it says "commit", its steps are done to the end, by this process or by the next one. One byte is appended for each step that is done.
/// </summary>
internal sealed class ChangeJournal(Root root)
{
    private const char Separator = '\0';
    private const string End = "end";

    private readonly string _path = PathFor(root);

    public bool Exists => File.Exists(_path);

    public string LockPath => _path + "-lock";

    public void Prepare(IEnumerable<string> temporaries) => Save("prepare", temporaries, []);

    public void Commit(IEnumerable<string> temporaries, IReadOnlyList<ChangeStep> steps) => Save("commit", temporaries, steps);

    /// <summary>Does the steps from the first that is not known to be done.</summary>
    /// <param name="hook">Called before and after each step.</param>
    public void Do(IReadOnlyList<ChangeStep> steps, int done, Action hook)
    {
        using var progress = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var i = done; i < steps.Count; i++)
        {
            hook();
            steps[i].Do(root.Folder);
            hook();
            progress.WriteByte((byte)'.');
        }
    }

    /// <summary>How many steps are known to be done.</summary>
    public int CountDone() => Load().Done;

    public void Remove()
    {
        foreach (var path in Load().Temporaries.Select(t => ChangeStep.Full(root.Folder, t)).Where(File.Exists)) File.Delete(path);
        File.Delete(_path);
    }

    /// <summary>Finishes what a killed process began.</summary>
    /// <exception cref="IOException">It says what no process of ours began.</exception>
    public void Recover()
    {
        var state = Load();
        // Without git it lies among files that may come from anywhere.
        var physical = PhysicalPath.Of(root.Folder);
        foreach (var path in state.Temporaries.Concat(state.Steps.SelectMany(s => (string[])[s.From, s.To])))
        {
            if (!PhysicalPath.IsPlain(path) || (TreePath.FolderOf(path) is { Length: > 0 } folder && !PhysicalPath.IsInside(physical, folder)))
                throw new IOException($"{_path} names '{path}', which is outside of {root.Folder}: it was not written here, delete it");
        }
        if (state.IsCommitted) Do(state.Steps, state.Done, static () => { });
        Remove();
    }

    private void Save(string state, IEnumerable<string> temporaries, IReadOnlyList<ChangeStep> steps)
    {
        var text = new StringBuilder("gavel journal 1").Append(Separator).Append(state).Append(Separator);
        foreach (var path in temporaries) text.Append('t').Append(path).Append(Separator);
        foreach (var step in steps)
            text.Append('s').Append((int)step.Kind).Append(step.From).Append(Separator).Append(step.To).Append(Separator);
        text.Append(End).Append(Separator);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        WriteDurably(_path + "-new", Encoding.UTF8.GetBytes(text.ToString()));
        File.Move(_path + "-new", _path, overwrite: true);
    }

    public static void WriteDurably(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private State Load()
    {
        var parts = File.ReadAllText(_path).Split(Separator);
        var temporaries = new List<string>();
        var steps = new List<ChangeStep>();
        var i = 2;
        for (; i < parts.Length && parts[i] is not End; i++)
        {
            if (parts[i] is ['t', .. var path]) temporaries.Add(path);
            else if (parts[i] is ['s', var kind, .. var from] && i + 1 < parts.Length) steps.Add(new ChangeStep((ChangeStepKind)(kind - '0'), from, parts[++i]));
        }
        return new State(parts is [_, "commit", ..] && i < parts.Length, temporaries, steps, i + 1 < parts.Length ? parts[i + 1].Length : 0);
    }

    private static string PathFor(Root root)
    {
        if (root.GitFolder is null) return Path.Combine(root.Folder, ChangeWriter.TemporaryPrefix + "journal");
        var name = root.Prefix.Length == 0 ? "journal" : $"journal-{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(root.Prefix))}";
        return Path.Combine(root.GitFolder, "gavel", name.Length > 100 ? name[..40] + Cache.Digest.OfKey("", root.Prefix) : name);
    }

    private readonly record struct State(bool IsCommitted, List<string> Temporaries, List<ChangeStep> Steps, int Done);
}
