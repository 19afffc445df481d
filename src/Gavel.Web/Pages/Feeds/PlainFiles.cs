using System.Text;
using System.Xml;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;

namespace Gavel.Web.Pages.Feeds;

/// <summary>The files for programs.</summary>
internal static class PlainFiles
{
    public static PageContent Json(SiteModel site) => Text(ListReport.RenderJson(site.Catalog.Entries), "application/json; charset=utf-8");

    public static PageContent JsonSchema() => Text(JsonSchemas.Render("list"), "application/schema+json; charset=utf-8");

    /// <summary>Says everything that the row of an entry says.</summary>
    public static string JsonKey(SiteModel site)
    {
        var key = new PageKey().Add(site.ShellKey);
        foreach (var entry in site.Catalog.Entries)
        {
            key.Add(entry.Id).Add(entry.Process.Name).Add(entry.Title).Add(entry.Status ?? entry.StatusText).Add((int?)entry.Kind ?? -1).Add(entry.Authors).Add(entry.Path).Add(entry.Directory).Add(entry.Created).Add(entry.Updated).Add(entry.StatusSince);
            foreach (var fact in entry.Fields) key.Add(fact.Name).Add(fact.Value);
        }
        return key.Finish();
    }

    /// <summary>The list of pages that language models are given (llmstxt.org).</summary>
    public static PageContent Llms(SiteModel site)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(OneLine(site.Source.Name)).Append("\n\n> ").Append(new CatalogModel(site).Summary).Append(" Made from the repository; ").Append(site.Source.Address.Absolute(Addresses.Json)).Append(" has the same as JSON.\n");
        foreach (var process in site.Catalog.Processes)
        {
            text.Append("\n## ").Append(process.Name).Append("\n\n- [How ").Append(Words.One(Words.Noun([process]))).Append(" comes to be](").Append(site.Source.Address.Absolute(site.Addresses.Of(process))).Append(")\n");
            foreach (var entry in site.Catalog.Entries.Where(e => ReferenceEquals(e.Process, process)))
            {
                text.Append("- [").Append(OneLine($"{entry.Id}: {entry.Title}").Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal)).Append("](").Append(site.Source.Address.Absolute(site.Addresses.Of(entry))).Append("): ")
                    .Append(OneLine(entry.Status ?? entry.StatusText ?? "no status")).Append(entry.Authors.IsEmpty ? "" : OneLine($", by {string.Join(", ", entry.Authors)}")).Append('\n');
            }
        }
        return Text(text.ToString(), "text/plain; charset=utf-8");
    }

    public static PageContent Sitemap(SiteModel site, IEnumerable<SitePage> pages)
    {
        var updated = site.Catalog.Entries.Where(e => e.Updated is not null).ToDictionary(site.Addresses.Of, e => e.Updated!.Value, StringComparer.Ordinal);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" }))
        {
            xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var page in pages)
            {
                xml.WriteStartElement("url");
                xml.WriteElementString("loc", site.Source.Address.Absolute(page.Address));
                if (updated.TryGetValue(page.Address, out var date)) xml.WriteElementString("lastmod", Words.Iso(date));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return new PageContent(bytes.ToArray(), "application/xml; charset=utf-8");
    }

    /// <summary>A page that leads on by itself and, where that is switched off, by a link.</summary>
    public static PageContent Redirect(SiteModel site, CatalogEntry to)
    {
        var address = System.Net.WebUtility.HtmlEncode(site.Source.Address.Absolute(site.Addresses.Of(to)));
        var name = System.Net.WebUtility.HtmlEncode($"{to.Id}: {to.Title}");
        return Text($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{name}</title><meta http-equiv=\"refresh\" content=\"0; url={address}\"><link rel=\"canonical\" href=\"{address}\"><meta name=\"robots\" content=\"noindex\"></head><body><p>This is now <a href=\"{address}\">{name}</a>.</p></body></html>\n", "text/html; charset=utf-8");
    }

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    private static PageContent Text(string text, string contentType) => new(Encoding.UTF8.GetBytes(text), contentType);
}
