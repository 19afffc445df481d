using Gavel.Core.Documents;

namespace Core.Tests.Documents;

public sealed class HeaderReaderTests
{
    [Theory]
    [InlineData("* **Status**: Draft\n* **Owner**: Ann")]
    [InlineData("- **Status:** Draft\n- **Owner:** Ann")]
    [InlineData("+ __Status__: Draft\n+ __Owner__: Ann")]
    [InlineData("1. **Status** : Draft\n2. **Owner** : Ann")]
    [InlineData("- Status: Draft\n- Owner: Ann")]
    [InlineData("**Status**: Draft\n**Owner**: Ann")]
    [InlineData("**Status:** Draft | **Owner:** Ann")]
    [InlineData("**Status**: Draft |\n**Owner**: Ann |")]
    [InlineData("**Status:** Draft<br>\n**Owner:** Ann")]
    [InlineData("**Status:** Draft\n\n**Owner:** Ann")]
    [InlineData("Status: Draft\nOwner: Ann")]
    [InlineData("Status: *Draft*  \nOwner: `Ann`")]
    [InlineData("Status: Draft |\nOwner: Ann |")]
    [InlineData("| Status | Owner |\n|---|---|\n| Draft | Ann |")]
    [InlineData("> **Status**: Draft\n> **Owner**: Ann\n\n---")]
    [InlineData("> Status：Draft | Owner：Ann")]
    [InlineData("- **Status**：Draft\n- **Owner：** Ann")]
    [InlineData("> Status: Draft\n> Owner: Ann")]
    [InlineData("|  |  |\n|---|---|\n| Status | Draft |\n| **Owner** | Ann |")]
    [InlineData("| Key | Value |\n|---|---|\n| Status: | Draft |\n| Owner: | Ann |")]
    [InlineData("<!-- Fill in: yes -->\n\n* **Status**: Draft\n<!-- * **Status**: Done -->\n* **Owner**: Ann")]
    public void The_same_two_fields_are_found_in_each_style(string header) =>
        Assert.Equal(["Status=Draft", "Owner=Ann"], Md.Fields($"# P-1: Title\n\n{header}\n\n## Summary\n\nText.\n\n## Plan\n"));

    [Theory]
    [InlineData("\"Fix #12: the doors\"", "Fix #12: the doors")]
    [InlineData("\"Fix #12\" # of \"doors\"", "Fix #12")]
    [InlineData("'It''s #12' # doors", "It's #12")]
    [InlineData("\"a \\\" #b\"", "a \" #b")]
    [InlineData("\"C:\\\\doors # 1\"", "C:\\doors # 1")]
    [InlineData("Fix # 12", "Fix")]
    public void A_comment_of_front_matter_begins_behind_the_quotes(string written, string value) =>
        Assert.Equal([$"title={value}", "status=Draft"], Md.Fields($"---\ntitle: {written}\nstatus: Draft\n---\n\n## Summary\n"));

    [Theory]
    [InlineData("# P-1: Title\n\n## Status: Draft\n\n## Summary\n\nText.\n")]
    [InlineData("# P-1: Title\n\n## Summary\n\nText.\n\n## Status : **Draft**\n\n## Plan\n")]
    [InlineData("# P-1: Title\n\nSome words.\n\n# Status: Draft\n\n# Summary\n\nText.\n")]
    public void A_heading_that_says_the_status_is_a_field_and_no_section(string text)
    {
        var document = Md.Parse(text);
        Assert.Equal(["Status=Draft"], Md.Fields(text));
        Assert.Equal("Draft", document.Text.Substring(document.Header[0].ValueSpan).Trim('*'));
        Assert.DoesNotContain(document.Root.SelfAndDescendants(), s => s.Heading is { Text: var heading } && heading.StartsWith("Status", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("## Status: Draft\n\nWork goes on.\n\n## Summary")]
    [InlineData("## Status: Draft\n\n### Since\n\n## Summary")]
    [InlineData("- Status: Open\n- Owner: Ann\n\n## Status: Draft\n\n## Summary")]
    [InlineData("## Design: Draft\n\n## Summary")]
    [InlineData("## Status:\n\n## Summary")]
    [InlineData("## A\n\n## B\n\n## C\n\n## Status: Draft\n\n## Summary")]
    public void Other_headings_stay_sections(string text) =>
        Assert.Contains(Md.Parse($"# P-1: Title\n\n{text}\n").Root.SelfAndDescendants(), s => s.Heading is { Text: "Status: Draft" or "Design: Draft" or "Status:" });

    [Fact]
    public void A_quotation_with_one_such_line_is_a_remark() =>
        Assert.Empty(Md.Fields("# P-1: Title\n\n> **Hint**: read on\n\n## Summary\n\nText.\n\n## Plan\n"));

    [Fact]
    public void A_row_without_words_may_stand_over_the_row_of_keys() => Assert.Equal(
        ["Status=Draft", "Owner=Ann", "Kind=train"],
        Md.Fields("# P-1: Title\n\n|  |  |  |\n|---|---|---|\n| **Status** | **Owner** | **Kind** |\n| Draft | Ann | train |\n\n## Summary\n\nText.\n\n## Plan\n"));

    [Fact]
    public void A_list_with_the_status_is_the_header_although_some_lines_lack_their_colon() => Assert.Equal(
        ["Status=Draft", "Owner=Ann", "Start Date=2024-01-31"],
        Md.Fields("# P-1: Title\n\n- Status: Draft\n- Kind addition\n- Owner: Ann\n- Touches rails, roads\n- Start Date: 2024-01-31\n\n## Summary\n\nText.\n\n## Plan\n"));

    [Fact]
    public void The_status_may_have_another_name_in_its_section() => Assert.Equal(
        ["Current state=Draft", "Owner=Ann"],
        Md.Fields("# P-1: Title\n\n## Status\n* Current state: Draft\n* Owner: Ann\n\n## Summary\n\nText.\n"));

    [Theory]
    [InlineData("    Rail: 7\n    Title: Night trains\n    Status: Draft\n    Owner: Ann\n    Version 0.1\n", 4)]
    [InlineData("    Rail: 7\n    Version 0.1\n    Status: Draft\n    Owner: Ann\n", 0)]
    [InlineData("    Rail: 7\n    Title: Night trains\n    Status: Draft\n    Owner: Ann\n    Version 0.1\n    See there\n", 0)]
    public void One_line_without_a_colon_costs_a_long_preamble_no_field(string header, int fields) =>
        Assert.Equal(fields, Md.Fields($"{header}\n# Why\n\nText.\n\n# Costs\n\nFew.\n").Length);

    [Theory]
    [InlineData("#Night trains", 3)]
    [InlineData("Night trains", 0)]
    public void A_title_that_lacks_its_space_makes_the_table_below_no_later_one(string title, int fields) =>
        Assert.Equal(fields, Md.Fields($"{title}\n\n|Line | North |\n|---|---|\n|Built by | Ann Lee |\n|Built on | 2024-03-10 |\n\n## Why\n\nText.\n\n## Costs\n").Length);

    [Theory]
    [InlineData("# Night trains\n\n# Status\n\nAccepted\n\n# Why\n\nText.\n", "Night trains")]
    [InlineData("# Night trains\n# Status: accepted\n\n# Why\n\nText.\n", "Night trains")]
    [InlineData("# Why\n\nText.\n\n# Status\n\nAccepted\n", null)]
    public void An_empty_heading_over_the_status_is_the_title_whatever_its_level(string text, string? title) => Assert.Equal(title, Md.Parse(text).Title?.Text);

    [Theory]
    [InlineData("[\"a, b\", c]", "a, b, c")]
    [InlineData("['it''s, so', \"say \\\"no, no\\\"\"]", "it's, so, say \"no, no\"")]
    [InlineData("[don't, won't]", "don't, won't")]
    [InlineData("[[RFC-1](a.md), [RFC-2](b.md)]", "[RFC-1](a.md), [RFC-2](b.md)")]
    [InlineData("[[a], [[b]]]", "a, b")]
    [InlineData("[]", "")]
    public void A_list_in_brackets_is_parted_by_commas_that_stand_in_no_quotes(string written, string value) =>
        Assert.Equal([$"tags={value}", "status=Draft"], Md.Fields($"---\ntags: {written}\nstatus: Draft\n---\n\n## Summary\n"));

    [Fact]
    public void Brackets_in_brackets_without_end_are_read_in_the_time_of_a_line() =>
        Assert.Equal(["tags=", "status=Draft"], Md.Fields($"---\ntags: {new string('[', 200_000)}{new string(']', 200_000)}\nstatus: Draft\n---\n\n## Summary\n"));

    [Theory]
    [InlineData("Night trains\n----\n* Owner: Ann\n* Status: Draft\n\n## Why\n\nText.\n\n## Costs\n", "Night trains")]
    [InlineData("Night trains\n----\n* Owner: Ann\n* Status: Draft\n\nTable of Contents\n=====\n\n* [Why](#why)\n\n## Why\n\nText.\n\n## Costs\n", "Night trains")]
    [InlineData("Night trains\n===\n\n# Why\n\nText.\n\n# Costs\n", "Night trains")]
    [InlineData("# Why\n\n# Costs\n\nFew.\n", null)]
    [InlineData("## Night trains\n* Owner: Ann\n* Status: Draft\n\n## Why\n\nText.\n\n## Costs\n", null)]
    public void A_first_heading_that_alone_is_underlined_is_the_title_over_its_fields(string text, string? title) =>
        Assert.Equal(title, new Gavel.Core.Documents.Markdown.MarkdownSyntax().Parse(Gavel.Core.Text.SourceText.From("a.md", text)).Title?.Text);

    [Fact]
    public void In_a_section_for_the_header_each_paragraph_is_a_field() => Assert.Equal(
        ["Number=7", "By=Ann Lee, Bo Lind", "Kind=One of many, whatever the others are that stand there and go on for longer than a line would", "Signed="],
        Md.Fields("# Preamble\n\nNumber: 7\n\nBy:\n* Ann Lee\n* Bo Lind\n\nKind: One of many, whatever the others are that stand there and go on for longer than a line would\n\nSigned:\n\n# Why\n\nText.\n\n# Costs\n\nFew.\n"));

    [Fact]
    public void A_rule_may_stand_before_the_fence_of_the_header() => Assert.Equal(
        ["Owner=Ann", "Status=Draft"],
        Md.Fields("# Night trains\n\n---\n\n```\nOwner: Ann\n\nStatus: Draft\n```\n\n## Why\n\nText.\n"));

    [Theory]
    [InlineData("    Owner: Ann\n    Status: Draft\n****\nRAIL 7: Night trains\n----\n\nWhy\n====\n\nText.\n\nCosts\n====\n", "RAIL 7: Night trains")]
    [InlineData("    Owner: Ann\n    Status: Draft\n****\nNight trains\n----\n\nText.\n\nWhy\n====\n\nText.\n", null)]
    public void A_heading_alone_between_the_fields_and_higher_sections_is_the_title(string text, string? title) =>
        Assert.Equal(title, new Gavel.Core.Documents.Markdown.MarkdownSyntax().Parse(Gavel.Core.Text.SourceText.From("a.md", text)).Title?.Text);

    [Theory]
    [InlineData("**Date** 2024/03/10\n\n**Owner** Ann Lee\n\n**Line** North\n", 3)]
    [InlineData("**Date** 2024/03/10\n\n**Owner** Ann Lee\n", 0)]
    public void Several_bold_keys_each_in_a_paragraph_need_no_colon(string header, int fields) =>
        Assert.Equal(fields, Md.Fields($"# Night trains\n\n{header}\n## Summary\n\nText.\n\n## Plan\n").Length);

    [Fact]
    public void Keys_in_bold_make_a_table_a_header_whatever_stands_beside_them() => Assert.Equal(
        ["Start=2024-06-11", "About=Trains that make no noise at night.", "By=Ann"],
        Md.Fields("# P-1: Title\n\n|  |  |\n|---|---|\n| **Start** | 2024-06-11 |\n| **About** | Trains that make no noise at night. |\n| **By** | Ann |\n\n## Summary\n\nText.\n\n## Plan\n"));

    [Theory]
    [InlineData("*Status: proposed*", "Status=proposed")]
    [InlineData("_Status: `proposed`_", "Status=proposed")]
    [InlineData("*Example: a train*")]
    [InlineData("*Status: proposed* and more")]
    public void A_status_may_stand_in_emphasis(string line, params string[] fields) =>
        Assert.Equal(fields, Md.Fields($"# Title\n\n{line}\n\n## Summary\n\nText.\n\n## Plan\n"));

    [Theory]
    [InlineData("---\nStatus: Draft\nOwner: Ann\n---\n# Title\n")]
    [InlineData("---\nStatus: 'Draft'\nOwner: \"Ann\" # who\n...\n# Title\n")]
    [InlineData("---\r\nStatus: Draft\r\nOwner: Ann\r\n---\r\n# Title\r\n")]
    [InlineData("+++\nStatus = \"Draft\"\nOwner = 'Ann'\n+++\n# Title\n")]
    [InlineData("Status: Draft\nOwner: Ann\n\n# Summary\n\n# Plan\n")]
    [InlineData("    Status: Draft\n    Owner: Ann\n\n# Summary\n\n# Plan\n")]
    [InlineData("```\nStatus: Draft\nOwner: Ann\n```\n\n# Summary\n\n# Plan\n")]
    [InlineData("- Status: Draft\n- Owner: Ann\n\n# Summary\n\n# Plan\n")]
    [InlineData("# Title\n\n```yaml\nStatus: Draft\nOwner: Ann\n```\n\n## Summary\n")]
    [InlineData("<pre>\n  Status: Draft\n  Owner: Ann\n</pre>\n\n# Summary\n\n# Plan\n")]
    [InlineData("# Title\n\n<table>\n<tr><td>Status</td><td>Draft</td></tr>\n<tr><th> Owner: </th><td> <b>Ann</b></td>\n</table>\n\n## Summary\n")]
    [InlineData("# Title\n\n## Metadata\n\n- Status: Draft\n- Owner: Ann\n\n## Summary\n")]
    [InlineData("# Meta\n\n- Status: Draft\n- Owner: Ann\n\n# Summary\n")]
    [InlineData("# Title\n\n## Status\n\n- Status: Draft\n- Owner: Ann\n\n## Summary\n")]
    [InlineData("<!-- A licence.\nIn two lines. -->\n\n---\nStatus: Draft \\\nOwner: Ann \\\n---\n\n## Summary\n")]
    public void Fields_may_stand_before_the_title_or_in_a_fence(string text) => Assert.Equal(["Status=Draft", "Owner=Ann"], Md.Fields(text));

    [Theory]
    [InlineData("# Title\n\nNote: this is a remark.\n")]
    [InlineData("# Title\n\nThe rule is this: never mix them.\n")]
    [InlineData("# Title\n\nSee also: the other proposal\n")]
    [InlineData("# Title\n\n**Important:** do not merge this before the other one has been merged.\n")]
    [InlineData("# Title\n\n**tl;dr:** it is fast\n")]
    [InlineData("# Title\n\nWe want three things.\n\n- Speed: it must be fast enough for everybody who uses it.\n- Size: small\n- Cost: low\n")]
    [InlineData("# Title\n\n## Scope\n\n- **In scope**: rails\n- **Out of scope**: roads\n")]
    [InlineData("# Title\n\n## Options\n\n| Option | Cost |\n|---|---|\n| A | 1 |\n| B | 2 |\n")]
    [InlineData("# Title\n\n- [Summary](#summary)\n- [Plan](#plan)\n")]
    [InlineData("# Title\n\n- [ ] **First:** do this\n- [ ] **Second:** do that\n")]
    [InlineData("# Title\n\n<!-- Status: Draft -->\n")]
    [InlineData("# Title\n\nText http://example.org: here\n")]
    [InlineData("# Title\n\n```js\nconst a = { b: 1 }\n```\n")]
    public void Prose_lists_and_comments_are_no_header(string text) => Assert.Empty(Md.Fields(text));

    [Theory]
    [InlineData("# T\n\n* **Status**: _Draft_ \n", "_Draft_")]
    [InlineData("# T\n\n**Status**: [Draft](a.md) | \n**Owner**: x\n", "[Draft](a.md)")]
    [InlineData("---\nstatus: \"Draft\" # comment\n---\n", "\"Draft\"")]
    [InlineData("# T\n\n| Field | Value |\n|---|---|\n| Status | `Draft`  |\n| A | b |\n", "`Draft`")]
    [InlineData("# T\n\n- Status: Draft &amp; more\n- Owner: Ann\n", "Draft &amp; more")]
    public void The_value_span_is_what_a_fix_replaces(string text, string written)
    {
        var document = Md.Parse(text);
        Assert.Equal(written, document.Text.Substring(document.Header[0].ValueSpan));
    }

    [Fact]
    public void An_empty_value_has_its_place_behind_the_colon()
    {
        var document = Md.Parse("# T\n\n* **Status**:\n* **Owner:**\n");
        Assert.Equal(["Status", "Owner"], document.Header.Select(f => f.Name));
        Assert.All(document.Header, f => Assert.True(f.ValueSpan.IsEmpty));
        Assert.Equal("* **Status**:", document.Text.Chars[5..document.Header[0].ValueSpan.Start]);
    }

    [Fact]
    public void Nested_keys_have_their_parents_and_comments_stay_with_their_key()
    {
        var header = Md.Parse("---\n# above\nstage: alpha # behind\nmilestone:\n  alpha: v1\n  beta:\n    first: v2\n---\n").Header;
        Assert.Equal(["/stage=alpha#above\nbehind", "milestone/alpha=v1#", "milestone.beta/first=v2#"], header.Select(f => $"{f.Parent}/{f.Name}={f.Value}#{f.Comment}"));
    }

    [Fact]
    public void Keys_that_are_indented_below_an_empty_one_are_nested()
    {
        var header = Md.Parse("```\nRule: 7\nGroup:\n    Owner: Ann\n    Others: Bob,\n      Cid\nStatus: Draft\nTale: long\n  value: here\n```\n\n## A\n").Header;
        Assert.Equal(["/Rule=7", "Group/Owner=Ann", "Group/Others=Bob, Cid", "/Status=Draft", "/Tale=long value: here"], header.Select(f => $"{f.Parent}/{f.Name}={f.Value}"));
    }

    [Fact]
    public void Bold_words_begin_the_lines_of_a_header_without_colons()
    {
        Assert.Equal(["Date=2020/01/31", "Author=Ann", "Version=2.0"], Md.Fields("# T\n\n**Date** 2020/01/31\n**Author** Ann\n**Version** 2.0\n\n## A\n"));
        Assert.Empty(Md.Fields("# T\n\n**Speed** matters.\n**Size** does not.\nBoth cost something.\n\n## A\n"));
    }

    [Fact]
    public void A_list_below_a_bold_name_is_its_value() => Assert.Equal(["Authors=@ann, @bob"], Md.Fields("# T\n\n**Authors:**\n* @ann\n* @bob\n\n## A\n"));

    [Fact]
    public void Two_thematic_breaks_below_a_comment_are_no_front_matter() => Assert.Empty(Md.Fields("<!-- note -->\n\n---\n\n---\n\n# T\n"));

    [Fact]
    public void Directives_of_the_project_are_fields_in_RST_and_those_of_the_tools_are_not()
    {
        var text = Gavel.Core.Text.SourceText.From("p.rst", "Title\n=====\n\n.. owner:: Ann\n.. ticket::\n.. note:: Mind the gap.\n.. opened-on:: In the spring\n               of 2020.\n.. contents::\n\nWhy\n---\n\nText.\n");
        var header = new Gavel.Core.Documents.Rst.RstSyntax().Parse(text).Header;
        Assert.Equal(["owner=Ann", "ticket=", "opened-on=In the spring of 2020."], header.Select(f => $"{f.Name}={f.Value}"));
        Assert.Equal("Ann", text.Substring(header[0].ValueSpan));
    }

    [Fact]
    public void A_literal_block_at_the_start_of_RST_holds_a_preamble()
    {
        var text = Gavel.Core.Text.SourceText.From("p.rst", "::\n\n  Rule: 7\n  Owners: Ann\n          Bob\n  Status: Draft\n\nWhy\n===\n\nText.\n");
        Assert.Equal(["Rule=7", "Owners=Ann Bob", "Status=Draft"], new Gavel.Core.Documents.Rst.RstSyntax().Parse(text).Header.Select(f => $"{f.Name}={f.Value}"));
    }

    [Fact]
    public void Lists_of_values_are_joined()
    {
        Assert.Equal(["a=x, y", "b=x, y", "c=x, y"], Md.Fields("---\na: [x, 'y']\nb:\n  - x\n  - \"y\"\nc:\n- x # one\n- y\n---\n"));
        Assert.Equal(["Owners=Ann, Bob", "Status=Draft"], Md.Fields("# T\n\n- **Owners**:\n  - Ann\n  - Bob\n- **Status**: Draft\n"));
    }

    [Theory]
    [InlineData("# Only one\n\ntext", "Only one")]
    [InlineData("Text before.\n\n# Title\n\n## A\n\n## B\n", "Title")]
    [InlineData("## A level two title\n\n### A\n\n### B\n", "A level two title")]
    [InlineData("# RFC 7: Speed\n\n# Summary\n\n# Plan\n", "RFC 7: Speed")]
    [InlineData("# Speed\n\n* Status: Draft\n* Owner: Ann\n\n# Summary\n\n# Plan\n", "Speed")]
    [InlineData("# Speed\n\n## Why\n\n## How\n\n# Appendix\n", "Speed")]
    [InlineData("# Summary\n\n# Plan\n", null)]
    [InlineData("- Name: x\n- Start: y\n\n# Summary\n\n# Plan\n", null)]
    [InlineData("## Summary\n\n# Plan\n", null)]
    [InlineData("---\ntitle: Speed\n---\n## Summary\n", null)]
    [InlineData("---\ntitle: Speed\n---\n## Summary\n\n### Detail\n", null)]
    [InlineData("---\ntitle: Speed\n---\n# Speed\n\n## Summary\n", "Speed")]
    [InlineData("## Abstract\n\n- **Nodes**: those that follow\n- **Owners**: those that sign\n\n## Why\n\n## How\n", null)]
    [InlineData("no heading", null)]
    public void The_title_is_the_heading_that_stands_above_all_others(string text, string? title) => Assert.Equal(title, Md.Parse(text).Title?.Text);

    [Fact]
    public void Many_fields_are_all_read()
    {
        var text = "# T\n\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"* **Key {i}**: {i}\n"));
        Assert.Equal(1_000, Md.Parse(text).Header.Length);
        Assert.All(Md.Parse(text).Header, f => Assert.Equal(HeaderStyle.BoldList, f.Style));
    }
}
