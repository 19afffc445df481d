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
        var known = PublishedFiles.Read(cache, folder);
        if (mine is not null && mine.SetEquals(known.Keys) && new SiteWriter(site, folder, fresh, known).IsUpToDate()) return new PublishOutcome.Done(folder, known.Count, 0, known.Values.Sum(k => k.Length));
        Directory.CreateDirectory(fresh);
        try
        {
            var writer = new SiteWriter(site, folder, fresh, known);
            writer.Write(cancellationToken);
            var written = writer.Written;
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
            return new PublishOutcome.Done(folder, written.Count, writer.Rendered, written.Values.Sum(w => w.Length));
        }
        catch
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
            throw;
        }
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
