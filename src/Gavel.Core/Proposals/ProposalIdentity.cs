using System.Globalization;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Proposals;

/// <summary>Names proposals (CONTRACT.md, section 2).</summary>
internal static class ProposalIdentity
{
    /// <param name="number">From the path, the header or the title, in this order.</param>
    /// <param name="label">What stands in the number's place and is no number; null where nothing does.</param>
    public static string IdOf(Process process, string path, int? number, string? label, FileMatch? match)
    {
        if (number is { } n) return string.Create(CultureInfo.InvariantCulture, $"{process.Name}-{n}");
        if (label is { Length: > 0 }) return $"{process.Name}-{label}";
        return PathName(process, path, match, keepStatusFolder: false);
    }

    /// <summary>The path below the process's folder, without extension, <c>README</c>, <c>index</c> and the status folder.</summary>
    public static string PathName(Process process, string path, FileMatch? match, bool keepStatusFolder)
    {
        var below = process.Folder.Length > 0 && path.StartsWith(process.Folder + "/", StringComparison.Ordinal) ? path[(process.Folder.Length + 1)..] : path;
        var parts = below.Split('/').ToList();
        parts[^1] = TreePath.StemOf(parts[^1]);
        if (parts.Count > 1 && parts[^1].ToUpperInvariant() is "README" or "INDEX") parts.RemoveAt(parts.Count - 1);
        if (!keepStatusFolder && process.StatusPlace == StatusPlace.Folder && parts.Count > 1)
        {
            var status = match?.Status ?? StatusFolderOf(process, parts);
            var at = parts.FindIndex(0, parts.Count - 1, p => string.Equals(p, status, StringComparison.OrdinalIgnoreCase));
            if (at >= 0) parts.RemoveAt(at);
        }
        return string.Join('/', parts);
    }

    /// <summary>The folder that names a status; null where none does.</summary>
    public static string? StatusFolderOf(Process process, IReadOnlyList<string> parts)
    {
        for (var i = 0; i < parts.Count - 1; i++)
        {
            if (process.Statuses.Find(parts[i].Replace('-', ' ').Replace('_', ' ')) is not null || process.Statuses.Find(parts[i]) is not null) return parts[i];
        }
        return null;
    }
}
