using System.CommandLine;
using System.Globalization;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Searching;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel search</c>.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 10;
    private const int MostHits = 1000;
    private const string ByScore = "score";

    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words, \"a phrase\", FIELD:VALUE, -unwanted, begin*.", Arity = ArgumentArity.ZeroOrMore };
        var process = new Option<string[]>("--process") { Description = "Only these processes.", HelpName = "NAME" };
        Completing.Processes(process);
        var status = new Option<string[]>("--status") { Description = "Only these statuses; aliases count.", HelpName = "STATUS" };
        Completing.Statuses(status);
        var kind = new Option<string[]>("--kind") { Description = "Only statuses of these kinds: draft, open, accepted, done, living, deferred, rejected, withdrawn, superseded.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<StatusKind>().Select(ListReport.NameOf)]);
        var author = new Option<string[]>("--author") { Description = "Only proposals of an author with this name, or the beginning of it.", HelpName = "NAME" };
        var field = new Option<string[]>("--field") { Description = "Only proposals whose field has this value.", HelpName = "NAME=VALUE" };
        var waiting = new Option<string?>("--waiting-for") { Description = "Only proposals that wait for a word of this person; 'me' is you, as git knows you.", HelpName = "PERSON" };
        Completing.People(waiting, "me");
        var sort = GlobalOptions.OneOf(new Option<string>("--sort") { Description = "Order the best hits by score, id, title, status, created or updated.", HelpName = "KEY", DefaultValueFactory = _ => ByScore }, [ByScore, .. ListCommand.Keys]);
        var limit = new Option<string>("--limit") { Description = "At most so many hits.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit.ToString(CultureInfo.InvariantCulture) };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("search", "Find proposals by their words, the best first.")
        {
            Details =
            [
                "Id and title count most, then fields, headings and text; what others refer to and what still holds comes before what does not. All words must be there; where no proposal has all of them, those with some are shown. The last word may be the beginning of one. Words that no proposal has are read as misspelt words of titles.",
                "FIELD is any field of the template, and status, kind, process, author, id and title. FIELD:a,b means either. A minus sign before a part means: without it. Put -- before a query that begins with one.",
            ],
            Examples =
            [
                new("gavel search retry budget", "proposals that have both words"),
                new("gavel search 'status:open author:ann \"retry budget\"'", "open ones by Ann with the phrase"),
                new("gavel search cach* -- -redis", "words that begin so, without Redis"),
                new("gavel search --kind accepted --kind done streaming --format json", "for scripts"),
            ],
        };
        command.Add(query);
        foreach (var option in (Option[])[process, status, kind, author, field, waiting, sort, limit, format]) command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            using var session = Session.Open(parsed, cancellation);
            Processes.Required(session);
            var search = SearchQuery.Parse(string.Join(' ', parsed.GetValue(query) ?? []));
            foreach (var name in parsed.GetValue(process) ?? []) Processes.Find(session.Catalog, name);
            search = search.Where("process", parsed.GetValue(process) ?? []).Where("status", parsed.GetValue(status) ?? [])
                .Where("kind", parsed.GetValue(kind) ?? []).Where("author", parsed.GetValue(author) ?? []);
            foreach (var wish in parsed.GetValue(field) ?? [])
            {
                var at = wish.IndexOf('=', StringComparison.Ordinal);
                if (at <= 0) throw new UsageException($"--field takes NAME=VALUE, not '{wish}'");
                search = search.Where(wish[..at], [wish[(at + 1)..]]);
            }
            if (search.IsEmpty) throw new UsageException("search for what? Give a word, a phrase in quotation marks, or FIELD:VALUE");
            var (person, key, most) = (parsed.GetValue(waiting), parsed.GetValue(sort)!, LimitOf(parsed.GetValue(limit)!));
            var result = Searching.Search(session, search, person is null ? most : MostHits);
            if (person is not null || key != ByScore) result = Narrowed(session, result, person, key, most);
            session.Out.Write(parsed.GetValue(format) == "json" ? SearchReport.RenderJson(result) : SearchReport.RenderText(result, session.Catalog.Entries, session.Style));
            return Task.FromResult((int)ExitCode.Fine);
        });
        return command;
    }

    /// <summary>The hits that wait for somebody, the best of them in another order.</summary>
    private static SearchResult Narrowed(Session session, SearchResult result, string? person, string key, int limit)
    {
        var dated = session.Catalog.WithDates(session.History, session.Cancellation);
        var entries = dated.Entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
        var why = ListCommand.WaitingFor(session, dated, person);
        var hits = result.Hits.Where(h => entries.TryGetValue(h.Path, out var entry) && (why is null || why(entry) is not null)).Take(limit).ToList();
        var order = key == ByScore ? [] : ListCommand.Sorted(dated.Entries, key).Select((e, i) => (e.Path, i)).ToDictionary(p => p.Path, p => p.i, StringComparer.Ordinal);
        return result with
        {
            Total = why is null ? result.Total : result.Hits.Count(h => entries.TryGetValue(h.Path, out var entry) && why(entry) is not null),
            IsCapped = result.IsCapped && (why is null || result.Hits.Length >= MostHits),
            Hits = [.. hits.OrderBy(h => order.GetValueOrDefault(h.Path))],
        };
    }

    private static int LimitOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostHits
            ? number
            : throw new UsageException($"--limit is '{text}', not a number from 1 to {MostHits}");
}
