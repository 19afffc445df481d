using Gavel.Core.Processes;
using static Core.Tests.Processes.MadeUp;

namespace Core.Tests.Processes;

/// <summary>Which statuses a process has, by its template and its proposals.</summary>
public sealed class MinedStatusTests
{
    [Fact]
    public void A_field_of_another_name_that_holds_the_status()
    {
        static string Of(int n, string type) => $"---\ntitle: Thing {n}\ntype: {type}\nauthor: Ann\n---\n\n{Sections}";
        var found = Find([("rfcs/template.md", "---\ntitle: <The title>\ntype: draft\nauthor: <Your name>\n---\n\n" + Sections), ("rfcs/0001-a.md", Of(1, "final")), ("rfcs/0002-b.md", Of(2, "final")), ("rfcs/0003-c.md", Of(3, "draft"))]);
        Assert.Equal(("type", "draft, final"), (found.Processes[0].StatusField, string.Join(", ", found.Processes[0].Statuses.Statuses.Select(s => s.Name))));
    }

    [Fact]
    public void A_misspelled_value_hides_no_field_that_holds_the_status()
    {
        static string Of(int n, string stage) => $"---\ntitle: Thing {n}\nlrp: {stage}\nauthor: Ann\n---\n\n{Sections}";
        var found = Find([("lrps/template.md", "---\ntitle: <The title>\nlrp: proposal\nauthor: <Your name>\n---\n\n" + Sections), ("lrps/0001-a.md", Of(1, "ratified")), ("lrps/0002-b.md", Of(2, "ratified")), ("lrps/0003-c.md", Of(3, "propsal"))]);
        Assert.Equal("lrp", found.Processes[0].StatusField);
    }

    [Fact]
    public void A_row_of_names_over_a_row_of_values_tells_the_status()
    {
        static string Of(string status) => $"# Thing\n\n| Owner | Status | Since |\n|---|:--|---|\n| Ann | {status} | 2024-05-06 |\n\n{Sections}";
        var found = Find([("rfcs/template.md", Of("Draft")), .. ((string[])["Draft", "Built", "Built", "Dropped"]).Select((s, i) => ($"rfcs/000{i + 1}-thing.md", Of(s)))]);
        Assert.Equal(["statuses.Draft: 1 proposal", "statuses.Built: 2 proposals", "statuses.Dropped: 1 proposal"], found.Mined[0].Items.Where(i => i.Key.StartsWith("statuses.", StringComparison.Ordinal)).Select(i => $"{i.Key}: {i.From}"));
        Assert.Equal(StatusKind.Done, found.Processes[0].Statuses.Find("Built")!.Status.Kind);
    }

    [Fact]
    public void Rows_of_an_HTML_table_tell_the_status()
    {
        static string Of(string status) => $"# Thing\n\n<table>\n<tr><td> Owner </td><td> Ann </td></tr>\n<tr><td> Status </td><td> {status} </td></tr>\n</table>\n\n{Sections}";
        var found = Find([("rfcs/template.md", Of("Draft | Built | Dropped")), .. ((string[])["Draft", "Built", "Built"]).Select((s, i) => ($"rfcs/000{i + 1}-thing.md", Of(s)))]);
        Assert.Equal(["statuses.Draft: 1 proposal", "statuses.Built: 2 proposals", "statuses.Dropped: no proposal yet"], found.Mined[0].Items.Where(i => i.Key.StartsWith("statuses.", StringComparison.Ordinal)).Select(i => $"{i.Key}: {i.From}"));
    }

    [Fact]
    public void Statuses_come_from_the_proposals_where_the_template_lists_none()
    {
        var template = Template("RFC-0000: Title").Replace("Draft | Accepted | Rejected", "Draft");
        string[] statuses = ["Draft", "Draft", "Under review", "accepted", "Accepted", "Accepted (2.1)", "Banana", "Superseded by 3"];
        var found = Find([("rfcs/0000-template.md", template), .. statuses.Select((s, i) => ($"rfcs/{i + 1:0000}-thing.md", Doc($"RFC-{i + 1}: Thing", s)))]);
        Assert.Equal(["Draft", "Under review", "Accepted", "Superseded"], found.Processes[0].Statuses.Statuses.Select(s => s.Name));
        Assert.Null(found.Processes[0].Statuses.Find("Banana"));
    }

    [Fact]
    public void Another_spelling_is_proposed_as_an_alias_and_never_in_force()
    {
        var found = Find([("rfcs/0000-template.md", Template("RFC-0000: Title")), .. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3], "RFC-{0}: Thing"), ("rfcs/0004-x.md", Doc("RFC-4: X", "Acepted"))]);
        Assert.Contains(found.Mined[0].Items, i => i is { Key: "statuses.Accepted.aliases", Value: "Acepted" });
        Assert.Null(found.Processes[0].Statuses.Find("Acepted"));
        Assert.Contains("Accepted: { kind: accepted } # 3 proposals; perhaps aliases: [Acepted], which proposals write", ConfigurationWriter.Render(found));
    }

    [Fact]
    public void A_template_that_lists_only_beginnings_leaves_the_other_statuses_to_the_proposals()
    {
        var found = Find([("adr/adr-template.md", Template("ADR NNN: Title").Replace("Draft | Accepted | Rejected", "Draft | Proposed", StringComparison.Ordinal)),
            ("adr/adr-001-a.md", Doc("ADR 001: A", "Implemented (2.0)")), ("adr/adr-002-b.md", Doc("ADR 002: B", "Rejected")), ("adr/adr-003-c.md", Doc("ADR 003: C", "Draft"))]);
        Assert.Equal(["Draft Draft", "Proposed Open", "Implemented Done", "Rejected Rejected"], found.Processes[0].Statuses.Statuses.Select(s => $"{s.Name} {s.Kind}"));
    }

    [Fact]
    public void The_status_below_a_heading_may_be_a_list_of_fields()
    {
        var found = Find([("rfcs/0000-template.md", "# 0000: Title\n- Writer: (your name)\n- Start: YYYY-MM-DD\n\n## Status\n- Status: [IDEA](/README.md)\n- Status Date: YYYY-MM-DD\n\n" + Sections),
            .. ((string[])["IDEA", "ACCEPTED", "RETIRED"]).Select((s, i) => ($"rfcs/000{i + 1}-thing.md", $"# 000{i + 1}: Thing\n- Writer: Ann\n- Start: 2020-01-31\n\n## Status\n- Status: [{s}](/README.md)\n- Status Date: 2020-02-01\n\n{Sections}"))]);
        Assert.Equal(["IDEA", "ACCEPTED", "RETIRED"], found.Processes[0].Statuses.Statuses.Select(s => s.Name));
    }

    [Fact]
    public void A_template_shows_its_statuses_in_the_file_beside_it()
    {
        (string, string)[] One(int n) => [($"gaps/{n:0000}-thing/README.md", $"# GAP-{n}: Thing\n\n{Sections}"), ($"gaps/{n:0000}-thing/gap.yaml", $"title: Thing\ngap-number: {n}\nstatus: drafted\n")];
        var found = Find([("gaps/NNNN-gap-template/README.md", $"# GAP-NNNN: Title\n\n{Sections}"), ("gaps/NNNN-gap-template/gap.yaml", "title: Title\ngap-number: NNNN\nstatus: drafted|agreed|built\n"), .. One(1), .. One(2), .. One(3)]);
        var process = Assert.Single(found.Processes);
        Assert.Equal(["drafted", "agreed", "built"], process.Statuses.Statuses.Select(s => s.Name));
        Assert.Equal(["drafted", "agreed", "built"], process.Current.FindField("status")!.Values);
    }
}
