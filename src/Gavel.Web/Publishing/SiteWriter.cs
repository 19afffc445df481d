using System.Collections.Concurrent;
using System.Text;
using Gavel.Web.Pages;

namespace Gavel.Web.Publishing;

/// <summary>Writes the pages of a site into a new folder; what did not change is taken over from the old one.</summary>
internal sealed class SiteWriter(Site site, string old, string fresh, Dictionary<string, PublishedFile> known)
{
    private readonly ConcurrentDictionary<string, PublishedFile> _written = new(StringComparer.Ordinal);
    private readonly (string Address, byte[] Bytes)[] _onDemand = [.. site.Pages.Where(p => p.IsOnDemand).Select(p => (p.Address, Encoding.UTF8.GetBytes(site.Source.Address.Href(p.Address))))];
    private int _rendered;

    public IReadOnlyDictionary<string, PublishedFile> Written => _written;

    /// <summary>How many pages were made anew.</summary>
    public int Rendered => _rendered;

    /// <summary>Everything that the site would have is there already, untouched, and nothing else that was ours.</summary>
    public bool IsUpToDate()
    {
        if (known.Count == 0) return false;
        var left = new HashSet<string>(known.Keys, StringComparer.Ordinal);
        foreach (var page in site.Pages)
        {
            if (page.IsOnDemand)
            {
                left.Remove(page.File); // who needs it did not change
                continue;
            }
            if (!left.Remove(page.File) || known[page.File].Key != page.Key) return false;
        }
        var key = site.SearchKey;
        return left.All(f => known[f].Key == key) && (key is null || left.Count > 0) && known.Keys.All(IsUntouched);
    }

    public void Write(CancellationToken cancellationToken)
    {
        Write([.. site.Pages.Where(p => !p.IsOnDemand)], cancellationToken);
        var needed = _written.Values.SelectMany(w => w.Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        WriteSearchIndex();
        if (needed.Count > 0) Write([.. site.Pages.Where(p => p.IsOnDemand && needed.Contains(p.Address))], cancellationToken);
    }

    private void Write(List<SitePage> pages, CancellationToken cancellationToken)
    {
        foreach (var directory in pages.Select(p => Path.GetDirectoryName(p.File)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) Directory.CreateDirectory(Path.Combine(fresh, directory));
        var changed = pages.Where(p => !TakeOver(p.File, p.Key)).ToList();
        _rendered += changed.Count;
        Parallel.ForEach(changed, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, Make);
    }

    // The index is taken over whole or made anew.
    private void WriteSearchIndex()
    {
        if (site.SearchKey is not { } key) return;
        var last = known.Where(k => k.Value.Key == key).Select(k => k.Key).ToList();
        foreach (var directory in last.Select(f => Path.GetDirectoryName(f)!).Distinct(StringComparer.Ordinal)) Directory.CreateDirectory(Path.Combine(fresh, directory));
        if (last.Count > 0 && last.TrueForAll(f => IsUntouched(f)) && last.TrueForAll(f => TakeOver(f, key))) return;
        foreach (var (address, bytes) in site.MakeSearchIndex())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(fresh, address[1..]))!);
            Put(address[1..], key, bytes, "");
            _rendered++;
        }
    }

    private bool IsUntouched(string path) => known.TryGetValue(path, out var last) && new FileInfo(Path.Combine(old, path)) is { Exists: true } file && file.Length == last.Length && file.LastWriteTimeUtc.Ticks == last.Written;

    private bool TakeOver(string path, string key)
    {
        if (!known.TryGetValue(path, out var last) || last.Key != key) return false;
        var file = new FileInfo(Path.Combine(old, path));
        // A file that somebody touched since is made anew.
        if (!file.Exists || file.Length != last.Length || file.LastWriteTimeUtc.Ticks != last.Written) return false;
        FolderSwap.LinkOrCopy(file.FullName, Path.Combine(fresh, path));
        _written[path] = last;
        return true;
    }

    private void Make(SitePage page)
    {
        var content = site.Render(page.Address)!;
        var needs = page.IsHtml ? string.Join(' ', _onDemand.Where(d => content.Bytes.Span.IndexOf(d.Bytes) >= 0).Select(d => d.Address)) : "";
        Put(page.File, page.Key, content.Bytes.Span, needs);
    }

    private void Put(string file, string key, ReadOnlySpan<byte> bytes, string needs)
    {
        var path = Path.Combine(fresh, file);
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) stream.Write(bytes);
        _written[file] = new PublishedFile(key, bytes.Length, File.GetLastWriteTimeUtc(path).Ticks, needs);
    }
}
