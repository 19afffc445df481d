using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class HeadingReaderTests
{
    [Theory]
    [InlineData("Introduction (200 words at most)", "Introduction", "(200 words at most)")]
    [InlineData("Timeline [optional]", "Timeline", "[optional]")]
    [InlineData("3. Risks (if any)", "Risks", "(if any)")]
    [InlineData("Appendix - optional", "Appendix", "- optional")]
    [InlineData("Availability.", "Availability", null)]
    [InlineData("Assignee(s)", "Assignee(s)", null)]
    [InlineData("Telemetry changes (new metrics)", "Telemetry changes (new metrics)", null)]
    [InlineData("2.1 Storage", "Storage", null)]
    [InlineData("三、车站", "车站", null)]
    [InlineData("12、车站", "车站", null)]
    [InlineData("一、", "一、", null)]
    [InlineData("Optional: Notes", "Notes", null)]
    [InlineData("Value/Return", "Value/Return", null)]
    public void What_speaks_to_the_author_is_parted_from_the_title(string heading, string title, string? suffix)
    {
        var parts = HeadingReader.Read(heading);
        Assert.Equal((title, suffix), (parts.Text, parts.Suffix));
    }

    [Theory]
    [InlineData("Option 1")]
    [InlineData("{title of option 1}")]
    [InlineData("[Alternative]")]
    [InlineData("Story 2")]
    [InlineData("Part 1 of the journey, such as the tickets")]
    [InlineData("Alternative A: <name>")]
    public void A_heading_that_is_an_example_may_stand_any_number_of_times(string heading) => Assert.True(HeadingReader.Read(heading).IsRepeatable);

    [Theory]
    [InlineData("Alternatives")]
    [InlineData("Option values")]
    [InlineData("Phase 1 timetable")]
    [InlineData("Test Plan")]
    public void Other_headings_stand_once(string heading) => Assert.False(HeadingReader.Read(heading).IsRepeatable);
}
