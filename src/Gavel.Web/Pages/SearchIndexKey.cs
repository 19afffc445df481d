namespace Gavel.Web.Pages;

/// <summary>Says everything that the search index of a site is made of.</summary>
internal static class SearchIndexKey
{
    public static string Of(SiteModel site)
    {
        var key = new PageKey().Add(site.ShellKey).Add(Feeds.PlainFiles.JsonKey(site));
        foreach (var entry in site.Catalog.Entries)
        {
            key.Add(site.Catalog.Tree.IdOf(entry.File).Sha).Add(entry.Process.Digest);
            foreach (var reference in entry.References) key.Add((int)reference.Kind).Add(reference.To);
        }
        return key.Finish();
    }
}
