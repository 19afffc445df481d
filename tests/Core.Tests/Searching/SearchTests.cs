using System.Text;
using Gavel.Core.Processes;
using Gavel.Core.Searching;

namespace Core.Tests.Searching;

public sealed class SearchTests
{
    private static readonly MemoryIndex Index = new(
    [
        Document(1, "Retry budgets", "Accepted", StatusKind.Accepted, "Ann Lee", "Callers carry a budget of retries. The batch_get call keeps it."),
        Document(2, "Quiet start", "Open", StatusKind.Open, "Bo Chen", "Nothing is logged at start. A retry at start is quiet too.\nThe second line names the socket."),
        Document(3, "Old budgets", "Superseded", StatusKind.Superseded, "Ann Lee", "Budgets of retries as they once were."),
        Document(12, "Batching of requests", "Open", StatusKind.Open, "Ann Chen", "Requests travel together; get a batch or many. See RFC-1 about budgets."),
    ]);

    [Theory]
    [InlineData("budgets", "RFC-1 RFC-3 RFC-12")]
    [InlineData("retry budget", "RFC-1 RFC-3")]
    [InlineData("rfc-0012", "RFC-12")]
    [InlineData("rfc 2", "RFC-2")]
    [InlineData("12", "RFC-12")]
    [InlineData("author:ann", "RFC-1 RFC-12 RFC-3")]
    [InlineData("author:\"ann lee\" -status:superseded", "RFC-1")]
    [InlineData("status:open,superseded budgets", "RFC-3 RFC-12")]
    [InlineData("kind:open start", "RFC-2")]
    [InlineData("title:start", "RFC-2")]
    [InlineData("budgets -old", "RFC-1 RFC-12")]
    [InlineData("\"budget of\"", "RFC-1 RFC-3")]
    [InlineData("\"of budget\"", "")]
    [InlineData("-\"budget of\" budget", "RFC-12")]
    [InlineData("batchGet", "RFC-1 RFC-12")]
    [InlineData("batch*", "RFC-12 RFC-1")]
    [InlineData("quie", "RFC-2")]
    [InlineData("bugdets", "RFC-1 RFC-3 RFC-12")]
    [InlineData("socket budgets", "RFC-1 RFC-2 RFC-3 RFC-12")]
    [InlineData("nothing:here", "RFC-2")]
    [InlineData("xyzzyx", "")]
    [InlineData("", "")]
    [InlineData("-", "")]
    [InlineData("\"", "")]
    [InlineData("::: *** ,,,", "")]
    public void A_query_finds(string query, string ids) =>
        Assert.Equal(ids, string.Join(' ', SearchEngine.Order(Index, SearchQuery.Parse(query))));

    [Fact]
    public void An_excerpt_shows_the_line_with_the_word_and_marks_it()
    {
        var hit = Assert.Single(SearchEngine.Search(Index, SearchQuery.Parse("sockets"), 10).Hits);
        Assert.Equal(11, hit.Excerpt.Line);
        var mark = Assert.Single(hit.Excerpt.Marks);
        Assert.Equal("socket", hit.Excerpt.Text.Substring(mark.Start, mark.Length));
        Assert.Equal("Design", hit.Heading);
        Assert.Equal("design", hit.Anchor);
    }

    [Theory]
    [InlineData("socket ")]
    [InlineData("a socket ")]
    [InlineData("the socket ")]
    public void An_excerpt_ends_with_a_whole_character(string words)
    {
        var index = new MemoryIndex([Document(1, "Long", "Open", StatusKind.Open, "Ann", words + string.Concat(Enumerable.Repeat("\U0001F600", 300)))]);
        var text = Assert.Single(SearchEngine.Search(index, SearchQuery.Parse("socket"), 10).Hits).Excerpt.Text;
        Assert.DoesNotContain(Rune.ReplacementChar, text.EnumerateRunes());
    }

    [Fact]
    public void Pages_of_hits_follow_each_other()
    {
        var query = SearchQuery.Parse("budgets");
        var all = SearchEngine.Search(Index, query, 10);
        Assert.Equal(3, all.Total);
        Assert.Equal(all.Hits.Select(h => h.Id), Enumerable.Range(0, 3).SelectMany(i => SearchEngine.Search(Index, query, 1, i).Hits).Select(h => h.Id));
    }

    [Fact]
    public void Words_that_are_nowhere_are_named()
    {
        var result = SearchEngine.Search(Index, SearchQuery.Parse("socket xyzzyx "), 10);
        Assert.Equal(["xyzzyx"], result.Unknown);
        Assert.Equal(1, result.Total);
    }

    [Fact]
    public void A_rarer_word_weighs_more() =>
        Assert.Equal([8 + 0, 8 + 16, 8 + 32], new[] { 4, 2, 1 }.Select(c => Planner.RarityOf(3, c)));

    private static SearchDocument Document(int number, string title, string status, StatusKind kind, string author, string text) => new()
    {
        Id = $"RFC-{number}",
        Path = $"rfcs/{number:0000}.md",
        ContentId = $"{number}",
        Process = "RFC",
        Title = title,
        Number = number,
        Status = status,
        Kind = kind,
        Standing = kind == StatusKind.Superseded ? -8 : 0,
        Facts = [new("id", $"RFC-{number}"), new("status", status), new("kind", kind.ToString()), new("author", author)],
        Blocks = [new SearchBlock(Zone.Field, 3, author), new SearchBlock(Zone.Heading, 8, "Design", "design"), new SearchBlock(Zone.Lead, 10, text)],
    };
}
