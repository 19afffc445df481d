using System.CommandLine;

namespace Gavel.Cli.CommandLine;

/// <summary>What the options that every command has say.</summary>
/// <param name="Directory">As written; null for the folder that the tool was started in.</param>
internal sealed record SessionSettings(string? Directory)
{
    public bool IsWithoutCache { get; init; }

    public bool IsQuiet { get; init; }

    /// <summary>auto, always or never; null for auto.</summary>
    public string? Colour { get; init; }

    /// <summary>Null where no date was given.</summary>
    public DateOnly? Today { get; init; }

    public static SessionSettings Of(ParseResult parsed) => new(parsed.GetValue(GlobalOptions.Directory))
    {
        IsWithoutCache = parsed.GetValue(GlobalOptions.NoCache),
        IsQuiet = parsed.GetValue(GlobalOptions.Quiet),
        Colour = parsed.GetValue(GlobalOptions.Color),
        Today = parsed.GetResult(GlobalOptions.Today) is { } option ? GlobalOptions.ReadDate(option) : null,
    };
}
