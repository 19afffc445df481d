using System.IO.Enumeration;

namespace Gavel.Web.Publishing;

/// <param name="Written">In ticks, UTC.</param>
internal readonly record struct FileLook(long Length, long Written);

/// <summary>What is below a folder. A link is a file, wherever it leads.</summary>
/// <param name="Files">By path relative to the folder, with <c>/</c>.</param>
/// <param name="Folders">Each before what is in it.</param>
internal sealed record FolderListing(Dictionary<string, FileLook> Files, HashSet<string> Folders)
{
    public static FolderListing Empty { get; } = new([], []);

    public static FolderListing Of(string folder)
    {
        var listing = new FolderListing(new Dictionary<string, FileLook>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var found = new FileSystemEnumerable<Found>(folder, static (ref FileSystemEntry entry) => IsFolder(ref entry) ? new Found(PathOf(ref entry), true, 0, 0) : new Found(PathOf(ref entry), false, entry.Length, entry.LastWriteTimeUtc.UtcTicks),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        { ShouldRecursePredicate = static (ref FileSystemEntry entry) => IsFolder(ref entry) };
        foreach (var one in found)
        {
            if (one.IsFolder) listing.Folders.Add(one.Path);
            else listing.Files[one.Path] = new FileLook(one.Length, one.Written);
        }
        return listing;
    }

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    // A class: what enumerates others is compiled at start.
    private sealed record Found(string Path, bool IsFolder, long Length, long Written);

    private static string PathOf(ref FileSystemEntry entry)
    {
        var folder = entry.Directory[entry.RootDirectory.Length..].Trim(Path.DirectorySeparatorChar);
        var path = folder.IsEmpty ? entry.FileName.ToString() : string.Concat(folder, "/", entry.FileName);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
