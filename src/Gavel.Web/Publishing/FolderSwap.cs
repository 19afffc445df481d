using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Gavel.Web.Publishing;

/// <summary>Puts one folder in the place of another.</summary>
internal static partial class FolderSwap
{
    private const int CurrentFolder = -100; // AT_FDCWD, openat(2)
    private const uint Exchange = 2; // RENAME_EXCHANGE, renameat2(2)

    /// <summary>After it <paramref name="folder"/> holds the new content; the old one is gone. Where the system can, there is no moment without a site.</summary>
    public static void Replace(string folder, string with, string aside)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(with, folder);
            return;
        }
        if (OperatingSystem.IsLinux() && TryExchange(folder, with))
        {
            Directory.Delete(with, recursive: true);
            return;
        }
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
        Directory.Delete(aside, recursive: true);
    }

    /// <summary>Gives a file a second name; where the system does not, copies it.</summary>
    public static void LinkOrCopy(string from, string to)
    {
        if ((OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && TryLink(from, to)) return;
        File.Copy(from, to);
    }

    [SupportedOSPlatform("linux")]
    private static bool TryExchange(string a, string b)
    {
        try
        {
            return RenameAt(CurrentFolder, a, CurrentFolder, b, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library without it
        }
    }

    private static bool TryLink(string from, string to)
    {
        try
        {
            return Link(from, to) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
