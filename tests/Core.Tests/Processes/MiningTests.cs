using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using static Core.Tests.Processes.MadeUp;

namespace Core.Tests.Processes;

/// <summary>Repositories in many shapes, made up, and what is found in each.</summary>
public sealed class MiningTests
{
    [Fact]
    public void Decision_records_with_padded_numbers_and_a_template_beside_them() => Assert.Equal(
        "ADR: docs/decisions/{number}-{slug}.md <- docs/decisions/adr-template.md (5, Next, width 4, Field)",
        Show(Find([("docs/decisions/adr-template.md", Template("Short title")), ("docs/decisions/README.md", "# Decisions\n\nHow we decide.\n"), .. Docs("docs/decisions/{0:0000}-use-thing.md", [0, 1, 2, 3, 4])])));

    [Fact]
    public void A_template_in_the_root_and_texts_in_a_folder() => Assert.Equal(
        "RFC: text/{number}-{slug}.md <- 0000-template.md (3, Next, width 4, Field)",
        Show(Find([("0000-template.md", "- Feature name: `my_thing`\n- RFC PR: org/repo#0000\n- Status: Draft\n\n# Why\n\nSay why.\n\n# What changes\n\n# Costs\n"), ("README.md", "# RFCs\n"),
            .. ((int[])[12, 13, 14]).Select(n => ($"text/{n:0000}-thing.md", $"- Feature name: `thing`\n- RFC PR: org/repo#{n}\n- Status: Accepted\n\n# Why\n\nBecause.\n\n# What changes\n\nThis.\n\n# Costs\n\nFew.\n"))])));

    [Fact]
    public void Directories_grouped_in_folders_with_a_sidecar()
    {
        (string, string)[] One(string group, int n) => [($"keps/{group}/{n}-thing/README.md", Doc($"KEP-{n}: Thing")), ($"keps/{group}/{n}-thing/kep.yaml", $"title: Thing\nkep-number: {n}\nstatus: implementable\n")];
        Assert.Equal(
            "KEP: keps/{folder}/{number}-{slug}/README.md <- keps/NNNN-kep-template/README.md (4, Issue, width 0, Field, header kep.yaml)",
            Show(Find([("keps/NNNN-kep-template/README.md", Template("KEP-NNNN: Title")), ("keps/NNNN-kep-template/kep.yaml", "status: provisional\n"), ("keps/README.md", "# About\n"),
                .. One("sig-a", 1200), .. One("sig-a", 1933), .. One("sig-b", 2400), .. One("sig-c", 3100)])));
    }

    [Fact]
    public void A_template_that_is_named_after_the_files_of_another_process_is_none_of_this_one() => Assert.Equal(
        "RAIL: rail/rail-{number}.md <- rail-template.md (3, Next, width 4, Field)\nTRAM: tram/tram-{number}.md <- tram-template.md (3, Next, width 4, Field)",
        Show(Find([("rail-template.md", Template("RAIL-NNNN: Title")), ("tram-template.md", Template("TRAM-NNNN: Title")), .. Docs("rail/rail-{0:0000}.md", [1, 2, 3], "RAIL-{0}: Thing"), .. Docs("tram/tram-{0:0000}.md", [1, 2, 3], "TRAM-{0}: Thing")])));

    [Fact]
    public void Several_templates_of_one_process() => Assert.Equal(
        "RFC: rfcs/{number}-{slug}.md <- rfcs/templates/bug.md, rfcs/templates/feature.md (4, Next, width 3, Field)",
        Show(Find([("rfcs/templates/feature.md", Template("RFC NNN: Title")), ("rfcs/templates/bug.md", Template("RFC NNN: Title") + "\n## How to see it\n\n_Steps._\n"), .. Docs("rfcs/{0:000}-thing.md", [1, 2, 3, 4], "RFC {0}: Thing")])));

    [Theory]
    [InlineData("lines", "lines/{folder}/{number}-{slug}.md")]
    [InlineData("", "{folder}/{number}-{slug}.md")]
    public void Folders_beside_one_another_that_share_a_template_and_its_numbers_are_one_process(string parent, string files)
    {
        var at = parent.Length == 0 ? "" : parent + "/";
        Assert.Equal(
            $"GAP: {files} <- {at}0000-template.md (5, Next, width 4, Field)",
            Show(Find([($"{at}0000-template.md", Template("GAP-NNNN: Title")), .. Docs(at + "north/{0:0000}-thing.md", [1, 4], "GAP-{0:0000}: Thing"), .. Docs(at + "south/{0:0000}-thing.md", [2, 3, 5], "GAP-{0:0000}: Thing")])));
    }

    [Fact]
    public void A_folder_that_counts_from_one_again_is_a_process_of_its_own() => Assert.Equal(
        ["gaps/north", "gaps/south"],
        Find([("gaps/0000-template.md", Template("GAP-NNNN: Title")), .. Docs("gaps/north/{0:0000}-thing.md", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "GAP-{0:0000}: Thing"), .. Docs("gaps/south/{0:0000}-thing.md", [1, 2, 3], "GAP-{0:0000}: Thing")])
            .Processes.Select(p => p.Folder));

    [Fact]
    public void Two_folders_that_begin_with_one_are_two_processes_however_few_they_hold() => Assert.Equal(
        ["gaps/north", "gaps/south"],
        Find([("gaps/0000-template.md", Template("Title")), .. Docs("gaps/north/{0:0000}-thing.md", [1, 2], "Thing"), .. Docs("gaps/south/{0:0000}-thing.md", [1, 3], "Thing")]).Processes.Select(p => p.Folder));

    [Fact]
    public void Files_named_after_the_process_are_one_whatever_their_folders_are_called() => Assert.Equal(
        "OEP: oeps/{folder}/oep-{number}-{slug}.md <- oep-template.md (4, Next, width 4, Field)",
        Show(Find([("oep-template.md", Template("OEP-NNNN: Title")), .. Docs("oeps/design-decisions/oep-{0:0000}-thing.md", [1, 3], "OEP-{0:0000}: Thing"), .. Docs("oeps/processes/oep-{0:0000}-thing.md", [2, 4], "OEP-{0:0000}: Thing")])));

    [Fact]
    public void An_example_numbered_zero_is_a_template() => Assert.Equal(
        "Proposal: {number}-{slug}/proposal.md <- 000-example/proposal.md (3, Next, width 3, Field)",
        Show(Find([("000-example/proposal.md", Template("Title")), ("README.md", "# Ours\n"), .. Docs("{0:000}-thing/proposal.md", [1, 2, 3])])));

    [Fact]
    public void An_empty_record_is_a_template() => Assert.Equal(
        "ADR: adr/{number}-{slug}.md <- EMPTY-ADR.md (3, Next, width 4, Field)",
        Show(Find([("EMPTY-ADR.md", Template("<ADR NUMBER>. <ADR TITLE>")), ("README.md", "# Ours\n"), .. Docs("adr/{0:0000}-thing.md", [1, 2, 3])])));

    [Theory]
    [InlineData("_Say what._", true)]
    [InlineData("We use the template that all know.", false)]
    public void A_numbered_file_that_is_called_a_template_is_one_if_it_has_gaps(string text, bool isTemplate)
    {
        var section = $"{text}\n\n";
        var document = $"# {(isTemplate ? "Your title" : "A template")}\n\n- **Status:** {(isTemplate ? "Draft | Accepted" : "Accepted")}\n- **Owner:** {(isTemplate ? "_who_" : "Ann")}\n\n## Why\n\n{section}## What changes\n\n{section}## Costs\n\n{section}";
        var found = Find([("proposals/001-proposal-template.md", document), .. Docs("proposals/{0:000}-thing.md", [2, 3, 4], "Thing")]);
        Assert.Equal(isTemplate ? 3 : 4, found.Mined[0].Proposals);
    }

    [Fact]
    public void A_year_and_a_month_are_a_date() => Assert.Equal(
        "proposals: docs/proposals/{date}-{slug}.md <- docs/proposals/202401-thing.md (3, None, width 0, Field)",
        Show(Find(Docs("docs/proposals/{0}-thing.md", [202401, 202403, 20240512], "Thing"))));

    [Fact]
    public void At_the_top_only_the_folders_that_are_known_are_named() => Assert.Equal(
        "GAP: north/{number}-{slug}.md, south/{number}-{slug}.md <- 0000-template.md (4, Next, width 4, Field)",
        Show(Find([("0000-template.md", Template("GAP-NNNN: Title")), ("guide/01-start.md", "# Start\n\nGo.\n"), .. Docs("north/{0:0000}-thing.md", [1, 4], "GAP-{0:0000}: Thing"), .. Docs("south/{0:0000}-thing.md", [2, 3], "GAP-{0:0000}: Thing")])));

    [Fact]
    public void Folders_that_each_count_from_one_stay_apart() =>
        Assert.Equal(2, Find([("0000-template.md", Template("GAP-NNNN: Title")), .. Docs("north/{0:0000}-thing.md", [1, 2, 3], "GAP-{0:0000}: Thing"), .. Docs("south/{0:0000}-thing.md", [1, 2, 3], "GAP-{0:0000}: Thing")]).Processes.Length);

    [Theory]
    [InlineData("RFCtemplate")]
    [InlineData("rfcTemplate")]
    [InlineData("rfctemplate")]
    public void A_template_whose_name_is_one_word(string name) => Assert.Equal(
        $"RFC: rfcs/RFC{{number}}.md <- rfcs/{name}.md (4, Next, width 0, Field)",
        Show(Find([($"rfcs/{name}.md", Template("RFC NNN: Title")), .. Docs("rfcs/RFC{0}.md", [1, 2, 3, 4], "RFC {0}: Thing")])));

    [Fact]
    public void A_template_in_a_directory_of_the_number_zero_among_directories() => Assert.Equal(
        "RFC: rfcs/{number}-{slug}/README.md <- rfcs/RFC-0000/README.md (3, Next, width 4, Field)",
        Show(Find([("rfcs/README.md", "# RFCs\n\nHow we decide.\n"), ("rfcs/RFC-0000/README.md", Template("RFC-NNNN: Title")), .. Docs("rfcs/{0:0000}-thing/README.md", [2, 4, 5], "RFC-{0:0000}: Thing")])));

    [Fact]
    public void Proposals_without_a_template() => Assert.Equal(
        "RFC: docs/rfcs/rfc-{number}-{slug}.md <- docs/rfcs/rfc-1-thing.md (5, Next, width 0, Field)",
        Show(Find(Docs("docs/rfcs/rfc-{0}-thing.md", [1, 2, 3, 4, 5]))));

    [Fact]
    public void Numbered_files_of_a_folder_that_nothing_names_are_known_by_their_statuses() => Assert.Equal(
        "how-we-choose: docs/how-we-choose/{number}-{slug}.md <- docs/how-we-choose/0001-thing.md (3, Next, width 4, Field)",
        Show(Find([("docs/how-we-choose/0001-thing.md", Doc("Thing")), ("docs/how-we-choose/0002-thing.md", Doc("Thing", "Proposed")), ("docs/how-we-choose/0003-thing.md", Doc("Thing", "Rejected")), ("docs/guide/01-start.md", "# Start\n\n## Steps\n\nGo.\n"), ("docs/guide/02-stop.md", "# Stop\n\n## Steps\n\nHalt.\n")])));

    [Fact]
    public void Pages_that_are_all_published_are_no_proposals() => Assert.Empty(
        Find([.. Docs("docs/lessons-learned/{0:00}-page.md", [1, 2, 3, 4, 5, 6], status: "Published")]).Processes);

    [Fact]
    public void Files_in_two_markup_languages_are_one_process() => Assert.Equal(
        "RFC: rfcs/{number}-{slug}.md, rfcs/{number}-{slug}.markdown <- rfcs/0000-template.md (5, Next, width 4, Field)",
        Show(Find([("rfcs/0000-template.md", Template("Title")), .. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3, 4]), .. Docs("rfcs/{0:0000}-other.markdown", [5])])));

    [Fact]
    public void Numbers_may_stand_in_the_titles_alone() => Assert.Equal(
        "GAP: gaps/{slug}.md <- gaps/template.md (3, Next, width 0, Field)",
        Show(Find([("gaps/template.md", Template("GAP-NNN: Title")), .. ((string[])["boats", "trams", "trains"]).Select((name, i) => ($"gaps/{name}.md", Doc($"GAP-{i + 1}: {name}")))])));

    [Fact]
    public void A_template_known_by_its_gaps_alone() => Assert.Contains(
        "design/{number}-{slug}.md",
        Show(Find([("design/start-here.md", Template("NN. Title")), .. Docs("design/{0:00}-thing.md", [1, 2, 3])])));

    [Fact]
    public void Two_processes_in_one_repository() => Assert.Equal(
        "ADR: docs/adr/{number}-{slug}.md <- docs/adr/template.md (3, Next, width 4, Field)\nRFC: rfcs/{number}-{slug}.md <- rfcs/0000-template.md (3, Next, width 4, Field)",
        Show(Find([("docs/adr/template.md", Template("Title")), .. Docs("docs/adr/{0:0000}-thing.md", [1, 2, 3]), ("rfcs/0000-template.md", Template("RFC 0000: Title")), .. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3], "RFC {0}: Thing")])));

    [Fact]
    public void No_proposals_yet() => Assert.Equal(
        "ADR: docs/adr/{number}-{slug}.md <- docs/adr/0000-template.md (0, Next, width 4, Field)",
        Show(Find(("docs/adr/0000-template.md", Template("Title")), ("README.md", "# My tool\n"))));

    [Fact]
    public void Files_named_by_words_alone() => Assert.Equal(
        "proposals: proposals/{slug}.md <- proposals/template.md (3, None, width 0, Field, index proposals/index.md)",
        Show(Find(("proposals/template.md", Template("Title")), ("proposals/fast-lane.md", Doc("Fast lane")), ("proposals/slow-lane.md", Doc("Slow lane")), ("proposals/no-lane.md", Doc("No lane")),
            ("proposals/index.md", "# All\n\n- [Fast](fast-lane.md)\n- [Slow](slow-lane.md)\n- [No](no-lane.md)\n"))));

    [Fact]
    public void Folders_that_are_statuses() => Assert.Equal(
        "proposals: proposals/{status}/{slug}.md <- proposals/template.md (4, None, width 0, Folder)",
        Show(Find(("proposals/template.md", Template("Title")), ("proposals/accepted/a-lane.md", Doc("A")), ("proposals/accepted/b-lane.md", Doc("B")), ("proposals/rejected/c-lane.md", Doc("C")), ("proposals/draft/d-lane.md", Doc("D")))));

    [Fact]
    public void A_template_for_each_folder() => Assert.Equal(
        "specs: specs/{folder}/{status}/{slug}.md <- specs/alder-template.md, specs/birch-template.md (3, None, width 0, Folder)",
        Show(Find(("specs/alder-template.md", Template("Title")), ("specs/birch-template.md", Template("Title")), ("specs/alder/approved/one.md", Doc("One")), ("specs/alder/implemented/two.md", Doc("Two")), ("specs/birch/approved/three.md", Doc("Three")))));

    [Fact]
    public void Letters_before_the_numbers_part_a_process_into_series() => Assert.Equal(
        "A: A{number}-{slug}.md <- TEMPLATE.md (3, Next, width 0, Field)\nG: G{number}-{slug}.md <- TEMPLATE.md (1, Next, width 0, Field)\nL: L{number}-{slug}.md <- TEMPLATE.md (2, Next, width 0, Field)",
        Show(Find([("TEMPLATE.md", Template("Title")), .. Docs("A{0}-lanes.md", [1, 2, 3], "Lanes {0}"), .. Docs("G{0}-rules.md", [1], "Rules {0}"), .. Docs("L{0}-rails.md", [1, 2], "Rails {0}")])));

    [Fact]
    public void Documents_that_have_the_name_of_their_directory_are_directories() => Assert.Equal(
        "LRP: LRP{number}/LRP{number}.md <- LRP0/template.md (3, Next, width 0, Field)",
        Show(Find([("LRP0/template.md", Template("LRP0: Title")), ("LRP0/LRP0.md", Doc("LRP0: The process")), ("LRP7/lrp7.md", Doc("LRP7: Fast")), ("LRP12/LRP12.md", Doc("LRP12: Slow")), ("LRP12/notes.md", "# Notes\n")])));

    [Fact]
    public void One_numbered_name_among_words_is_no_numbering() => Assert.Equal(
        "specs: specs/{folder}/{slug}.md <- specs/template.md (3, None, width 0, Field)",
        Show(Find(("specs/template.md", Template("Title")), ("specs/spring/fast-rail5-lines.md", Doc("Fast lines")), ("specs/spring/quiet-doors.md", Doc("Quiet doors")), ("specs/autumn/long-trains.md", Doc("Long trains")))));

    [Fact]
    public void Without_a_template_the_titles_tell_their_form_and_the_name()
    {
        var process = Assert.Single(Find([.. Docs("text/{0:0000}-lanes.md", [1, 2, 3, 4], "LRP {0}: Lanes of {0}")]).Processes);
        Assert.Equal(("LRP", "LRP {number}: {title}"), (process.Name, process.Current.Title?.Pattern.ToString()));
    }

    [Fact]
    public void Titles_of_an_acronym_and_the_number_of_the_file_make_a_process_of_what_has_nothing_else_in_common()
    {
        static string Of(int n, string name, string section) => $"LRP-{n:00}\n======\n\n{name}\n-----\n\nText.\n\n## {section}\n\nText.\n";
        var process = Assert.Single(Find(("01.md", Of(1, "Bells", "Sound")), ("02.md", Of(2, "Doors", "Width")), ("11.md", Of(11, "Lamps", "Light")), ("README.md", "# List\n")).Processes);
        Assert.Equal(("LRP", "LRP-{number}", "{number}.md"), (process.Name, process.Current.Title?.Pattern.ToString(), process.Files[0].Text));
        Assert.Empty(Find(("01.md", "# Lesson 1\n\n## A\n"), ("02.md", "# Lesson 2\n\n## B\n"), ("03.md", "# Lesson 3\n\n## C\n")).Processes);
    }

    [Fact]
    public void Dated_proposals() => Assert.Equal(
        "RFC: rfcs/{date}-{slug}.md <- rfcs/yyyymmdd-template.md (3, None, width 0, Field)",
        Show(Find([("rfcs/yyyymmdd-template.md", Template("Title")), .. ((string[])["20240105", "20240212", "20240309"]).Select(d => ($"rfcs/{d}-thing.md", Doc("Thing")))])));

    [Fact]
    public void Forms_of_a_host_posts_and_tools_are_no_processes() => Assert.Empty(Find(
        [(".github/ISSUE_TEMPLATE/bug_report.md", "# Bug\n\n## Steps\n\n## Expected\n"), (".github/PULL_REQUEST_TEMPLATE.md", "## What\n\n## Why\n"), ("docs/pull_request_template.md", "## What\n\n## Why\n"),
            ("{{cookiecutter.name}}/docs/adr/template.md", Template("Title")), ("site/_layouts/template.md", Template("T")), ("node_modules/x/rfcs/template.md", Template("RFC N: T")),
            ("tests/fixtures/rfcs/0000-template.md", Template("RFC 0000: T")), .. Docs("tests/fixtures/rfcs/{0:0000}-x.md", [1, 2, 3]),
            ("docs/meetings/template.md", "# Meeting\n\n## Present\n\n## Minutes\n"), ("docs/meetings/2024-01-05.md", "# Meeting\n\n## Present\n\n## Minutes\n"),
            .. ((int[])[1, 2, 3]).Select(n => ($"docs/tutorial/{n:00}-step.md", "# Step\n\n## Goal\n\n## Do\n")), ("postmortems/template.md", "# Incident\n\n## Impact\n\n## Timeline\n"),
            ("src/templates/page.md", "# {{ title }}\n\n## One\n\n## Two\n"), ("README.md", "# Tool\n\n## Install\n\n## Use\n")]).Processes);

    [Fact]
    public void Packages_of_a_monorepo_each_with_decisions() => Assert.Equal(
        "ADR: services/a/docs/adr/{number}-{slug}.md <- services/a/docs/adr/template.md (3, Next, width 3, Field)\nb-ADR: services/b/docs/adr/{number}-{slug}.md <- services/b/docs/adr/template.md (2, Next, width 3, Field)",
        Show(Find([("services/a/docs/adr/template.md", Template("Title")), .. Docs("services/a/docs/adr/{0:000}-x.md", [1, 2, 3]), ("services/b/docs/adr/template.md", Template("Title")), .. Docs("services/b/docs/adr/{0:000}-x.md", [1, 2]), ("services/a/README.md", "# A\n")])));

    [Fact]
    public void A_page_that_lists_the_proposals_is_the_index()
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(n => $"| [ZIP-{n}](zip-{n}-thing.md) | Thing | Accepted |\n"));
        var found = Find([("zips/zip-template.md", Template("ZIP-N: Title")), ("zips/README.md", $"# All\n\n| ZIP | Name | State |\n| --- | --- | --- |\n{rows}"), .. Docs("zips/zip-{0}-thing.md", Enumerable.Range(1, 6), "ZIP-{0}: Thing")]);
        Assert.Equal("ZIP: zips/zip-{number}-{slug}.md <- zips/zip-template.md (6, Next, width 0, Field, index zips/README.md)", Show(found));
        Assert.Contains(found.Mined[0].Items, i => i is { Key: "index.columns", Value: "ZIP | Name | State" });
        Assert.Contains(found.Mined[0].Items, i => i is { Key: "index", From: "5 of 6 proposals in it" });
    }

    [Fact]
    public void Labels_in_the_numbers_place_belong_to_the_process()
    {
        var found = Find([("specs/NNNN-template/README.md", Template("ZIP-NNNN: Title")), .. ((string[])["zip-512-a", "zip-870-b", "zip-1430-c", "zip-2002-d", "zip-milestone-4-e"]).Select(d => ($"specs/{d}/README.md", Doc("ZIP-1: Thing")))]);
        Assert.Equal("ZIP: specs/zip-{number}-{slug}/README.md <- specs/NNNN-template/README.md (5, Issue, width 0, Field)", Show(found));
    }

    [Fact]
    public void Records_of_a_tool_that_leaves_no_template()
    {
        static string Record(int n, string status) => $"# {n}. Use thing\n\nDate: 2024-02-0{n}\n\n## Status\n\n{status}\n\n## Context\n\nThus.\n\n## Decision\n\nSo.\n\n## Consequences\n\nThese.\n";
        var found = Find([.. ((int[])[1, 2, 3, 4]).Select(n => ($"doc/adr/{n:0000}-use-thing.md", Record(n, n == 2 ? "Superseded by [4](0004-use-thing.md)" : "Accepted")))]);
        Assert.Equal("ADR: doc/adr/{number}-{slug}.md <- doc/adr/0001-use-thing.md (4, Next, width 4, Field)", Show(found));
        Assert.Equal(["Accepted", "Superseded"], found.Processes[0].Statuses.Statuses.Select(s => s.Name));
        Assert.Equal(["Status", "Context", "Decision", "Consequences"], found.Processes[0].Current.All<Gavel.Core.Templates.Demand.Section>().Select(s => s.Text));
        Assert.All(found.Processes[0].Current.Demands, d => Assert.Equal(Gavel.Core.Templates.Confidence.Low, d.Confidence));
    }

    [Theory]
    [InlineData("Date: 2024-02-01", "Date: {date}")]
    [InlineData("- Date: 2024-02-01\n- Owner: Ann", "- Date: {date}\n- Owner: {owner}")]
    [InlineData("- **Date:** 2024-02-01", "- **Date**:")]
    public void The_template_that_is_made_of_proposals_writes_fields_as_they_do(string header, string asked)
    {
        var process = Find([.. ((int[])[1, 2, 3, 4]).Select(n => ($"doc/adr/{n:0000}-use-thing.md", $"# {n}. Use thing\n\n{header}\n\n## Context\n\nThus.\n\n## Decision\n\nSo.\n"))]).Processes[0];
        Assert.Contains($"\n\n{asked}\n\n", OutlineFile.Of(process, _ => false)?.Content, StringComparison.Ordinal);
        Assert.NotNull(process.Current.FindField("Date"));
    }

    [Fact]
    public void Templates_in_a_folder_beside_that_of_the_proposals() => Assert.Equal(
        "SE: proposals/{number}-{slug}.md <- proposal-templates/0000-template.md (5, Next, width 4, Field, index proposals/README.md)",
        Show(Find([("proposal-templates/0000-template.md", Template("SE-NNNN: Title")), .. Docs("proposals/{0:0000}-thing.md", [1, 2, 3, 4, 5], "SE-{0:0000}: Thing"),
            ("proposals/README.md", string.Concat(Enumerable.Range(1, 5).Select(n => $"* [Thing](000{n}-thing.md)\n")))])));

    [Fact]
    public void Texts_one_folder_below_the_template() => Assert.Equal(
        "RFC: rfcs/text/{number}-{slug}.md <- rfcs/template.md (3, Next, width 4, Field)",
        Show(Find([("rfcs/template.md", Template("RFC-NNNN: Title")), .. Docs("rfcs/text/{0:0000}-thing.md", [1, 2, 3], "RFC-{0}: Thing")])));

    [Fact]
    public void A_template_that_lies_apart_from_its_proposals() => Assert.Contains(
        "<- meta/template.md (5, None, width 0, Folder)",
        Show(Find([("meta/template.md", Template("Title")), ("README.md", "# Designs\n"), .. ((string[])["accepted/fast-lane", "accepted/slow-lane", "accepted/no-lane", "rejected/two-lanes", "rejected/lane"]).Select(p => ($"designs/{p}.md", Doc("Thing")))])));

    [Fact]
    public void A_template_in_a_fence_that_lies_apart_from_its_proposals() => Assert.Contains(
        "<- meta/template.md (3, None, width 0",
        Show(Find([("meta/template.md", $"# The template\n\nCopy what stands below.\n\n## Template with directions\n\n```markdown\n{Template("Title")}```\n"), ("README.md", "# Designs\n"), .. ((string[])["2018/fast-lane", "2018/slow-lane/slow-lane", "2019/no-lane"]).Select(p => ($"accepted/{p}.md", Doc("Thing")))])));

    [Fact]
    public void Directories_with_two_names_for_their_main_document() => Assert.Equal(
        "GAP: gaps/{number}-{slug}/README.md, gaps/{number}-{slug}/{slug}.md <- gaps/template.md (5, Issue, width 0, Field)",
        Show(Find([("gaps/template.md", Template("GAP-NNNN: Title")), .. ((int[])[1207, 1277, 1304, 1405]).Select(n => ($"gaps/{n}-thing/README.md", Doc($"GAP-{n}: Thing"))), ("gaps/2955-bells/bells.md", Doc("GAP-2955: Bells"))])));

    [Fact]
    public void What_was_decided_lies_in_a_folder_below_what_is_open() => Assert.Equal(
        "GAP: GAP-{number}-{slug}.md, Accepted-GAPs/GAP-{number}-{slug}.md <- gap-template.md (5, Next, width 3, Field)",
        Show(Find([("gap-template.md", Template("Title")), ("README.md", "# Gaps\n"), .. Docs("Accepted-GAPs/GAP-{0:000}-thing.md", [2, 9, 11], "Thing"), .. Docs("GAP-{0:000}-thing.md", [15, 16], "GAP-{0:000}: Thing")])));

    [Fact]
    public void Words_alone_and_no_template() => Assert.Equal(
        "proposals: proposals/{slug}.md <- proposals/a-lane.md (4, None, width 0, Field)",
        Show(Find([.. ((string[])["a-lane", "b-lane", "c-lane", "d-lane"]).Select(p => ($"proposals/{p}.md", Doc("Thing")))])));

    [Fact]
    public void The_same_template_in_two_syntaxes()
    {
        const string rst = "=====\nTitle\n=====\n\n:Status: Draft\n\nWhy\n===\n\nSay why.\n\nWhat changes\n============\n\nSay what.\n\nCosts\n=====\n\nSay what it costs.\n";
        (string, string)[] files = [("specs/template.md", Template("Title")), ("specs/template.rst", rst), ("specs/a-lane.md", Doc("A")), ("specs/b-lane.md", Doc("B")), ("specs/c-lane.rst", rst.Replace("Say", "We say")), ("specs/d-lane.rst", rst.Replace("Say", "They say"))];
        var found = ProcessFinder.Find(new MemoryTree(files.Select(f => SourceText.From(f.Item1, f.Item2))), new NoHistory(), [new MarkdownSyntax(), new Gavel.Core.Documents.Rst.RstSyntax()], null, new NoCache(), TestContext.Current.CancellationToken);
        var process = Assert.Single(found.Processes);
        Assert.Equal(["specs/template.md", "specs/template.rst"], process.Templates.Select(t => t.Path).Order());
        Assert.Equal(["specs/{slug}.md", "specs/{slug}.rst"], process.Files.Select(f => f.Text).Order());
    }

    [Fact]
    public void A_few_numbered_names_among_words_are_no_numbering() => Assert.Equal(
        "specs: specs/{slug}.md <- specs/template.md (5, None, width 0, Field)",
        Show(Find([("specs/template.md", Template("Title")), .. ((string[])["db2-support", "fast-lane", "s3-bank", "slow-lane", "x-ray"]).Select(p => ($"specs/{p}.md", Doc("Thing")))])));

    [Fact]
    public void A_proposal_about_templates_is_no_template()
    {
        var found = Find([("rfcs/0000-template.md", Template("RFC-0000: Title")), .. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3], "RFC-{0}: Thing"), ("rfcs/0004-template-engine.md", Doc("RFC-4: Template engine"))]);
        Assert.Equal("RFC: rfcs/{number}-{slug}.md <- rfcs/0000-template.md (4, Next, width 4, Field)", Show(found));
    }

    [Fact]
    public void Directories_named_by_words() => Assert.Equal(
        "proposals: proposals/{slug}/README.md <- proposals/template/README.md (3, None, width 0, Field)",
        Show(Find(("proposals/template/README.md", Template("Title")), ("proposals/fast-lane/README.md", Doc("Fast lane")), ("proposals/fast-lane/notes.md", "# Notes\n"), ("proposals/slow-lane/README.md", Doc("Slow lane")), ("proposals/no-lane/README.md", Doc("No lane")), ("proposals/README.md", "# About\n"))));

    [Fact]
    public void Documents_that_repeat_the_name_of_their_directory() => Assert.Equal(
        "LEP: leps/{number}-{slug}/{slug}.md <- leps/lep-template.md (3, Next, width 0, Field)",
        Show(Find(("leps/lep-template.md", Template("Title")), ("leps/1-fast-lane/fast-lane.md", Doc("Fast lane")), ("leps/2-slow-lane/slow-lane.md", Doc("Slow lane")), ("leps/2-slow-lane/other.md", "# Other\n"), ("leps/3-no-lane/no-lane.md", Doc("No lane")))));

    [Fact]
    public void Folders_of_unequal_depth_below_one_template() => Assert.Equal(
        "KEP: keps/{folder}/{number}-{slug}/README.md <- keps/NNNN-kep-template/README.md (6, Next, width 0, Field)",
        Show(Find([("keps/NNNN-kep-template/README.md", Template("KEP-NNNN: Title")),
            .. ((string[])["a/1-x", "a/2-x", "b/3-x", "b/4-x", "b/deep/5-x", "b/deeper/6-x"]).Select(p => ($"keps/sig-{p}/README.md", Doc("KEP-1: Thing")))])));

    [Fact]
    public void Numbered_proposals_in_folders_that_are_statuses() => Assert.Equal(
        "RFC: rfcs/{status}/{number}-{slug}.md <- rfcs/template.md (5, Next, width 4, Folder)",
        Show(Find([("rfcs/template.md", Template("RFC-NNNN: Title").Replace("- **Status:** Draft | Accepted | Rejected\n", "")), .. Docs("rfcs/active/{0:0000}-thing.md", [1, 2, 3], "RFC-{0}: Thing"), .. Docs("rfcs/rejected/{0:0000}-thing.md", [4, 5], "RFC-{0}: Thing")])));

    [Fact]
    public void A_template_for_the_pages_of_a_tool_is_no_process() => Assert.Empty(
        Find(("src/templates/design.md", Template("Design")), ("src/templates/spec.md", Template("Spec")), ("README.md", "# Tool\n")).Processes);

    [Fact]
    public void Status_folders_at_the_top_are_one_process() => Assert.Equal(
        "EP: {status}/{number}-{slug}.md <- template.md (3, Next, width 4, Folder)",
        Show(Find([("template.md", Template("EP NNNN: Title")), ("draft/0003-lamps.md", Doc("EP 3: Lamps")), ("accepted/0001-roads.md", Doc("EP 1: Roads")), ("rejected/0002-boats.md", Doc("EP 2: Boats"))])));

    [Fact]
    public void A_template_among_the_files_of_the_host() => Assert.Equal(
        "WIP: WIP-{number}/README.md <- .github/WIP-TEMPLATE.md (4, Next, width 4, Field)",
        Show(Find([(".github/WIP-TEMPLATE.md", Template("Short title")), (".github/pull_request_template.md", "# What changes\n\n# Why\n"), .. Docs("WIP-{0:0000}/README.md", [1, 2, 3, 4])])));

    [Fact]
    public void A_folder_that_names_nothing_gives_way_to_the_acronym_that_the_template_uses() => Assert.StartsWith(
        "RFC: text/",
        Show(Find([("0000-template.md", "# Replace this with the title of your RFC\n\nStart Date: 2020-01-31\n\n## Why\n\nSay why this RFC is needed.\n\n## What changes\n\n## Costs\n"), .. Docs("text/{0:0000}-thing.md", [1, 2, 3, 4])])), StringComparison.Ordinal);

    [Fact]
    public void An_address_of_a_pull_request_names_no_process() => Assert.StartsWith(
        "RFC: text/",
        Show(Find([("0000-template.md", "---\nstage: accepted\nprs:\n  accepted: # address of the RFC\n---\n\n# RFC title\n\n## Why\n\n## What changes\n\n## Costs\n"),
            .. ((int[])[12, 13, 14]).Select(n => ($"text/{n:0000}-thing.md", $"---\nstage: accepted\nprs:\n  accepted: https://example.org/pull/{n}\n---\n\n# Thing\n\n{Sections}"))])), StringComparison.Ordinal);

    [Fact]
    public void Capitals_before_the_number_in_a_field_name_the_process() => Assert.StartsWith(
        "TE: proposals/",
        Show(Find([("proposals/0000-template.md", "# Name\n\n* Proposal: TE-NNNN\n* Authors: your name\n\n## Why\n\n## What changes\n\n## Costs\n"),
            .. ((int[])[12, 13, 14]).Select(n => ($"proposals/{n:0000}-thing.md", $"# Thing\n\n* Proposal: TE-{n:0000}\n* Authors: Ann\n\n{Sections}"))])), StringComparison.Ordinal);
}
