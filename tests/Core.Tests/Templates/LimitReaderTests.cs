using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class LimitReaderTests
{
    [Theory]
    [InlineData("200 words at most", LimitUnit.Words, 200)]
    [InlineData("at most 200 words", LimitUnit.Words, 200)]
    [InlineData("no more than two hundred words", LimitUnit.Words, 200)]
    [InlineData("Keep it under 1,000 characters.", LimitUnit.Characters, 1000)]
    [InlineData("The title should be 44 characters or less.", LimitUnit.Characters, 44)]
    [InlineData("Please wrap text at 79 columns.", LimitUnit.Columns, 79)]
    [InlineData("Wrap lines at 100 characters", LimitUnit.Columns, 100)]
    [InlineData("should not exceed three paragraphs", LimitUnit.Paragraphs, 3)]
    [InlineData("A single paragraph of prose", LimitUnit.Paragraphs, 1)]
    [InlineData("capped at 80 words", LimitUnit.Words, 80)]
    [InlineData("not longer than 5 lines", LimitUnit.Lines, 5)]
    public void Greatest_amounts_are_read(string text, LimitUnit unit, int max) => Assert.Equal(new LimitFound(unit, max, IsSure: true), Assert.Single(LimitReader.Read(text)));

    [Theory]
    [InlineData("A short (~200 word) description", LimitUnit.Words, 200)]
    [InlineData("in about 50 words", LimitUnit.Words, 50)]
    [InlineData("1-2 paragraphs", LimitUnit.Paragraphs, 2)]
    public void An_approximate_amount_is_not_sure(string text, LimitUnit unit, int max) => Assert.Equal(new LimitFound(unit, max, IsSure: false), Assert.Single(LimitReader.Read(text)));

    [Theory]
    [InlineData("at least 100 words")]
    [InlineData("a few words")]
    [InlineData("in your own words")]
    [InlineData("The 3 key words of the title")]
    [InlineData("line 4")]
    [InlineData("one paragraph for each goal")]
    [InlineData("one paragraph per goal")]
    [InlineData("at most 99999999 hundred words")]
    [InlineData("no more than 99999999999 words")]
    public void Other_amounts_are_no_limit(string text) => Assert.Empty(LimitReader.Read(text));

    [Theory]
    [InlineData("each task is at most 1 person-week", 5)]
    [InlineData("No story takes more than it should: up to 3 days.", 3)]
    [InlineData("tasks of two weeks or less", 10)]
    public void The_size_of_a_task_is_read_in_days(string text, int days) => Assert.Equal(days, LimitReader.TaskDays(text));

    [Fact]
    public void A_size_that_nobody_can_count_is_none() => Assert.Null(LimitReader.TaskDays("each task is at most 2000000000 weeks"));

    [Fact]
    public void A_span_of_time_without_a_task_is_no_size() => Assert.Null(LimitReader.TaskDays("Those which can complete in two or three weeks"));
}
