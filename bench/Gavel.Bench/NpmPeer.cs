namespace Gavel.Bench;

/// <summary>Peers from npm, in <c>artifacts/peers</c>.</summary>
internal static class NpmPeer
{
    /// <returns>A file of the package; null where npm has none of it.</returns>
    public static string? Find(string package, string version, string file)
    {
        var folder = Path.Combine(BenchFolders.Checkout, "artifacts", "peers");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "node_modules", package, file);
        if (File.Exists(path)) return path;
        try
        {
            BenchFolders.Do("npm", folder, "install", "--silent", "--no-audit", "--no-fund", $"{package}@{version}");
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"without {package}: npm does not give it");
        }
        return File.Exists(path) ? path : null;
    }
}
