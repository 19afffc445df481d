using System.Net;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>
/// Who may ask. A server on loopback answers to loopback's names only, so that no page of another host reaches it through a name that
/// it points here (DNS rebinding); what changes something must come from a page of this very server (RFC 6454, Fetch Metadata).
/// </summary>
internal sealed class RequestGuard(ServeOptions options)
{
    /// <returns>Null for a request that may go on; else why not.</returns>
    public (int Status, string Why)? Refuse(HttpRequest request)
    {
        if (options.IsLoopback && !IsLoopback(request.Host.Host)) return (StatusCodes.Status421MisdirectedRequest, $"this server answers to localhost, not to '{request.Host.Host}'");
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return null;
        if (options.IsReadOnly) return (StatusCodes.Status403Forbidden, "this server only shows the catalog; start it on loopback, without --read-only, to change something");
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none")) return (StatusCodes.Status403Forbidden, "the request comes from a page of another site");
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)) return (StatusCodes.Status403Forbidden, "the request comes from a page of another site");
        return null;
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
