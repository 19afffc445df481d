using Gavel.Core.Catalogs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gavel.Web.Serving.Editing;

/// <summary>What changes something. Mapped only where the server may write.</summary>
internal static class EditRoutes
{
    public static void Map(IEndpointRouteBuilder routes, LiveCatalog live, TimeProvider clock)
    {
        var edit = new EditHandler(live, clock);
        var decide = new DecideHandler(live, clock);
        var start = new NewHandler(live, clock);
        routes.MapGet("/edit/{**address}", edit.ShowAsync);
        routes.MapPost("/edit/{**address}", edit.SaveAsync);
        routes.MapPost(Api.ApiRoutes.Prefix + "/proposals/{id}/preview", edit.PreviewAsync);
        routes.MapGet("/decide/{**address}", decide.ShowAsync);
        routes.MapPost("/decide/{**address}", decide.DoAsync);
        Api.ApiWrites.Map(routes, live, clock);
        routes.MapGet("/new", start.ShowAsync);
        routes.MapPost("/new", start.StartAsync);
    }

    /// <summary>What the address after <c>/edit/</c> or <c>/decide/</c> names; null where nothing has it.</summary>
    public static CatalogEntry? EntryOf(Lease lease, HttpContext context) => lease.Site.EntryAt("/" + (string?)context.Request.RouteValues["address"]);
}
