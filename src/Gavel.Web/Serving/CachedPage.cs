using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Gavel.Core.Catalogs;
using Gavel.Core.Trees;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving;

/// <summary>A page as it goes over the wire.</summary>
public sealed class CachedPage
{
    private const int WorthPacking = 256; // bytes; below that the headers weigh more

    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;

    internal CachedPage(PageContent content)
    {
        Plain = content.Bytes.ToArray();
        ContentType = content.ContentType;
        NeedsStyles = Plain.AsSpan(0, Math.Min(Plain.Length, 2048)).IndexOf("unsafe-inline"u8) >= 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Plain).AsSpan(0, 10));
        ETag = $"\"{hash}\"";
        _brotli = new Lazy<byte[]?>(() => Packed(stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)));
        _gzip = new Lazy<byte[]?>(() => Packed(stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)));
    }

    /// <summary>A diagram is drawn on it, which sets styles.</summary>
    public bool NeedsStyles { get; }

    public byte[] Plain { get; }

    public string ContentType { get; }

    /// <summary>Strong, with its quotation marks, of the plain bytes.</summary>
    public string ETag { get; }

    /// <summary>The smallest form that the other side reads (RFC 9110, section 12.5.3), with the name of its coding; null for the plain bytes.</summary>
    public (byte[] Bytes, string? Coding) For(string? accepted)
    {
        if (accepted is not null && Plain.Length >= WorthPacking)
        {
            if (accepted.Contains("br", StringComparison.Ordinal) && _brotli.Value is { } brotli) return (brotli, "br");
            if (accepted.Contains("gzip", StringComparison.Ordinal) && _gzip.Value is { } gzip) return (gzip, "gzip");
        }
        return (Plain, null);
    }

    private byte[]? Packed(Func<Stream, Stream> coding)
    {
        using var bytes = new MemoryStream();
        using (var packing = coding(bytes)) packing.Write(Plain);
        return bytes.Length < Plain.Length ? bytes.ToArray() : null;
    }
}

/// <summary>Pages that were asked for, by their key: the same key, the same bytes. Safe for use by several threads.</summary>
public sealed class CachedPages
{
    private readonly ConcurrentDictionary<string, Lazy<CachedPage>> _pages = new(StringComparer.Ordinal);

    /// <returns>Null for an address that the site does not have.</returns>
    public CachedPage? Find(Site site, string address)
    {
        if (site.Find(address) is not { } page) return null;
        var name = NameOf(page);
        var cached = _pages.GetOrAdd(name, _ => new Lazy<CachedPage>(() => new CachedPage(site.Render(address)!)));
        var isNew = !cached.IsValueCreated;
        var content = cached.Value;
        // A page reads its file when it is rendered: one that was written since the catalog was read must not stand under the old key.
        if (isNew && site.EntryAt(address) is { } entry && !IsAsRead(site, entry)) _pages.TryRemove(name, out _);
        return content;
    }

    /// <summary>Forgets all but these pages.</summary>
    internal void Keep(IEnumerable<SitePage> pages)
    {
        var kept = pages.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var name in _pages.Keys)
        {
            if (!kept.Contains(name)) _pages.TryRemove(name, out _);
        }
    }

    private static bool IsAsRead(Site site, CatalogEntry entry)
    {
        var tree = site.Source.Catalog.Tree;
        try
        {
            return tree.Read(entry.File).Id == tree.IdOf(entry.File);
        }
        catch (TreeException)
        {
            return false; // gone meanwhile
        }
    }

    private static string NameOf(SitePage page) => $"{page.Address}\n{page.Key}";
}
