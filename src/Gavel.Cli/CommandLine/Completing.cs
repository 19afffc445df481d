using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Cli.CommandLine;

/// <summary>What a shell may complete out of the repository: ids, statuses, processes, people, fields. Where that cannot be read, nothing.</summary>
internal static class Completing
{
    public static void Ids(Argument argument) => Add(argument, static (catalog, _) => catalog.Entries.Select(e => e.Id));

    /// <param name="id">Names the proposal; null for the statuses of all processes.</param>
    public static void Statuses(Symbol symbol, Argument? id = null) => Add(symbol, (catalog, parsed) =>
        EntryOf(catalog, parsed, id) is { } entry
            ? entry.Process.Statuses.Statuses.Where(s => !string.Equals(s.Name, entry.Status, StringComparison.Ordinal)).Select(s => s.Name)
            : catalog.Processes.SelectMany(p => p.Statuses.Statuses).Select(s => s.Name));

    public static void Processes(Symbol symbol) => Add(symbol, static (catalog, _) => catalog.Processes.Select(p => p.Name));

    public static void People(Symbol symbol, params string[] others) => Add(symbol, (catalog, _) => others.Concat(catalog.Processes.SelectMany(p => new PersonDirectory(p.Life.People).Keys)));

    /// <summary>The fields of the proposal, each with the sign that its value follows.</summary>
    public static void Fields(Argument argument, Argument id) => Add(argument, (catalog, parsed) => (EntryOf(catalog, parsed, id)?.Fields ?? []).Select(f => f.Name + "="));

    /// <summary>The library fails on the beginning of a value that stands beside its option (<c>--format=j</c>); behind a blank it completes it.</summary>
    private static string[] Apart(string[] args) =>
        args is [var directive, var line] && directive.StartsWith("[suggest:", StringComparison.Ordinal) && line.LastIndexOf(" --", StringComparison.Ordinal) is >= 0 and var option
            && line.IndexOf('=', option) is >= 0 and var sign && line.IndexOf(' ', option + 1) < 0
            ? [directive, $"{line[..sign]} {line[(sign + 1)..]}"]
            : args;

    /// <summary>What a shell may put at a place of a line. Options stand behind their dashes, and where there is nothing else.</summary>
    /// <returns>Null where no shell asks.</returns>
    public static IEnumerable<string>? Offered(RootCommand root, string[] args)
    {
        if (Apart(args) is not [var directive, var line] || !directive.StartsWith("[suggest:", StringComparison.Ordinal)) return null;
        if (!int.TryParse(directive.AsSpan("[suggest:".Length).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return null;
        var words = root.Parse(line).GetCompletions(Math.Min(at, line.Length)).Select(c => c.Label).Where(w => w is not ("-?" or "/?" or "/h" or "")).ToList();
        var isBegun = !line[..Math.Min(at, line.Length)].EndsWith(' ');
        return isBegun || words.TrueForAll(w => w[0] == '-') ? words : words.Where(w => w[0] != '-');
    }

    private static void Add(Symbol symbol, Func<Catalog, ParseResult, IEnumerable<string>> read)
    {
        if (symbol is Option option)
        {
            option.CompletionSources.Add(context => Read(context, read));
        }
        else if (symbol is Argument argument)
        {
            argument.HelpName ??= argument.Name; // else a page of help shows what may be completed
            // One that was given is not asked for again.
            argument.CompletionSources.Add(context => argument.Arity.MaximumNumberOfValues == 1 && context.ParseResult.GetResult(argument) is { Tokens: [var given, ..] } && !string.Equals(given.Value, context.WordToComplete, StringComparison.Ordinal) ? [] : Read(context, read));
        }
    }

    private static IEnumerable<CompletionItem> Read(CompletionContext context, Func<Catalog, ParseResult, IEnumerable<string>> read)
    {
        try
        {
            using var session = Session.Open(SessionSettings.Of(context.ParseResult) with { IsQuiet = true });
            session.IsWithoutFindings = true;
            return [.. read(session.Catalog, context.ParseResult).Where(w => w.Length > 0 && !w.Any(char.IsControl)).Distinct(StringComparer.Ordinal).Select(w => new CompletionItem(w))];
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException or Core.Trees.TreeException)
        {
            return []; // a shell shows no errors between two letters
        }
    }

    private static CatalogEntry? EntryOf(Catalog catalog, ParseResult parsed, Argument? id) =>
        id is not null && parsed.GetResult(id) is { Tokens: [var token, ..] } && IdSpelling.Find(catalog, token.Value) is [var entry] ? entry : null;
}
