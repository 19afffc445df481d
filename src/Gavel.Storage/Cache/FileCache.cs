using System.Collections.Concurrent;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Storage.Cache;

/// <summary>
/// A cache on disk. What stands before the first colon of a key is its <em>area</em>; each area is one file, mapped when first asked
/// and appended to by <see cref="Flush"/>. Safe to delete at any time and under parallel runs; a kill loses at most what was not flushed.
/// </summary>
/// <param name="folder">Made when first written.</param>
/// <param name="version">The tool's version: another one sees none of the entries.</param>
/// <param name="limit">In bytes, for each area; when it is reached the oldest entries go.</param>
public sealed class FileCache(string folder, string version, long limit = 64L << 20) : ICache, IDisposable
{
    private readonly ConcurrentDictionary<string, CacheArea> _areas = new(StringComparer.Ordinal);

    public byte[]? Get(string key) => AreaOf(key).Get(Digest.OfKey(version, key));

    public void Put(string key, ReadOnlySpan<byte> value) => AreaOf(key).Put(Digest.OfKey(version, key), value);

    public void Flush()
    {
        foreach (var area in _areas.Values) area.Flush();
    }

    /// <summary>Flushes, and lets go of the files.</summary>
    public void Dispose()
    {
        Flush();
        foreach (var area in _areas.Values) area.Dispose();
    }

    /// <summary>The cache's folder for a root: what <c>GAVEL_CACHE</c> says, else <c>gavel/</c> in the git common folder, else one below the user's cache folder.</summary>
    /// <param name="environment">Gives the value of an environment variable, or null.</param>
    public static string FolderFor(Root root, Func<string, string?> environment)
    {
        if (environment("GAVEL_CACHE") is { Length: > 0 } moved) return Path.GetFullPath(moved, root.Folder);
        if (root.GitCommonFolder is { } git) return Path.Combine(git, "gavel");
        var name = Sha256.Hex(root.Folder, 16);
        return Path.Combine(UserCache(environment), "gavel", name);
    }

    private static string UserCache(Func<string, string?> environment)
    {
        if (environment("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathFullyQualified(xdg)) return xdg;
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return environment("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache") : Path.GetTempPath();
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        }
        return true;
    }

    private CacheArea AreaOf(string key)
    {
        var colon = key.IndexOf(':');
        var isName = colon is > 0 and <= 32 && IsPlain(key.AsSpan(0, colon));
        return _areas.GetOrAdd(isName ? key[..colon] : "other", name => new CacheArea(folder, name, limit));
    }
}
