namespace Gavel.Web.Pages;

/// <summary>All values of a facet.</summary>
internal sealed record FacetModel(SiteModel Site, Facet Facet)
{
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Facet.Key).Add(Facet.Label);
        foreach (var value in Facet.Values) key.Add(value.Text).Add(value.Slug).Add(value.Entries.Length);
        return key.Finish();
    }
}
