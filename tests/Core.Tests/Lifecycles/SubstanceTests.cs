using Gavel.Core.Documents.Markdown;
using Gavel.Core.Lifecycles;
using Gavel.Core.Text;

namespace Core.Tests.Lifecycles;

/// <summary>What makes an approval stale, and what does not.</summary>
public sealed class SubstanceTests
{
    private const string Before = """
        # RFC-1: Budgets

        - **Status**: Draft

        ## Design

        Clients that wait less than 10 seconds may retry, at a cost of 5% of the calls.

        - [ ] write the counter
        - measure it: `if (a == b)` holds while x < 7

        > Quoted from a letter. 𠮷 कि
        """;

    [Theory]
    [InlineData("Status**: Draft", "Status**: Accepted")]
    [InlineData("seconds may", "secconds may")]
    [InlineData("seconds may retry, at", "seconds may\nretry; at")]
    [InlineData("- [ ] write", "- [x] write")]
    [InlineData("- [ ] write", "* [X] write")]
    [InlineData("## Design", "<!-- gavel: allow section-missing: it is small -->\n\n## Design")]
    [InlineData("Clients that", "**Clients** that")]
    [InlineData("> Quoted", ">> Quoted")]
    [InlineData("## Design", "Design\n===")]
    public void What_leaves_an_approval_as_it_is(string old, string now) => Assert.True(IsSame(old, now));

    [Theory]
    [InlineData("may retry", "may not retry")]
    [InlineData("may retry", "must retry")]
    [InlineData("10 seconds", "11 seconds")]
    [InlineData("10 seconds", "-10 seconds")]
    [InlineData("5% of", "5 of")]
    [InlineData("cost of 5%", "cost of $5")]
    [InlineData("a == b", "a != b")]
    [InlineData("x < 7", "x > 7")]
    [InlineData("x < 7", "x <= 7")]
    [InlineData("RFC-1: Budgets", "RFC-1: Limits")]
    [InlineData("𠮷", "𠀋")]
    [InlineData("कि", "की")]
    public void What_makes_it_stale(string old, string now) => Assert.False(IsSame(old, now));

    private static bool IsSame(string old, string now)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        var syntax = new MarkdownSyntax();
        return Substance.IsSame(syntax.Parse(SourceText.From("a.md", Before)), syntax.Parse(SourceText.From("a.md", Before.Replace(old, now, StringComparison.Ordinal))));
    }
}
