using Gavel.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Editing;

/// <summary>Writes a page that is made for one request and kept nowhere.</summary>
internal static class PageAnswer
{
    public static Task NoProposal(HttpContext context, Lease lease) =>
        WriteAsync<ProblemPage, ProblemModel>(context, new ProblemModel(lease.Site.Model, "There is no such proposal", "It may have got another id, or be gone. The list has all there are."), StatusCodes.Status404NotFound);

    public static async Task WriteAsync<TComponent, TModel>(HttpContext context, TModel model, int status = StatusCodes.Status200OK) where TComponent : IComponent where TModel : class
    {
        var content = PageRenderer.Render<TComponent, TModel>(model);
        context.Response.StatusCode = status;
        context.Response.ContentType = content.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = content.Bytes.Length;
        await context.Response.Body.WriteAsync(content.Bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
