using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gavel.Web.Serving;

/// <summary>Headers that every answer has.</summary>
internal static class Headers
{
    // What a page needs besides is said in the page itself, which can only narrow this down.
    private static readonly StringValues Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static readonly StringValues DiagramPolicy = Policy.ToString().Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues Referrer = "same-origin";
    private static readonly StringValues SameOrigin = "same-origin";

    public static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = Referrer;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
    }

    /// <summary>For a page on which a diagram is drawn: what draws it sets styles.</summary>
    public static void AllowDiagrams(IHeaderDictionary headers) => headers.ContentSecurityPolicy = DiagramPolicy;
}
