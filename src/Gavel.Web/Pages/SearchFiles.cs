using Gavel.Core.Searching;
using Gavel.Web.Searching;

namespace Gavel.Web.Pages;

/// <summary>The files that a published site is searched by. They are made of all texts at once, so they are no pages of their own.</summary>
internal static class SearchFiles
{
    public const string Folder = "/search/index/";

    /// <summary>Says everything that the files are made of.</summary>
    public static string Key(SiteModel site)
    {
        var key = new PageKey().Add(site.ShellKey).Add(Feeds.PlainFiles.JsonKey(site));
        foreach (var entry in site.Catalog.Entries)
        {
            key.Add(site.Catalog.Tree.IdOf(entry.File).Sha).Add(entry.Process.Digest);
            foreach (var reference in entry.References) key.Add((int)reference.Kind).Add(reference.To);
        }
        return key.Finish();
    }

    /// <param name="known">What was read already, by path; the others are read.</param>
    public static IEnumerable<(string Address, byte[] Bytes)> Make(SiteModel site, IReadOnlyDictionary<string, SearchDocument> known, CancellationToken cancellationToken)
    {
        var entries = site.Catalog.Entries;
        var missing = Enumerable.Range(0, entries.Length).Where(i => !known.ContainsKey(entries[i].Path)).ToList();
        var documents = SearchDocuments.Of(site.Catalog, missing, cancellationToken).Concat(known.Values);
        return StaticSearchIndex.Write(documents, document => site.Addresses.Of(site.Catalog.FindByPath(document.Path)!)).Select(f => (Folder + f.Path, f.Bytes));
    }
}
