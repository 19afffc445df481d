using Gavel.Core.Text;
using Gavel.Storage.Cache;
using Gavel.Storage.Files;

namespace Gavel.Cli.CommandLine;

/// <summary>The first server of a repository holds a file in the cache's folder, with its address in it; a later one reads that and changes nothing.</summary>
internal sealed class ServePlace : IDisposable
{
    private readonly FileStream? _held;

    private ServePlace(FileStream? held, bool isFirst, string? other)
    {
        _held = held;
        IsFirst = isFirst;
        Other = other;
    }

    public bool IsFirst { get; }

    /// <summary>Where the first one listens; null where it has not said.</summary>
    public string? Other { get; }

    public static ServePlace Take(Root root)
    {
        var folder = FileCache.FolderFor(root, Environment.GetEnvironmentVariable);
        var name = $"serve-{Sha256.Hex(root.Folder, 8)}";
        var address = Path.Combine(folder, name + ".txt");
        try
        {
            Directory.CreateDirectory(folder);
            var held = new FileStream(Path.Combine(folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            File.Delete(address);
            return new ServePlace(held, true, null);
        }
        catch (IOException e) when (HeldFile.IsCauseOf(e))
        {
            return new ServePlace(null, false, File.Exists(address) ? File.ReadAllText(address).Trim() : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ServePlace(null, true, null); // nowhere to say it
        }
    }

    /// <summary>Says where this one listens.</summary>
    public void Tell(string address)
    {
        if (_held is not null) File.WriteAllText(Path.ChangeExtension(_held.Name, ".txt"), address);
    }

    public void Dispose()
    {
        if (_held is null) return;
        File.Delete(Path.ChangeExtension(_held.Name, ".txt"));
        _held.Dispose();
    }
}
