using Gavel.Core.Diagnostics;

namespace Core.Tests.Templates;

public sealed class TemplateDefectTests
{
    private static string[] Messages(string markdown) => [.. TemplateCase.Learn(markdown).Defects.Select(d => d.Message)];

    [Theory]
    [InlineData("", "the template is empty, so it asks for nothing")]
    [InlineData(" \n\t\n", "the template is empty, so it asks for nothing")]
    [InlineData("\0\u0001PNG\0", "the template is a binary file, not text")]
    public void A_file_that_is_no_template_gives_one_clear_message_and_nothing_else(string text, string message)
    {
        var schema = TemplateCase.Learn(text);
        Assert.Equal((message, Severity.Error), (Assert.Single(schema.Defects).Message, schema.Defects[0].Severity));
        Assert.NotNull(schema.Defects[0].Help);
        Assert.Empty(schema.Demands);
    }

    [Fact]
    public void A_template_without_any_heading_is_told_so() => Assert.Contains("the template has no section heading, so it asks for no section", Messages("Write what you like.\n"));

    [Fact]
    public void An_entry_of_the_contents_that_names_no_heading() =>
        Assert.Contains("the table of contents names 'Costs', which is no heading of the template", Messages("# T\n\n- [Aim](#aim)\n- [Costs](#costs)\n\n## Aim\n\n## Price\n"));

    [Fact]
    public void An_entry_that_spells_its_heading_otherwise() =>
        Assert.Contains("the table of contents says 'API Use', the heading says 'API use'", Messages("# T\n\n- [Aim](#aim)\n- [API Use](#api-use)\n\n## Aim\n\n## API use\n"));

    [Fact]
    public void A_level_that_is_left_out() => Assert.Contains("heading 'Deep' is at level 4, but the one above it is at level 2", Messages("# T\n\n## Aim\n\n#### Deep\n\n## End\n"));

    [Fact]
    public void A_heading_that_stands_twice() => Assert.Contains("heading 'Aim' stands twice", Messages("# T\n\n## Aim\n\n## Plan\n\n## Aim\n"));

    [Fact]
    public void A_heading_that_may_stand_any_number_of_times_is_none() => Assert.Empty(Messages("# T\n\n## Options\n\n### {option}\n\nGood?\n\n### {option}\n\nBad?\n"));

    [Fact]
    public void An_emphasis_that_is_never_closed() => Assert.Contains("emphasis '_' is never closed", Messages("# T\n\n## Aim\n\n_What do you want?\n\n## End\n"));

    [Fact]
    public void Values_that_are_promised_and_do_not_come() =>
        Assert.Contains("field 'Status' says 'one of' but lists no values that can be read", Messages("# T\n\n* **Status**: one of these\n* **Author**: your name\n\n## Aim\n"));

    [Fact]
    public void A_sound_template_has_no_defect() => Assert.Empty(Messages("# EP-NNN: Title\n\n* **Status**: a | b\n* **Author**: your name\n\n## Aim\n\n_What?_\n\n## Plan\n\nSay how.\n"));
}
