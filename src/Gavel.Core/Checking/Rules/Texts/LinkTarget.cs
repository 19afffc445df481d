namespace Gavel.Core.Checking.Rules.Texts;

internal enum LinkKind
{
    /// <summary>Has a scheme or a host: never judged.</summary>
    External,

    /// <summary><c>#anchor</c> of the same document.</summary>
    Fragment,

    /// <summary>Begins with a slash: from the root of a site or of the repository.</summary>
    Absolute,
    Relative,

    /// <summary>Empty, or filled in by a site generator: nothing can be said.</summary>
    Unknown,
}

/// <summary>A link's target taken apart.</summary>
/// <param name="Path">Without query and fragment, percent escapes resolved.</param>
/// <param name="Fragment">Without <c>#</c>, percent escapes resolved; empty when there is none.</param>
internal readonly record struct LinkTarget(LinkKind Kind, string Path, string Fragment)
{
    public static LinkTarget Parse(string target)
    {
        var text = target.Trim();
        if (text.Length == 0 || text.AsSpan().ContainsAny("{}<>$") || text.Contains("%}", StringComparison.Ordinal)) return new LinkTarget(LinkKind.Unknown, "", "");
        if (text.StartsWith("//", StringComparison.Ordinal) || HasScheme(text)) return new LinkTarget(LinkKind.External, text, "");
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(text[(hash + 1)..]);
        var path = hash < 0 ? text : text[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0) path = path[..query];
        path = Uri.UnescapeDataString(path);
        if (path.Length == 0) return new LinkTarget(hash < 0 || fragment.Length == 0 ? LinkKind.Unknown : LinkKind.Fragment, "", fragment);
        return new LinkTarget(path[0] == '/' ? LinkKind.Absolute : LinkKind.Relative, path, fragment);
    }

    /// <summary>RFC 3986, section 3.1; one letter is a drive, which is no link either. An address of mail without its scheme counts too.</summary>
    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan(0, colon).ContainsAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")) return true;
        return text.Contains('@', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal)
            || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }
}
