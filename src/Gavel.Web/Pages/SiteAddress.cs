using System.Diagnostics.CodeAnalysis;

namespace Gavel.Web.Pages;

/// <summary>Where a site stands.</summary>
/// <param name="Origin"><c>https://example.org</c>, without a final slash; null where it is not known.</param>
/// <param name="Path">Begins and ends with a slash, percent-encoded.</param>
public sealed record SiteAddress(string? Origin, string Path)
{
    public static SiteAddress Root { get; } = new(null, "/");

    /// <summary>Reads <c>https://example.org/project/</c> or <c>/project</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SiteAddress? address)
    {
        address = null;
        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && text.AsSpan().IndexOfAny("?#\"<> ") < 0)
        {
            address = new SiteAddress(null, WithSlash(text));
            return true;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Query.Length > 0 || uri.Fragment.Length > 0) return false;
        address = new SiteAddress(uri.GetLeftPart(UriPartial.Authority), WithSlash(uri.AbsolutePath));
        return true;
    }

    /// <summary>What a link to an address of the site says.</summary>
    public string Href(string address) => Path + Encode(address.AsSpan(1));

    /// <summary>The whole address where the origin is known, else the same as <see cref="Href"/>.</summary>
    public string Absolute(string address) => Origin + Href(address);

    private static string Encode(ReadOnlySpan<char> address)
    {
        foreach (var c in address)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '.' or '_' or '~')) return string.Join('/', address.ToString().Split('/').Select(Uri.EscapeDataString));
        }
        return address.ToString();
    }

    private static string WithSlash(string path) => path.EndsWith('/') ? path : path + "/";
}
