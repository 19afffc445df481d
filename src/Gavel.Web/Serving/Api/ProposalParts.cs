using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Proposals;
using Gavel.Core.Reporting;

namespace Gavel.Web.Serving.Api;

/// <summary><c>/proposals/{id}</c> and what lies below: the objects of the commands of the same names.</summary>
internal static class ProposalParts
{
    internal static readonly ApiParameter Id = new("id", "The proposal: its id in any case and with any separator, or its number.", IsInPath: true);

    public static ApiEndpoint[] Endpoints { get; } =
    [
        new("/proposals/{id}", "One proposal: its row, header, sections, relations and how many findings it has.", "show", [Id],
            request => request.With(entry => Show(request, entry))),
        new("/proposals/{id}/text", "Its text as safe HTML, with its contents.", null, [Id], Text),
        new("/proposals/{id}/source", "The file as it is.", null, [Id], Source),
        new("/proposals/{id}/diagnostics", "What a check of it finds.", "check", [Id],
            request => request.With(entry => JsonReport.Render(ReportOf(request, entry.Path), request.TextOf))),
        new("/proposals/{id}/log", "Its timeline.", "log", [Id],
            request => request.With(entry => LogReport.RenderJson(request.Snapshot.Site.Source.Timelines.Of(entry.Id)))),
        new("/proposals/{id}/decisions", "The decisions on it, the oldest first.", null, [Id],
            request => request.With(entry => DecisionsJson.Render(entry, request.Snapshot.Site.Source.Decisions.Of(entry.Id)))),
        new("/proposals/{id}/plan", "The work that it names.", "plan", [Id],
            request => request.With(entry => request.Catalog.Open(entry) is var proposal ? PlanReport.RenderJson(proposal, PlanReader.Of(proposal)) : "")),
        new("/proposals/{id}/alternatives", "Its alternatives against the aspects that the template names.", "alternatives", [Id],
            request => request.With(entry => request.Catalog.Open(entry) is var proposal ? AlternativesReport.RenderJson(proposal, AlternativesReader.Of(proposal)) : "")),
        new("/proposals/{id}/diff", "What changed between two of its versions.", "diff",
        [
            Id,
            new("from", "A status, a day or a revision of git; by default the version before the last."),
            new("to", "The same; by default what is in the work tree."),
        ], ProposalDiff.Handle),
        new("/proposals/{id}/todo", "What stands between it and its next status.", "todo", [Id, new("for", "The status to get to; by default the next one.")], Todo),
    ];

    public static string Show(ApiRequest request, CatalogEntry entry) => ShowReport.RenderJson(request.Catalog, entry, request.Catalog.Open(entry), ReportOf(request, entry.Path));

    private static Report ReportOf(ApiRequest request, string path) =>
        Checker.Check(request.Catalog, new CheckRequest(request.Workbench.Today) { Paths = [path], Baseline = request.Workbench.Baseline }, request.Context.RequestAborted);

    private static Task Todo(ApiRequest request)
    {
        if (request.Entry is not { } entry) return Problem.NoProposal(request.Context, request.Id);
        var target = request.Value("for") is { } name ? entry.Process.Statuses.Find(name)?.Status : null;
        if (target is null && request.Value("for") is { } unknown) return Problem.BadParameter(request.Context, "for", $"'{unknown}' is no status of {entry.Process.Name}");
        return request.Json(TodoReport.RenderJson(request.Workbench.Deciding.Todo(entry, target, request.Workbench.Now(), request.Context.RequestAborted)));
    }

    private static Task Text(ApiRequest request)
    {
        if (request.Entry is not { } entry) return Problem.NoProposal(request.Context, request.Id);
        var text = request.Snapshot.Site.RenderText(entry, request.Catalog.Open(entry).Document);
        return request.Json(JsonText.Object(writer =>
        {
            writer.WriteText("id", entry.Id);
            writer.WriteText("html", text.Html);
            writer.WriteObjects("contents", text.Contents, line =>
            {
                writer.WriteText("title", line.Title);
                writer.WriteText("anchor", line.Id);
                writer.WriteNumber("level", line.Level);
                writer.WriteNumber("line", line.SourceLine);
            });
        }));
    }

    private static Task Source(ApiRequest request)
    {
        if (request.Entry is not { } entry) return Problem.NoProposal(request.Context, request.Id);
        return Answer.WriteAsync(request.Context, request.Catalog.Tree.Read(entry.File).ToBytes(), "text/plain; charset=utf-8");
    }
}
