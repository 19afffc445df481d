using System.Collections.Concurrent;
using System.Text;
using Gavel.Core.Trees;
using Gavel.Web.Pages;

namespace Gavel.Web.Publishing;

/// <summary>Writes the pages of a site into a folder that has those of the last run; what did not change stays as it is.</summary>
/// <param name="there">What the folder has.</param>
/// <param name="known">What of that is untouched since it was written.</param>
internal sealed class SiteWriter(Site site, string folder, FolderListing there, Dictionary<string, PublishedFile> known)
{
    /// <summary>Where the files of the search index are.</summary>
    public const string IndexFolder = "search/";

    private readonly ConcurrentDictionary<string, PublishedFile> _written = new(StringComparer.Ordinal);
    private readonly (string Address, byte[] Bytes)[] _onDemand = [.. site.Pages.Where(p => p.IsOnDemand).Select(p => (p.Address, Encoding.UTF8.GetBytes(site.Source.Address.Href(p.Address))))];
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);
    private int _rendered;

    public IReadOnlyDictionary<string, PublishedFile> Written => _written;

    /// <summary>How many files were made anew.</summary>
    public int Rendered => _rendered;

    /// <summary>Everything that the site would have is there already, and nothing else that was ours.</summary>
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
        return left.All(f => known[f].Key is var own && key is not null && own.StartsWith(key, StringComparison.Ordinal)) && (key is null || left.Count > 0);
    }

    public void Write(CancellationToken cancellationToken)
    {
        var changed = site.Pages.Where(p => !p.IsOnDemand && !Keep(p.File, p.Key)).ToList();
        if (site.Source.SearchIndex is { IsWaiting: true })
        {
            // The pages of the proposals bring the words along; one thread puts them together while the others make what is left.
            Make(changed.Where(p => p.Kind == SitePageKind.Proposal), cancellationToken);
            changed.RemoveAll(p => p.Kind == SitePageKind.Proposal);
        }
        changed = [.. changed.OrderByDescending(IsLarge)]; // one of them at the end would be waited for
        var searching = Task.Run(WriteSearchIndex, cancellationToken);
        try
        {
            Make(changed, cancellationToken);
        }
        finally
        {
            Task.WaitAny([searching], CancellationToken.None); // nobody writes into the folder after this
        }
        searching.GetAwaiter().GetResult();
        var needed = _written.Values.SelectMany(w => w.Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        if (needed.Count > 0) Make(site.Pages.Where(p => p.IsOnDemand && needed.Contains(p.Address) && !Keep(p.File, p.Key)), cancellationToken);
    }

    private void Make(IEnumerable<SitePage> pages, CancellationToken cancellationToken) =>
        Parallel.ForEach(pages.ToList(), new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, Make);

    private static bool IsLarge(SitePage page) => page.Kind is SitePageKind.Numbers or SitePageKind.Graph or SitePageKind.Process or SitePageKind.Catalog;

    // The files of the index say in their keys what each holds: of most edits few of them change.
    private void WriteSearchIndex()
    {
        if (site.SearchKey is not { } key) return;
        var last = known.Where(k => k.Value.Key.StartsWith(key, StringComparison.Ordinal)).ToList();
        if (last.Count > 0 && last[0].Value.Key[key.Length..].Split('/') is [_, var count, _] && count == $"{last.Count}")
        {
            foreach (var (path, file) in last) _written[path] = file;
            return;
        }
        var files = site.MakeSearchIndex().ToList();
        foreach (var (address, bytes) in files)
        {
            var holds = PageKey.Of(bytes);
            var own = $"{key}/{files.Count}/{holds}";
            if (known.TryGetValue(address[1..], out var file) && file.Key.EndsWith("/" + holds, StringComparison.Ordinal)) _written[address[1..]] = file with { Key = own };
            else Put(address[1..], own, bytes, "");
        }
    }

    private bool Keep(string path, string key)
    {
        if (!known.TryGetValue(path, out var last) || last.Key != key) return false;
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
        var path = Path.Combine(folder, file);
        var parent = TreePath.FolderOf(file);
        if (parent.Length > 0 && !there.Folders.Contains(parent) && !_folders.ContainsKey(parent))
        {
            Directory.CreateDirectory(Path.Combine(folder, parent));
            _folders[parent] = true; // not before it is there: another thread may wait for it
        }
        if (there.Files.ContainsKey(file)) File.Delete(path); // never into a file that has another name too
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(handle, bytes, 0);
        _written[file] = new PublishedFile(key, bytes.Length, File.GetLastWriteTimeUtc(handle).Ticks, needs);
        Interlocked.Increment(ref _rendered);
    }
}
