namespace Gavel.Web.Pages;

/// <summary>Where a repository can be looked at in a browser.</summary>
public sealed record RepositoryHost
{
    private readonly string _web;
    private readonly string _dash;
    private readonly string _branch;
    private readonly string _prefix;

    private RepositoryHost(string web, string dash, string branch, string prefix)
    {
        _web = web;
        _dash = dash;
        _branch = branch;
        _prefix = prefix;
    }

    /// <summary>The repository's page.</summary>
    public string Address => _web;

    /// <summary>The last part of the repository's name.</summary>
    public string Name => _web[(_web.LastIndexOf('/') + 1)..];

    /// <param name="remote">What git calls the remote: <c>https://host/owner/name.git</c>, <c>git@host:owner/name.git</c>, <c>ssh://git@host/owner/name</c>.</param>
    /// <param name="prefix">The root's path below git's top level, with a final slash; empty where they are the same.</param>
    /// <returns>Null for a remote that is no web host: a path, a bundle.</returns>
    public static RepositoryHost? Parse(string remote, string branch, string prefix)
    {
        var text = remote.Trim();
        string? host = null, path = null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "ssh" or "git")
        {
            host = uri.Scheme is "https" or "http" && !uri.IsDefaultPort ? $"{uri.Host}:{uri.Port}" : uri.Host;
            path = uri.AbsolutePath;
        }
        else if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 1 && text.IndexOf('/', StringComparison.Ordinal) is var slash && (slash < 0 || slash > colon))
        {
            host = text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..colon];
            path = text[(colon + 1)..];
        }
        if (string.IsNullOrEmpty(host) || path is null || Uri.CheckHostName(host.Split(':')[0]) == UriHostNameType.Unknown) return null;
        path = path.Trim('/');
        if (path.EndsWith(".git", StringComparison.OrdinalIgnoreCase)) path = path[..^4];
        if (path.Length == 0) return null;
        return new RepositoryHost($"https://{host}/{path}", host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) ? "/-" : "", branch, prefix);
    }

    public string Edit(string path) => $"{_web}{_dash}/edit/{Part(_branch)}/{Part(_prefix + path)}";

    public string File(string path) => $"{_web}{_dash}/blob/{Part(_branch)}/{Part(_prefix + path)}";

    /// <param name="path">The path that the file had then.</param>
    public string FileAt(string commit, string path) => $"{_web}{_dash}/blob/{commit}/{Part(_prefix + path)}";

    public string Commit(string commit) => $"{_web}{_dash}/commit/{commit}";

    /// <summary>The path in the tree that an address on the host means; null for another address, or a file outside of the root.</summary>
    public string? PathOf(string address)
    {
        foreach (var kind in (string[])["/blob/", "/tree/", "/raw/"])
        {
            var start = $"{_web}{_dash}{kind}";
            if (!address.StartsWith(start, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var branch in (string[])[_branch, "master", "main", "HEAD"])
            {
                if (!address.AsSpan(start.Length).StartsWith(branch + "/")) continue;
                var path = Uri.UnescapeDataString(address[(start.Length + branch.Length + 1)..]).TrimEnd('/');
                return path.StartsWith(_prefix, StringComparison.Ordinal) ? path[_prefix.Length..] : null;
            }
        }
        return null;
    }

    private static string Part(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
