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
                using var lease = live.Rent();
                await endpoint.Handle(new ApiRequest(context, lease.Snapshot)).ConfigureAwait(false);
            });
        }
        var document = new Lazy<byte[]>(OpenApi.Render);
        routes.MapGet("/openapi/v1.json", context => Answer.WriteAsync(context, document.Value, "application/json; charset=utf-8"));
        routes.Map(Prefix + "/{**rest}", context => Problem.WriteAsync(context, StatusCodes.Status404NotFound, "no such endpoint", "/openapi/v1.json lists them"));
    }
}
