using Gavel.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>Answers every address of the published site, before any routing: most requests end here.</summary>
internal sealed class PageHandler(LiveCatalog live)
{
    /// <returns>Null for an address that is no page of the site; it is handled elsewhere.</returns>
    public Task? TryAnswer(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        var path = request.Path.Value ?? "/";
        if (path.Length > 1 && path[^1] == '/') path = path.TrimEnd('/') is { Length: > 0 } cut ? cut : "/";
        using var lease = live.Rent();
        if (lease.Site.Find(path) is not { } page) return null;
        if (page.Target is { } target)
        {
            context.Response.Redirect(lease.Site.Source.Address.Href(target) + request.QueryString, permanent: false);
            return Task.CompletedTask;
        }
        return WriteAsync(context, live.Pages.Find(lease.Site, path)!, page.Kind == SitePageKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    /// <summary>The page for what is not there.</summary>
    public Task NotFound(HttpContext context)
    {
        using var lease = live.Rent();
        if (live.Pages.Find(lease.Site, Addresses.NotFound) is { } page) return WriteAsync(context, page, StatusCodes.Status404NotFound);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, CachedPage page, int status)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.ETag = page.ETag;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding";
        if (status == StatusCodes.Status200OK && Matches(context.Request.Headers.IfNoneMatch, page.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var (bytes, coding) = page.For(context.Request.Headers.AcceptEncoding);
        if (coding is not null) headers.ContentEncoding = coding;
        if (page.NeedsStyles) Headers.AllowDiagrams(headers);
        response.StatusCode = status;
        response.ContentType = page.ContentType;
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    // RFC 9110, section 13.1.2: a list of tags, weak or not, or a star.
    internal static bool Matches(string? given, string tag) =>
        given is not null && (given == "*" || given.Contains(tag, StringComparison.Ordinal));
}
