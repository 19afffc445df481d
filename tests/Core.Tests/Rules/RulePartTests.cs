using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Checking.Rules.Leftovers;
using Gavel.Core.Checking.Rules.Sections;
using Gavel.Core.Checking.Rules.Texts;
using Gavel.Core.Text;

namespace Core.Tests.Rules;

public sealed class RulePartTests
{
    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2024-02-30", false)]
    [InlineData("2024-02-03T10:00:00Z", true)]
    [InlineData("3 Feb 2024", false)]
    public void A_date_that_is_asked_for_in_ISO_form_has_it(string value, bool isRight) => Assert.Equal(isRight, Dates.Fault("YYYY-MM-DD", value, isList: false) is null);

    [Theory]
    [InlineData("12-Mar-2020", true)]
    [InlineData("March 2020", true)]
    [InlineData("12-MAR-20", true)]
    [InlineData("31-FEB-20", false)]
    [InlineData("2024-13-45", false)]
    [InlineData("soon", false)]
    public void Another_date_is_one_of_the_calendar(string value, bool isRight) => Assert.Equal(isRight, Dates.Fault(null, value, isList: false) is null);

    [Fact]
    public void The_fewest_sections_move()
    {
        Assert.Equal([true, false, true, true], SectionOrder.LongestRise([0, 3, 1, 2]));
        Assert.Equal([], SectionOrder.LongestRise([]));
    }

    [Theory]
    [InlineData("https://example.org/a", "External")]
    [InlineData("mailto:a@example.org", "External")]
    [InlineData("ann@example.org", "External")]
    [InlineData("www.example.org", "External")]
    [InlineData("//example.org", "External")]
    [InlineData("#design", "Fragment")]
    [InlineData("a/b.md#c", "Relative")]
    [InlineData("/docs/a", "Absolute")]
    [InlineData("{% link a.md %}", "Unknown")]
    [InlineData("", "Unknown")]
    [InlineData("#", "Unknown")]
    public void A_target_has_a_kind(string target, string kind) => Assert.Equal(kind, LinkTarget.Parse(target).Kind.ToString());

    [Fact]
    public void A_target_is_taken_apart()
    {
        var link = LinkTarget.Parse("some%20file.md?plain=1#the%20end");
        Assert.Equal("some file.md", link.Path);
        Assert.Equal("the end", link.Fragment);
    }

    [Theory]
    [InlineData("a\n\nX\n\nb\n", "a\n\nb\n")]
    [InlineData("a\n\nX\n\nX\n\nb\n", "a\n\nb\n")]
    [InlineData("a\nX\n\nb\n", "a\n\nb\n")]
    [InlineData("a\n\nX\n", "a\n")]
    [InlineData("X\n\na\n", "a\n")]
    [InlineData("a\r\n\r\nX\r\n\r\nb", "a\r\n\r\nb")]
    [InlineData("a\n\nX b\n", "a\n\nX b\n")]
    public void A_block_is_cut_with_the_blank_lines_that_it_leaves(string before, string after)
    {
        var text = SourceText.From("a.md", before);
        var blocks = Enumerable.Range(0, before.Length).Where(i => before[i] == 'X').Select(i => new TextSpan(i, 1));
        var result = before;
        foreach (var cut in Enumerable.Reverse(BlockCuts.Of(text, blocks))) result = result.Remove(cut.Start, cut.Length);
        Assert.Equal(after, result);
    }
}
