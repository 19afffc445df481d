using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;
using Gavel.Core.Timelines;

namespace Gavel.Web.Serving.Api;

/// <summary><c>/proposals/{id}/diff</c>: any two versions of a proposal, named as <c>gavel diff</c> reads them.</summary>
internal static class ProposalDiff
{
    public static Task Handle(ApiRequest request)
    {
        if (request.Entry is not { } entry) return Problem.NoProposal(request.Context, request.Id);
        var versions = new ProposalVersions(request.Catalog, entry, request.Workbench.History);
        var from = request.Value("from") is { } first ? End(request, entry, versions, first) : versions.Previous;
        if (from is null) return NotThere(request, "from");
        var to = request.Value("to") is { } last ? End(request, entry, versions, last) : versions.Now;
        return to is null ? NotThere(request, "to") : request.Json(DiffReport.RenderJson(entry.Id, from, to, SectionDiff.Compare(from.Document, to.Document)));
    }

    private static Task NotThere(ApiRequest request, string name) =>
        Problem.BadParameter(request.Context, name, $"'{request.Value(name)}' is no status that the proposal had, no day such as 2026-01-31, and no revision that has it");

    private static ProposalVersion? End(ApiRequest request, CatalogEntry entry, ProposalVersions versions, string text)
    {
        if (entry.Process.Statuses.Find(text) is { } status && status.Parameter.Length == 0) return versions.When(status.Status.Name, request.Snapshot.Site.Source.Timelines.Of(entry.Id));
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return versions.On(day);
        return request.Workbench.Revision(text) is { } revision ? versions.In(revision.Tree, revision.Recorded) : null;
    }
}
