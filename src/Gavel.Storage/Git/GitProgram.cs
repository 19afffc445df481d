using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Gavel.Storage.Git;

/// <summary>What a run of git gave.</summary>
internal readonly record struct GitOutput(int ExitCode, byte[] Bytes, string Error)
{
    /// <summary>Standard output without its final line end.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes).TrimEnd('\n', '\r');
}

/// <summary>
/// Starts the <c>git</c> program: never through a shell, in a clean environment, without prompts, pagers, hooks' leftovers, locks or network.
/// Each start costs 17 to 30 ms.
/// </summary>
public sealed class GitProgram
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    // What a caller's environment may say to git; any other GIT_… variable would make it look elsewhere.
    private static readonly string[] Kept =
        ["GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_EXEC_PATH"];

    private readonly string _folder;
    private readonly string? _program;
    private readonly TimeSpan _timeout;

    /// <param name="folder">A folder of the work tree.</param>
    /// <param name="searchPath">Where to look for the program; null for PATH.</param>
    public GitProgram(string folder, string? searchPath = null, TimeSpan? timeout = null)
    {
        _folder = folder;
        _program = Locate(searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "");
        _timeout = timeout ?? DefaultTimeout;
    }

    public bool IsInstalled => _program is not null;

    /// <summary>Takes a piece of what git writes.</summary>
    internal delegate void Taking(ReadOnlySpan<byte> piece);

    /// <summary>Runs git to its end.</summary>
    /// <exception cref="GitException">It failed, or took longer than the timeout.</exception>
    internal GitOutput Run(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input = default, CancellationToken cancellationToken = default)
    {
        var output = TryRun(arguments, input, cancellationToken);
        if (output.ExitCode != 0) throw Failure(arguments, output.Error, output.ExitCode);
        return output;
    }

    /// <summary>As <see cref="Run"/>, but leaves it to the caller what an exit code means.</summary>
    internal GitOutput TryRun(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input = default, CancellationToken cancellationToken = default)
    {
        using var bytes = new MemoryStream();
        return TryRun(arguments, input, bytes.Write, cancellationToken) with { Bytes = bytes.ToArray() };
    }

    /// <summary>As the other, but hands over what git writes piece by piece while it runs.</summary>
    internal GitOutput TryRun(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, Taking take, CancellationToken cancellationToken = default)
    {
        using var process = Start(arguments);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(_timeout);
        using var killing = stop.Token.Register(process.Kill);
        process.Feed(input);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = process.Output.Read(buffer)) > 0) take(buffer.AsSpan(0, read));
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        if (stop.IsCancellationRequested) throw new GitException($"git {arguments[0]} took longer than {_timeout.TotalSeconds:0} s and was stopped");
        return new GitOutput(process.ExitCode, [], process.Errors.GetAwaiter().GetResult().Trim());
    }

    /// <summary>Starts git and leaves its streams to the caller.</summary>
    internal GitProcess Start(IReadOnlyList<string> arguments)
    {
        if (_program is null) throw new GitMissingException();
        var start = new ProcessStartInfo(_program)
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            if (!Array.Exists(Kept, k => name.StartsWith(k, StringComparison.Ordinal))) start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_LITERAL_PATHSPECS"] = "1";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none"; // no such protocol: a partial clone does not fetch
        foreach (var argument in (string[])["--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false", "-c", "mailmap.file=", "-c", "mailmap.blob="])
            start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return new GitProcess(Process.Start(start) ?? throw new GitException($"git could not be started ({_program})"));
        }
        catch (Win32Exception e)
        {
            throw new GitException($"git could not be started ({_program}): {e.Message}", e);
        }
    }

    internal GitException Failure(IReadOnlyList<string> arguments, string error, int exitCode)
    {
        if (error.Contains("dubious ownership", StringComparison.Ordinal))
            return new GitException($"git does not trust {_folder}, since another user owns it: run  git config --global --add safe.directory '{_folder}'  if you do");
        return new GitException(error.Length > 0 ? $"git {arguments[0]}: {error}" : $"git {arguments[0]} failed with exit code {exitCode}");
    }

    // By hand and never from the current folder: a repository may hold a file named git.exe.
    private static string? Locate(string searchPath)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var folder in searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Path.IsPathFullyQualified(folder) && Path.Combine(folder, name) is var program && File.Exists(program)) return program;
        }
        return null;
    }
}
