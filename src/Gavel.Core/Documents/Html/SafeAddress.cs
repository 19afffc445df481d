namespace Gavel.Core.Documents.Html;

/// <summary>Which addresses a text may hold: web and mail addresses, and relative ones.</summary>
public static class SafeAddress
{
    public static bool Is(string address) => SchemeOf(address) is null or "http" or "https" or "mailto";

    /// <summary>Whether following the address leaves the site.</summary>
    public static bool IsOutside(string address) => SchemeOf(address) is not null || HostSlashes(address) is not null;

    /// <summary>
    /// In lower case; null for a relative address, <c>?</c> for what nobody should follow. Browsers drop tabs and line breaks anywhere and control
    /// characters and spaces in front (URL Standard, "basic URL parser"), so they are dropped before the scheme is read.
    /// </summary>
    public static string? SchemeOf(string address)
    {
        Span<char> scheme = stackalloc char[16];
        var length = 0;
        foreach (var c in address)
        {
            if (c <= ' ' || char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format) continue;
            if (c == ':') return length == 0 ? "?" : scheme[..length].ToString();
            if (c is '/' or '\\' or '?' or '#') return HostSlashes(address) is ('\\', _) or (_, '\\') ? "?" : null;
            if (length == scheme.Length || !(char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')) return HasColonInFirstPart(address) ? "?" : null;
            scheme[length++] = char.ToLowerInvariant(c);
        }
        return null;
    }

    private static bool HasColonInFirstPart(string address)
    {
        var at = address.AsSpan().IndexOfAny(":/?#");
        return at >= 0 && address[at] == ':';
    }

    // The two before the name of a host.
    private static (char, char)? HostSlashes(string address)
    {
        char? first = null;
        foreach (var c in address)
        {
            if (c is '\t' or '\n' or '\r' || (first is null && (c <= ' ' || char.IsWhiteSpace(c)))) continue;
            if (c is not ('/' or '\\')) return null;
            if (first is { } one) return (one, c);
            first = c;
        }
        return null;
    }
}
