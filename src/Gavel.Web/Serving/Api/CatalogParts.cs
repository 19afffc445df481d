using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;
using Gavel.Core.Searching;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Api;

/// <summary>What the catalog says as a whole.</summary>
internal static class CatalogParts
{
    private const int MostHits = 100;

    public static ApiEndpoint[] Endpoints { get; } =
    [
        new("/search", "The proposals that answer a query, the best first.", "search",
        [
            new("q", "Words, \"a phrase\", FIELD:VALUE, -unwanted, begin*."),
            new("limit", $"At most so many, 1 to {MostHits}; 10 by default.", IsNumber: true),
            new("offset", "How many of the best to leave out; 0 by default.", IsNumber: true),
        ], Search),
        new("/diagnostics", "What a check of the whole catalog finds.", "check", [],
            request => request.Json(JsonReport.Render(request.Snapshot.Site.Source.Report, request.TextOf))),
        new("/graph", "The relations between proposals.", "graph", [], request => request.Json(GraphReport.RenderJson(RelationGraph.Of(request.Catalog)))),
        new("/stats", "Throughput, time in status, and how the template is followed.", "stats", [], Stats),
        new("/processes/{name}/schema", "What the template of a process asks for.", "learn", [new("name", "The process.", IsInPath: true)], Schema),
        new("/processes", "The processes of the repository with their statuses.", null, [], request => request.Json(ProcessesJson.Render(request.Catalog))),
    ];

    private static Task Stats(ApiRequest request) =>
        request.Json(StatsReport.RenderJson([.. ProcessFigures.Of(request.Catalog, request.Snapshot.Site.Source.Timelines, request.Workbench.Today)], request.Workbench.Today));

    private static Task Schema(ApiRequest request)
    {
        var name = (string?)request.Context.Request.RouteValues["name"];
        return request.Catalog.Processes.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)) is { } process
            ? request.Json(LearnReport.RenderJson(process.Current))
            : Problem.WriteAsync(request.Context, StatusCodes.Status404NotFound, "no such process", $"there is no process '{name}'; /api/v1/processes lists them");
    }

    private static Task Search(ApiRequest request)
    {
        if (!request.TryNumber("limit", 10, 1, MostHits, out var limit)) return Problem.BadParameter(request.Context, "limit", $"a number from 1 to {MostHits}");
        if (!request.TryNumber("offset", 0, 0, 10_000, out var offset)) return Problem.BadParameter(request.Context, "offset", "a number from 0 to 10000");
        var query = SearchQuery.Parse(request.Value("q") ?? "");
        return query.IsEmpty ? Problem.BadParameter(request.Context, "q", "search for what? Give a word, a phrase in quotation marks, or FIELD:VALUE") : request.Json(SearchReport.RenderJson(request.Workbench.Search(query, limit, offset)));
    }
}
