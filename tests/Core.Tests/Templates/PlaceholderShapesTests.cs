using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class PlaceholderShapesTests
{
    [Theory]
    [InlineData("IP-$NUMBER: $IP_Title", "$NUMBER|$IP_Title")]
    [InlineData("EP-NNNN: {title}", "NNNN|{title}")]
    [InlineData("by <name of author>", "<name of author>")]
    [InlineData("We will not ______ because ______.", "______|______")]
    [InlineData("on YYYY-MM-DD or dd-mmm-yyyy", "YYYY-MM-DD|dd-mmm-yyyy")]
    [InlineData("- Start: (fill me in with today's date)", "(fill me in with today's date)")]
    [InlineData("issue/NNNNN.", "NNNNN")]
    [InlineData("{{ number }} and [short title]", "{{ number }}|[short title]")]
    public void Gaps_are_found_by_their_shape(string text, string expected) => Assert.Equal(expected.Split('|'), PlaceholderShapes.Find(text));

    [Theory]
    [InlineData("costs $5 and 100")]
    [InlineData("<br/> <a href=\"x\">")]
    [InlineData("see [the guide](guide.md)")]
    [InlineData("<https://example.org>")]
    [InlineData("snake_case and __init__")]
    [InlineData("array[0] and [x]")]
    [InlineData("in 1000 cases (three of them)")]
    public void Ordinary_text_has_none(string text) => Assert.Empty(PlaceholderShapes.Find(text));

    [Theory]
    [InlineData("TBD")]
    [InlineData("...")]
    [InlineData("<URL>")]
    [InlineData("Your Name")]
    [InlineData("xx")]
    [InlineData("To be written.")]
    [InlineData("dd/mm/aaaa")]
    [InlineData("TT.MM.JJJJ")]
    [InlineData("ДД.ММ.ГГГГ")]
    [InlineData("{date}: {what changed}")]
    public void Some_texts_are_placeholders_as_a_whole(string text) => Assert.True(PlaceholderShapes.IsWhole(text));

    [Theory]
    [InlineData("Draft")]
    [InlineData("None")]
    [InlineData("24.12.2031")]
    [InlineData("1.2")]
    public void A_short_answer_is_not(string text) => Assert.False(PlaceholderShapes.IsWhole(text));
}
