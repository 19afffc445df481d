using Gavel.Core.Catalogs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gavel.Web.Serving.Editing;

/// <summary>What changes something. Mapped only where the server may write.</summary>
internal static class EditRoutes
{
    private static readonly string[] Shown = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes, LiveCatalog live, TimeProvider clock)
    {
        var receipts = new Receipts();
        var edit = new EditHandler(live, clock, receipts);
        var decide = new DecideHandler(live, clock, receipts);
        var start = new NewHandler(live, clock, receipts);
        routes.MapMethods("/edit/{**address}", Shown, edit.ShowAsync);
        routes.MapPost("/edit/{**address}", edit.SaveAsync);
        routes.MapPost(Api.ApiRoutes.Prefix + "/proposals/{id}/preview", edit.PreviewAsync);
        routes.MapMethods("/decide/{**address}", Shown, decide.ShowAsync);
        routes.MapPost("/decide/{**address}", decide.DoAsync);
        Api.ApiWrites.Map(routes, live, clock);
        routes.MapMethods("/new", Shown, start.ShowAsync);
        routes.MapPost("/new", start.StartAsync);
    }

    /// <summary>What the address after <c>/edit/</c> or <c>/decide/</c> names; null where nothing has it.</summary>
    public static CatalogEntry? EntryOf(Lease lease, HttpContext context) => lease.Site.EntryAt("/" + (string?)context.Request.RouteValues["address"]);
}
