using Gavel.Core.Catalogs;
using Gavel.Web.Pages;
using Gavel.Web.Serving.Editing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gavel.Web.Serving;

/// <summary>Answers every address of the published site, before any routing: most requests end here.</summary>
internal sealed class PageHandler(LiveCatalog live, bool isReadOnly)
{
    /// <param name="answer">Done when the page is written.</param>
    /// <returns>False for an address that is no page of the site; it is handled elsewhere.</returns>
    public bool TryAnswer(HttpContext context, out Task answer)
    {
        answer = Task.CompletedTask;
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        var path = request.Path.Value ?? "/";
        if (path.Length > 1 && path[^1] == '/') path = path.TrimEnd('/') is { Length: > 0 } cut ? cut : "/";
        if (request.QueryString.HasValue && path == Addresses.Search) return false; // what it shows depends on the query
        if (live.FindReady(path, out var timing) is { } ready)
        {
            answer = ready.WriteAsync(context, StatusCodes.Status200OK, timing);
            return true;
        }
        if (Find(path) is not { } found) return false;
        if (found.Target is { } target) context.Response.Redirect(target + request.QueryString, permanent: false);
        else answer = found.Page!.WriteAsync(context, found.Status, found.Timing);
        return true;
    }

    /// <summary>The page for what is not there; for an id that is written in another way the way to its page.</summary>
    public Task NotFound(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            if (AllowedAt(path) is { } allowed) return OtherMethods.AnswerAsync(context, allowed, () => NoSuchMethod(context));
        }
        else if (path.Length is > 1 and < 200)
        {
            using var lease = live.Rent();
            if (IdSpelling.Find(lease.Site.Source.Catalog, path.Trim('/')) is [var meant])
            {
                context.Response.Redirect(lease.Site.Model.Href(meant) + context.Request.QueryString, permanent: false);
                return Task.CompletedTask;
            }
        }
        if (Find(Addresses.NotFound) is { Page: { } page, Timing: var timing }) return page.WriteAsync(context, StatusCodes.Status404NotFound, timing);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Null for an address that is not there.
    private string? AllowedAt(string path)
    {
        if (path is Addresses.Search or "/health" or "/metrics" or "/openapi/v1.json") return OtherMethods.Read;
        if (!isReadOnly && (path == Addresses.New || path.StartsWith("/edit/", StringComparison.Ordinal) || path.StartsWith("/decide/", StringComparison.Ordinal))) return OtherMethods.ReadAndSend;
        using var lease = live.Rent();
        return lease.Site.Find(path is "/" ? path : path.TrimEnd('/')) is { Kind: not SitePageKind.NotFound } ? OtherMethods.Read : null;
    }

    private async Task NoSuchMethod(HttpContext context)
    {
        using var lease = live.Rent();
        await PageAnswer.WriteAsync<ProblemPage, ProblemModel>(context, new ProblemModel(lease.Site.Model, "That cannot be done here", $"This address is there, and does not know {context.Request.Method}."), StatusCodes.Status405MethodNotAllowed).ConfigureAwait(false);
    }

    // A page that was made needs its snapshot no more.
    private (CachedPage? Page, string? Target, int Status, StringValues Timing)? Find(string path)
    {
        using var lease = live.Rent();
        if (lease.Site.Find(path) is not { } page) return null;
        if (page.Target is { } target) return (null, lease.Site.Source.Address.Href(target), 0, default);
        var made = live.Pages.Find(lease.Site, path, out var isLasting);
        if (page.Kind == SitePageKind.NotFound) return (made, null, StatusCodes.Status404NotFound, lease.Snapshot.Timing);
        if (isLasting && made is not null) lease.Snapshot.Ready[path] = made;
        return (made, null, StatusCodes.Status200OK, lease.Snapshot.Timing);
    }
}
