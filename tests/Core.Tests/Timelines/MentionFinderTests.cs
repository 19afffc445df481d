using Gavel.Core.Timelines;

namespace Core.Tests.Timelines;

public sealed class MentionFinderTests
{
    private static readonly MentionFinder Finder = new(
    [
        new MentionName("ZIP-7", "ZIP", 7), new MentionName("ZIP-70", "ZIP", 70), new MentionName("X-RAY-3", "X-RAY", 3),
        new MentionName("2024.1/night-trains", "specs", null), new MentionName("quotas", "specs", null),
    ]);

    [Theory]
    [InlineData("ZIP-7: accept", "ZIP-7")]
    [InlineData("zip 7 is done", "ZIP-7")]
    [InlineData("implement zip_0007", "ZIP-7")]
    [InlineData("Zip7, part one", "ZIP-7")]
    [InlineData("zip #7", "ZIP-7")]
    [InlineData("Merge pull request #1 from ann/zip-7-trains", "ZIP-7")]
    [InlineData("(ZIP-70)", "ZIP-70")]
    [InlineData("x-ray-3", "X-RAY-3")]
    [InlineData("see specs/2024.1/night-trains.rst", "2024.1/night-trains")]
    [InlineData("Implements: blueprint night-trains.", "2024.1/night-trains")]
    public void An_id_is_found_in_any_case_with_any_separator_and_padding(string text, string id) => Assert.Equal([id], Finder.Find(text));

    [Theory]
    [InlineData("ZIP-8")]
    [InlineData("UNZIP-7")]
    [InlineData("zip 7th try")]
    [InlineData("ZIP: 7 trains")]
    [InlineData("zip\n7")]
    [InlineData("new quotas for everybody")]
    [InlineData("midnight-trains")]
    [InlineData("")]
    public void Other_words_are_no_mention(string text) => Assert.Empty(Finder.Find(text));

    [Fact]
    public void Each_id_is_told_once_in_the_order_of_the_text() => Assert.Equal(["ZIP-70", "ZIP-7"], Finder.Find("ZIP-70, zip 7 and ZIP-0070"));

    [Fact]
    public void A_long_text_costs_no_more_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("zip-zip-zip-", 200_000));
        Assert.Empty(Finder.Find(text));
    }
}
