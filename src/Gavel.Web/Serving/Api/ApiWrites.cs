using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gavel.Web.Serving.Api;

/// <summary>
/// Every endpoint that changes something, through the gates of the command line; the same table gives the routes and the document of the interface. A body must say
/// that it is JSON: no page of another site can send that without being asked first (CORS), and this server never agrees.
/// </summary>
internal sealed class ApiWrites(LiveCatalog live, TimeProvider clock)
{
    /// <summary>Names the branch that a commit was made on.</summary>
    private const string BranchHeader = "Gavel-Branch";

    public static ImmutableArray<ApiWrite> All { get; } = [.. Starting.Writes, .. Decisions.Writes];

    public static void Map(IEndpointRouteBuilder routes, LiveCatalog live, TimeProvider clock)
    {
        var writes = new ApiWrites(live, clock);
        foreach (var write in All) routes.MapPost(ApiRoutes.Prefix + write.Route, context => writes.DoAsync(context, write));
    }

    private async Task DoAsync(HttpContext context, ApiWrite write)
    {
        if (await ApiBody.ReadAsync(context, write.Inputs).ConfigureAwait(false) is not { } body) return;
        Wrote wrote;
        string json;
        using (var lease = live.Rent())
        {
            var id = (string?)context.Request.RouteValues["id"];
            var entry = id is null ? null : IdSpelling.FindOne(lease.Workbench.Catalog, id);
            if (id is not null && entry is null)
            {
                await Problem.NoProposal(context, id).ConfigureAwait(false);
                return;
            }
            if (entry is not null && context.Request.Headers.IfMatch is { Count: > 0 } wanted && !EntityTags.IsMet(wanted, Answer.TagOf(Encoding.UTF8.GetBytes(ProposalParts.Show(new ApiRequest(context, lease.Snapshot), entry)))))
            {
                await Problem.Changed(context).ConfigureAwait(false);
                return;
            }
            wrote = write.Handle(new WriteRequest(lease, entry, body, clock, context.RequestAborted));
            json = ChangeReport.RenderJson(wrote.Outcome, entry?.Id, entry?.Number, entry?.Path, wrote.Commit, done: true);
        }
        if (wrote.Outcome is Outcome.Done) live.Refresh(clock.GetUtcNow(), context.RequestAborted);
        context.Response.StatusCode = wrote.Outcome is Outcome.Done ? write.Success : StatusCodes.Status409Conflict;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (wrote.Branch is { } branch) context.Response.Headers[BranchHeader] = Uri.EscapeDataString(branch).Replace("%2F", "/", StringComparison.Ordinal);
        await context.Response.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
    }
}
