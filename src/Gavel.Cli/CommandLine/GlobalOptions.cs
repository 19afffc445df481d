using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gavel.Cli.CommandLine;

/// <summary>Options that mean the same for every command.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string> Directory = new("-C", "--directory")
    {
        Description = "Work as if started in DIR.",
        HelpName = "DIR",
        Recursive = true,
    };

    // Text, not a date: options of value types are compiled at start.
    public static readonly Option<string?> Today = new("--today")
    {
        Description = "The date to work with, YYYY-MM-DD; by default SOURCE_DATE_EPOCH, else the clock.",
        HelpName = "DATE",
        Recursive = true,
        Validators = { result => ReadDate(result) },
    };

    public static readonly Option<bool> NoCache = new("--no-cache")
    {
        Description = "Neither read nor write the cache.",
        Recursive = true,
    };

    public static readonly Option<string> Color = OneOf(new Option<string>("--color")
    {
        Description = "When to colour: auto (on a terminal), always, never. NO_COLOR is honoured.",
        HelpName = "WHEN",
        Recursive = true,
        DefaultValueFactory = _ => "auto",
    }, "auto", "always", "never");

    public static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Only what was asked for: no progress, no hints.",
        Recursive = true,
    };

    public static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "Say on standard error what is being done.",
        Recursive = true,
    };

    public static IEnumerable<Option> All => [Directory, Today, NoCache, Color, Quiet, Verbose];

    /// <summary>The option <c>--format</c> with the formats that a command knows; the first is the default.</summary>
    public static Option<string> Format(params string[] formats) => OneOf(new Option<string>("--format")
    {
        Description = $"How to print: {string.Join(", ", formats)}.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => formats[0],
    }, formats);

    public static Option<string> OneOf(Option<string> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <summary>The date that an option says, or null with an error.</summary>
    public static DateOnly? ReadDate(SymbolResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        result.AddError($"'{text}' is not a date; write it as 2026-01-31");
        return null;
    }

    /// <summary>The number of a proposal that an option or argument says; null where it is left out, or with an error.</summary>
    public static int? ReadNumber(SymbolResult result)
    {
        if (result.Tokens.Count == 0) return null;
        var text = result.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        result.AddError($"'{text}' is not a number from 1 to {int.MaxValue}");
        return null;
    }
}
