using Gavel.Core.Processes;
using Gavel.Core.Templates;

namespace Core.Tests.Processes;

public sealed class TitleReaderTests
{
    private static readonly TitlePattern Named = new(
        [new(TitlePart.Literal, "ZIP "), new(TitlePart.Number, "N"), new(TitlePart.Literal, " - "), new(TitlePart.Title, "Title")]);

    private static readonly TitlePattern Numbered = new([new(TitlePart.Number, "N"), new(TitlePart.Literal, ". "), new(TitlePart.Title, "Title")]);

    private static readonly TitlePattern Plain = new([new(TitlePart.Title, "Title")]);

    [Theory]
    [InlineData("ZIP 54 - Fast lane")]
    [InlineData("ZIP-54: Fast lane")]
    [InlineData("Zip-54 — Fast lane")]
    [InlineData("ZIP54 Fast lane")]
    [InlineData("ZIP #54 Fast lane")]
    [InlineData("ZIP-0054 - Fast lane")]
    [InlineData("[ZIP-54] Fast lane")]
    [InlineData("ZIP_54_ Fast lane")]
    [InlineData("54. Fast lane")]
    [InlineData("[54] Fast lane")]
    [InlineData("54 - Fast lane")]
    [InlineData("54: Fast lane")]
    public void Spellings_that_people_use_are_read(string heading)
    {
        var reading = TitleReader.Read(Named, heading);
        Assert.Equal((54, "Fast lane"), (reading.Number, reading.Title));
    }

    [Theory]
    [InlineData("Rail RFC ZIP-54 - (Fast lane)", 54, "(Fast lane)")]
    [InlineData("rail rfc zip-0054: Fast lane", 54, "Fast lane")]
    public void All_that_the_template_has_before_the_number_may_stand_there(string heading, int number, string title)
    {
        var pattern = new TitlePattern([new(TitlePart.Literal, "Rail RFC ZIP-"), new(TitlePart.Number, "NNNN"), new(TitlePart.Literal, " - "), new(TitlePart.Title, "Title")]);
        var reading = TitleReader.Read(pattern, heading);
        Assert.Equal((number, title), (reading.Number, reading.Title));
    }

    [Theory]
    [InlineData("Rail Change 54: Fast lane", 54, "Fast lane")]
    [InlineData("Rail Change: Fast lane", null, "Fast lane")]
    [InlineData("Rail Change: 3 ways to do it", null, "3 ways to do it")]
    public void A_number_may_stand_where_the_template_shows_none(string heading, int? number, string title)
    {
        var pattern = new TitlePattern([new(TitlePart.Literal, "Rail Change: "), new(TitlePart.Title, "Title")]);
        var reading = TitleReader.Read(pattern, heading);
        Assert.Equal((number, title), (reading.Number, reading.Title));
    }

    [Theory]
    [InlineData("ZIP 54 - .NET lanes", ".NET lanes")]
    [InlineData("ZIP-54: -Werror by default", "-Werror by default")]
    [InlineData("[54] /healthz", "/healthz")]
    [InlineData("54: #[derive] for lanes", "#[derive] for lanes")]
    [InlineData("ZIP 54 - _private lanes", "_private lanes")]
    [InlineData("ZIP-54:.NET lanes", "NET lanes")]
    [InlineData("ZIP 54 -Fast lane", "Fast lane")]
    [InlineData("ZIP 54 | - Fast lane", "Fast lane")]
    public void Behind_a_mark_and_a_blank_the_next_mark_is_the_titles_own(string heading, string title) => Assert.Equal(title, TitleReader.Read(Named, heading).Title);

    [Theory]
    [InlineData("2 ways to do it")]
    [InlineData("Fast lane")]
    [InlineData("Zipper 54")]
    public void A_title_without_a_number_is_all_title(string heading)
    {
        var reading = TitleReader.Read(Named, heading);
        Assert.Equal((null, heading, false), (reading.Number, reading.Title, reading.IsExact));
    }

    [Theory]
    [InlineData("ZIP-milestone-25: Vectors", "milestone-25", "Vectors")]
    [InlineData("ZIP NNNN - Vectors", "NNNN", "Vectors")]
    [InlineData("ZIP-X: Vectors", "X", "Vectors")]
    public void A_label_may_stand_in_the_numbers_place(string heading, string label, string title)
    {
        var reading = TitleReader.Read(Named, heading);
        Assert.Equal((null, label, title), (reading.Number, reading.Label, reading.Title));
    }

    [Fact]
    public void Only_the_patterns_own_spelling_is_exact()
    {
        Assert.True(TitleReader.Read(Named, "ZIP 54 - Fast lane").IsExact);
        Assert.False(TitleReader.Read(Named, "ZIP-54 - Fast lane").IsExact);
        Assert.True(TitleReader.Read(Numbered, "54. Fast lane").IsExact);
        Assert.True(TitleReader.Read(Plain, "Fast lane").IsExact);
    }

    [Fact]
    public void A_title_may_be_empty() => Assert.Equal((7, ""), (TitleReader.Read(Named, "ZIP-7:").Number, TitleReader.Read(Named, "ZIP-7:").Title));

    [Fact]
    public void A_pattern_without_a_number_drops_its_prefix()
    {
        var pattern = new TitlePattern([new(TitlePart.Literal, "Spec: "), new(TitlePart.Title, "Title")]);
        Assert.Equal("Fast lane", TitleReader.Read(pattern, "spec - Fast lane").Title);
        Assert.Equal("Specs", TitleReader.Read(pattern, "Specs").Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZIP")]
    [InlineData("ZIP-")]
    [InlineData("[")]
    [InlineData("99999999999999999999 x")]
    public void Odd_headings_do_not_throw(string heading) => Assert.NotNull(TitleReader.Read(Named, heading).Title);
}
