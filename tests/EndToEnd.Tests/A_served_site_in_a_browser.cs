using System.Text.Json;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>What people do with the pages of a live server, in a real Chromium: with the keyboard alone, in the dark, without script.</summary>
public sealed class A_served_site_in_a_browser(ServedSample sample) : IClassFixture<ServedSample>
{
    private static readonly string[] Addresses = ["", "RFC-1", "RFC-2", "edit/RFC-1", "decide/RFC-1", "new", "search?q=budget", "search", "process/rfc", "no-such-page"];

    public static TheoryData<string, ColorScheme, int> Everywhere => [.. Addresses.SelectMany(a => (IEnumerable<(string, ColorScheme, int)>)[(a, ColorScheme.Light, 1280), (a, ColorScheme.Dark, 1280), (a, ColorScheme.Light, 320)])];

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Everybody_can_use_the_page(string address, ColorScheme colours, int width)
    {
        var axe = ClientPackage("axe-core/axe.min.js");
        Assert.SkipWhen(axe is null, "skipped: npm restored no axe-core");
        var (page, complaints) = await sample.OpenAsync(address, colours: colours, width: width);
        await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe!, TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");
        Assert.Equal("[]", found.GetRawText());
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "it scrolls sideways");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_answers_while_typing_with_marks_and_status_and_keeps_the_query_in_the_address()
    {
        var (page, complaints) = await sample.OpenAsync("search");
        await page.Locator("#query").PressSequentiallyAsync("budg");
        var hit = page.Locator("#results li", new() { HasText = "Retry budgets" });
        await Assertions.Expect(hit.Locator("mark").First).ToHaveTextAsync("budgets");
        await Assertions.Expect(hit.Locator(".status")).ToHaveTextAsync("Proposed");
        await Assertions.Expect(page.Locator("#search-summary")).ToContainTextAsync("match");
        Assert.Equal("?q=budg", new Uri(page.Url).Query);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/RFC-");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Show_more_adds_hits_and_keeps_the_place()
    {
        var (page, complaints) = await sample.OpenAsync("search");
        await page.Locator("#query").PressSequentiallyAsync("part");
        await Assertions.Expect(page.Locator("#results li")).ToHaveCountAsync(20);
        await page.Locator("button.more").ClickAsync();
        await Assertions.Expect(page.Locator("#results li")).ToHaveCountAsync(30);
        Assert.Equal(20, await page.EvaluateAsync<int>("[...document.querySelectorAll('#results a')].indexOf(document.activeElement)"));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_search_is_a_form_with_pages_of_hits()
    {
        var (page, _) = await sample.OpenAsync("", withScript: false);
        await page.Locator("form.find input").FillAsync("part");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#results li")).ToHaveCountAsync(20);
        await page.Locator("#results [rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("#results li")).ToHaveCountAsync(10);
        await page.Locator("#results li a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Part");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filters_show_in_the_address_and_come_back_with_it()
    {
        var (page, complaints) = await sample.OpenAsync("");
        await page.Locator("#filter").FillAsync("budget");
        await Assertions.Expect(page.Locator(".summary")).ToHaveTextAsync("2 of 32 RFCs");
        await page.Locator(".facet summary", new() { HasText = "Status" }).ClickAsync();
        await page.Locator(".facet a", new() { HasText = "Proposed" }).ClickAsync();
        Assert.Equal("?q=budget&status=proposed", new Uri(page.Url).Query);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".summary")).ToHaveTextAsync("1 of 32 RFCs");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Relations_lead_there_and_back()
    {
        var (page, complaints) = await sample.OpenAsync("RFC-2");
        await page.Locator("main a[href='/RFC-1']").First.ClickAsync();
        await page.ArriveAsync("/RFC-1");
        await page.Locator("main a[href='/RFC-2']").First.ClickAsync();
        await page.ArriveAsync("/RFC-2");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var (page, _) = await sample.OpenAsync("");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("page:main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("budget");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/RFC-2");
        await page.Keyboard.PressAsync("e");
        await page.ArriveAsync("/edit/RFC-2");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Dark_is_dark_on_the_forms_too()
    {
        foreach (var address in (string[])["", "RFC-1", "edit/RFC-1", "decide/RFC-1", "new", "search?q=budget"])
        {
            var (page, _) = await sample.OpenAsync(address, colours: ColorScheme.Dark);
            Assert.Equal("rgb(22, 24, 27)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
            await page.Context.CloseAsync();
        }
    }

    private static string? ClientPackage(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "artifacts" && Path.Combine(folder.FullName, "client", "node_modules", path) is var file && File.Exists(file)) return file;
        }
        return null;
    }
}
