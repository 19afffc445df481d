using System.Text.Json;
using Gavel.Core.Authoring;
using Gavel.Core.Reporting;
using Gavel.Web.Serving.Editing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gavel.Web.Serving.Api;

/// <summary>
/// <c>POST /proposals/{id}/{what}</c>: decisions and moves as JSON, through the gates of the command line. A body must say that it is JSON:
/// no page of another site can send that without being asked first (CORS), and this server never agrees.
/// </summary>
internal sealed class ApiWrites(LiveCatalog live, TimeProvider clock)
{
    private static readonly string[] Words = ["approve", "object", "hold", "resolve", "vote", "move"];

    public static void Map(IEndpointRouteBuilder routes, LiveCatalog live, TimeProvider clock)
    {
        var writes = new ApiWrites(live, clock);
        foreach (var word in Words) routes.MapPost($"{ApiRoutes.Prefix}/proposals/{{id}}/{word}", context => writes.DecideAsync(context, word));
    }

    private async Task DecideAsync(HttpContext context, string word)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } input) return;
        Outcome outcome;
        string? commit;
        string json;
        using (var lease = live.Rent())
        {
            var id = (string?)context.Request.RouteValues["id"] ?? "";
            if (ApiRequest.FindEntry(lease.Workbench.Catalog, id) is not { } entry)
            {
                await Problem.NoProposal(context, id).ConfigureAwait(false);
                return;
            }
            (outcome, commit) = DecideHandler.Do(lease.Workbench, entry, word == "vote" ? input("vote") ?? "vote" : word, input, context.RequestAborted);
            json = ChangeReport.RenderJson(outcome, entry.Id, entry.Number, entry.Path, commit, done: true);
        }
        if (outcome is Outcome.Done) live.Refresh(clock.GetUtcNow(), context.RequestAborted);
        else context.Response.StatusCode = StatusCodes.Status409Conflict;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
    }

    /// <returns>Null, with the answer written, for what is no JSON object.</returns>
    private static async Task<Func<string, string?>?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            await Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "no JSON", "send an object as application/json, for example {\"note\": \"reads well\"}").ConfigureAwait(false);
            return null;
        }
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 8 }, context.RequestAborted).ConfigureAwait(false);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                var values = new Dictionary<string, string?>(StringComparer.Ordinal);
                foreach (var property in body.RootElement.EnumerateObject()) values[property.Name] = TextOf(property.Value);
                return values.GetValueOrDefault;
            }
        }
        catch (JsonException)
        {
            // answered below
        }
        await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "no JSON object", "send an object, for example {\"to\": \"Accepted\", \"note\": \"agreed\"}").ConfigureAwait(false);
        return null;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "yes",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
