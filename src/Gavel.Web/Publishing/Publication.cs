using Gavel.Core.Catalogs;
using Gavel.Core.Trees;
using Gavel.Web.Pages;
using Gavel.Web.Rendering;

namespace Gavel.Web.Publishing;

/// <summary>
/// Writes a site as files: all of it into another folder, which then takes the place of the old one. That folder begins as a copy of the old site, made while the
/// proposals are still read, so that only what changed is written.
/// </summary>
public sealed class Publication
{
    private readonly string _folder;
    private readonly string? _spare;
    private readonly ICache _cache;
    private readonly Task<PublishedFiles> _known;
    private readonly Task<Before> _before;
    private Task<bool>? _mirrored;

    private Publication(string folder, ICache cache, string? spare)
    {
        _folder = Path.TrimEndingDirectorySeparator(folder);
        _cache = cache;
        _spare = spare;
        _known = Task.Run(() => PublishedFiles.Read(_cache, _folder));
        _before = Task.Run(Look);
    }

    // Next to the site, so that both are on one disk.
    private string Fresh => _folder + ".gavel-new";

    private string Aside => _folder + ".gavel-old";

    /// <summary>Looks at what is there, beside what the caller does.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="cache">Remembers what was written; without it every page is made anew.</param>
    /// <param name="spare">A folder that nobody else uses. Where it is on the same disk, it holds the site of before, by second names of its files, until it is the turn of the next. Null for none.</param>
    public static Publication Begin(string folder, ICache cache, string? spare) => new(folder, cache, spare);

    /// <summary>Makes a site of nothing: code takes longest when it runs for the first time, and here nobody waits for it.</summary>
    public static void Rehearse() => _ = Task.Run(static () =>
    {
        var site = new Site(new SiteSource { Catalog = new Catalog(new MemoryTree([]), [], [], [], []), Today = DateOnly.MinValue, Renderer = new TextRenderer([]) });
        foreach (var page in site.Pages.Where(p => p.Kind is SitePageKind.Catalog or SitePageKind.NotFound)) site.Render(page.Address);
    });

    /// <summary>Answers without a look at any proposal where nothing can have changed.</summary>
    /// <param name="stamp">Says all that the site is made of; empty where that cannot be told.</param>
    /// <returns>Null where the site has to be made, or has to be compared with what it would be.</returns>
    public PublishOutcome.Done? FindUnchanged(string stamp)
    {
        if (stamp.Length == 0 || !string.Equals(_known.GetAwaiter().GetResult().Stamp, stamp, StringComparison.Ordinal)) return null; // nobody waits until the folder is listed
        var before = _before.GetAwaiter().GetResult();
        return before.IsWhole && string.Equals(before.Stamp, stamp, StringComparison.Ordinal) ? Unchanged(before) : null;
    }

    /// <summary>Brings the folder in which the site will be made to what the site has, beside what the caller does.</summary>
    public void Prepare() => _mirrored ??= Task.Run(() => _before.GetAwaiter().GetResult() is { Outsider: null } before && _spare is not null && Directory.Exists(_folder) && Mirror.TryBring(_spare, _folder, before.There));

    /// <param name="stamp">Says all that the site is made of; empty where that cannot be told.</param>
    public PublishOutcome Finish(Site site, string stamp, CancellationToken cancellationToken)
    {
        Prepare();
        var before = _before.GetAwaiter().GetResult();
        var spare = _mirrored!.GetAwaiter().GetResult() ? _spare : null;
        if (before.Outsider is { } outsider) return new PublishOutcome.Foreign(_folder, outsider);
        var known = before.Known;
        if (before.IsWhole && new SiteWriter(site, _folder, before.There, known).IsUpToDate())
        {
            if (!string.Equals(before.Stamp, stamp, StringComparison.Ordinal)) PublishedFiles.Write(_cache, _folder, stamp, known);
            return Unchanged(before);
        }
        var fresh = spare ?? Fresh;
        try
        {
            if (spare is null) Mirror.Make(fresh, _folder, before.There);
            var writer = new SiteWriter(site, fresh, before.There, known);
            // First, so that no file stands where a folder has to be; the index names its files when they are made.
            Remove(before, fresh, new HashSet<string>([.. site.Pages.Select(p => p.File), .. before.There.Files.Keys.Where(f => f.StartsWith(SiteWriter.IndexFolder, StringComparison.Ordinal))], StringComparer.Ordinal));
            writer.Write(cancellationToken);
            Remove(before, fresh, new HashSet<string>(writer.Written.Keys, StringComparer.Ordinal));
            Manifest(writer, fresh);
            cancellationToken.ThrowIfCancellationRequested();
            FolderSwap.Exchange(_folder, fresh, Aside);
            if (spare is null) FolderSwap.Discard(fresh);
            PublishedFiles.Write(_cache, _folder, stamp, writer.Written);
            return new PublishOutcome.Done(_folder, writer.Written.Count, writer.Rendered, writer.Written.Values.Sum(w => w.Length));
        }
        catch
        {
            // The spare is brought in order by the next run.
            if (spare is null) FolderSwap.Discard(fresh);
            throw;
        }
    }

    private Before Look()
    {
        if (!Directory.Exists(_folder) && Directory.Exists(Aside)) Directory.Move(Aside, _folder); // a run before was killed between two moves
        if (!Directory.Exists(_folder)) return new Before(FolderListing.Empty, [], [], null, "", false);
        var there = FolderListing.Of(_folder);
        var mine = SiteManifest.Read(_folder);
        // What somebody else put into the site (a CNAME, a file of the host) stays.
        var foreign = there.Files.Keys.Where(f => f != SiteManifest.Name && mine?.Contains(f) != true).ToHashSet(StringComparer.Ordinal);
        if (mine is null && foreign.Count > 0) return new Before(there, foreign, [], foreign.Min(StringComparer.Ordinal), "", false);
        var (known, stamp) = _known.GetAwaiter().GetResult();
        var isWhole = mine is not null && mine.SetEquals(known.Keys);
        foreach (var (path, file) in known)
        {
            if (there.Files.TryGetValue(path, out var look) && look == new FileLook(file.Length, file.Written)) continue;
            known.Remove(path); // gone, or touched since: it is made anew
            isWhole = false;
        }
        return new Before(there, foreign, known, null, stamp, isWhole);
    }

    private PublishOutcome.Done Unchanged(Before before) => new(_folder, before.Known.Count, 0, before.Known.Values.Sum(k => k.Length));

    private static void Manifest(SiteWriter writer, string fresh)
    {
        var manifest = Path.Combine(fresh, SiteManifest.Name);
        File.Delete(manifest); // it may be the other folder's too
        File.WriteAllBytes(manifest, SiteManifest.Render(writer.Written.Keys));
    }

    // What the site has no more, and the folders that were for nothing else.
    private static void Remove(Before before, string fresh, HashSet<string> kept)
    {
        var gone = before.There.Files.Keys.Where(f => f != SiteManifest.Name && !before.Foreign.Contains(f) && !kept.Contains(f) && File.Exists(Path.Combine(fresh, f))).ToList();
        if (gone.Count == 0) return;
        foreach (var file in gone) File.Delete(Path.Combine(fresh, file));
        var used = FoldersOf(kept.Concat(before.Foreign));
        foreach (var folder in FoldersOf(gone).Where(f => !used.Contains(f)).OrderByDescending(f => f.Length))
        {
            if (Directory.Exists(Path.Combine(fresh, folder))) Directory.Delete(Path.Combine(fresh, folder));
        }
    }

    private static HashSet<string> FoldersOf(IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var folder = TreePath.FolderOf(file); folder.Length > 0 && folders.Add(folder); folder = TreePath.FolderOf(folder)) { }
        }
        return folders;
    }

    /// <param name="Known">What the last run wrote and nobody touched since.</param>
    /// <param name="Outsider">A file that says that the folder is no site of ours.</param>
    /// <param name="Stamp">What the last run was made of.</param>
    /// <param name="IsWhole">Every file that the last run wrote is there as it was.</param>
    private sealed record Before(FolderListing There, HashSet<string> Foreign, Dictionary<string, PublishedFile> Known, string? Outsider, string Stamp, bool IsWhole);
}
