using Microsoft.Playwright;
using Web.Tests.Pages;

namespace Web.Tests.Searching;

public sealed class Searching_in_a_browser(PublishedSample sample) : IClassFixture<PublishedSample>
{
    [Fact]
    public async Task Hits_come_while_typing_and_the_address_brings_them_back()
    {
        var (page, complaints) = await sample.OpenAsync("/search/");
        await page.Locator("#query").PressSequentiallyAsync("ladde");
        var hits = page.Locator(".hits li");
        await Assertions.Expect(hits).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#search-summary")).ToHaveTextAsync("3 match.");
        await Assertions.Expect(hits.First.Locator("a")).ToContainTextAsync("ladders");
        await Assertions.Expect(hits.First.Locator("a mark").First).ToHaveTextAsync("ladders");
        Assert.Equal("?q=ladde", new Uri(page.Url).Query);
        await page.ReloadAsync();
        await Assertions.Expect(hits).ToHaveCountAsync(3);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_alone_lead_to_a_page()
    {
        var (page, complaints) = await sample.OpenAsync("/search/?q=rungs");
        await Assertions.Expect(page.Locator(".hits .excerpt mark").First).ToHaveTextAsync("rungs");
        await page.Locator("#query").PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".hits a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#query")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/PIP-");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_phrase_a_field_and_a_slip_are_understood()
    {
        var (page, _) = await sample.OpenAsync("/search/");
        foreach (var (query, count) in new[] { ("\"twelve rungs\"", 1), ("\"rungs twelve\"", 0), ("status:superseded", 1), ("laddres", 3), ("PIP-2", 3) })
        {
            await page.Locator("#query").FillAsync(query);
            await Assertions.Expect(page.Locator("#search-summary")).ToHaveTextAsync(count == 0 ? "Nothing matches. Take a word away, or search for its beginning." : count == 1 ? "1 matches." : $"{count} match.");
            await Assertions.Expect(page.Locator(".hits li")).ToHaveCountAsync(count);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_status_that_there_is_not_is_answered_with_those_that_there_are()
    {
        var (page, complaints) = await sample.OpenAsync("/search/");
        await page.Locator("#query").FillAsync("status:nope ladders");
        await Assertions.Expect(page.Locator("#search-summary")).ToContainTextAsync("No proposal has that status; there are ");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_button_leads_to_the_first_hit()
    {
        var (page, _) = await sample.OpenAsync("/search/?q=rungs");
        await Assertions.Expect(page.Locator(".hits a").First).ToBeVisibleAsync();
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".hits a").First).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }
}
