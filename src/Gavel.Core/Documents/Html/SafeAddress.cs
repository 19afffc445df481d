namespace Gavel.Core.Documents.Html;

/// <summary>Which addresses a text may hold: web and mail addresses, and relative ones.</summary>
public static class SafeAddress
{
    public static bool Is(string address) => SchemeOf(address) is null or "http" or "https" or "mailto";

    /// <summary>Whether following the address leaves the site.</summary>
    public static bool IsOutside(string address) => SchemeOf(address) is not null || IsNetworkPath(address);

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
            if (c is '/' or '\\' or '?' or '#') return IsNetworkPath(address) && address.AsSpan().TrimStart()[..2].Contains('\\') ? "?" : null;
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

    private static bool IsNetworkPath(string address)
    {
        var trimmed = address.AsSpan().TrimStart();
        return trimmed.Length > 1 && trimmed[0] is '/' or '\\' && trimmed[1] is '/' or '\\';
    }
}
