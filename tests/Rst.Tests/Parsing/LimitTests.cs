using Gavel.Rst.Tree;
using Gavel.Rst;
using Xunit;

namespace Rst.Tests.Parsing;

/// <summary>No text throws, hangs or overflows the stack.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("  ")]
    [InlineData("- ")]
    [InlineData(":f: ")]
    [InlineData(".. note:: ")]
    [InlineData("1. ")]
    [InlineData("| ")]
    public void Ten_thousand_levels_on_one_line_are_cut_with_a_message(string marker)
    {
        var text = string.Concat(Enumerable.Repeat(marker, 10_000)) + "x\n";
        var document = RstParser.Parse(text, RstOptions.Default with { LineLengthLimit = int.MaxValue });
        Assert.True(Depth(document.Root) < 1_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- ")]
    public void Ever_deeper_lines_are_cut_with_a_message(string marker)
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i * 2) + marker + "x\n\n"));
        var document = RstParser.Parse(text);
        Assert.Contains(document.Messages, static m => m.Severity == RstSeverity.Severe && m.Text.Contains("nested too deeply", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_beyond_the_limit_stops_the_parse_with_an_error()
    {
        var document = RstParser.Parse("short\n" + new string('x', 81) + "\n", RstOptions.Default with { LineLengthLimit = 80 });
        var message = Assert.Single(document.Messages);
        Assert.Equal("Line 2 exceeds the line-length-limit.", message.Text);
        Assert.Single(document.Root.Children.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\ud800 *\udc00*")]
    [InlineData("\\")]
    [InlineData("..\n")]
    [InlineData(".. |")]
    [InlineData(".. _")]
    [InlineData("__")]
    [InlineData("+-+\n")]
    [InlineData("= =\n")]
    [InlineData("1.")]
    [InlineData("99999999999999999999. x")]
    [InlineData(".. csv-table::\n\n\n")]
    [InlineData(".. list-table::\n\n   *\n")]
    [InlineData(".. role::\n.. default-role:: x\n.. meta::\n   :\n")]
    public void Scraps_of_markup_give_a_tree(string text) => Assert.Equal(text.Length, RstParser.Parse(text).Root.Span.Length);

    private static int Depth(RstElement element)
    {
        var deepest = 0;
        var stack = new Stack<(RstElement Element, int Depth)>([(element, 1)]);
        while (stack.TryPop(out var top))
        {
            deepest = Math.Max(deepest, top.Depth);
            foreach (var child in top.Element.Children)
            {
                if (child is RstElement inner) stack.Push((inner, top.Depth + 1));
            }
        }

        return deepest;
    }
}
