using System.Collections.Immutable;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Microsoft.AspNetCore.WebUtilities;

namespace Gavel.Web.Serving.Api;

/// <summary><c>/proposals</c>: the rows of <c>gavel list</c>, filtered, sorted, in pages.</summary>
internal static class ProposalList
{
    private const int Most = 1000;
    private static readonly ImmutableArray<string> Kinds = [.. Enum.GetValues<StatusKind>().Select(k => ListReport.NameOf(k))];
    private static readonly ImmutableArray<string> Keys = ["id", "title", "status", "created", "updated"];

    public static ApiEndpoint Endpoint { get; } = new("/proposals", "The proposals of the catalog. The header Link names the next page (RFC 8288), X-Total-Count how many there are.", "list",
    [
        new("process", "Only of this process.", IsMany: true),
        new("status", "Only in this status; aliases count.", IsMany: true),
        new("kind", "Only in a status of this kind: draft, open, accepted, done, living, deferred, rejected, withdrawn, superseded.", IsMany: true),
        new("author", "Only of an author whose name holds this.", IsMany: true),
        new("field", "NAME=VALUE: only with this value in a field.", IsMany: true),
        new("waiting-for", "Only what waits for a word of this person; 'me' is who sits at the server."),
        new("sort", "id, title, status, created or updated; with a minus sign in front the other way round."),
        new("limit", $"At most so many, 1 to {Most}; 100 by default.", IsNumber: true),
        new("offset", "How many to leave out; 0 by default.", IsNumber: true),
    ], Handle);

    private static Task Handle(ApiRequest request)
    {
        if (!request.TryNumber("limit", 100, 1, Most, out var limit)) return Problem.BadParameter(request.Context, "limit", $"a number from 1 to {Most}");
        if (!request.TryNumber("offset", 0, 0, int.MaxValue, out var offset)) return Problem.BadParameter(request.Context, "offset", "a number from 0");
        var sort = request.Value("sort") ?? "id";
        if (!Keys.Contains(sort.StartsWith('-') ? sort[1..] : sort)) return Problem.BadParameter(request.Context, "sort", $"one of {string.Join(", ", Keys)}");
        if (FindWrong(request, "kind", v => Kinds.Contains(v, StringComparer.OrdinalIgnoreCase))) return Problem.BadParameter(request.Context, "kind", $"one of {string.Join(", ", Kinds)}");
        var processes = request.Catalog.Processes;
        if (FindWrong(request, "process", v => processes.Any(p => Same(p.Name, v)))) return Problem.BadParameter(request.Context, "process", $"one of {string.Join(", ", processes.Select(p => p.Name))}");
        if (FindWrong(request, "field", v => v.IndexOf('=', StringComparison.Ordinal) > 0)) return Problem.BadParameter(request.Context, "field", "NAME=VALUE");
        if (!TryWaiting(request, out var isWaiting)) return Problem.BadParameter(request.Context, "waiting-for", "git does not know who 'me' is here; name the person");
        var entries = Sorted(request.Catalog.Entries.Where(e => Matches(request, e) && isWaiting(e)), sort).ToList();
        var page = entries.Skip(offset).Take(limit).ToList();
        var headers = request.Context.Response.Headers;
        headers["X-Total-Count"] = entries.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (offset + page.Count < entries.Count) headers.Link = $"<{Next(request, offset + page.Count)}>; rel=\"next\"";
        return request.Json(ListReport.RenderJson(page));
    }

    private static bool FindWrong(ApiRequest request, string name, Predicate<string> isRight) => !Array.TrueForAll(request.Values(name), isRight);

    // False where nobody knows who is asked about.
    private static bool TryWaiting(ApiRequest request, out Func<CatalogEntry, bool> isWaiting)
    {
        isWaiting = static _ => true;
        if (request.Value("waiting-for") is not { } person) return true;
        if (person == "me")
        {
            if (request.Catalog.Entries is not [var first, ..] || request.Workbench.DeciderFor(first) is not { } me) return request.Catalog.Entries.IsEmpty;
            person = me.Person;
        }
        var waiting = new Waiting(request.Catalog, request.Workbench.History, request.Workbench.Syntaxes);
        isWaiting = entry => waiting.WhyFor(entry, person, request.Workbench.Now()) is not null;
        return true;
    }

    private static string Next(ApiRequest request, int offset)
    {
        var query = request.Context.Request.Query.Where(q => q.Key != "offset").Append(new("offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(request.Context.Request.Path, query);
    }

    private static bool Matches(ApiRequest request, CatalogEntry entry)
    {
        return Any("process", v => Same(v, entry.Process.Name))
            && Any("status", v => Same(v, entry.Status) || Same(v, entry.StatusText) || (entry.Process.Statuses.Find(v) is { } match && Same(match.Status.Name, entry.Status)))
            && Any("kind", v => entry.Kind is { } kind && Same(v, ListReport.NameOf(kind)))
            && Any("author", v => entry.Authors.Any(a => a.Contains(v, StringComparison.OrdinalIgnoreCase)))
            && Any("field", v => v.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && entry.Fields.Any(f => Same(f.Name, v[..at]) && Same(f.Value, v[(at + 1)..])));

        bool Any(string name, Func<string, bool> fits) => request.Values(name) is var values && (values.Length == 0 || Array.Exists(values, v => fits(v)));
    }

    private static IEnumerable<CatalogEntry> Sorted(IEnumerable<CatalogEntry> entries, string key)
    {
        var sorted = key.TrimStart('-') switch
        {
            "title" => entries.OrderBy(e => e.Title, StringComparer.OrdinalIgnoreCase),
            "status" => entries.OrderBy(e => e.Kind is null).ThenBy(e => e.Kind).ThenBy(e => e.Status, StringComparer.Ordinal),
            "created" => entries.OrderBy(e => e.Created is null).ThenBy(e => e.Created),
            "updated" => entries.OrderBy(e => e.Updated is null).ThenBy(e => e.Updated),
            _ => entries,
        };
        return key.StartsWith('-') ? sorted.Reverse() : sorted;
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
