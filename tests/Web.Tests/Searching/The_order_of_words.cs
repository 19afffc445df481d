using System.Text;
using Gavel.Web.Searching;

namespace Web.Tests.Searching;

/// <summary>A program that searches halves its way through the words: they stand in ordinal order of UTF-16.</summary>
public sealed class The_order_of_words
{
    [Fact]
    public void Words_that_begin_alike_are_told_apart_by_the_rest()
    {
        string[] words = ["proposals", "proposal", "prop", "pro", "p", "propolis", "prop-a", "\uffe5", "\uffe5\uffe5\uffe5\uffe5b", "\uffe5\uffe5\uffe5\uffe5a", "Proposal", "été", "7", "70", "07", "prop\u0001"];
        Assert.Equal(words.Order(StringComparer.Ordinal), WordsOf([.. words.Select(w => $"\n\n{w}\t#\"$\n")]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_words_are_in_order_each_once(int seed)
    {
        var random = new Random(seed);
        string[] words = [.. Enumerable.Range(0, 3000).Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => "abcé\u4e00"[random.Next(5)])]))];
        Assert.Equal(words.Distinct().Order(StringComparer.Ordinal), WordsOf([.. words.Select(w => $"\n\n{w}\t#\"$\n")]));
    }

    [Fact]
    public void A_word_has_its_proposals_in_their_order()
    {
        var text = IndexText.Of(Postings.Of(["\n\na\t#\"$\nb\t!\"&\n", "\n\nb\t$\"#\n", "\nkind:open\na\t!#$#\nb\t#\"%\n"]));
        Assert.Equal("a\t!##!\nb\t!!\"$\"#\n", Encoding.UTF8.GetString(text.Words));
        Assert.Equal("a\t\"$#$#\nb\t\"&\"#\"%\n", Encoding.UTF8.GetString(text.Places));
        Assert.Equal("kind:open\t#\n", Encoding.UTF8.GetString(text.Facts));
    }

    private static IEnumerable<string> WordsOf(string[] packed) =>
        Encoding.UTF8.GetString(IndexText.Of(Postings.Of(packed)).Words).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf('\t')]);
}
