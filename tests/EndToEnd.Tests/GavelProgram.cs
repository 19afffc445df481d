using System.Diagnostics;

namespace EndToEnd.Tests;

public sealed record ProgramResult(int ExitCode, string Output, string Error);

/// <summary>The built tool, started as a user starts it.</summary>
public static class GavelProgram
{
    /// <summary>The installed package where <c>GAVEL_DLL</c> names it, which is what users have; else what was built beside the tests.</summary>
    public static string Dll { get; } = Environment.GetEnvironmentVariable("GAVEL_DLL") is { Length: > 0 } installed ? installed : Path.Combine(AppContext.BaseDirectory, "gavel.dll");

    public static ProgramResult Run(string folder, params string[] args) => Start("dotnet", folder, [Dll, .. args]);

    public static ProgramResult Git(string folder, params string[] args) =>
        Start("git", folder, ["-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", .. args]);

    public static ProgramResult Start(string program, string folder, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_COUNT"] = "3";
        (start.Environment["GIT_CONFIG_KEY_0"], start.Environment["GIT_CONFIG_VALUE_0"]) = ("user.name", "Ann Lee");
        (start.Environment["GIT_CONFIG_KEY_1"], start.Environment["GIT_CONFIG_VALUE_1"]) = ("user.email", "ann@example.org");
        (start.Environment["GIT_CONFIG_KEY_2"], start.Environment["GIT_CONFIG_VALUE_2"]) = ("safe.directory", "*");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramResult(process.ExitCode, output, error.Result);
    }
}
