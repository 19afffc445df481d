using System.Globalization;

namespace Web.Tests.Pages;

/// <summary>What pages say of repositories that were changed for it: days, objections, drawings, ways of the lifecycle and of the graph.</summary>
public sealed class What_pages_say_of_a_change
{
    [Fact]
    public void Fields_keep_their_links_and_those_that_the_template_lacks_are_shown_too()
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/0004-a-broken-one.md", SampleTexts.Linked);
        repository.Commit("A linked one");
        var facts = repository.Site("https://orchard.example/pips/").Html("/PIP-4").QuerySelector(".facts")!;
        Assert.Equal(["https://talk.example/t/4", "/pips/PIP-2", "https://tracker.example/issues/4"], facts.QuerySelectorAll("dd a").Select(a => a.GetAttribute("href")).Where(a => a!.StartsWith("https://t", StringComparison.Ordinal) || a == "/pips/PIP-2").Take(3));
        Assert.Contains("the thread and its plan, gone", facts.Words(), StringComparison.Ordinal);
        Assert.Contains("ShepherdDi Oak", facts.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Layout", facts.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_nowhere_keeps_its_words()
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/0004-a-broken-one.md", SampleTexts.Linked);
        repository.Commit("A linked one");
        var text = repository.Site("https://orchard.example/pips/").Html("/PIP-4").QuerySelector(".text")!;
        Assert.Contains("See nothing and old ladders.", text.Words(), StringComparison.Ordinal);
        Assert.Equal(["/pips/PIP-2"], text.QuerySelectorAll("p a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Findings_are_counted_in_a_list()
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/0004-a-broken-one.md", SampleTexts.Linked.Replace("Status**: Draft", "Status**: Nowhere", StringComparison.Ordinal) + "![none](none.png)\n");
        repository.Commit("A linked one");
        Assert.Matches("[0-9]+ errors?, [0-9]+ warnings? and [0-9]+ notes?", repository.Site("https://orchard.example/pips/").Html("/PIP-4").QuerySelector(".mend").Words());
    }

    [Theory]
    [InlineData("1.2; 2.0", "1.3, 2.0", "1.10.0")]
    [InlineData("v0.9", "v0.10", "v0.11")]
    public void Releases_filter_the_list_in_the_order_of_releases(string first, string second, string third)
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/template.md", SampleTexts.Template.Replace("- **Supersedes**", "- **Release**: the release that has it\n- **Supersedes**", StringComparison.Ordinal));
        foreach (var (number, release) in (ReadOnlySpan<(int, string)>)[(5, first), (6, second), (7, third)])
            repository.Write($"proposals/000{number}-released.md", SampleTexts.Proposal(number, $"Released {number}", "Accepted", "Out.", $"- **Release**: {release}\n"));
        repository.Commit("Releases");
        var values = repository.Site("https://orchard.example/pips/").Html("/by/release").QuerySelectorAll(".index a").Select(a => a.Words());
        Assert.Equal(first == "v0.9" ? ["v0.9", "v0.10", "v0.11"] : (string[])["1.2", "1.3", "1.10.0", "2.0"], values);
    }

    [Fact]
    public void Comment_periods_and_votes_end_in_the_calendar()
    {
        using var repository = new SampleRepository();
        repository.Replace("gavel.yml", "    status: field\n", "    status: field\n    statuses: { Proposed: {}, Accepted: {}, Superseded: {} }\n    transitions: [{ from: Proposed, to: Accepted, policy: two-clocks }]\n");
        repository.Write("gavel.yml", File.ReadAllText(repository.PathOf("gavel.yml")) + "policies: { two-clocks: { approvals: 0, period: 500d, all-of: [{ title: board, votes: { binding: 1, period: 72h } }] } }\n");
        repository.Write(".gavel/decisions/PIP-1/2025-04-01T080000Z-vote-ann-0000.yml", "action: vote\nvote: for\nby: Ann Lee\non: 2025-04-01T08:00:00Z\n");
        repository.Commit("periods");
        var calendar = repository.Site().Render("/calendar.ics")!;
        var text = System.Text.Encoding.UTF8.GetString(calendar.Bytes.Span).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20250717\r\nDTEND;VALUE=DATE:20250718\r\nSUMMARY:PIP-1: comment period ends (Picking baskets)\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20250404T080000Z\r\nSUMMARY:PIP-1: vote ends (board) (Picking baskets)\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_of_all_is_a_day_of_the_calendar() =>
        Assert.Contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY", CalendarWith(("Ends", "9999-12-31")), StringComparison.Ordinal);

    [Fact]
    public void An_objection_is_open_as_long_as_the_gate_takes_it_for_open()
    {
        using var repository = new SampleRepository();
        repository.Write(".gavel/decisions/PIP-1/2025-03-02T101500Z-resolve-cy-1f2e.yml", "action: resolve\nby: Cy Dee\nrecordedBy: Cy Dee\non: 2025-03-02T10:15:00Z\nends: 2025-03-01T101500Z-object-bo-1f2e\n");
        repository.Commit("No reason");
        Assert.Contains("1 open objection. Bo Vale", repository.Site().Html("/PIP-1").QuerySelector(".decisions .notice").Words(), StringComparison.Ordinal);
        repository.Write(".gavel/decisions/PIP-1/2025-03-03T101500Z-resolve-cy-1f2f.yml", "action: resolve\nby: Cy Dee\nrecordedBy: Cy Dee\non: 2025-03-03T10:15:00Z\nends: 2025-03-01T101500Z-object-bo-1f2e\nnote: They hold.\n");
        repository.Commit("A reason");
        Assert.Null(repository.Site().Html("/PIP-1").QuerySelector(".decisions .notice"));
    }

    [Theory]
    [InlineData("<a href='java&#115;cript:alert(1)'/>")]
    [InlineData("<a href='java&#10;script:alert(1)'/>")]
    [InlineData("<s:foreignObject xmlns:s='http://www.w3.org/2000/svg'><h:b xmlns:h='http://www.w3.org/1999/xhtml'/></s:foreignObject>")]
    [InlineData("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' srcdoc='&lt;p>'/>")]
    [InlineData("<x:set xmlns:x='http://www.w3.org/2000/svg' attributeName='href' to='#'/>")]
    public void A_drawing_that_may_run_something_is_not_taken_in(string hostile)
    {
        using var repository = new SampleRepository();
        Assert.NotNull(repository.Site().Find("/files/proposals/pictures/tree.svg"));
        repository.Replace("proposals/pictures/tree.svg", "<rect", $"{hostile}<rect");
        Assert.Null(repository.Site().Find("/files/proposals/pictures/tree.svg"));
    }

    [Theory]
    [InlineData("proposals/0001-picking-baskets.md", "**Status**: Proposed", "**Status**: Superseded")]
    [InlineData("proposals/0001-picking-baskets.md", "**Status**: Proposed", "**Status**: Nowhere")]
    [InlineData("proposals/0001-picking-baskets.md", "## Motivation", "## Mtvtn")]
    [InlineData("proposals/0002-old-ladders.md", "## Summary", "## Summary - and more")]
    [InlineData("gavel.yml", "    number: next", "    number: next\n    anchors: gitlab")]
    [InlineData("gavel.yml", "Milestones: { required: false }", "Milestones: { required: true }")]
    public void A_page_that_says_something_else_has_another_key(string path, string from, string to)
    {
        using var repository = new SampleRepository();
        repository.Write("gavel.yml", SampleTexts.Configuration + "    statuses:\n      Draft: { kind: draft }\n      Proposed: { kind: open }\n      Accepted: { kind: done }\n      Rejected: { kind: rejected }\n      Superseded: { kind: superseded }\n");
        repository.Replace("proposals/template.md", "- **Supersedes**:", "- **Superseded by**: a number\n- **Supersedes**:");
        repository.Replace("proposals/0002-old-ladders.md", "**Status**: Superseded", "**Status**: Accepted\n- **Superseded by**: PIP-3");
        repository.Replace("proposals/0002-old-ladders.md", "## Summary", "## Summary - of it");
        repository.Commit("Done");
        repository.Replace("proposals/0002-old-ladders.md", "## Summary - of it", "## Summary");
        repository.Commit("Shorter");
        var before = repository.Site("https://orchard.example/");
        repository.Replace(path, from, to);
        var after = repository.Site("https://orchard.example/");
        var same = after.Pages.Where(p => before.Find(p.Address)?.Key == p.Key).ToList();
        Assert.NotEmpty(same);
        Assert.All(same, p => Assert.Equal(before.Text(p.Address), after.Text(p.Address)));
    }

    [Fact]
    public void Days_that_are_over_are_not_in_the_calendar_as_if_they_were_to_come()
    {
        var text = CalendarWith(("Discussed", "2025-04-01"), ("Review", "2025-06-30"));
        Assert.Contains("DTSTART;VALUE=DATE:20250630\r\nDTEND;VALUE=DATE:20250701\r\nSUMMARY:PIP-5: Review (Days)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Discussed", text, StringComparison.Ordinal);
    }

    // Of a proposal that says these days, where the template asks for them.
    private static string CalendarWith(params (string Field, string Day)[] days)
    {
        using var repository = new SampleRepository();
        const string Author = "- **Author**: Your name\n";
        repository.Replace("proposals/template.md", Author, Author + string.Concat(days.Select(d => $"- **{d.Field}**: YYYY-MM-DD\n")));
        repository.Commit("days in the header", "2025-05-04T08:00:00+00:00");
        repository.Write("proposals/0005-days.md", SampleTexts.Proposal(5, "Days", "Proposed", "It has days.", string.Concat(days.Select(d => $"- **{d.Field}**: {d.Day}\n"))));
        repository.Commit("days", "2025-05-05T08:00:00+00:00");
        return repository.Site().Text("/calendar.ics");
    }

    [Fact]
    public void The_lifecycle_has_the_moves_of_gavel_yml_also_those_that_nobody_made()
    {
        using var repository = new SampleRepository();
        repository.Replace("gavel.yml", "    status: field\n", "    status: field\n    statuses: { Proposed: {}, Accepted: {}, Superseded: {} }\n    transitions: [{ from: Proposed, to: Accepted, policy: keepers }, { from: Accepted, to: Superseded }]\n");
        repository.Write("gavel.yml", File.ReadAllText(repository.PathOf("gavel.yml")) + "policies: { keepers: { title: two keepers, approvals: 2 } }\n");
        repository.Commit("a life");
        var page = repository.Site().Html("/process/pip");
        Assert.Equal(["Accepted to Superseded: 1", "Proposed to Accepted"], page.QuerySelectorAll("svg.lifecycle .way title").Select(t => t.TextContent));
        Assert.Equal(["Proposed Accepted two keepers 0", "Accepted Superseded  1"], page.QuerySelectorAll("section[aria-labelledby=life] details tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent))));
    }

    [Fact]
    public void A_line_of_the_graph_goes_between_the_boxes_of_the_layers_that_it_passes()
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/0011-one.md", SampleTexts.Proposal(11, "One", "Accepted", "One."));
        repository.Write("proposals/0012-two.md", SampleTexts.Proposal(12, "Two", "Accepted", "Two.", "- **Supersedes**: PIP-11\n"));
        repository.Write("proposals/0013-three.md", SampleTexts.Proposal(13, "Three", "Accepted", "Three.", "- **Supersedes**: PIP-11, PIP-12\n"));
        repository.Commit("a chain");
        var graph = repository.Site().Html("/graph").QuerySelectorAll("svg.graph").Single(g => g.TextContent.Contains("PIP-13", StringComparison.Ordinal));
        var line = graph.QuerySelectorAll("path.way").Select(p => p.GetAttribute("d")!).Single(d => d.Contains('H', StringComparison.Ordinal));
        var y = int.Parse(line.Split('H')[0].Split(' ')[^1], CultureInfo.InvariantCulture);
        Assert.All(graph.QuerySelectorAll("rect").Select(r => int.Parse(r.GetAttribute("y")!, CultureInfo.InvariantCulture)), top => Assert.False(y >= top && y <= top + 28));
        Assert.True(y < int.Parse(graph.GetAttribute("height")!, CultureInfo.InvariantCulture));
    }
}
