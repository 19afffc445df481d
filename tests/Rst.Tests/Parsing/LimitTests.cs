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
    public void Roles_made_of_roles_need_no_deeper_stack()
    {
        var text = ".. role:: r0\n\n" + string.Concat(Enumerable.Range(1, 20_000).Select(static i => $".. role:: r{i}(r{i - 1})\n\n")) + ":r20000:`x`\n";
        string? html = null;
        var thread = new Thread(() => html = RstParser.Parse(text).Root.InnerText, 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal("x", html);
    }

    [Fact]
    public void A_role_made_of_another_keeps_what_that_one_sets()
    {
        var document = RstParser.Parse(".. role:: sql(code)\n   :language: sql\n\n.. role:: query(sql)\n   :class: big\n\n:query:`x`\n");
        Assert.Equal(["code", "big", "sql"], document.Root.Descendants().Single(static e => e.Kind == RstKind.Literal).Classes);
    }

    [Fact]
    public void A_table_of_short_rows_with_one_that_is_long_is_an_error_and_no_table()
    {
        var document = RstParser.Parse(".. csv-table::\n\n   " + new string(',', 9_000) + "\n" + string.Concat(Enumerable.Repeat("   a\n", 500)));
        Assert.Equal("\"csv-table\" would be nearly empty: 501 rows of 9001 columns for 9501 values.", Assert.Single(document.Messages).Text);
        Assert.DoesNotContain(document.Root.Descendants(), static e => e.Kind == RstKind.Table);
    }

    [Fact]
    public void Headings_before_many_blank_lines_are_read_in_linear_time() =>
        ReadWithin(TimeSpan.FromSeconds(300), string.Concat(Enumerable.Repeat("A\n=\n", 100_000)) + new string('\n', 500_000));

    [Fact]
    public void A_wide_table_in_a_wide_script_is_read_in_linear_time()
    {
        var line = string.Concat(Enumerable.Repeat("+--", 3_300)) + "+\n";
        var row = "|\u4e2d" + string.Concat(Enumerable.Repeat("|a ", 3_299)) + "|\n";
        ReadWithin(TimeSpan.FromSeconds(300), line + string.Concat(Enumerable.Repeat(row, 600)) + line);
    }

    [Fact]
    public void Much_metadata_is_read_in_linear_time() =>
        ReadWithin(TimeSpan.FromSeconds(300), string.Concat(Enumerable.Repeat(".. meta::\n   :a: b\n\n", 250_000)));

    private static void ReadWithin(TimeSpan limit, string text)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        RstParser.Parse(text);
        Assert.True(watch.Elapsed < limit, $"{text.Length} characters took {watch.Elapsed}");
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
