using System.Globalization;
using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Web.Publishing;

/// <summary>A file of a site as it was left behind.</summary>
/// <param name="Key">That of its page.</param>
/// <param name="Needs">The addresses of what the page loads on demand, with spaces between them; empty for nothing.</param>
/// <param name="Written">In ticks, UTC: a file that somebody touched since is made anew.</param>
internal sealed record PublishedFile(string Key, long Length, long Written, string Needs = "");

/// <summary>What the last run left in a folder, remembered outside of the site so that the site depends on its commit alone.</summary>
/// <param name="Files">By path in the site; empty where nothing is remembered.</param>
/// <param name="Stamp">Says all that the site was made of; empty where nothing is known of that.</param>
internal sealed record PublishedFiles(Dictionary<string, PublishedFile> Files, string Stamp)
{
    public static PublishedFiles Read(ICache cache, string folder)
    {
        var files = new Dictionary<string, PublishedFile>(StringComparer.Ordinal);
        if (cache.Get(KeyOf(folder)) is not { } bytes) return new PublishedFiles(files, "");
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        foreach (var line in lines.AsSpan(1))
        {
            if (line.Split('\t') is [var path, var key, var length, var written, var needs]
                && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
                files[path] = new PublishedFile(key, size, ticks, needs);
        }
        return new PublishedFiles(files, lines[0]);
    }

    public static void Write(ICache cache, string folder, string stamp, IReadOnlyDictionary<string, PublishedFile> files)
    {
        var text = new StringBuilder(stamp).Append('\n');
        var paths = files.Keys.ToArray();
        Array.Sort(paths, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var file = files[path];
            text.Append(path).Append('\t').Append(file.Key).Append('\t').Append(file.Length.ToString(CultureInfo.InvariantCulture)).Append('\t').Append(file.Written.ToString(CultureInfo.InvariantCulture)).Append('\t').Append(file.Needs).Append('\n');
        }
        cache.Put(KeyOf(folder), Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string KeyOf(string folder) => $"site:2:{folder}";
}
