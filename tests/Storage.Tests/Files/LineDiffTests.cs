using Gavel.Core.Text;

namespace Storage.Tests.Files;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("abc", "abc", "")]
    [InlineData("abc", "axc", "1-1+1-1")]
    [InlineData("abc", "abxc", "2-0+2-1")]
    [InlineData("abc", "", "0-3+0-0")]
    [InlineData("aabbaa", "aacaa", "2-2+2-1")]
    public void The_differing_stretches_are_the_smallest(string old, string @new, string expected) =>
        Assert.Equal(expected, string.Join(' ', LineDiff.Of(Split(old), Split(@new)).Select(r => $"{r.OldStart}-{r.OldCount}+{r.NewStart}-{r.NewCount}")));

    [Fact]
    public void Replacing_the_ranges_gives_the_new_text_and_they_never_touch()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var (old, @new) = (Items(random), Items(random));
            var ranges = LineDiff.Of(old, @new);
            var built = new List<string>();
            var at = 0;
            foreach (var range in ranges)
            {
                Assert.True(range.OldStart > at || built.Count == 0 || ranges[0] == range, "ranges touch");
                built.AddRange(old[at..range.OldStart]);
                Assert.Equal(range.NewStart, built.Count);
                built.AddRange(@new[range.NewStart..(range.NewStart + range.NewCount)]);
                at = range.OldStart + range.OldCount;
            }
            built.AddRange(old[at..]);
            Assert.Equal(@new, built);
        }
    }

    [Fact]
    public void Two_long_texts_without_likeness_are_done_at_once()
    {
        var old = Enumerable.Range(0, 200_000).Select(i => $"a{i % 7}").ToArray();
        var @new = Enumerable.Range(0, 200_000).Select(i => $"{(i % 3 == 0 ? 'a' : 'b')}{i % 5}").ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(LineDiff.Of(old, @new));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 300);
    }

    private static string[] Split(string text) => [.. text.Select(c => c.ToString())];

    private static string[] Items(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(5).ToString(null, null))];
}
