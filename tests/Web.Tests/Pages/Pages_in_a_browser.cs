using Microsoft.Playwright;

namespace Web.Tests.Pages;

public sealed class Pages_in_a_browser(PublishedSample sample) : IClassFixture<PublishedSample>
{
    private static readonly string[] Addresses = ["/", "/PIP-1/", "/PIP-2/", "/PIP-4/", "/PIP-2/history/", "/process/pip/", "/numbers/", "/graph/", "/search/", "/follow/", "/by/status/proposed/", "/by/author/", "/404.html"];

    public static TheoryData<string> All => [.. Addresses];

    public static TheoryData<string, ColorScheme> AllInBothColours => [.. Addresses.SelectMany(a => (IEnumerable<(string, ColorScheme)>)[(a, ColorScheme.Light), (a, ColorScheme.Dark)])];

    [Theory, MemberData(nameof(AllInBothColours))]
    public async Task Everybody_can_use_the_page(string address, ColorScheme colours)
    {
        var axe = ClientPackages.Find("axe-core/axe.min.js");
        Assert.SkipWhen(axe is null, "skipped: npm restored no axe-core");
        var (page, complaints) = await sample.OpenAsync(address, colours: colours);
        // An open menu covers what is below it: it is looked at by itself.
        await page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details:not(.facet)')) d.open = true; }");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe!, TestContext.Current.CancellationToken));
        Assert.Empty(await FaultsAsync(page, "document"));
        if (await page.Locator("details.facet").CountAsync() > 0)
        {
            await page.Locator("details.facet summary").First.ClickAsync();
            Assert.Empty(await FaultsAsync(page, "'details.facet[open]'"));
        }
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    private static async Task<string[]> FaultsAsync(IPage page, string where) => await page.EvaluateAsync<string[]>($"() => axe.run({where}, {{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");

    [Theory, MemberData(nameof(All))]
    public async Task Nothing_scrolls_sideways_on_the_narrowest_screen(string address)
    {
        var (page, _) = await sample.OpenAsync(address, width: 320);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task In_forced_colours_the_navigation_still_marks_where_one_is()
    {
        var (page, _) = await sample.OpenAsync("/");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        // Until the colours have faded over.
        await page.WaitForFunctionAsync("() => new Set(['[aria-current]', ':not([aria-current])'].map(which => getComputedStyle(document.querySelector('header.site nav a' + which)).borderBottomColor)).size === 2");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1400, true)]
    [InlineData(360, false)]
    public async Task Contents_beside_the_text_are_open_and_above_it_they_are_folded(int width, bool isOpen)
    {
        var (page, _) = await sample.OpenAsync("/PIP-1/", width: width);
        Assert.Equal(isOpen, await page.Locator(".toc").EvaluateAsync<bool>("box => box.open"));
        Assert.Equal(isOpen, await page.Locator(".toc a").First.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_everything_is_there()
    {
        var (page, complaints) = await sample.OpenAsync("/", withScript: false);
        Assert.Equal(4, await page.Locator("table.rows tbody tr").CountAsync());
        await page.Locator(".facet summary", new PageLocatorOptions { HasText = "Status" }).ClickAsync();
        await page.Locator(".facet a", new PageLocatorOptions { HasText = "Superseded" }).ClickAsync();
        Assert.Equal("PIPs: Superseded", await page.Locator("h1").TextContentAsync());
        await page.Locator("td.title a").ClickAsync();
        Assert.Contains("twelve rungs", await page.Locator(".text").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Filters_show_in_the_address_and_come_back_with_it()
    {
        var (page, complaints) = await sample.OpenAsync("/");
        await page.Locator("#filter").FillAsync("ladders");
        Assert.Equal("2 of 4 PIPs", await page.Locator(".summary").TextContentAsync());
        await page.Locator(".facet summary", new PageLocatorOptions { HasText = "Status" }).ClickAsync();
        await page.Locator(".facet a", new PageLocatorOptions { HasText = "Accepted" }).ClickAsync();
        Assert.Equal("?q=ladders&status=accepted", new Uri(page.Url).Query);
        Assert.Equal(["New ladders"], await page.Locator("tbody tr:visible td.title").AllTextContentsAsync().ContinueWith(t => t.Result.Select(x => x.Trim())));
        await page.ReloadAsync();
        Assert.Equal("1 of 4 PIPs", await page.Locator(".summary").TextContentAsync());
        await page.Locator("button.chip").ClickAsync();
        Assert.Equal("2 of 4 PIPs", await page.Locator(".summary").TextContentAsync());
        await page.Locator("#filter").FillAsync("zebra");
        Assert.True(await page.Locator(".none").IsVisibleAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_way_back_takes_a_filter_away()
    {
        var (page, _) = await sample.OpenAsync("/");
        await page.Locator(".facet summary", new PageLocatorOptions { HasText = "Status" }).ClickAsync();
        await page.Locator(".facet a", new PageLocatorOptions { HasText = "Superseded" }).ClickAsync();
        Assert.Equal(1, await page.Locator("tbody tr:visible").CountAsync());
        await page.GoBackAsync();
        Assert.Equal(4, await page.Locator("tbody tr:visible").CountAsync());
        Assert.Equal(0, await page.Locator(".chip").CountAsync());
        await page.GoForwardAsync();
        Assert.Equal(1, await page.Locator(".chip").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var (page, _) = await sample.OpenAsync("/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("ladders");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/PIP-3/");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("dialog").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator("dialog").IsVisibleAsync());
    }

    [Fact]
    public async Task Search_answers_while_typing_and_keeps_the_query_in_the_address()
    {
        var (page, complaints) = await sample.OpenAsync("/search/");
        await page.Locator("#query").PressSequentiallyAsync("rungs");
        await page.Locator("#results a", new PageLocatorOptions { HasText = "Old ladders" }).WaitForAsync();
        Assert.Equal("?q=rungs", new Uri(page.Url).Query);
        await page.ReloadAsync();
        await page.Locator("#results a", new PageLocatorOptions { HasText = "Old ladders" }).First.ClickAsync();
        await page.ArriveAsync("/PIP-2/");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Columns_sort()
    {
        var (page, _) = await sample.OpenAsync("/");
        await page.Locator("th button", new PageLocatorOptions { HasText = "Title" }).ClickAsync();
        Assert.Equal(["A broken one", "New ladders", "Old ladders", "Picking baskets"], (await page.Locator("td.title").AllTextContentsAsync()).Select(t => t.Trim()));
        Assert.Equal("ascending", await page.Locator("th", new PageLocatorOptions { HasText = "Title" }).GetAttributeAsync("aria-sort"));
        await page.Locator("th button", new PageLocatorOptions { HasText = "Title" }).ClickAsync();
        Assert.Equal("Picking baskets", (await page.Locator("td.title").First.TextContentAsync())!.Trim());
    }

    [Fact]
    public async Task A_diagram_is_drawn_in_the_box_that_was_reserved()
    {
        Assert.SkipWhen(ClientPackages.Find("mermaid/dist/mermaid.min.js") is null, "skipped: npm restored no mermaid");
        var (page, complaints) = await sample.OpenAsync("/PIP-1/");
        await page.Locator("pre.mermaid svg").WaitForAsync();
        Assert.Contains("Basket", await page.Locator("pre.mermaid svg").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.ShiftsAsync(), .0005);
        Assert.True(await page.Locator(".token.keyword").CountAsync() > 0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_diagram_that_cannot_be_drawn_shows_its_source()
    {
        Assert.SkipWhen(ClientPackages.Find("mermaid/dist/mermaid.min.js") is null, "skipped: npm restored no mermaid");
        var (page, _) = await sample.OpenAsync("/PIP-1/");
        await page.Locator("pre.mermaid.undrawn").WaitForAsync();
        Assert.Contains("Tree -->> [Nothing", await page.Locator("pre.mermaid.undrawn").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_of_a_difference_stay_lines()
    {
        var (page, _) = await sample.OpenAsync("/PIP-1/");
        var code = page.Locator("code.language-diff");
        Assert.Equal("- an old step\n+ a new step\n", await code.InnerTextAsync());
        Assert.True((await code.BoundingBoxAsync())!.Height > 30);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(700)]
    public async Task A_long_word_in_a_title_leaves_room_for_the_other_columns(int width)
    {
        var (page, _) = await sample.OpenAsync("/", width);
        await page.EvaluateAsync("() => { document.querySelector('td.title a').textContent = 'Ladder'.repeat(40); }");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => { const box = document.querySelector('.rows-box'); return box.scrollWidth - box.clientWidth; }"));
    }

    [Fact]
    public async Task Findings_stand_in_the_text_when_asked_for()
    {
        var (page, _) = await sample.OpenAsync("/PIP-4/");
        var finding = page.Locator(".text .finding").First;
        Assert.False(await finding.IsVisibleAsync());
        await page.Locator("#page\\:show-findings").CheckAsync();
        Assert.True(await finding.IsVisibleAsync());
    }

    [Fact]
    public async Task The_contents_follow_the_reading()
    {
        var (page, _) = await sample.OpenAsync("/PIP-1/");
        await page.Locator(".toc a", new PageLocatorOptions { HasText = "Milestones" }).ClickAsync();
        await page.Locator(".toc a[aria-current=location]", new PageLocatorOptions { HasText = "Milestones" }).WaitForAsync();
    }

    [Fact]
    public async Task An_id_written_otherwise_finds_its_page()
    {
        var (page, _) = await sample.OpenAsync("/pip_0003");
        await page.ArriveAsync("/PIP-3/");
    }

    [Fact]
    public async Task Dark_is_dark()
    {
        var (page, _) = await sample.OpenAsync("/PIP-1/", colours: ColorScheme.Dark);
        Assert.Equal("rgb(22, 24, 27)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
    }
}
