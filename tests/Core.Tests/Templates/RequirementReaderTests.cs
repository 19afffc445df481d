using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class RequirementReaderTests
{
    [Theory]
    [InlineData("This section is optional.")]
    [InlineData("Optional section which defines terms.")]
    [InlineData("Optionally, describe what was considered.")]
    [InlineData("(voluntary)")]
    [InlineData("Feel free to drop this element.")]
    [InlineData("For small changes, this may not be necessary.")]
    [InlineData("You can leave out this part.")]
    [InlineData("This chapter is dispensable.")]
    [InlineData("This section is entirely optional; if present, it names the terms.")]
    [InlineData("It may help to list the terms, although it is not required.")]
    [InlineData("This section might not always exist.")]
    public void Optional_is_said_in_many_ways(string sentence) => Assert.Equal(Requirement.Optional, RequirementReader.OfSentence(sentence, "Glossary", isFirst: true)?.Requirement);

    [Theory]
    [InlineData("Remove this section if no data moves.")]
    [InlineData("This section is optional for tools.")]
    [InlineData("Only needed for changes that users see.")]
    [InlineData("If there are API changes, describe them.")]
    [InlineData("N/A if no personal data is touched.")]
    [InlineData("For any change of the format, it is required that the old one can be read.")]
    [InlineData("Where applicable, describe the screens.")]
    [InlineData("This section is included only if an API changes.")]
    [InlineData("This section must be completed when targeting a release.")]
    public void A_condition_is_kept_in_the_templates_words(string sentence)
    {
        var mark = RequirementReader.OfSentence(sentence, "Impact", isFirst: true);
        Assert.Equal(Requirement.Conditional, mark?.Requirement);
        Assert.Contains(mark!.Condition!, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Describe the optional arguments of the call.")]
    [InlineData("If you cannot explain it simply, you do not understand it.")]
    [InlineData("What happens if a node fails?")]
    [InlineData("Which parts are required?")]
    [InlineData("Why should we do this?")]
    [InlineData("This section should tell the story, and it should show numbers only if that helps.")]
    [InlineData("The design lists what was tried, with pictures only when there are any words left.")]
    public void Prose_about_the_subject_is_no_mark(string sentence) => Assert.Null(RequirementReader.OfSentence(sentence, "Design", isFirst: true));

    [Fact]
    public void Not_optional_is_required() => Assert.Equal(Requirement.Required, RequirementReader.OfSentence("This section is not optional.", "Security", isFirst: true)?.Requirement);

    [Theory]
    [InlineData("This section is mandatory for all EPs.", null)]
    [InlineData("This section is required for every proposal.", null)]
    [InlineData("The summary is required for producing good notes on what was released.", null)]
    [InlineData("This section is required for every change of the format.", Requirement.Conditional)]
    [InlineData("This section is required for adding a track.", Requirement.Conditional)]
    public void What_all_proposals_must_have_is_under_no_condition(string sentence, Requirement? requirement) =>
        Assert.Equal(requirement, RequirementReader.OfSentence(sentence, "Security", isFirst: true)?.Requirement);

    [Fact]
    public void A_section_may_be_named_instead_of_being_called_this_one() =>
        Assert.Equal(Requirement.Optional, RequirementReader.OfSentence("Feature liaison is optional.", "Feature Liaison", isFirst: false)?.Requirement);
}
