using System.Collections.Concurrent;
using Gavel.Core.Trees;
using Gavel.Web.Pages;

namespace Gavel.Web.Publishing;

/// <summary>Writes a site as files: all of it into a new folder, which then takes the place of the old one. Pages whose key did not change are taken over as they are.</summary>
public static class Publisher
{
    /// <param name="folder">Absolute.</param>
    /// <param name="cache">Remembers what was written; without it every page is made anew.</param>
    public static PublishOutcome Run(Site site, string folder, ICache cache, CancellationToken cancellationToken)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        var aside = folder + ".gavel-old";
        var fresh = folder + ".gavel-new";
        if (!Directory.Exists(folder) && Directory.Exists(aside)) Directory.Move(aside, folder); // a run before was killed between two moves
        var mine = Directory.Exists(folder) ? SiteManifest.Read(folder) : [];
        var foreign = ForeignFiles(folder, mine ?? []);
        if (mine is null && foreign.Count > 0) return new PublishOutcome.Foreign(folder, foreign[0]);
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(fresh);
        try
        {
            var (written, rendered) = Write(site, folder, fresh, PublishedFiles.Read(cache, folder), cancellationToken);
            foreach (var file in foreign)
            {
                if (written.ContainsKey(file)) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(fresh, file))!);
                FolderSwap.LinkOrCopy(Path.Combine(folder, file), Path.Combine(fresh, file));
            }
            File.WriteAllBytes(Path.Combine(fresh, SiteManifest.Name), SiteManifest.Render(written.Keys));
            cancellationToken.ThrowIfCancellationRequested();
            FolderSwap.Replace(folder, fresh, aside);
            PublishedFiles.Write(cache, folder, written.OrderBy(w => w.Key, StringComparer.Ordinal));
            return new PublishOutcome.Done(folder, written.Count, rendered, written.Values.Sum(w => w.Length));
        }
        catch
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
            throw;
        }
    }

    private static (ConcurrentDictionary<string, PublishedFile> Written, int Rendered) Write(Site site, string old, string fresh, Dictionary<string, PublishedFile> known, CancellationToken cancellationToken)
    {
        var written = new ConcurrentDictionary<string, PublishedFile>(StringComparer.Ordinal);
        foreach (var directory in site.Pages.Select(p => Path.GetDirectoryName(p.File)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) Directory.CreateDirectory(Path.Combine(fresh, directory));
        var changed = new List<SitePage>();
        foreach (var page in site.Pages)
        {
            if (known.TryGetValue(page.File, out var last) && last.Key == page.Key && new FileInfo(Path.Combine(old, page.File)) is { Exists: true } file
                && file.Length == last.Length && file.LastWriteTimeUtc.Ticks == last.Written)
            {
                FolderSwap.LinkOrCopy(file.FullName, Path.Combine(fresh, page.File));
                written[page.File] = last;
            }
            else
            {
                changed.Add(page);
            }
        }
        Parallel.ForEach(changed, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, page =>
        {
            var content = site.Render(page.Address)!;
            var path = Path.Combine(fresh, page.File);
            using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) stream.Write(content.Bytes.Span);
            written[page.File] = new PublishedFile(page.Key, content.Bytes.Length, File.GetLastWriteTimeUtc(path).Ticks);
        });
        return (written, changed.Count);
    }

    // What somebody else put into the site (a CNAME, a file of the host) stays.
    private static List<string> ForeignFiles(string folder, HashSet<string> mine)
    {
        var found = new List<string>();
        if (!Directory.Exists(folder)) return found;
        foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (relative != SiteManifest.Name && !mine.Contains(relative)) found.Add(relative);
        }
        found.Sort(StringComparer.Ordinal);
        return found;
    }
}
