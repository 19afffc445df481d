using System.Buffers;
using System.Net;
using Gavel.Core.Catalogs;
using Gavel.Core.Trees;

namespace Gavel.Web.Pages;

/// <summary>The files of the repository that texts show or link to and that the site therefore has.</summary>
internal sealed class SiteFiles
{
    private const long Largest = 25 << 20; // bytes; a larger file is left to the repository's host
    private const int LongestSvg = 2 << 20;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".bmp"] = "image/bmp",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json",
        [".zip"] = "application/zip",
        [".puml"] = "text/plain; charset=utf-8",
        [".plantuml"] = "text/plain; charset=utf-8",
        [".mmd"] = "text/plain; charset=utf-8",
        [".dot"] = "text/plain; charset=utf-8",
        [".diff"] = "text/plain; charset=utf-8",
        [".patch"] = "text/plain; charset=utf-8",
    };

    private static readonly string[] Actors = ["foreignobject", "handler", "iframe", "embed", "object", "animate", "set"];
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private readonly ITree _tree;
    private readonly SortedDictionary<string, TreeFile> _files = new(StringComparer.Ordinal);

    public SiteFiles(Catalog catalog)
    {
        _tree = catalog.Tree;
        foreach (var entry in catalog.Entries)
        {
            var folder = TreePath.FolderOf(entry.Path);
            foreach (var link in entry.Links) Add(folder, link.Target);
        }
    }

    /// <summary>By path.</summary>
    public IEnumerable<TreeFile> All => _files.Values;

    public static string AddressOf(string path) => $"/files/{path}";

    public bool Has(string path) => _files.ContainsKey(path);

    public PageContent Read(TreeFile file) => new(_tree.Read(file).ToBytes(), Types[Path.GetExtension(file.Path)]);

    /// <summary>The bytes of an image's beginning; enough for its size.</summary>
    public byte[] Head(TreeFile file)
    {
        var bytes = _tree.Read(file).ToBytes();
        return bytes.Length <= 1 << 18 ? bytes : bytes[..(1 << 18)];
    }

    public TreeFile? Find(string path) => _files.GetValueOrDefault(path);

    private void Add(string folder, string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        var bare = end < 0 ? target : target[..end];
        if (bare.Length == 0 || bare.Contains("://", StringComparison.Ordinal) || !Types.ContainsKey(Path.GetExtension(bare))) return;
        foreach (var written in (string[])[bare, Uri.UnescapeDataString(bare)])
        {
            if (TreePath.Resolve(folder, written) is { } path && _tree.Find(path) is { } file && file.Length <= Largest && IsHarmless(file))
            {
                _files.TryAdd(path, file);
                return;
            }
        }
    }

    /// <summary>A drawing that could run something when it is opened by itself stays out.</summary>
    private bool IsHarmless(TreeFile file)
    {
        if (!file.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) return true;
        if (file.Length > LongestSvg) return false;
        var text = _tree.Read(file).Chars;
        foreach (var word in (string[])["<script", ":script", "<!entity", "xml-stylesheet", "\0"])
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return false;
        }
        // Browsers read an address with its characters decoded, and leave line ends and tabs out.
        var addresses = WebUtility.HtmlDecode(text).Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        return !addresses.Contains("javascript:", StringComparison.OrdinalIgnoreCase) && !addresses.Contains("data:text", StringComparison.OrdinalIgnoreCase) && !HasActor(text) && !HasHandler(text);
    }

    // An element that may run something, whatever the prefix of its name.
    private static bool HasActor(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            var end = rest.IndexOfAny(NameEnds);
            var name = end < 0 ? rest : rest[..end];
            name = name[(name.IndexOf(':') + 1)..];
            foreach (var actor in Actors)
            {
                if (name.StartsWith(actor, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
    }

    // An attribute that begins with "on": only then may something run.
    private static bool HasHandler(string text)
    {
        for (var at = text.IndexOf("on", StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf("on", at + 2, StringComparison.OrdinalIgnoreCase))
        {
            if (!(char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '"' or '\'' or '/')) continue;
            var end = at + 2;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            if (end < text.Length && text[end] == '=') return true;
        }
        return false;
    }
}
