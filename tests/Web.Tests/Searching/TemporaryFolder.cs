namespace Web.Tests.Searching;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gavel-test-").FullName;

    public string File(string path) => System.IO.Path.Combine(Path, path);

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(path))!);
        System.IO.File.WriteAllBytes(File(path), bytes);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
