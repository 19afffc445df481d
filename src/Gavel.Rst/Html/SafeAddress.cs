using System.Collections.Frozen;

namespace Gavel.Rst.Html;

/// <summary>Which addresses may stand in a link or an image.</summary>
internal static class SafeAddress
{
    private static readonly FrozenSet<string> LinkSchemes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "http", "https", "mailto", "ftp", "ftps", "sftp", "irc", "ircs", "news", "nntp", "tel", "xmpp", "git", "ssh", "svn", "gopher", "urn", "doi", "geo");

    private static readonly FrozenSet<string> ImageSchemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https");

    public static bool IsLink(string address) => Fits(address, LinkSchemes);

    public static bool IsImage(string address) => Fits(address, ImageSchemes);

    /// <summary>Whether the address has a scheme or names a host.</summary>
    public static bool IsOutside(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/\\?#");
        return end >= 0 && (address[end] == ':' || (end == 0 && address.Length > 1 && address[0] is '/' or '\\' && address[1] is '/' or '\\'));
    }

    /// <summary>
    /// Whether the address is relative or has one of the schemes. Browsers drop tabs and line breaks anywhere and control characters at the start
    /// (URL Standard, basic URL parser), so they are dropped before the scheme is read.
    /// </summary>
    private static bool Fits(string address, FrozenSet<string> schemes)
    {
        Span<char> scheme = stackalloc char[16];
        var length = 0;
        foreach (var c in address)
        {
            if (c <= ' ' || char.IsControl(c)) continue;
            if (c == ':') return length > 0 && schemes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(scheme[..length]);
            if (c is '/' or '?' or '#') return true;
            var isInScheme = char.IsAsciiLetter(c) || (length > 0 && (char.IsAsciiDigit(c) || c is '+' or '-' or '.'));
            if (!isInScheme || length == scheme.Length) return address.AsSpan().IndexOfAny(":/?#") is var end && (end < 0 || address[end] != ':');
            scheme[length++] = c;
        }

        return true;
    }
}
