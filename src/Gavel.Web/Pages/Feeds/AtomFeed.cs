using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages.Feeds;

/// <summary>Something that a feed tells.</summary>
/// <param name="Id">Stays the same for ever.</param>
internal sealed record FeedItem(string Id, DateTimeOffset When, string Title, string? By, CatalogEntry Entry, string? Text);

/// <summary>An Atom feed (RFC 4287) of what is new, what moved and what was decided.</summary>
internal sealed class AtomFeed
{
    private const int MostItems = 60;

    private readonly SiteModel _site;
    private readonly string _title;
    private readonly string _address;
    private readonly string _page;
    private readonly ImmutableArray<CatalogEntry> _entries;

    /// <param name="page">The page that the feed is of.</param>
    public AtomFeed(SiteModel site, string title, string address, string page, ImmutableArray<CatalogEntry> entries)
    {
        _site = site;
        _title = title;
        _address = address;
        _page = page;
        _entries = entries;
    }

    private ImmutableArray<FeedItem> Items => [.. _entries.SelectMany(ItemsOf).OrderByDescending(i => i.When.UtcTicks).ThenBy(i => i.Id, StringComparer.Ordinal).Take(MostItems)];

    /// <summary>Makes no item: they follow from what is told of each proposal. Without any the feed has the date of the site.</summary>
    public string Key()
    {
        var key = new PageKey().Add(_site.ShellKey).Add(_title).Add(_address).Add(_page);
        var isEmpty = true;
        foreach (var entry in _entries)
        {
            key.Add(_site.Keys.Story(entry));
            isEmpty &= _site.TimelineOf(entry) is null && entry.Created is null;
        }
        if (isEmpty) key.Add(_site.Source.Today);
        return key.Finish();
    }

    public PageContent Render()
    {
        var items = Items;
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            xml.WriteElementString("title", Sound(_title));
            xml.WriteElementString("id", $"urn:gavel:{Uri.EscapeDataString(_site.Source.Name)}:{Uri.EscapeDataString(_address)}");
            xml.WriteElementString("updated", Instant(items.IsEmpty ? new DateTimeOffset(_site.Source.Today, TimeOnly.MinValue, TimeSpan.Zero) : items[0].When));
            Link(xml, "self", _site.Source.Address.Absolute(_address));
            Link(xml, "alternate", _site.Source.Address.Absolute(_page));
            xml.WriteStartElement("author");
            xml.WriteElementString("name", Sound(_site.Source.Name));
            xml.WriteEndElement();
            foreach (var item in items) Write(xml, item);
            xml.WriteEndElement();
        }
        return new PageContent(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private void Write(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("title", Sound(item.Title));
        xml.WriteElementString("id", item.Id);
        xml.WriteElementString("updated", Instant(item.When));
        Link(xml, "alternate", _site.Source.Address.Absolute(_site.Addresses.Of(item.Entry)));
        if (item.By is { } by)
        {
            xml.WriteStartElement("author");
            xml.WriteElementString("name", Sound(by));
            xml.WriteEndElement();
        }
        xml.WriteElementString("summary", Sound(item.Text ?? item.Title));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private IEnumerable<FeedItem> ItemsOf(CatalogEntry entry)
    {
        if (_site.TimelineOf(entry) is not { } timeline)
        {
            // Where only dates are known, that something is new is the news.
            if (entry.Created is { } created)
                yield return new FeedItem(IdOf(entry, "new", ""), new DateTimeOffset(created, TimeOnly.MinValue, TimeSpan.Zero), $"{entry.Id} is new: {entry.Title}", entry.Authors.FirstOrDefault(), entry, null);
            yield break;
        }
        var first = timeline.Events.FirstOrDefault(e => e.Kind == TimelineEventKind.Created)?.Commit;
        foreach (var happened in timeline.Events)
        {
            var title = happened switch
            {
                { Kind: TimelineEventKind.Created } => $"{entry.Id} is new: {entry.Title}",
                // What it began with is no change.
                { Kind: TimelineEventKind.Status, From: null } when first is not null && string.Equals(happened.Commit, first, StringComparison.Ordinal) => null,
                { Kind: TimelineEventKind.Status, To: { } to } => $"{entry.Id} is now {to}: {entry.Title}",
                { Kind: TimelineEventKind.Decision } => $"{entry.Id}: {LogLine.Say(happened)}",
                _ => null,
            };
            if (title is not null) yield return new FeedItem(IdOf(entry, NameOf(happened), happened.Commit ?? happened.Path), happened.Recorded, title, happened.By, entry, happened.Subject);
        }
    }

    private string IdOf(CatalogEntry entry, string what, string which) => $"urn:gavel:{Uri.EscapeDataString(_site.Source.Name)}:{Uri.EscapeDataString(entry.Id)}:{Uri.EscapeDataString(what)}:{Uri.EscapeDataString(which)}";

    private static string NameOf(TimelineEvent happened) => happened.Kind == TimelineEventKind.Created ? "new" : $"{happened.Kind.ToString().ToLowerInvariant()}-{happened.Name}-{happened.To}";

    private static string Instant(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    // Characters that XML cannot hold (XML 1.0, 2.2) become a mark.
    private static string Sound(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && !text.Any(c => char.IsSurrogate(c) || c >= '\ufffe')) return text;
        var sound = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) sound.Append(text[i]).Append(text[++i]);
            else sound.Append(char.IsSurrogate(text[i]) || text[i] >= '\ufffe' || (text[i] < ' ' && text[i] is not ('\n' or '\t')) ? '\ufffd' : text[i]);
        }
        return sound.ToString();
    }
}
