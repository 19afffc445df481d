namespace Gavel.Web.Serving;

/// <summary>Tags that the other side says it has (RFC 9110, section 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Whether a wish that is made under the condition <c>If-Match</c> may be granted (section 13.1.1): no tag is given, or one of them is this strong one.</summary>
    public static bool IsMet(string? ifMatch, string tag) => ifMatch is null || Matches(ifMatch, tag, isStrong: true);

    /// <param name="given">A list of tags, weak or not, or a star; null where nothing is given.</param>
    /// <param name="isStrong">A weak tag is not the same.</param>
    public static bool Matches(string? given, string tag, bool isStrong = false)
    {
        if (given is null) return false;
        if (given.AsSpan().Trim() is "*") return true;
        for (var at = given.IndexOf(tag, StringComparison.Ordinal); at >= 0; at = given.IndexOf(tag, at + 1, StringComparison.Ordinal))
        {
            var before = given.AsSpan(0, at);
            if (before.EndsWith("W/") && !isStrong) before = before[..^2];
            if (before.TrimEnd().IsEmpty || before.TrimEnd()[^1] == ',') return true;
        }
        return false;
    }
}
