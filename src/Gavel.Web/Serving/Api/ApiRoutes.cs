using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gavel.Web.Serving.Api;

/// <summary>Every endpoint that reads; the same table gives the routes and the document of the interface.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/api/v1";

    public static ImmutableArray<ApiEndpoint> All { get; } = [ProposalList.Endpoint, .. ProposalParts.Endpoints, .. CatalogParts.Endpoints];

    public static void Map(IEndpointRouteBuilder routes, LiveCatalog live)
    {
        foreach (var endpoint in All)
        {
            // An id may hold slashes, written as %2F: routing keeps those in one segment.
            routes.MapMethods(Prefix + endpoint.Route, [HttpMethods.Get, HttpMethods.Head], async context =>
            {
                if (ApiQuery.FindFault(context.Request.Query, endpoint.Parameters) is { } fault)
                {
                    await Problem.BadParameter(context, fault.Name, fault.Why).ConfigureAwait(false);
                    return;
                }
                using var lease = live.Rent();
                await endpoint.Handle(new ApiRequest(context, lease.Snapshot)).ConfigureAwait(false);
            });
        }
        var document = new Lazy<byte[]>(OpenApi.Render);
        routes.MapMethods("/openapi/v1.json", [HttpMethods.Get, HttpMethods.Head], context => Answer.WriteAsync(context, document.Value, "application/json; charset=utf-8"));
        // Another method on an address that is there (RFC 9110, section 15.5.6).
        foreach (var route in All.Select(e => e.Route).Union(ApiWrites.All.Select(w => w.Route), StringComparer.Ordinal)) routes.Map(Prefix + route, context => OtherMethod(context, MethodsOf(route))).WithOrder(1);
        routes.Map(Prefix + "/events", context => OtherMethod(context, HttpMethods.Get)).WithOrder(1);
        routes.Map(Prefix + "/{**rest}", context => Problem.WriteAsync(context, StatusCodes.Status404NotFound, "no such endpoint", "/openapi/v1.json lists them")).WithOrder(2);
    }

    private static string MethodsOf(string route) =>
        string.Join(", ", [.. All.Any(e => e.Route == route) ? (string[])[HttpMethods.Get, HttpMethods.Head] : [], .. ApiWrites.All.Any(w => w.Route == route) ? (string[])[HttpMethods.Post] : []]);

    private static Task OtherMethod(HttpContext context, string allowed) =>
        OtherMethods.AnswerAsync(context, allowed, () => Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "no such method", $"here one may {allowed}"));
}
