using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Gavel.Core.Catalogs;
using Gavel.Core.Trees;
using Gavel.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gavel.Web.Serving;

/// <summary>A page as it goes over the wire: bytes and headers are made once.</summary>
public sealed class CachedPage
{
    private const int WorthPacking = 256; // bytes; below that the headers weigh more

    private static readonly StringValues VaryByCoding = "Accept-Encoding";
    private static readonly StringValues AskAgain = "no-cache";

    private readonly byte[] _plain;
    private readonly string _hash;
    private readonly Lazy<Form?> _brotli;
    private readonly Lazy<Form?> _gzip;
    private readonly Form _whole;
    private readonly StringValues _contentType;
    private readonly bool _needsStyles; // a diagram is drawn on it, which sets styles

    internal CachedPage(PageContent content)
    {
        _plain = content.Bytes.ToArray();
        _contentType = content.ContentType;
        _needsStyles = _plain.AsSpan(0, Math.Min(_plain.Length, 2048)).IndexOf("unsafe-inline"u8) >= 0;
        _hash = Convert.ToHexStringLower(SHA256.HashData(_plain).AsSpan(0, 10));
        _whole = new Form(_plain, default, $"\"{_hash}\"");
        // A page is packed once for each change, a script or a style sheet once for each run.
        var isPage = !_contentType.ToString().StartsWith("text/javascript", StringComparison.Ordinal) && !_contentType.ToString().StartsWith("text/css", StringComparison.Ordinal);
        _brotli = new Lazy<Form?>(() => Packed("br", stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = isPage ? 1 : 6 }, leaveOpen: true)));
        _gzip = new Lazy<Form?>(() => Packed("gzip", stream => new GZipStream(stream, isPage ? CompressionLevel.Fastest : CompressionLevel.Optimal, leaveOpen: true)));
    }

    /// <summary>Bytes as they are rendered.</summary>
    internal int Length => _plain.Length;

    /// <param name="Tag">Strong, with its quotation marks: another one for each form (RFC 9110, section 8.8.3.3).</param>
    private sealed record Form(byte[] Bytes, StringValues Coding, StringValues Tag);

    /// <summary>Writes it in the smallest form that the other side reads, or that the other side has it already.</summary>
    /// <param name="timing">Which snapshot it is a page of.</param>
    internal Task WriteAsync(HttpContext context, int status, StringValues timing)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var form = For(request.Headers.AcceptEncoding);
        var tag = form.Tag.ToString();
        headers.ETag = form.Tag;
        headers.CacheControl = AskAgain;
        headers.Vary = VaryByCoding;
        headers["Server-Timing"] = timing;
        if (status == StatusCodes.Status200OK && request.Headers.IfMatch is { Count: > 0 } wanted && !EntityTags.IsMet(wanted, tag))
        {
            response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return Task.CompletedTask;
        }
        if (status == StatusCodes.Status200OK && request.Headers.IfNoneMatch is { Count: > 0 } known && EntityTags.Matches(known, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        if (form.Coding.Count > 0) headers.ContentEncoding = form.Coding;
        if (_needsStyles) Headers.AllowDiagrams(headers);
        response.StatusCode = status;
        headers.ContentType = _contentType;
        headers.ContentLength = form.Bytes.Length;
        if (HttpMethods.IsHead(request.Method)) return Task.CompletedTask;
        // The token of the request is made when it is asked for; a connection that is gone swallows what is written.
        var written = response.BodyWriter.WriteAsync(form.Bytes, CancellationToken.None);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    // RFC 9110, section 12.5.3.
    private Form For(string? accepted)
    {
        if (accepted is null || _plain.Length < WorthPacking) return _whole;
        if (Takes(accepted, "br") && _brotli.Value is { } brotli) return brotli;
        return Takes(accepted, "gzip") && _gzip.Value is { } gzip ? gzip : _whole;
    }

    private static bool Takes(string accepted, string coding)
    {
        var at = accepted.IndexOf(coding, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var rest = accepted.AsSpan(at + coding.Length);
        var end = rest.IndexOf(',');
        var weight = (end < 0 ? rest : rest[..end]).Trim();
        return !weight.StartsWith(";") || weight[1..].TrimStart() is var q && !(q.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && q[3..].Trim(".0 ").IsEmpty);
    }

    private Form? Packed(string coding, Func<Stream, Stream> packer)
    {
        using var bytes = new MemoryStream();
        using (var packing = packer(bytes)) packing.Write(_plain);
        return bytes.Length < _plain.Length ? new Form(bytes.ToArray(), coding, $"\"{_hash}-{coding}\"") : null;
    }
}

/// <summary>Pages that were asked for, by their key: the same key, the same bytes. Safe for use by several threads.</summary>
public sealed class CachedPages
{
    private readonly ConcurrentDictionary<string, Lazy<CachedPage>> _pages = new(StringComparer.Ordinal);

    /// <param name="isLasting">The page says what the site's files said when the site was read.</param>
    /// <returns>Null for an address that the site does not have.</returns>
    public CachedPage? Find(Site site, string address, out bool isLasting)
    {
        isLasting = true;
        if (site.Find(address) is not { } page) return null;
        var name = NameOf(page);
        var cached = _pages.GetOrAdd(name, _ => new Lazy<CachedPage>(() => new CachedPage(site.Render(address)!)));
        var isNew = !cached.IsValueCreated;
        CachedPage content;
        try
        {
            content = cached.Value;
        }
        catch
        {
            _pages.TryRemove(KeyValuePair.Create(name, cached)); // what could not be read now may be read later
            throw;
        }
        // A page reads its file when it is rendered: one that was written since the catalog was read must not stand under the old key.
        if (isNew && site.EntryAt(address) is { } entry && !IsAsRead(site, entry))
        {
            isLasting = false;
            _pages.TryRemove(name, out _);
        }
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
