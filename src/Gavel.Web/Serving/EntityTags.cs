namespace Gavel.Web.Serving;

/// <summary>Tags that the other side says it has (RFC 9110, section 13.1.2).</summary>
internal static class EntityTags
{
    /// <param name="given">A list of tags, weak or not, or a star; null where nothing is given.</param>
    public static bool Matches(string? given, string tag)
    {
        if (given is null) return false;
        if (given.AsSpan().Trim() is "*") return true;
        for (var at = given.IndexOf(tag, StringComparison.Ordinal); at >= 0; at = given.IndexOf(tag, at + 1, StringComparison.Ordinal))
        {
            var before = given.AsSpan(0, at);
            if (before.EndsWith("W/")) before = before[..^2];
            if (before.TrimEnd().IsEmpty || before.TrimEnd()[^1] == ',') return true;
        }
        return false;
    }
}
