using Gavel.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Editing;

/// <summary>Writes a page that is made for one request and kept nowhere.</summary>
internal static class PageAnswer
{
    /// <param name="written">What was written for it, which is shown; null where nothing was.</param>
    public static Task NoProposal(HttpContext context, Lease lease, string? written = null) =>
        WriteAsync<ProblemPage, ProblemModel>(context, new ProblemModel(lease.Site.Model, "There is no such proposal", "It may have got another id, or be gone. The list has all there are.") { Written = written }, StatusCodes.Status404NotFound);

    /// <summary>Tells what was saved on a branch; says so where it is told no more.</summary>
    /// <param name="receipt">Null for one that is not known any more.</param>
    public static Task SavedAsync(HttpContext context, Lease lease, Receipt? receipt) => receipt is { Branch: not null }
        ? WriteAsync<SavedPage, SavedModel>(context, new SavedModel(lease.Site.Model, receipt, lease.Workbench.Catalog.Find(receipt.About)))
        : WriteAsync<ProblemPage, ProblemModel>(context, new ProblemModel(lease.Site.Model, "That was some time ago", "This server tells what was saved until it is started again. Nothing is lost: git branch --list 'gavel/*' names the branches."), StatusCodes.Status404NotFound);

    /// <summary>Leads on to the page that tells what was done (RFC 9110, section 15.4.4).</summary>
    /// <param name="address">Below the site.</param>
    public static void LeadOn(HttpContext context, Lease lease, string address, string receipt)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{lease.Site.Model.Href(address)}?{Receipts.Input}={receipt}#done";
        context.Response.Headers.CacheControl = "no-store";
    }

    public static async Task WriteAsync<TComponent, TModel>(HttpContext context, TModel model, int status = StatusCodes.Status200OK) where TComponent : IComponent where TModel : class
    {
        var content = PageRenderer.Render<TComponent, TModel>(model);
        context.Response.StatusCode = status;
        context.Response.ContentType = content.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = content.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(content.Bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
