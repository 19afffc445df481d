using Core.Tests.Checking;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Proposals;

public sealed class AnswerStateTests
{
    private static readonly Leftover Told = Instruction("Say in a few sentences what this is about and for whom.", "section:summary");

    private static AnswerState StateOf(string body, params object[] more)
    {
        var section = Section("Summary");
        return TestRepository.Read($"# ZIP-7: T\n\n## Summary\n\n{body}\n\n## Next\n", Process(Schema([Title, section, Told, .. more]))).AnswerTo(section.Key)!.State;
    }

    [Theory]
    [InlineData("# ZIP-0041: Night trains\n\n```\nTitle: Trains by night\nZIP: 41\n```\n\n## Summary\n\nThey run.\n", "Trains by night")]
    [InlineData("# Night trains\n\n```\nTitle:\nZIP: 41\n```\n\n## Summary\n\nThey run.\n", "Night trains")]
    public void Where_a_field_of_the_template_is_the_title_it_goes_before_a_heading(string text, string title)
    {
        var field = Field("Title", FieldKind.Text, "<the title>");
        var demand = new Demand.Title(new TitlePattern([new TitleToken(TitlePart.Title, "<the title>")])) { Key = "title", Source = field.Source };
        Assert.Equal(title, TestRepository.Read(text, Process(Schema(demand, field, Field("ZIP"), Section("Summary")))).Title);
    }

    [Fact]
    public void Where_the_field_of_the_title_holds_the_number_alone_the_heading_is_the_title()
    {
        var demand = new Demand.Title(new TitlePattern([new TitleToken(TitlePart.Literal, "ZIP"), new TitleToken(TitlePart.Number, "0000")])) { Key = "title", Source = Field("Title").Source };
        Assert.Equal("Trains by night", TestRepository.Read("# ZIP 41 — Trains by night\n\n```\nTitle: ZIP0041\nKind: train\n```\n\n## Summary\n\nThey run.\n", Process(Schema(demand, Field("Title"), Field("Kind"), Section("Summary")))).Title);
    }

    [Theory]
    [InlineData("RFC Line", "Line")]
    [InlineData("Line", "RFC Line")]
    public void The_acronym_of_the_process_before_a_name_says_nothing(string asked, string written)
    {
        var field = Field(asked);
        var proposal = TestRepository.Read($"# ZIP-7: T\n\n* **Status**: Open\n* **{written}**: North\n\n## Summary\n\nThey run.\n", Process(Schema(Title, Field("Status"), field, Section("Summary"))));
        Assert.Equal((AnswerState.Given, 0), (proposal.AnswerTo(field.Key)!.State, proposal.UnknownFields.Length));
    }

    [Fact]
    public void A_gap_that_reads_as_a_tag_is_a_placeholder()
    {
        var field = Field("Pull request", FieldKind.Link, "<link>");
        var proposal = TestRepository.Read("# ZIP-7: T\n\n* **Status**: Open\n* **Pull request**: <link>\n\n## Summary\n\nThey run.\n", Process(Schema(Title, Field("Status"), field, Section("Summary"))));
        Assert.Equal(AnswerState.Placeholder, proposal.AnswerTo(field.Key)!.State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- nothing to see -->")]
    [InlineData("---")]
    public void Nothing_is_empty(string body) => Assert.Equal(AnswerState.Empty, StateOf(body));

    [Theory]
    [InlineData("Say in a few sentences what this is about and for whom.")]
    [InlineData("_Say in a few sentences\nwhat this is about and for whom._")]
    [InlineData("> Say in a few sentences what this is about, and for whom!")]
    [InlineData("<!-- Say in a few sentences what this is about and for whom. -->\n\nTBD")]
    [InlineData("TODO")]
    [InlineData("...")]
    public void The_templates_text_alone_is_a_placeholder(string body) => Assert.Equal(AnswerState.Placeholder, StateOf(body));

    [Theory]
    [InlineData("None")]
    [InlineData("None.")]
    [InlineData("*N/A*")]
    [InlineData("Not applicable.")]
    [InlineData("No impact")]
    [InlineData("Nothing")]
    [InlineData("_Say in a few sentences what this is about and for whom._\n\nNone")]
    public void None_is_an_answer_of_its_own(string body) => Assert.Equal(AnswerState.None, StateOf(body));

    [Theory]
    [InlineData("Trains that run at night.")]
    [InlineData("_Say in a few sentences what this is about and for whom._\n\nTrains that run at night.")]
    [InlineData("### Part\n\nNight.")]
    [InlineData("![map](map.png)")]
    [InlineData("```\ncode\n```")]
    [InlineData("None of the trains that we have today can run at night.")]
    public void Own_words_are_given(string body) => Assert.Equal(AnswerState.Given, StateOf(body));

    [Fact]
    public void Text_that_may_stay_is_an_answer() =>
        Assert.Equal(AnswerState.Given, StateOf("This text is under the sheep licence of old.", Instruction("This text is under the sheep licence of old.") with { MayStay = true }));

    [Theory]
    [InlineData("* **Author**: Ann", AnswerState.Given)]
    [InlineData("* **Authors:** Ann", AnswerState.Given)]
    [InlineData("* **AUTHOR(S)**: Ann", AnswerState.Given)]
    [InlineData("* **Autor**: Ann", AnswerState.Given)]
    [InlineData("* **Author**:", AnswerState.Empty)]
    [InlineData("* **Author**: _(names of all)_", AnswerState.Placeholder)]
    [InlineData("* **Author**: none", AnswerState.None)]
    [InlineData("* **Reader**: Ann", AnswerState.Absent)]
    public void Fields_have_the_same_states(string line, AnswerState state)
    {
        var field = Field("Author(s)", FieldKind.People, "(names of all)");
        var proposal = TestRepository.Read($"# ZIP-7: T\n\n* **Status**: Draft\n{line}\n\n## Summary\n", Process(Schema(Title, Field("Status"), field)));
        Assert.Equal(state, proposal.AnswerTo(field.Key)!.State);
    }

    [Fact]
    public void A_value_that_the_template_shows_and_allows_is_given()
    {
        var field = Field("Status", FieldKind.Enum, "Draft", "Draft", "Open");
        var proposal = TestRepository.Read("# ZIP-7: T\n\n* **Status**: Draft\n* **Kind**: x\n\n## Summary\n", Process(Schema(Title, field)));
        Assert.Equal(AnswerState.Given, proposal.AnswerTo(field.Key)!.State);
        Assert.True(proposal.IsInFirstStatus);
    }

    [Fact]
    public void A_section_may_do_a_fields_work()
    {
        var field = Field("Status", FieldKind.Enum, null, "Draft", "Accepted");
        var proposal = TestRepository.Read("# ZIP-7: T\n\n## Status\n\nAccepted\n\n## Why\n\nWords.\n", Process(Schema(Title, field, Section("Why"))));
        Assert.Equal(("Accepted", AnswerState.Given), (proposal.StatusText, proposal.AnswerTo(field.Key)!.State));
        Assert.Equal("Accepted", proposal.Text.Substring(proposal.StatusAt!.Value));
    }

    [Fact]
    public void An_aspect_is_absent_only_where_the_author_goes_through_the_others()
    {
        var section = Section("Costs");
        var aspects = new[] { "Speed", "Money", "Staff", "Noise" }.Select(a => new Demand.Prompt(section.Key, a, PromptKind.Aspect) { Key = "prompt:" + a, Source = Line(20) }).ToArray();
        var process = Process(Schema([Title, section, .. aspects]));
        var listed = TestRepository.Read("# ZIP-7: T\n\n## Costs\n\n- Speed: high\n- **Money** little\n\nThe staff is glad.\n", process);
        Assert.Equal([AnswerState.Given, AnswerState.Given, AnswerState.Given, AnswerState.Absent], aspects.Select(a => listed.AnswerTo(a.Key)!.State));
        var told = TestRepository.Read("# ZIP-7: T\n\n## Costs\n\nIt costs little, all in all.\n", process);
        Assert.All(aspects, a => Assert.Equal(AnswerState.Given, told.AnswerTo(a.Key)!.State));
    }

    [Fact]
    public void A_demand_from_a_status_on_does_not_hold_before_and_not_for_the_rejected()
    {
        var late = Section("Plan") with { When = new Condition(FromStatus: "Accepted") };
        var process = Process(Schema(Title, Field("Status"), late));
        bool Applies(string status) => TestRepository.Read($"# ZIP-7: T\n\n* **Status**: {status}\n* **Kind**: x\n\n## Summary\n", process).Applies(late);
        Assert.Equal([false, false, true, true, false], new[] { "Draft", "In review", "Accepted", "Done", "Rejected" }.Select(Applies));
    }
}
