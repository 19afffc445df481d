using Gavel.Web.Pages;

namespace Web.Tests.Pages;

public sealed class What_pages_say : IClassFixture<What_pages_say.Sample>
{
    private readonly Site _site;

    public What_pages_say(Sample sample) => _site = sample.Site;

    public sealed class Sample : IDisposable
    {
        private readonly SampleRepository _repository = new();

        public Sample() => Site = _repository.Site("https://orchard.example/pips/");

        internal Site Site { get; }

        public void Dispose() => _repository.Dispose();
    }

    [Fact]
    public void The_catalog_says_in_words_how_things_stand()
    {
        var page = _site.Html("/");
        Assert.Equal("Orchard PIPs", page.QuerySelector("h1").Words());
        Assert.Equal("4 PIPs, 1 open, 1 accepted and not done, 1 with errors.", page.QuerySelector(".summary").Words());
        Assert.Equal(["A broken one", "New ladders", "Old ladders", "Picking baskets"], page.QuerySelectorAll("td.title").Select(t => t.Words()));
    }

    [Fact]
    public void A_proposal_shows_its_header_once_as_data()
    {
        var page = _site.Html("/PIP-1");
        Assert.Equal("Picking baskets", page.QuerySelector("h1").Words());
        Assert.Contains("Proposed since 4 Mar 2024", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Equal(["Ann Lee", "Bo Vale"], page.QuerySelectorAll(".facts .names a").Select(a => a.Words()));
        Assert.DoesNotContain("Status", page.QuerySelector(".text").Words(), StringComparison.Ordinal);
        Assert.Equal(["Summary", "Motivation", "Who gains", "Milestones", "Plan", "Timeline"], page.QuerySelectorAll(".toc a").Select(a => a.Words()));
        Assert.Equal("https://code.example/orchard/ladder/edit/trunk/proposals/0001-picking-baskets.md", page.QuerySelector("link[rel=edit]")!.GetAttribute("href"));
    }

    [Fact]
    public void What_was_superseded_says_so_and_leads_on()
    {
        var notice = _site.Html("/PIP-2").QuerySelector(".notice")!;
        Assert.Equal("Superseded since 1 Jun 2024. Read PIP-3: New ladders instead.", notice.Words());
        Assert.Equal("/pips/PIP-3", notice.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Relations_are_told_both_ways()
    {
        Assert.Contains("Supersedes PIP-2 Old ladders", _site.Html("/PIP-3").QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("Superseded by PIP-3 New ladders", _site.Html("/PIP-2").QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("Mentioned by PIP-1 Picking baskets", _site.Html("/PIP-3").QuerySelector(".facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_with_errors_is_there_with_its_errors()
    {
        var page = _site.Html("/PIP-4");
        Assert.Contains("Nowhere", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        var findings = page.QuerySelectorAll("#page\\:findings .finding");
        Assert.NotEmpty(findings);
        Assert.Contains(findings, f => f.Words().Contains("'Nowhere' is no value of 'Status'", StringComparison.Ordinal));
        Assert.Equal(findings.Length, page.QuerySelectorAll(".text .finding").Length);
    }

    [Fact]
    public void A_decision_and_an_open_objection_are_shown()
    {
        var decisions = _site.Html("/PIP-1").QuerySelector("#page\\:decisions")!;
        Assert.Contains("1 open objection. Bo Vale: The handles are too thin", decisions.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_says_how_far_it_is()
    {
        var plan = _site.Html("/PIP-1").QuerySelector("#page\\:plan")!;
        Assert.Contains("1 of 2 done", plan.Words(), StringComparison.Ordinal);
        Assert.Contains("done Buy one 1 day", plan.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void History_shows_the_words_that_came_and_went()
    {
        var page = _site.Html("/PIP-2/history");
        Assert.Equal(["eleven"], page.QuerySelectorAll(".words del").Select(d => d.Words()));
        Assert.Equal(["twelve"], page.QuerySelectorAll(".words ins").Select(d => d.Words()));
        var then = page.QuerySelectorAll(".version a").Single(a => a.Words() == "the text as it was then").GetAttribute("href")!;
        Assert.Contains("eleven rungs", _site.Html(then["/pips".Length..]).QuerySelector(".text").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_of_one_version_has_its_timeline_and_no_page_of_versions()
    {
        Assert.Null(_site.Find("/PIP-3/history"));
        var timeline = _site.Html("/PIP-3").QuerySelector("#page\\:history")!;
        Assert.Empty(timeline.QuerySelectorAll("a"));
        Assert.Single(timeline.QuerySelectorAll("li"));
        Assert.Equal("All versions and what each changed", _site.Html("/PIP-2").QuerySelector("#page\\:history a")!.Words());
    }

    [Fact]
    public void Links_between_texts_lead_to_pages()
    {
        var text = _site.Html("/PIP-1").QuerySelector(".text")!;
        Assert.Equal("/pips/PIP-2", text.QuerySelectorAll("a").Single(a => a.Words() == "the old ladders").GetAttribute("href"));
    }

    [Fact]
    public void Images_of_the_repository_are_served_but_none_that_could_run_something()
    {
        Assert.NotNull(_site.Find("/files/proposals/pictures/tree.svg"));
        Assert.Null(_site.Find("/files/proposals/pictures/evil.svg"));
        Assert.Equal(["/pips/files/proposals/pictures/tree.svg"], _site.Html("/PIP-1").QuerySelectorAll(".text img").Select(i => i.GetAttribute("src")));
    }

    [Fact]
    public void No_page_asks_another_host_or_has_script_or_style_of_its_own()
    {
        foreach (var page in _site.Pages.Where(p => p.IsHtml && p.Kind != SitePageKind.Redirect))
        {
            var html = _site.Html(page.Address);
            foreach (var element in html.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon]"))
            {
                var address = element.GetAttribute("src") ?? element.GetAttribute("href")!;
                Assert.True(address.StartsWith("/pips/", StringComparison.Ordinal), $"{page.Address}: {address}");
            }
            Assert.DoesNotContain(html.QuerySelectorAll("script"), s => s.TextContent.Length > 0);
            Assert.Empty(html.QuerySelectorAll("style, [style]"));
            Assert.DoesNotContain(html.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
            var policy = html.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal(html.QuerySelector("pre.mermaid") is not null, policy.Contains("'unsafe-inline'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_link_within_the_site_leads_somewhere()
    {
        var addresses = _site.Pages.Select(p => p.Address).ToHashSet(StringComparer.Ordinal);
        foreach (var page in _site.Pages.Where(p => p.IsHtml && p.Kind != SitePageKind.Redirect))
        {
            var html = _site.Html(page.Address);
            foreach (var link in html.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                if (link.StartsWith('#')) Assert.True(html.GetElementById(Uri.UnescapeDataString(link[1..])) is not null || link == "#", $"{page.Address} -> {link}");
                if (!link.StartsWith("/pips", StringComparison.Ordinal)) continue;
                var target = Uri.UnescapeDataString(link["/pips".Length..].Split('#')[0]);
                Assert.True(addresses.Contains(target), $"{page.Address} -> {link}");
            }
        }
    }

    [Fact]
    public void Ids_are_unique_on_every_page()
    {
        foreach (var page in _site.Pages.Where(p => p.IsHtml && p.Kind != SitePageKind.Redirect))
        {
            var doubles = _site.Html(page.Address).QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key);
            Assert.True(!doubles.Any(), $"{page.Address}: {string.Join(", ", doubles)}");
        }
    }

    [Fact]
    public void The_process_page_says_what_the_template_asks_for_with_its_lines()
    {
        var page = _site.Html("/process/pip");
        Assert.Contains("4 PIPs follow the template proposals/template.md", page.QuerySelector(".summary").Words(), StringComparison.Ordinal);
        Assert.Equal("https://code.example/orchard/ladder/blob/trunk/proposals/template.md#L3", page.QuerySelectorAll("table.data a.line")[0].GetAttribute("href"));
        Assert.Equal(["Draft", "Proposed", "Accepted", "Rejected", "Superseded"], page.QuerySelectorAll(".lifecycle .box text:first-of-type").Select(t => t.Words()));
        Assert.Contains(page.QuerySelectorAll(".asks li"), l => l.Words().Contains("Why is it needed?", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_have_a_table_behind_each_chart()
    {
        var page = _site.Html("/numbers");
        Assert.NotEmpty(page.QuerySelectorAll(".chart svg"));
        foreach (var chart in page.QuerySelectorAll(".chart"))
        {
            Assert.Equal(chart.QuerySelectorAll("svg g").Length, chart.QuerySelectorAll("tbody tr").Length);
            Assert.NotEmpty(chart.QuerySelector("svg title").Words());
        }
    }

    [Fact]
    public void Feeds_calendar_and_lists_are_well_formed()
    {
        var feed = System.Xml.Linq.XDocument.Parse(_site.Text("/feed.xml"));
        var atom = System.Xml.Linq.XNamespace.Get("http://www.w3.org/2005/Atom");
        Assert.Contains("PIP-2 is now Superseded: Old ladders", feed.Root!.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value));
        Assert.All(feed.Root.Elements(atom + "entry"), e => Assert.StartsWith("https://orchard.example/pips/PIP-", e.Element(atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Equal(feed.Root.Elements(atom + "entry").Count(), feed.Root.Elements(atom + "entry").Select(e => e.Element(atom + "id")!.Value).Distinct().Count());
        Assert.DoesNotContain("PIP-1 is now Proposed: Picking baskets", feed.Root.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value)); // it began so
        Assert.Contains("PIP-1 is new: Picking baskets", feed.Root.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", _site.Text("/calendar.ics"), StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:UTC\r\n", _site.Text("/calendar.ics"), StringComparison.Ordinal); // no calendar without a component (RFC 5545, 3.6)
        Assert.Contains("<loc>https://orchard.example/pips/PIP-1</loc>", _site.Text("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("- [PIP-2: Old ladders](https://orchard.example/pips/PIP-2): Superseded, by Ann Lee, Bo Vale", _site.Text("/llms.txt"), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(_site.Text("/proposals.json"));
        Assert.Equal(4, json.RootElement.GetProperty("proposals").GetArrayLength());
    }

    [Fact]
    public void A_table_of_a_process_scrolls_in_a_box_of_its_own() =>
        Assert.All(_site.Html("/process/pip").QuerySelectorAll("table.data"), table => Assert.NotNull(table.Closest(".scroll")));

    [Fact]
    public void A_page_without_its_text_weighs_little()
    {
        foreach (var page in _site.Pages.Where(p => p.Kind is SitePageKind.Catalog or SitePageKind.Process or SitePageKind.Numbers or SitePageKind.Graph))
            Assert.True(Compressed(_site.Render(page.Address)!.Bytes.Span) < 40 * 1024, page.Address);
        var loaded = _site.Pages.Where(p => p.Kind == SitePageKind.Asset && !p.Address.Contains("mermaid", StringComparison.Ordinal)).Sum(p => Compressed(_site.Render(p.Address)!.Bytes.Span));
        Assert.True(loaded < 60 * 1024, $"{loaded} bytes of scripts and styles");
    }

    [Fact]
    public void The_list_says_what_waits_for_whom()
    {
        using var repository = new SampleRepository();
        repository.Replace("gavel.yml", "    status: field\n", "    status: field\n    statuses: { Proposed: {}, Accepted: {}, Superseded: {} }\n    transitions: [{ from: Proposed, to: Accepted, policy: keepers }]\n");
        repository.Write("gavel.yml", File.ReadAllText(repository.PathOf("gavel.yml")) + "policies: { keepers: { approvals: 1, from: [board] } }\npeople: { di: { names: [Di Oak] } }\ngroups: { board: [di] }\n");
        repository.Commit("a policy");
        var page = repository.Site("https://orchard.example/pips/").Html("/");
        Assert.Contains("1 waiting for a decision", page.QuerySelector(".summary").Words(), StringComparison.Ordinal);
        var waiting = page.QuerySelector("section[aria-labelledby=waiting]")!;
        Assert.Equal(["/pips/PIP-1"], waiting.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("PIP-1 Picking baskets to be Accepted: 0 of 1 approval", waiting.Words(), StringComparison.Ordinal);
        Assert.Single(waiting.Words().Split([' ', ',', ';', '(', ')']), w => w is "di"); // once, not in the sentence and behind it
        Assert.Null(_site.Html("/").QuerySelector("#waiting"));
    }

    private static long Compressed(ReadOnlySpan<byte> bytes)
    {
        using var result = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(result, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return result.Length;
    }
}
