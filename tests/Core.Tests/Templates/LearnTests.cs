using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gavel.Core.Diagnostics;
using Gavel.Core.Reporting;
using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class LearnTests
{
    [Fact]
    public void Each_item_cites_the_line_that_asks_for_it()
    {
        var schema = TemplateCase.Learn("# EP-NNN: Title\n\n* **Status**: a | b\n* **Author**: your name\n\n## Aim (optional)\n\n_At most 20 words. What for?_\n");
        var cited = schema.Demands.Select(d => (d.GetType().Name, Assert.IsType<Reason.TemplateLine>(d.Source)));
        Assert.Equal(
            ["Title 1 # EP-NNN: Title", "Field 3 * **Status**: a | b", "Field 4 * **Author**: your name", "Section 6 ## Aim (optional)", "Limit 8 _At most 20 words. What for?_", "Prompt 8 _At most 20 words. What for?_"],
            cited.Select(c => $"{c.Name} {c.Item2.At.Start.Line} {c.Item2.Text}"));
    }

    [Fact]
    public void Entries_that_show_how_to_cite_ask_nothing() =>
        Assert.Empty(TemplateCase.Learn("# EP-NNN: Title\n\n## Sources\n\n[1] Another paper https://example.org/EP??.md\n\n[2] A book\n").All<Demand.Prompt>());

    [Fact]
    public void A_heading_that_speaks_of_instructions_is_the_title_where_all_sections_stand_below_it() =>
        Assert.Equal(["Why", "Costs"], TemplateCase.Learn("---\ntitle: GAP0000\n---\n\n# GAP — Template and Instructions\n\n## Why\n\nSay why.\n\n## Costs\n\nSay what it costs.\n").All<Demand.Section>().Select(s => s.Text));

    [Fact]
    public void Boxes_of_which_the_template_ticks_some_tell_how_far_the_work_is() =>
        Assert.DoesNotContain(TemplateCase.Learn("# Title\n\n* [x] Proposed\n* [ ] Built: not started\n\n## Why\n\nSay why.\n").Leftovers, l => l is { Style: InstructionStyle.Checklist, MayStay: false });

    [Fact]
    public void A_gap_that_reads_as_a_tag_is_a_gap() =>
        Assert.Equal("<link>", TemplateCase.Learn("- Owner: name of the owner\n- Talk: <link>\n\n# Why\n\nSay why.\n\n# Costs\n\nSay.\n").FindField("Talk")?.Placeholder);

    [Fact]
    public void The_status_that_a_section_begins_with_is_no_gap() =>
        Assert.DoesNotContain(TemplateCase.Learn("# 1. Title\n\n## Status\n\nAccepted\n\n## Context\n\n<context>\n").Leftovers, l => l.Text is "Accepted");

    [Fact]
    public void A_note_before_the_sections_is_none_of_them() =>
        Assert.Equal(["Why", "Costs"], TemplateCase.Learn("# EP-NNN: Title\n\n- Status: Draft\n- Owner: your name\n\n**Note on the header:** The owner is the one who answers all questions.\n\n## Why\n\nSay why.\n\n## Costs\n\nSay what it costs.\n").All<Demand.Section>().Select(s => s.Text));

    [Fact]
    public void Statements_to_choose_from_may_stay() =>
        Assert.DoesNotContain("Trains should run at night in every part of the country.", TemplateCase.Learn("# EP-NNN: Title\n\n## Goals\n\nName the goals of the railway that this serves, such as:\n\n- Trains should run at night in every part of the country.\n- Stations should be lit as long as trains stop there.\n\n## Costs\n\nSay what it costs.\n").MustGo());

    [Fact]
    public void What_is_quoted_shows_how_to_say_it() =>
        Assert.DoesNotContain(TemplateCase.Learn("# EP-NNN: Title\n\n## Decision\n\nWording “We will …”.\n\n## Costs\n\nSay what it costs.\n").Prompts("Decision"), p => p.Contains('…', StringComparison.Ordinal));

    [Fact]
    public void A_list_under_the_status_may_explain_each_of_them() =>
        Assert.Equal(["Draft", "Agreed", "Dropped"], TemplateCase.Learn("# Title\n\n# Status\n- Draft: somebody still writes it\n- Agreed: it holds from now on\n- Dropped: nobody wants it any more\n\n# Why\n\nSay why.\n").Field("Status").Values);

    [Theory]
    [InlineData("RAIL: タイトル", "Status")]
    [InlineData("RAIL: short title", "Status")]
    [InlineData("RAIL: 7", "RAIL", "Status")]
    [InlineData("Title: short title", "Title", "Status")]
    public void A_first_line_that_lacks_the_sign_of_a_heading_is_the_title_and_no_field(string line, params string[] fields) =>
        Assert.Equal(fields, TemplateCase.Learn($"{line}\n\n# Status\n- Draft\n- Agreed\n\n# Why\n\nSay why.\n").All<Demand.Field>().Select(f => f.Name));

    [Fact]
    public void A_status_may_be_named_in_two_languages() =>
        Assert.Equal(["Proposed", "Agreed", "Dropped"], TemplateCase.Learn("# Title\n\n## 상태 (Status)\n\n등불의 상태를 적습니다. (Proposed, Agreed, Dropped)\n\n## 배경 (Why)\n\n배경을 적습니다.\n").Field("상태 (Status)").Values);

    [Fact]
    public void Keys_are_unique_and_do_not_hang_on_places()
    {
        const string Template = "# T\n\n## Aim\n\n- Why?\n- Why?\n\n## Plan\n\n### Aim\n";
        var keys = TemplateCase.Learn(Template).Demands.Select(d => d.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(keys, TemplateCase.Learn("\n\n" + Template).Demands.Select(d => d.Key));
        Assert.Contains("section:aim", keys);
    }

    [Fact]
    public void The_json_has_the_keys_of_the_contract_in_their_order()
    {
        var json = LearnReport.RenderJson(TemplateCase.Learn("# EP-NNN: Title\n\n- [ ] Copy it, and name it `NNN-short-title.md`.\n\n## Aim\n\n<!-- Why? At most 9 words. -->\n\nTBD\n"));
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(["version", "title", "fields", "sections", "instructions", "placeholders", "checklist", "naming", "limits"], parsed.RootElement.EnumerateObject().Select(p => p.Name));
        var section = Assert.Single(parsed.RootElement.GetProperty("sections").EnumerateArray());
        Assert.Equal(["title", "level", "requirement", "condition", "requiredFrom", "maxWords", "offered", "line", "confidence", "prompts"], section.EnumerateObject().Select(p => p.Name));
        Assert.Equal("{number}-{slug}.md", parsed.RootElement.GetProperty("naming").GetProperty("pattern").GetString());
        Assert.Equal(9, section.GetProperty("maxWords").GetInt32());
    }

    [Theory]
    [InlineData("Delete this section when you are done.")]
    [InlineData("It looks like much, but it is an example. Remove this section once you have read it.")]
    [InlineData("Please delete this section.")]
    public void A_section_that_goes_is_demanded_of_nobody(string text) =>
        Assert.Equal(["Aim"], TemplateCase.Learn($"# EP-NNN: Title\n\n## No panic\n\n{text}\n\n## Aim\n\n_What for?_\n").All<Demand.Section>().Select(s => s.Text));

    [Theory]
    [InlineData("Delete this section if nothing breaks.")]
    [InlineData("Do not delete this section.")]
    public void A_section_that_goes_at_times_is_still_a_section(string text) =>
        Assert.Equal(["Breakage", "Aim"], TemplateCase.Learn($"# EP-NNN: Title\n\n## Breakage\n\n{text}\n\n## Aim\n\n_What for?_\n").All<Demand.Section>().Select(s => s.Text));

    [Theory]
    [InlineData("tip: (an address, optional)", Requirement.Optional)]
    [InlineData("tip: (an address)", Requirement.Required)]
    public void A_field_may_be_optional_at_the_end_of_its_brackets(string field, Requirement requirement) =>
        Assert.Equal(requirement, TemplateCase.Learn($"---\nauthor: (a name)\n{field}\n---\n\n# Title\n\n## Aim\n\n_What for?_\n").FindField("tip")!.Requirement);

    [Fact]
    public void Items_of_a_list_that_goes_on_are_asked_of_nobody() => Assert.Empty(
        TemplateCase.Learn("# Title\n\n## Effects\n\n* Good, because {what gets better}\n* Bad, because {what gets worse}\n* … <!-- as many as there are -->\n").All<Demand.Prompt>());

    [Fact]
    public void The_number_of_an_issue_is_not_that_of_the_proposal()
    {
        var schema = TemplateCase.Learn("# Name\n\n* Proposal: [TE-NNNN](NNNN-name.md)\n* RFC PR: [acme/rfcs#0000](https://example.org/pull/0000)\n* Implementation: [acme/tool#NNNN](https://example.org/NNNN)\n\n## Aim\n");
        Assert.Equal(["TE-{number}", "acme/rfcs#{number}", null], schema.All<Demand.Field>().Select(f => f.Pattern));
    }

    [Fact]
    public void Front_matter_that_a_placeholder_makes_unsound_is_no_defect()
    {
        Assert.Empty(TemplateCase.Learn("---\ntitle: MD000: [TITLE]\nstate: draft\n---\n\n## Aim\n\nWhy?\n").Defects);
        Assert.NotEmpty(TemplateCase.Learn("---\ntitle: Roads: a history: of roads\nstate: draft\n---\n\n## Aim\n\nWhy?\n").Defects);
    }

    [Fact]
    public void A_bold_sentence_that_says_that_it_goes_goes_alone() =>
        Assert.Equal(["When the letter is open, delete this bold sentence."], TemplateCase.Learn("# T\n\nNeighbours talk about it in a letter. **When the letter is open, delete this bold sentence.**\n\n## Aim\n").MustGo());

    [Fact]
    public void Other_sections_stand_for_any() => Assert.True(TemplateCase.Learn("# T\n\n## Aim\n\n## Other sections\n\nAdd what helps.\n").Section("Other sections") is { IsRepeatable: true, Requirement: Requirement.Optional });

    [Fact]
    public void A_limit_of_the_title_may_stand_late_in_the_preface() =>
        Assert.Equal("title", Assert.Single(TemplateCase.Learn("# T\n\nName the file `wp-short.md`. The title should be 44 characters or less.\n\n## Aim\n").All<Demand.Limit>()).Of);

    [Fact]
    public void The_same_template_gives_the_same_bytes() =>
        Assert.Equal(LearnReport.RenderJson(TemplateCase.Learn("# T\n\n## A\n\nWhy?\n")), LearnReport.RenderJson(TemplateCase.Learn("# T\n\n## A\n\nWhy?\n")));

    [Fact]
    public void No_text_makes_it_throw()
    {
        var random = new Random(20_260);
        var seeds = Directory.GetFiles(Path.Combine(Architecture.CheckoutFolder.Root, "tests", "golden", "templates"), "template.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        const string Odd = "#*_`<>{}[]()|-:~\\\"'\n\r\t\0é😀 0123NX";
        for (var round = 0; round < 600; round++)
        {
            var text = new StringBuilder(seeds[random.Next(seeds.Length)]);
            for (var change = random.Next(1, 30); change > 0; change--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0: text[at] = Odd[random.Next(Odd.Length)]; break;
                    case 1: text.Insert(at, Odd[random.Next(Odd.Length)]); break;
                    default: text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)); break;
                }
                if (text.Length == 0) break;
            }
            var schema = TemplateCase.Learn(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString())));
            Assert.NotNull(LearnReport.RenderJson(schema));
            Assert.NotNull(LearnReport.RenderText(schema, 80, colour: true));
        }
    }

    [Theory]
    [InlineData("## Section {0}\n\nWhy?\n\n")]
    [InlineData("- item {0} of <name>\n")]
    [InlineData("<!-- ## Offered {0}\n* Why? -->\n\n")]
    [InlineData("* **Field {0}**: a | b\n")]
    [InlineData("word{0} [ ( {{ < _ ")]
    [InlineData("### [Option {0}]\n\nGood, because ____.\n\n")]
    [InlineData("## Section {0}\n\nAt a minimum fill the first sections.\n\n")]
    [InlineData("__stray {0} ")]
    public void Work_grows_linearly_with_the_template(string part)
    {
        var small = Time(part, 1_500);
        var large = Time(part, 15_000);
        // Ten times the work; with its square it would be a hundred times. What lies between is for machines that do other things too.
        Assert.True(large < small * 40 + TimeSpan.FromMilliseconds(500), $"{small} for one part, {large} for ten");
    }

    [Theory]
    [InlineData("a", '.', " X")]
    [InlineData("", '!', "x")]
    public void A_run_of_marks_is_read_once(string before, char mark, string behind)
    {
        var time = BestOf($"# T\n\n## Aim\n\n{before}{new string(mark, 600_000)}{behind}\n");
        Assert.True(time < TimeSpan.FromSeconds(8), $"{time}");
    }

    [Fact]
    public void A_section_with_many_sections_is_asked_once_whether_it_is_a_guide()
    {
        var time = BestOf("# T\n\n## Aim\n\n" + string.Concat(Enumerable.Repeat("A section.\n\n", 16_000)) + string.Concat(Enumerable.Repeat("### Part\n\n", 16_000)));
        Assert.True(time < TimeSpan.FromSeconds(8), $"{time}");
    }

    [Theory]
    [InlineData("**__Accepted**")]
    [InlineData("**__Accepted** or **__not__**: which")]
    public void Marks_of_an_emphasis_that_is_not_closed_do_not_count_in_bold_words(string status) =>
        Assert.Equal(["Status", "Aim"], TemplateCase.Learn($"# Proposal: Title\n\n## Status\n\n{status}\n\n## Aim\n\nWhy?\n").All<Demand.Section>().Select(s => s.Text));

    private static TimeSpan Time(string part, int times)
    {
        var text = new StringBuilder("# EP-NNN: Title\n\n");
        for (var i = 0; i < times; i++) text.Append(string.Format(System.Globalization.CultureInfo.InvariantCulture, part, i));
        return BestOf(text.ToString());
    }

    private static TimeSpan BestOf(string template)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 2; round++)
        {
            var watch = Stopwatch.StartNew();
            _ = TemplateCase.Learn(template);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }
        return best;
    }
}
