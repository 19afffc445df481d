using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Gavel.Web.Publishing;

/// <summary>Puts one folder in the place of another.</summary>
internal static partial class FolderSwap
{
    private const int CurrentFolder = -100; // AT_FDCWD, openat(2)
    private const uint ExchangeFlag = 2; // RENAME_EXCHANGE, renameat2(2)

    /// <summary>After it <paramref name="folder"/> holds what <paramref name="with"/> had; what it had itself, where it was there, is in the other. Where the system can, there is no moment without a site.</summary>
    public static void Exchange(string folder, string with, string aside)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(with, folder);
            return;
        }
        if (OperatingSystem.IsLinux() && TryExchange(folder, with)) return;
        Discard(aside); // of a run that was killed
        MakeWritable(folder); // only so can it get another parent
        Directory.Move(folder, aside);
        try
        {
            Directory.Move(with, folder);
        }
        catch (IOException)
        {
            Directory.Move(aside, folder);
            throw;
        }
        Directory.Move(aside, with);
    }

    /// <summary>Deletes a folder of ours with all that is in it, also where somebody made it read-only.</summary>
    public static void Discard(string folder)
    {
        if (!Directory.Exists(folder)) return;
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
            MakeWritable(folder);
            foreach (var below in Directory.EnumerateDirectories(folder, "*", all)) MakeWritable(below);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Gives a file a second name; where the system does not, copies it.</summary>
    public static void LinkOrCopy(string from, string to)
    {
        if (!TryLink(from, to)) File.Copy(from, to);
    }

    /// <returns>False where the system gives no second name: another disk, another system.</returns>
    public static bool TryLink(string from, string to)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return false;
        try
        {
            return Link(from, to) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    // Of somebody else's folder nothing is changed; what is done with it next says so.
    private static void MakeWritable(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.UserRead);
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    [SupportedOSPlatform("linux")]
    private static bool TryExchange(string a, string b)
    {
        try
        {
            return RenameAt(CurrentFolder, a, CurrentFolder, b, ExchangeFlag) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library without it
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
