using System.Collections.Immutable;

namespace Gavel.Cli.CommandLine;

/// <summary>What <c>gavel check</c> was asked.</summary>
internal sealed record CheckLine(SessionSettings Settings)
{
    private static readonly string[] Formats = ["text", "json", "sarif", "github"];
    private static readonly string[] Levels = ["error", "warning", "info", "never"];

    /// <summary>As written.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    public bool Fixes { get; init; }

    public bool FixesAll { get; init; }

    public string? Since { get; init; }

    /// <summary>Null for the file that is read by default.</summary>
    public string? Baseline { get; init; }

    public bool IsWithoutBaseline { get; init; }

    public bool Updates { get; init; }

    public bool Adds { get; init; }

    public bool Watches { get; init; }

    public bool IsDry { get; init; }

    public bool Commits { get; init; }

    public string FailOn { get; init; } = "error";

    public string Format { get; init; } = "text";

    /// <summary>
    /// Reads the command lines that editors, hooks and people write most: <c>check</c> with files, <c>-C</c>, a format, a level. Building the options of a
    /// command and reading by them takes longer than most checks.
    /// </summary>
    /// <returns>Null for every other line, and for a wrong one: those are read, or complained of, by the options of the command.</returns>
    public static CheckLine? OfPlain(string[] args)
    {
        string? directory = null, format = null, level = null;
        bool isCheck = false, isQuiet = false, isWithoutBaseline = false;
        var paths = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "-C" or "--directory" when directory is null && IsWord(next): directory = args[++i]; break;
                case "--format" when isCheck && format is null && Array.IndexOf(Formats, next) >= 0: format = args[++i]; break;
                case "--fail-on" when isCheck && level is null && Array.IndexOf(Levels, next) >= 0: level = args[++i]; break;
                case "-q" or "--quiet" when !isQuiet: isQuiet = true; break;
                case "--no-baseline" when isCheck && !isWithoutBaseline: isWithoutBaseline = true; break;
                case "check" when !isCheck: isCheck = true; break;
                case var path when isCheck && IsWord(path): paths.Add(path); break;
                default: return null;
            }
            // A flag may be given its value in a word of its own.
            if (args[i] is "-q" or "--quiet" or "--no-baseline" && bool.TryParse(next, out _)) return null;
        }
        if (!isCheck) return null;
        return new CheckLine(new SessionSettings(directory) { IsQuiet = isQuiet }) { Paths = paths.ToImmutable(), Format = format ?? "text", FailOn = level ?? "error", IsWithoutBaseline = isWithoutBaseline };
    }

    // No option, no file of arguments, no directive; "/?" asks for help.
    private static bool IsWord(string text) => text.Length > 0 && text[0] is not ('-' or '@' or '[') && (text[0] != '/' || (text.Length > 2 && !OperatingSystem.IsWindows()));
}
