using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>Says whether the catalog can be read.</summary>
internal static class Health
{
    public static Task WriteAsync(HttpContext context, LiveCatalog live)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (live.Trouble is { } trouble)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync($"the catalog is of {live.ReadAt?.ToString("O", CultureInfo.InvariantCulture)}: {trouble}\n", context.RequestAborted);
        }
        return context.Response.WriteAsync("ok\n", context.RequestAborted);
    }
}
