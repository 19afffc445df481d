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

    public void Write(CancellationToken cancellationToken)
    {
        Write([.. site.Pages.Where(p => !p.IsOnDemand)], cancellationToken);
        var needed = _written.Values.SelectMany(w => w.Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        if (needed.Count > 0) Write([.. site.Pages.Where(p => p.IsOnDemand && needed.Contains(p.Address))], cancellationToken);
    }

    private void Write(List<SitePage> pages, CancellationToken cancellationToken)
    {
        foreach (var directory in pages.Select(p => Path.GetDirectoryName(p.File)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) Directory.CreateDirectory(Path.Combine(fresh, directory));
        var changed = pages.Where(p => !TakeOver(p)).ToList();
        _rendered += changed.Count;
        Parallel.ForEach(changed, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, Make);
    }

    private bool TakeOver(SitePage page)
    {
        if (!known.TryGetValue(page.File, out var last) || last.Key != page.Key) return false;
        var file = new FileInfo(Path.Combine(old, page.File));
        // A file that somebody touched since is made anew.
        if (!file.Exists || file.Length != last.Length || file.LastWriteTimeUtc.Ticks != last.Written) return false;
        FolderSwap.LinkOrCopy(file.FullName, Path.Combine(fresh, page.File));
        _written[page.File] = last;
        return true;
    }

    private void Make(SitePage page)
    {
        var content = site.Render(page.Address)!;
        var path = Path.Combine(fresh, page.File);
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) stream.Write(content.Bytes.Span);
        var needs = page.IsHtml ? string.Join(' ', _onDemand.Where(d => content.Bytes.Span.IndexOf(d.Bytes) >= 0).Select(d => d.Address)) : "";
        _written[page.File] = new PublishedFile(page.Key, content.Bytes.Length, File.GetLastWriteTimeUtc(path).Ticks, needs);
    }
}
