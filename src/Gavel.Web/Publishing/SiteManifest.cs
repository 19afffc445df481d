using System.Text;

namespace Gavel.Web.Publishing;

/// <summary>The file in a published site that names the files that were written: others are never touched.</summary>
internal static class SiteManifest
{
    public const string Name = ".gavel-site";

    private const string Head = "gavel site 1";

    /// <returns>Null where the folder has none, or one that nobody here wrote.</returns>
    public static HashSet<string>? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        var lines = File.ReadAllLines(path);
        return lines.Length > 0 && lines[0] == Head ? lines.Skip(1).ToHashSet(StringComparer.Ordinal) : null;
    }

    public static byte[] Render(IEnumerable<string> files)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var file in files.Order(StringComparer.Ordinal)) text.Append(file).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
