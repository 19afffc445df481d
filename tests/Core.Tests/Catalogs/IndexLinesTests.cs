using System.Text;
using Gavel.Core.Catalogs;

namespace Core.Tests.Catalogs;

public sealed class IndexLinesTests
{
    private const string Head = "# RFCs\n\n| RFC | Status |\n| --- | --- |\n";

    [Fact]
    public void Of_a_table_the_rows_that_differ_stay_with_the_head_and_the_text_around()
    {
        var (old, now) = IndexLines.WithoutCommon($"{Head}| 1 | Draft |\n| 2 | Draft |\n| 3 | Draft |\n\nEnd.\n", $"{Head}| 1 | Draft |\n| 2 | Accepted |\n| 3 | Draft |\n\nEnd.\n");
        Assert.Equal($"{Head}| 2 | Draft |\n\nEnd.\n", old.TrimEnd('\n') + "\n");
        Assert.Equal($"{Head}| 2 | Accepted |\n\nEnd.\n", now.TrimEnd('\n') + "\n");
    }

    [Fact]
    public void A_row_that_is_added_at_the_end_is_found_where_no_line_end_follows()
    {
        var (old, now) = IndexLines.WithoutCommon($"{Head}| 1 | Draft |", $"{Head}| 1 | Draft |\n| 2 | Draft |");
        Assert.DoesNotContain("| 2", old, StringComparison.Ordinal);
        Assert.EndsWith("| 2 | Draft |\n", now, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_both_have_and_is_no_row_is_kept_and_every_row_of_only_one_is(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var (a, b) = (Text(random), Text(random));
            var (old, now) = IndexLines.WithoutCommon(a, b);
            foreach (var (whole, kept, other) in ((string, string, string)[])[(a, old, b), (b, now, a)])
            {
                var left = new Queue<string>(kept.Split('\n'));
                var others = other.Split('\n').ToHashSet(StringComparer.Ordinal);
                foreach (var line in whole.Split('\n'))
                {
                    if (left.TryPeek(out var next) && string.Equals(next, line, StringComparison.Ordinal)) left.Dequeue();
                    else Assert.True(others.Contains(line) && line is ['|' or '-', ..], $"'{line}' is lost");
                }
                Assert.True(left.Count == 0 || left.All(l => l.Length == 0), "in the order of the text");
            }
        }
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 12); i > 0; i--)
            text.Append(random.Next(7) switch { 0 => "", 1 => "word", 2 => "| --- |", 3 => $"- [a{random.Next(3)}](b)", _ => $"| row {random.Next(5)} |" }).Append(i > 1 || random.Next(2) == 0 ? "\n" : "");
        return text.ToString();
    }
}
