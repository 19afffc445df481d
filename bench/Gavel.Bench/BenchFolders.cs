using System.Diagnostics;

namespace Gavel.Bench;

/// <summary>The checkout and the corpora, unpacked into <c>artifacts/corpora</c> once.</summary>
internal static class BenchFolders
{
    public static string Checkout { get; } = Upwards(folder => File.Exists(Path.Combine(folder, "Gavel.slnx")))
        ?? throw new InvalidOperationException("run this inside of a checkout of Gavel");

    public static string Shared { get; } = Environment.GetEnvironmentVariable("GAVEL_SHARED")
        ?? (Upwards(folder => Directory.Exists(Path.Combine(folder, "shared", "corpora"))) is { } found ? Path.Combine(found, "shared") : null)
        ?? throw new InvalidOperationException("the corpora were not found: set GAVEL_SHARED");

    /// <summary>A corpus as a git repository with one commit.</summary>
    public static string Repository(string archive)
    {
        var folder = Path.Combine(Checkout, "artifacts", "corpora", archive);
        if (Directory.Exists(Path.Combine(folder, ".git"))) return folder;
        Directory.CreateDirectory(folder);
        Do("tar", folder, "xzf", Path.Combine(Shared, "corpora", archive + ".tar.gz"));
        Do("git", folder, "init", "-q");
        Do("git", folder, "add", "-A");
        Do("git", folder, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-q", "-m", "corpus");
        return folder;
    }

    public static void Do(string program, string folder, params string[] args)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', args)} gave {process.ExitCode}");
    }

    private static string? Upwards(Func<string, bool> isIt)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (isIt(folder.FullName)) return folder.FullName;
        return null;
    }
}
