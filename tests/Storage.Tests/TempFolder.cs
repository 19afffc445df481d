using System.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Storage.Tests;

/// <summary>A folder that goes with the test, and a git repository in it where the test wants one.</summary>
public sealed class TempFolder : IDisposable
{
    private int _minute;

    public TempFolder() => Path = System.IO.Path.TrimEndingDirectorySeparator(Directory.CreateTempSubdirectory("gavel-test-").FullName);

    public string Path { get; }

    public string Full(string path) => System.IO.Path.Combine(Path, path);

    public TempFolder Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public TempFolder Write(string path, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), content);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Full(path));

    public TempFolder Init()
    {
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "Ann Lee");
        Git("config", "user.email", "ann@example.org");
        return this;
    }

    /// <summary>Commits everything; each commit is a minute after the one before, from 2020-01-01 12:01 +02:00 on.</summary>
    public string CommitAll(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    public string Git(params string[] arguments)
    {
        var (isFine, output, error) = Run(arguments);
        Assert.True(isFine, $"git {string.Join(' ', arguments)}: {error}");
        return output;
    }

    /// <returns>Whether git did it.</returns>
    public bool TryGit(params string[] arguments) => Run(arguments).IsFine;

    private (bool IsFine, string Output, string Error) Run(string[] arguments)
    {
        _minute++;
        var date = $"2020-01-01T{12 + (_minute / 60):00}:{_minute % 60:00}:00+02:00";
        var program = new System.Diagnostics.ProcessStartInfo("git") { WorkingDirectory = Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        program.Environment.Remove("GIT_DIR"); // one of the tests sets it
        program.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        program.Environment["GIT_COMMITTER_DATE"] = date;
        program.Environment["GIT_AUTHOR_DATE"] = "2019-01-01T00:00:00Z";
        foreach (var argument in arguments) program.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(program)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode == 0, output.TrimEnd('\n'), error.Result);
    }

    public GitRepository Repository(ICache? cache = null) => GitRepository.Open(Root.Find(Path), cache ?? new NoCache())!;

    public IEnumerable<string> Snapshot() => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/.git/", StringComparison.Ordinal))
        .Select(f => $"{System.IO.Path.GetRelativePath(Path, f)}: {Convert.ToHexString(File.ReadAllBytes(f))}").Order(StringComparer.Ordinal);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that still ends: the folder is in the temporary one.
        }
    }
}
