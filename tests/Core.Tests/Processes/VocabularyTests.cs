using Gavel.Core.Processes;

namespace Core.Tests.Processes;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Some = new(
    [
        new Status("In Discussion", StatusKind.Open, ["Discussion"]),
        new Status("Accepted", StatusKind.Accepted, []),
        new Status("Implemented", StatusKind.Done, []),
        new Status("Superseded", StatusKind.Superseded, ["Replaced"]),
    ]);

    [Theory]
    [InlineData("Accepted", "Accepted")]
    [InlineData("ACCEPTED", "Accepted")]
    [InlineData("**Accepted**", "Accepted")]
    [InlineData("_Accepted_ |", "Accepted")]
    [InlineData("`accepted`", "Accepted")]
    [InlineData("\"Accepted\"", "Accepted")]
    [InlineData("'in  discussion'", "In Discussion")]
    [InlineData("[Accepted](https://example.org/1)", "Accepted")]
    [InlineData("<b>Accepted</b>.", "Accepted")]
    [InlineData("Accepted <!-- by ann -->", "Accepted")]
    public void Case_and_markup_do_not_matter(string text, string status)
    {
        var match = Some.Find(text);
        Assert.Equal(status, match?.Status.Name);
        Assert.True(match!.IsExact);
    }

    [Theory]
    [InlineData("Not implemented", StatusKind.Withdrawn)]
    [InlineData("PROPOSED Not Implemented", StatusKind.Open)]
    [InlineData("Accepted, not implemented", StatusKind.Accepted)]
    [InlineData("ACCEPTED Implemented", StatusKind.Done)]
    public void How_far_the_work_is_comes_behind_what_was_decided(string text, StatusKind kind) => Assert.Equal(kind, StatusText.KindOf(text));

    [Theory]
    [InlineData("Acceptd", "Accepted")]
    [InlineData("propsed", "proposed")]
    [InlineData("Wihtdrawn", "Withdrawn")]
    [InlineData("In reveiw", "In review")]
    [InlineData("Accepted", null)]
    [InlineData("Parking lot", null)]
    [InlineData("Nearly", null)]
    public void A_slip_of_the_fingers_is_known(string text, string? meant) => Assert.Equal(meant, StatusSpelling.Meant(text, Vocabulary.Empty));

    [Theory]
    [InlineData("Drft", "Draft")]
    [InlineData("Daft", "Draft")]
    [InlineData("Sailed", null)]
    [InlineData("Sail", null)]
    public void A_letter_that_is_left_out_of_a_status_of_the_process_is_a_slip(string text, string? meant) =>
        Assert.Equal(meant, StatusSpelling.Meant(text, new Vocabulary([new Status("Draft", StatusKind.Draft, []), new Status("Sailing", StatusKind.Open, [])])));

    [Theory]
    [InlineData("Superseded by 12", "by 12")]
    [InlineData("Superseded by [ZIP-12](zip-12.md)", "by ZIP-12")]
    [InlineData("Superseded [what came](https://example.org/12)", "what came")]
    [InlineData("Superseded (ZIP-12)", "ZIP-12")]
    [InlineData("Superseded: ZIP-12", "ZIP-12")]
    [InlineData("superseded, see ZIP-12", "see ZIP-12")]
    public void What_follows_a_status_is_its_parameter(string text, string parameter)
    {
        var match = Some.Find(text);
        Assert.Equal(("Superseded", parameter), (match?.Status.Name, match?.Parameter));
        Assert.False(match!.IsExact);
    }

    [Theory]
    [InlineData("Implemented (1.2)", "1.2")]
    [InlineData("Implemented in 1.2", "in 1.2")]
    [InlineData("Implemented 1.2", "1.2")]
    [InlineData("Implemented - 2020-01-02", "2020-01-02")]
    [InlineData("Implemented v2", "v2")]
    public void A_release_or_a_date_is_a_parameter(string text, string parameter) =>
        Assert.Equal(("Implemented", parameter), (Some.Find(text)?.Status.Name, Some.Find(text)?.Parameter));

    [Theory]
    [InlineData("")]
    [InlineData("_one of the above_")]
    [InlineData("Accepted but nobody knows")]
    [InlineData("Acceptedness")]
    [InlineData("Done")]
    public void Other_text_is_no_status(string text) => Assert.Null(Some.Find(text));

    [Fact]
    public void An_alias_is_said_to_be_one()
    {
        Assert.True(Some.Find("discussion")!.ByAlias);
        Assert.False(Some.Find("in discussion")!.ByAlias);
    }

    [Theory]
    [InlineData("Acepted", "Accepted")]
    [InlineData("Implmented", "Implemented")]
    [InlineData("Under discussion", "In Discussion")]
    [InlineData("Approved", "Accepted")]
    [InlineData("Obsolete", "Superseded")]
    public void The_nearest_status_is_suggested(string text, string status) => Assert.Equal(status, Some.Nearest(text)?.Name);

    [Theory]
    [InlineData("Banana")]
    [InlineData("42")]
    public void Nothing_near_is_nothing(string text) => Assert.Null(Some.Nearest(text));

    [Theory]
    [InlineData("Draft", StatusKind.Draft)]
    [InlineData("WIP", StatusKind.Draft)]
    [InlineData("Under Discussion", StatusKind.Open)]
    [InlineData("Last Call", StatusKind.Open)]
    [InlineData("Design Approved", StatusKind.Accepted)]
    [InlineData("In development", StatusKind.Accepted)]
    [InlineData("Merged", StatusKind.Done)]
    [InlineData("Merged into 12", StatusKind.Superseded)]
    [InlineData("Final", StatusKind.Done)]
    [InlineData("Living", StatusKind.Living)]
    [InlineData("Stagnant", StatusKind.Deferred)]
    [InlineData("Not accepted", StatusKind.Rejected)]
    [InlineData("Abandoned", StatusKind.Withdrawn)]
    [InlineData("Deprecated", StatusKind.Superseded)]
    public void Words_say_the_kind(string text, StatusKind kind) => Assert.Equal(kind, StatusText.KindOf(text));

    [Fact]
    public void A_vocabulary_of_a_templates_values_drops_their_parameters()
    {
        var statuses = Vocabulary.Of(["proposed", "rejected", "accepted", "superseded by ADR-0123", "In Discussion", "accepted"]).Statuses;
        Assert.Equal(["proposed", "rejected", "accepted", "superseded", "In Discussion"], statuses.Select(s => s.Name));
    }

    [Theory]
    [InlineData("Returned for revision", "Returned for revision")]
    [InlineData("Superseded by 12", "Superseded")]
    [InlineData("Implemented (release 5)", "Implemented")]
    public void A_name_of_several_words_is_not_cut_at_a_small_one(string text, string name) => Assert.Equal(name, Vocabulary.Of([text]).Statuses[0].Name);

    [Theory]
    [InlineData("Ready for Building", "Ready for Building")]
    [InlineData("Waiting for 4.2", "Waiting")]
    [InlineData("Superseded by 3", "Superseded")]
    public void A_listed_name_is_kept_whole_where_for_leads_to_words(string listed, string name) => Assert.Equal([name], Vocabulary.Of([listed]).Statuses.Select(s => s.Name));

    [Fact]
    public void What_has_been_incorporated_is_done() => Assert.Equal(StatusKind.Done, Vocabulary.Of(["Incorporated"]).Statuses[0].Kind);
}
