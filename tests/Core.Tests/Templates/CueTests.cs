using Gavel.Core.Templates;

namespace Core.Tests.Templates;

/// <summary>Words that no corpus beside this checkout uses: the table must be wider than what it was tried on.</summary>
public sealed class CueTests
{
    private const string Statuses = "* **Status**: sketch | agreed | built\n* **Author**: your name\n\n";

    [Theory]
    [InlineData("Can be filled in later.")]
    [InlineData("Can wait until the plan is agreed.")]
    [InlineData("Must be filled in before it is agreed.")]
    [InlineData("Not required until agreed.")]
    [InlineData("Required once agreed.")]
    public void What_may_come_later_is_demanded_from_a_status_on(string text) =>
        Assert.Equal("agreed", TemplateCase.Learn($"# XP-NNN: Title\n\n{Statuses}## Aim\n\nSay what.\n\n## Costs\n\n{text}\n").Section("Costs").When.FromStatus);

    [Theory]
    [InlineData("For a first draft, only \"Aim\" counts.")]
    [InlineData("The minimum is the \"Aim\" section.")]
    [InlineData("At the very least, write \"Aim\".")]
    public void The_least_of_a_first_draft_frees_the_rest(string text)
    {
        var schema = TemplateCase.Learn($"# XP-NNN: Title\n\n{Statuses}<!-- {text} -->\n\n## Aim\n\n## Costs\n");
        Assert.Equal((null, "agreed"), (schema.Section("Aim").When.FromStatus, schema.Section("Costs").When.FromStatus));
    }

    [Theory]
    [InlineData("leave blank")]
    [InlineData("to be filled by the secretary")]
    [InlineData("editors will set this")]
    [InlineData("populated automatically")]
    [InlineData("for official use")]
    public void A_value_that_somebody_else_writes_may_be_empty(string value) =>
        Assert.True(TemplateCase.Learn($"# XP-NNN: Title\n\n* **Status**: a | b\n* **Docket**: ({value})\n\n## Aim\n").Field("Docket").MayBeEmpty);

    [Theory]
    [InlineData("Strip the guidance before you hand it in.")]
    [InlineData("Erase these hints at the end.")]
    [InlineData("All of these comment blocks must be removed.")]
    [InlineData("Discard this note.")]
    public void That_instructions_go_is_said_in_many_ways(string text) => Assert.True(TemplateCase.Learn($"# T\n\n_{text}_\n\n## Aim\n").SaysInstructionsGo);

    [Theory]
    [InlineData("Store it as `0000-my-subject.md`.", "{number}-{slug}.md")]
    [InlineData("Call it `YYYY-MM-DD-short-title.md`.", "{date}-{slug}.md")]
    [InlineData("Save this as `plans/NNN_title.md`.", "plans/{number}_{slug}.md")]
    [InlineData("Rename it to `rfc-your-feature.md`.", "rfc-{slug}.md")]
    public void The_name_of_the_file_is_read(string text, string pattern) => Assert.Equal(pattern, TemplateCase.Learn($"# T\n\n<!-- {text} -->\n\n## Aim\n").Naming?.Pattern);

    [Theory]
    [InlineData("Repeat this section for each risk.")]
    [InlineData("One subsection per risk.")]
    [InlineData("Add as many as you like.")]
    public void A_section_that_may_be_repeated(string text) => Assert.True(TemplateCase.Learn($"# T\n\n## Risks\n\n### A risk\n\n<!-- {text} -->\n").Section("A risk").IsRepeatable);

    [Fact]
    public void Where_no_section_may_go_prose_that_sounds_conditional_frees_none() =>
        Assert.Equal(Requirement.Required, TemplateCase.Learn("# T\n\nKeep all headings.\n\n## Aim\n\nWhere appropriate, name the people.\n").Section("Aim").Requirement);

    [Theory]
    [InlineData("Skip any section that does not apply.")]
    [InlineData("Feel free to add and remove sections.")]
    [InlineData("Irrelevant sections can be dropped.")]
    [InlineData("Delete unused sections before you send it.")]
    public void Sections_that_do_not_apply_may_go(string text) =>
        Assert.All(TemplateCase.Learn($"# T\n\n<!-- {text} -->\n\n## Aim\n\n## End\n").All<Demand.Section>(), s => Assert.Equal((Requirement.Optional, Confidence.Medium), (s.Requirement, s.Confidence)));

    [Theory]
    [InlineData("Do not remove any sections.")]
    [InlineData("Never delete sections that do not apply; write None.")]
    [InlineData("Remove comment blocks for sections that are done.")]
    public void What_forbids_it_or_speaks_of_something_else_frees_none(string text) =>
        Assert.All(TemplateCase.Learn($"# T\n\n<!-- {text} -->\n\n## Aim\n\n## End\n").All<Demand.Section>(), s => Assert.Equal(Requirement.Required, s.Requirement));

    [Theory]
    [InlineData("You can keep these comments.")]
    [InlineData("The comments may remain.")]
    public void Comments_that_may_stay_are_no_leftovers(string text) => Assert.Empty(TemplateCase.Learn($"# T\n\n<!-- {text} -->\n\n## Aim\n\n<!-- Say why the mill turns. -->\n").MustGo());

    [Theory]
    [InlineData("Pick one:")]
    [InlineData("Tick one of these.")]
    public void A_list_of_which_one_stays_asks_once(string intro) => Assert.Equal([intro.TrimEnd(':')], TemplateCase.Learn($"# T\n\n## Aim\n\n{intro}\n\n* All of us\n* Most of us\n* None of us\n").Prompts("Aim"));

    [Theory]
    [InlineData("obligatory", Requirement.Required)]
    [InlineData("compulsory", Requirement.Required)]
    [InlineData("elective", Requirement.Optional)]
    [InlineData("nice to have", Requirement.Optional)]
    [InlineData("should the need arise", Requirement.Conditional)]
    public void Marks_behind_a_heading(string mark, Requirement requirement)
    {
        var section = TemplateCase.Learn($"# T\n\n## Aim ({mark})\n\n## End\n").Section("Aim");
        Assert.Equal((requirement, $"({mark})"), (section.Requirement, section.Suffix));
    }

    [Theory]
    [InlineData("Dispatcher", "point of contact", FieldKind.Text)]
    [InlineData("Point of contact", "", FieldKind.People)]
    [InlineData("Facilitator", "", FieldKind.People)]
    [InlineData("Epic", "", FieldKind.Link)]
    [InlineData("Fix version", "", FieldKind.Release)]
    [InlineData("Decided on", "", FieldKind.Date)]
    [InlineData("Maturity", "", FieldKind.Enum)]
    public void A_name_tells_the_kind(string name, string value, FieldKind kind) =>
        Assert.Equal(kind, TemplateCase.Learn($"# T\n\n* **Status**: a | b\n* **{name}**: {value}\n\n## Aim\n").Field(name).Kind);
}
