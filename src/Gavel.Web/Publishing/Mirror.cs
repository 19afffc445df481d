namespace Gavel.Web.Publishing;

/// <summary>A second folder with the files of a first one, by second names where the system gives files such.</summary>
internal static class Mirror
{
    /// <summary>Brings a folder to what another one has. What is there already, of whatever time, is looked at and not trusted.</summary>
    /// <returns>False where the system gives no second name for a file of the one in the other: nothing can be said of the folder then.</returns>
    public static bool TryBring(string to, string from, FolderListing wanted)
    {
        try
        {
            Directory.CreateDirectory(to);
            var there = FolderListing.Of(to);
            foreach (var (path, look) in there.Files)
            {
                if (!wanted.Files.TryGetValue(path, out var same) || same != look) File.Delete(Path.Combine(to, path));
            }
            foreach (var folder in there.Folders.Where(f => !wanted.Folders.Contains(f)).OrderByDescending(f => f.Length)) Directory.Delete(Path.Combine(to, folder));
            foreach (var folder in wanted.Folders)
            {
                if (!there.Folders.Contains(folder)) Directory.CreateDirectory(Path.Combine(to, folder));
            }
            foreach (var (path, look) in wanted.Files)
            {
                if (there.Files.TryGetValue(path, out var same) && same == look) continue;
                if (!FolderSwap.TryLink(Path.Combine(from, path), Path.Combine(to, path))) return false;
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // a file where a folder should be, a folder of somebody else
        }
    }

    /// <summary>The same into a folder that is made anew, with copies where there are no second names.</summary>
    public static void Make(string to, string from, FolderListing wanted)
    {
        FolderSwap.Discard(to);
        Directory.CreateDirectory(to);
        foreach (var folder in wanted.Folders) Directory.CreateDirectory(Path.Combine(to, folder));
        foreach (var path in wanted.Files.Keys) FolderSwap.LinkOrCopy(Path.Combine(from, path), Path.Combine(to, path));
    }
}
