using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>What Ctrl-C, a service manager and <c>timeout</c> send. Some send it twice: to the process, and to its group.</summary>
public sealed class A_command_that_is_stopped
{
    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void It_stops_by_itself(string signal)
    {
        using var folder = Repositories.Rfcs();
        using var watch = Start(folder.Path, [], "check", "--watch");
        Assert.NotNull(watch.StandardOutput.ReadLine());
        Assert.Equal(0, Stopped(watch, signal, signal));
    }

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    public void It_is_ended_where_it_hears_nothing(string signal, int status)
    {
        using var folder = Repositories.Rfcs();
        using var place = new TemporaryFolder();
        place.Write("git", "#!/bin/sh\necho $$ > \"$0.id\"\nexec sleep 60\n");
        GavelProgram.Start("chmod", place.Path, ["+x", "git"]);
        using var check = Start(folder.Path, new() { ["PATH"] = $"{place.Path}:{Environment.GetEnvironmentVariable("PATH")}", ["GAVEL_CACHE"] = Path.Combine(place.Path, "cache") }, "check", "--no-cache");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(place.Path, "git.id")), TimeSpan.FromSeconds(30)));
        Assert.Equal(status, Stopped(check, signal, signal));
        GavelProgram.Start("sh", place.Path, ["-c", "kill $(cat git.id)"]);
        Assert.DoesNotContain("Exception", check.StandardError.ReadToEnd(), StringComparison.Ordinal);
    }

    private static Process Start(string folder, Dictionary<string, string> environment, params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: no signals here");
        var start = new ProcessStartInfo("dotnet", [GavelProgram.Dll, .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static int Stopped(Process process, params string[] signals)
    {
        foreach (var signal in signals)
        {
            using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
        var isStopped = process.WaitForExit(30_000);
        if (!isStopped) process.Kill();
        Assert.True(isStopped, "it does not stop");
        return process.ExitCode;
    }
}
