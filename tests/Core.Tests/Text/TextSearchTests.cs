using Gavel.Core.Text;

namespace Core.Tests.Text;

public sealed class TextSearchTests
{
    [Theory]
    [InlineData(StringComparison.Ordinal)]
    [InlineData(StringComparison.OrdinalIgnoreCase)]
    public void The_first_of_all_is_found_in_the_first_text_as_in_the_thousandth(StringComparison comparison)
    {
        string[] wanted = ["<id>", "<i", "ab", "bab", "<name of it>"];
        var search = new TextSearch(wanted, comparison);
        var random = new Random(3);
        var (found, none) = (0, 0);
        for (var i = 0; i < 4000; i++)
        {
            var text = new string([.. Enumerable.Range(0, 90).Select(_ => "<>idabABxyz nmoft"[random.Next(17)])]);
            var first = wanted.Select(w => text.IndexOf(w, comparison)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
            Assert.Equal(first, search.FirstIn(text));
            if (first < 0) none++;
            else found++;
        }
        Assert.True(found > 100 && none > 100, $"{found} and {none}");
    }

    [Fact]
    public void Of_no_texts_none_is_found() => Assert.Equal(-1, new TextSearch([], StringComparison.Ordinal).FirstIn("a"));
}
