namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Addresses of trackers: <c>https://host/project/+kind/item</c>, <c>https://host/owner/project/issues/7</c>.</summary>
internal static class Tracker
{
    /// <returns>Null when the address has no scheme and host.</returns>
    public static string? HostOf(string address)
    {
        var at = address.IndexOf("://", StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = address.AsSpan(at + 3);
        var end = rest.IndexOf('/');
        return end <= 0 ? null : rest[..end].ToString();
    }

    /// <summary>The first name of the path; null where there is none.</summary>
    public static string? ProjectOf(string address)
    {
        if (HostOf(address) is not { } host) return null;
        var path = address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) + 3 + host.Length).TrimStart('/');
        var end = path.IndexOf('/');
        var name = end < 0 ? path : path[..end];
        return name.IsEmpty ? null : name.ToString();
    }

    /// <summary>An item of some project: an address of the same site (the last two names of the host) with at least two names in its path.</summary>
    public static bool IsItem(string address, string host) =>
        HostOf(address) is { } other && string.Equals(SiteOf(other), SiteOf(host), StringComparison.OrdinalIgnoreCase)
        && address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) + 3 + other.Length).Trim('/').Contains('/');

    private static string SiteOf(string host)
    {
        var names = host.Split('.');
        return names.Length <= 2 ? host : string.Join('.', names[^2..]);
    }
}
