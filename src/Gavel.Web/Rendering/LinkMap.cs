using System.Globalization;
using Gavel.Core.Documents.Html;
using Gavel.Core.Trees;

namespace Gavel.Web.Rendering;

/// <summary>Turns the targets of one document's links into addresses of the site.</summary>
internal sealed class LinkMap(string path, RenderLinks links)
{
    private static readonly string[] Extensions = [".md", ".rst", ".markdown"];
    private readonly string _folder = TreePath.FolderOf(path);

    /// <summary>Paths of the images that the text shows.</summary>
    public SortedSet<string> Images { get; } = new(StringComparer.Ordinal);

    /// <returns>Null for what leads out of the repository or nowhere.</returns>
    public string? Link(string target)
    {
        target = target.Trim();
        if (target.Length == 0 || !SafeAddress.Is(target)) return null;
        if (target[0] == '#') return target;
        var cut = target.IndexOfAny(['#', '?']);
        var rest = cut < 0 ? "" : target[cut..];
        if (SafeAddress.IsOutside(target))
        {
            var own = links.PathOfAddress(cut < 0 ? target : target[..cut]);
            return own is not null && Page(own) is { } address ? address + rest : target;
        }
        if (PathOf(target) is not { } found) return null;
        if (Known(target, found, Page) is { } page) return page + rest;
        return links.OnHost(found) is { } host ? host + rest : links.FileOf(found) is { } file ? file + rest : links.IsComplete ? null : target;
    }

    public HtmlImage? Image(string target)
    {
        target = target.Trim();
        if (target.Length == 0 || SafeAddress.IsOutside(target) || PathOf(target) is not { } found || links.FileOf(found) is not { } address) return null;
        Images.Add(found);
        return new HtmlImage(address, links.SizeOf(found));
    }

    public string? TitleOf(string target) => PathOf(target.Trim()) is { } found ? Known(target, found, p => First(p, links.TitleOf)) : null;

    public string? Numbered(string word, int number) =>
        links.PageOfId(string.Create(CultureInfo.InvariantCulture, $"{word.ToLowerInvariant()}-{number}"));

    private string? Page(string found) => First(found, links.PageOf);

    // Sites leave the extension out, or write that of the page that was made.
    private static string? First(string found, Func<string, string?> find)
    {
        if (find(found) is { } exact) return exact;
        var stem = found.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? found[..^5] : found;
        if (Array.Exists(Extensions, e => found.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return null;
        foreach (var extension in Extensions)
        {
            if (find(stem + extension) is { } page) return page;
        }
        return null;
    }

    // What begins with a slash begins at the root of the documents, which may be any folder around the text.
    private string? Known(string target, string found, Func<string, string?> find)
    {
        if (find(found) is { } exact) return exact;
        if (!target.StartsWith('/')) return null;
        for (var folder = _folder; folder.Length > 0; folder = TreePath.FolderOf(folder))
        {
            if (find(TreePath.Join(folder, found)) is { } other) return other;
        }
        // Or it is above the repository's own root.
        for (var at = found.IndexOf('/', StringComparison.Ordinal); at >= 0; at = found.IndexOf('/', at + 1))
        {
            if (find(found[(at + 1)..]) is { } below) return below;
        }
        return null;
    }

    private string? PathOf(string target)
    {
        var cut = target.AsSpan().IndexOfAny('#', '?');
        var written = Uri.UnescapeDataString(cut < 0 ? target : target[..cut]).Replace('\\', '/');
        return written.Length == 0 ? path : written.Contains('\0', StringComparison.Ordinal) ? null : TreePath.Resolve(_folder, written);
    }
}
