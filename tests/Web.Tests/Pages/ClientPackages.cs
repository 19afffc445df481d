namespace Web.Tests.Pages;

/// <summary>What npm restored while building.</summary>
internal static class ClientPackages
{
    /// <returns>Null where npm was missing.</returns>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "artifacts" && Path.Combine(folder.FullName, "client", "node_modules", path) is var file && File.Exists(file)) return file;
        }
        return null;
    }
}
