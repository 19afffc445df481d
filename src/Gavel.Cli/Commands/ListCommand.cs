using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Text;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel list</c>.</summary>
internal static class ListCommand
{
    public static readonly string[] Keys = ["id", "title", "status", "created", "updated"];

    public static Command Create()
    {
        var process = new Option<string[]>("--process") { Description = "Only these processes.", HelpName = "NAME", AllowMultipleArgumentsPerToken = false };
        Completing.Processes(process);
        var status = new Option<string[]>("--status") { Description = "Only these statuses; aliases count.", HelpName = "STATUS" };
        Completing.Statuses(status);
        var kind = new Option<string[]>("--kind") { Description = "Only statuses of these kinds: draft, open, accepted, done, living, deferred, rejected, withdrawn, superseded.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<StatusKind>().Select(ListReport.NameOf)]);
        var author = new Option<string[]>("--author") { Description = "Only proposals of an author whose name holds this.", HelpName = "NAME" };
        var field = new Option<string[]>("--field") { Description = "Only proposals whose field has this value.", HelpName = "NAME=VALUE" };
        var waiting = new Option<string?>("--waiting-for") { Description = "Only proposals that wait for a word of this person: an approval, a vote, the end of an objection; 'me' is you, as git knows you.", HelpName = "PERSON" };
        Completing.People(waiting, "me");
        var sort = GlobalOptions.OneOf(new Option<string>("--sort") { Description = "Order by id, title, status, created or updated.", HelpName = "KEY", DefaultValueFactory = _ => "id" }, Keys);
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("list", "List the proposals of the repository.")
        {
            Details = ["On a terminal a table that fits it; in a pipe the same rows with tabs between the cells. Filters of one kind are alternatives, filters of several kinds must all hold."],
            Examples =
            [
                new("gavel list --status Accepted", "what was accepted, by status name or alias"),
                new("gavel list --kind open --kind draft --sort updated", "what is being worked on, the oldest change first"),
                new("gavel list --waiting-for me", "what a reviewer starts the day with"),
                new("gavel list --format json | jq -r '.proposals[].path'", "every path"),
            ],
        };
        foreach (var option in (Option[])[process, status, kind, author, field, waiting, sort, format]) command.Add(option);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            session.BeginHistory();
            session.IsWithoutFindings = parsed.GetValue(waiting) is null;
            Processes.Required(session);
            Processes.NoteWithoutGit(session);
            var filter = new Filter(parsed.GetValue(process) ?? [], parsed.GetValue(status) ?? [], parsed.GetValue(kind) ?? [], parsed.GetValue(author) ?? [], parsed.GetValue(field) ?? []);
            foreach (var name in filter.Processes) Processes.Find(session.Catalog, name);
            var dated = session.Catalog.WithDates(session.History, session.Cancellation);
            var why = WaitingFor(session, dated, parsed.GetValue(waiting));
            var entries = Sorted(dated.Entries.Where(filter.Matches).Where(e => why is null || why(e) is not null), parsed.GetValue(sort)!).ToList();
            if (entries.Count == 0 && !session.IsQuiet) Console.Error.WriteLine($"gavel: {WhyNone(session.Catalog, filter, parsed.GetValue(waiting))}");
            session.Out.Write(parsed.GetValue(format) == "json" ? ListReport.RenderJson(entries) : ListReport.RenderText(entries, session.Style, why));
            return (int)ExitCode.Fine;
        });
        return command;
    }

    /// <summary>Tells a filter that nothing can pass from one that nothing passes now.</summary>
    private static string WhyNone(Catalog catalog, Filter filter, string? person)
    {
        foreach (var status in filter.Statuses)
        {
            if (catalog.Entries.Any(e => (filter with { Fields = [], Authors = [], Kinds = [], Statuses = [status] }).Matches(e)) || catalog.Processes.Any(p => p.Statuses.Find(status) is not null)) continue;
            var names = catalog.Processes.SelectMany(p => p.Statuses.Statuses).Select(s => s.Name).Distinct(StringComparer.Ordinal).ToList();
            if (names.Count == 0) return $"there is no status '{status}': no process here has any";
            return $"there is no status '{status}'; {(Spelling.Nearest(status, names) is { } near ? $"did you mean '{near}'?" : $"there is {string.Join(", ", names.Select(n => $"'{n}'"))}")}";
        }
        foreach (var name in filter.Fields.Select(f => f[..f.IndexOf('=', StringComparison.Ordinal)]))
        {
            var names = catalog.Entries.SelectMany(e => e.Fields).Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) return $"no proposal has a field '{name}'{(Spelling.Nearest(name, names) is { } near ? $"; did you mean '{near}'?" : "")}";
        }
        if (person is null) return $"none of {catalog.Entries.Length} proposals matches";
        var people = catalog.Processes.Select(p => new PersonDirectory(p.Life.People)).ToList();
        return person is not "me" && people.Any(p => !p.Keys.IsEmpty) && people.All(p => p.Find(person) is null)
            ? $"nothing waits for '{person}', and gavel.yml knows nobody of that name; there is {string.Join(", ", people.SelectMany(p => p.Keys).Distinct(StringComparer.Ordinal))}"
            : $"nothing waits for {(person is "me" ? "you" : person)}";
    }

    /// <returns>Why a proposal waits for the person, null where it does not; null altogether where nobody is asked about.</returns>
    public static Func<CatalogEntry, string?>? WaitingFor(Session session, Catalog catalog, string? person)
    {
        if (person is null) return null;
        var who = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var process in catalog.Processes)
        {
            who[process.Name] = person is not "me" ? person : Deciders.Self(session, new PersonDirectory(process.Life.People))
                ?? throw new UsageException("git does not know who you are: name the person, or set it with  git config user.name \"Your Name\"");
        }
        var waiting = new Waiting(catalog, session.History, Session.Syntaxes);
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        return entry => known.TryGetValue(entry.Path, out var why) ? why : known[entry.Path] = waiting.WhyFor(entry, who[entry.Process.Name], session.Moment);
    }

    public static IEnumerable<CatalogEntry> Sorted(IEnumerable<CatalogEntry> entries, string key) => key switch
    {
        "title" => entries.OrderBy(e => e.Title, StringComparer.OrdinalIgnoreCase),
        "status" => entries.OrderBy(e => e.Kind is null).ThenBy(e => e.Kind).ThenBy(e => e.Status, StringComparer.Ordinal),
        "created" => entries.OrderBy(e => e.Created is null).ThenBy(e => e.Created),
        "updated" => entries.OrderBy(e => e.Updated is null).ThenBy(e => e.Updated),
        _ => entries,
    };

    private sealed record Filter(string[] Processes, string[] Statuses, string[] Kinds, string[] Authors, string[] Fields)
    {
        public bool Matches(CatalogEntry entry) =>
            Any(Processes, p => Same(p, entry.Process.Name))
            && Any(Statuses, s => Same(s, entry.Status) || Same(s, entry.StatusText) || entry.Process.Statuses.Find(s) is { } match && match.Status.Name == entry.Status)
            && Any(Kinds, k => entry.Kind is { } kind && Same(k, ListReport.NameOf(kind)))
            && Any(Authors, a => entry.Authors.Any(name => name.Contains(a, StringComparison.OrdinalIgnoreCase)))
            && Fields.All(f => HasField(entry, f));

        private static bool HasField(CatalogEntry entry, string wish)
        {
            var at = wish.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new UsageException($"--field takes NAME=VALUE, not '{wish}'");
            return entry.Fields.Any(f => Same(f.Name, wish[..at]) && Same(f.Value ?? "", wish[(at + 1)..]));
        }

        private static bool Any(string[] wishes, Func<string, bool> holds) => wishes.Length == 0 || wishes.Any(holds);

        private static bool Same(string a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }
}
