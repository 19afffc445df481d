namespace EndToEnd.Tests;

/// <summary>A folder that is gone after the test; optionally a git repository.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <param name="name">Part of the folder's name, for tests about spaces and other letters.</param>
    public TemporaryFolder(string name = "gavel")
    {
        Path = Directory.CreateTempSubdirectory(name + "-").FullName;
    }

    public string Path { get; }

    public static TemporaryFolder Repository(params (string Path, string Text)[] files)
    {
        var folder = new TemporaryFolder();
        GavelProgram.Git(folder.Path, "init", "-q");
        foreach (var (path, text) in files) folder.Write(path, text);
        folder.Commit("first");
        return folder;
    }

    public void Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void WriteBytes(string path, byte[] bytes)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    public string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Path, path));

    public bool Has(string path) => File.Exists(System.IO.Path.Combine(Path, path));

    public void Commit(string message)
    {
        GavelProgram.Git(Path, "add", "-A");
        GavelProgram.Git(Path, "commit", "-q", "--allow-empty", "-m", message);
    }

    /// <summary>Every file but git's own, with its bytes, for "nothing was changed".</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{System.IO.Path.DirectorySeparatorChar}.git{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(f => System.IO.Path.GetRelativePath(Path, f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Path, recursive: true);
    }
}
