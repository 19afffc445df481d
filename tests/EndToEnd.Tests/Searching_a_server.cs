using System.Net;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The search page of a live server as a browser without script gets it.</summary>
public sealed partial class Searching_a_server
{
    [Fact]
    public void The_page_has_the_hits_with_marks_status_and_the_query()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var page = server.Get("/search?q=budget+guess");
        Assert.Contains("1 matches.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"budget guess\"", page, StringComparison.Ordinal);
        Assert.Contains("Retry <mark>budgets</mark></a>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"status k-open\">Proposed</span>", page, StringComparison.Ordinal);
        Assert.Contains("Callers <mark>guess</mark> badly.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<noscript>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_query_is_read_as_HTML()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var page = server.Get("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("Nowhere: script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_there_is_not_is_answered_with_those_that_there_are()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        Assert.Contains("search for its beginning. No proposal has that status; there are Proposed.</p>", server.Get("/search?q=status:nope"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_hits_come_in_pages_that_lead_to_each_other()
    {
        using var folder = Serving_a_repository.Repository();
        for (var i = 2; i <= 48; i++) folder.Write($"rfcs/{i:0000}-part.md", $"# RFC-{i}: Part {i}\n\n- **Status**: Draft\n- **Author**: Cy Dee\n\n## Summary\n\nMore of the same.\n\n## Design\n\nWords.\n");
        using var server = RunningServer.Start(folder);
        var seen = new List<string>();
        var pages = 0;
        for (var address = "/search?q=part"; address is not null; pages++)
        {
            var page = server.Get(address);
            Assert.Contains("47 match.", page, StringComparison.Ordinal);
            seen.AddRange(Hit().Matches(page).Select(m => m.Groups[1].Value));
            address = Next().Match(page) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }
        Assert.Equal(3, pages);
        Assert.Equal(47, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_text_that_was_saved_is_found_at_once()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        Assert.Contains("Nothing matches.", server.Get("/search?q=zeppelin"), StringComparison.Ordinal);
        using var stream = await server.Client.GetStreamAsync("/api/v1/events", TestContext.Current.CancellationToken);
        using var events = new StreamReader(stream);
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 }) { }
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md") + "\nNo zeppelin.\n");
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("event: change", StringComparison.Ordinal)) { }
        Assert.Contains("<mark>zeppelin</mark>", server.Get("/search?q=zeppelin"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_searches_at_once_find_the_same()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var first = server.Get("/search?q=carries");
        Assert.Contains("1 matches.", first, StringComparison.Ordinal);
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => Assert.Contains("1 matches.", server.Get($"/search?q=carries+-no{i}"), StringComparison.Ordinal));
    }

    [GeneratedRegex("<li><a href=\"[^\"]+\"><span class=\"id\">([^<]+)<", RegexOptions.NonBacktracking)]
    private static partial Regex Hit();

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"next\"", RegexOptions.NonBacktracking)]
    private static partial Regex Next();
}
