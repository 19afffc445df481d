using Core.Tests.Checking;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Proposals;

public sealed class SectionMatchingTests
{
    private static Answer AnswerTo(string demand, string text, params Demand.Section[] more)
    {
        var section = Section(demand);
        return TestRepository.Read("# ZIP-7: Night trains\n\n" + text, Process(Schema([Title, section, .. more]))).AnswerTo(section.Key)!;
    }

    [Theory]
    [InlineData("Value / Return", "## Value/return")]
    [InlineData("Summary", "## 1. Summary")]
    [InlineData("Summary", "## 2.1) Summary")]
    [InlineData("Summary", "## IV. Summary")]
    [InlineData("车站", "## 三、车站")]
    [InlineData("车站", "## 3、车站")]
    [InlineData("Summary", "## Summary (200 words at most)")]
    [InlineData("Summary", "## SUMMARY")]
    [InlineData("Summary", "## Summary:")]
    [InlineData("Summary", "## _Summary_")]
    [InlineData("Drawback", "## Drawbacks")]
    [InlineData("Compatibilities and risks", "## Compatibility & Risk")]
    [InlineData("The plan", "## Plan [optional]")]
    [InlineData("What is not in scope", "## Out of scope")]
    [InlineData("What is in scope", "### In Scope")]
    [InlineData("Public APIs", "### Public API")]
    public void Case_number_remark_plural_and_punctuation_do_not_matter(string demand, string heading)
    {
        var answer = AnswerTo(demand, heading + "\n\nWords.\n");
        Assert.Equal(AnswerState.Given, answer.State);
        Assert.Equal(1, answer.Likeness);
    }

    [Theory]
    [InlineData("Rejected Alternatives", "## Alternatives")]
    [InlineData("Motivation", "## Motivaton")]
    [InlineData("Motivation", "## Motivation for night trains")]
    [InlineData("Test plan", "## Testing plan")]
    [InlineData("Abstract", "## Overview")]
    [InlineData("车站选址和建造计划", "## 车站选址及计划建造")]
    [InlineData("Non-goals", "## Out of scope")]
    public void Near_headings_answer_with_a_likeness_below_one(string demand, string heading)
    {
        var answer = AnswerTo(demand, heading + "\n\nWords.\n");
        Assert.Equal(AnswerState.Given, answer.State);
        Assert.InRange(answer.Likeness, 0.6, 0.99);
    }

    [Theory]
    [InlineData("Test plan", "## Release plan")]
    [InlineData("Security", "## Performance")]
    [InlineData("车站选址", "## 车票价格")]
    [InlineData("Summary", "## History")]
    [InlineData("Non-goals", "## Goals and more of them, in long words")]
    public void Other_headings_do_not_answer(string demand, string heading)
    {
        Assert.Equal(AnswerState.Absent, AnswerTo(demand, heading + "\n\nWords.\n").State);
    }

    [Fact]
    public void An_alias_is_as_good_as_the_name()
    {
        var section = Section("Value") with { Aliases = ["Return on effort"] };
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Return on Effort\n\nMuch.\n", Process(Schema(Title, section)));
        Assert.Equal((AnswerState.Given, 1.0), (proposal.AnswerTo(section.Key)!.State, proposal.AnswerTo(section.Key)!.Likeness));
    }

    [Fact]
    public void The_same_words_win_over_near_ones()
    {
        var goals = Section("Goals");
        var others = Section("Non-goals");
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Non-Goals\n\nA.\n\n## Goals\n\nB.\n", Process(Schema(Title, goals, others)));
        Assert.Equal("Goals", proposal.AnswerTo(goals.Key)!.Section!.Heading!.Text);
        Assert.Equal("Non-Goals", proposal.AnswerTo(others.Key)!.Section!.Heading!.Text);
    }

    [Fact]
    public void A_section_answers_one_demand_only()
    {
        var first = Section("Alternatives");
        var second = Section("Rejected alternatives");
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Alternatives\n\nA.\n", Process(Schema(Title, first, second)));
        Assert.Equal(AnswerState.Given, proposal.AnswerTo(first.Key)!.State);
        Assert.Equal(AnswerState.Absent, proposal.AnswerTo(second.Key)!.State);
    }

    [Fact]
    public void Sections_of_one_name_go_with_their_parents()
    {
        var api = Section("Service");
        var page = Section("Page");
        var apiTests = Section("Tests", 3, parent: api.Key) with { Key = "section:service/tests" };
        var pageTests = Section("Tests", 3, parent: page.Key) with { Key = "section:page/tests" };
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Page\n\n### Tests\n\nby eye\n\n## Service\n\n### Tests\n\nby machine\n", Process(Schema(Title, api, apiTests, page, pageTests)));
        Assert.True(proposal.AnswerTo(apiTests.Key)!.At.Start > proposal.AnswerTo(pageTests.Key)!.At.Start);
    }

    [Fact]
    public void A_bold_item_answers_a_slot_and_a_heading_too()
    {
        var slot = Section("Risks", 3) with { IsSlot = true };
        var heading = Section("Costs");
        var proposal = TestRepository.Read("# ZIP-7: T\n\n- **Risks**: none of note here today, we think\n- **Costs:**\n", Process(Schema(Title, slot, heading)));
        Assert.Equal((AnswerState.Given, true), (proposal.AnswerTo(slot.Key)!.State, proposal.AnswerTo(slot.Key)!.IsSlot));
        Assert.Equal(AnswerState.Empty, proposal.AnswerTo(heading.Key)!.State);
    }

    [Fact]
    public void A_missing_section_would_stand_behind_the_one_before()
    {
        const string text = "# ZIP-7: T\n\n## Summary\n\nWords.\n\n## Risks\n\nWords.\n";
        var plan = Section("Plan");
        var proposal = TestRepository.Read(text, Process(Schema(Title, Section("Summary"), plan, Section("Risks"))));
        var place = proposal.PlaceOf(proposal.AnswerTo(plan.Key)!);
        Assert.Equal((5, 1), (place.Start.Line, place.Start.Column));
        Assert.Equal("Words.", text.Substring(place.Span.Start, place.Span.Length));
    }

    [Fact]
    public void Sections_that_no_demand_asks_for_are_unknown()
    {
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Summary\n\nA.\n\n### Detail\n\n## Menu\n\n### Soup\n", Process(Schema(Title, Section("Summary"))));
        Assert.Equal(["Detail", "Menu"], proposal.UnknownSections.Select(s => s.Heading!.Text));
    }

    [Fact]
    public void A_slot_to_repeat_takes_every_free_section_at_its_place()
    {
        var options = Section("Options");
        var option = Section("Option 1", 3, Requirement.Optional, options.Key) with { IsRepeatable = true };
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Options\n\n### Steam\n\nHot.\n\n### Coal\n\nBlack.\n", Process(Schema(Title, options, option)));
        Assert.Equal("Steam", proposal.AnswerTo(option.Key)!.Section!.Heading!.Text);
        Assert.Empty(proposal.UnknownSections);
    }
}
