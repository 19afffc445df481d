using System.Globalization;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>From the list to a decision and to a saved text, without a mouse.</summary>
public sealed class A_journey_by_keys
{
    private const string Place = "rfcs/0001-retry-budgets.md";

    [Fact]
    public async Task A_proposal_is_found_opened_approved_and_moved()
    {
        await WithPage(async (page, server, folder) =>
        {
            await page.GotoAsync(server.Address.ToString());
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("retry");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync("/RFC-1");
            await page.Keyboard.PressAsync("d");
            await page.ArriveAsync("/decide/RFC-1");
            await TabToAsync(page, "button[value=approve]");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("You approved RFC-1.");
            await TabToAsync(page, "button[value=move]");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
            Assert.Contains("- **Status**: Accepted\n", folder.Read(Place), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_text_is_edited_and_saved_and_a_refusal_is_where_the_reader_is()
    {
        await WithPage(async (page, server, folder) =>
        {
            await page.GotoAsync($"{server.Address}RFC-1");
            await page.Keyboard.PressAsync("e");
            await page.ArriveAsync("/edit/RFC-1");
            await TabToAsync(page, "button[value=save]");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#why")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("nothing was changed");
            await TabToAsync(page, "textarea[name='part:1']");
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.TypeAsync("They guess again.");
            await TabToAsync(page, "button[value=save]");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("h1#done")).ToBeFocusedAsync();
            await TabToAsync(page, "main a[href='/RFC-1']");
            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync("/RFC-1");
            Assert.Contains("gavel/rfc-1-", GavelProgram.Git(folder.Path, "branch").Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nothing_that_has_the_focus_is_under_the_bar_of_buttons()
    {
        await WithPage(async (page, server, folder) =>
        {
            await page.SetViewportSizeAsync(800, 420);
            await page.GotoAsync($"{server.Address}edit/RFC-1");
            for (var i = 0; i < 60; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                Assert.Equal("", await page.EvaluateAsync<string>("""
                    () => {
                      const at = document.activeElement, bar = document.querySelector('.sheet-form .actions');
                      const isUnder = at !== document.body && !bar.contains(at) && at.closest('main') && at.getBoundingClientRect().top > bar.getBoundingClientRect().top - 10 && !(at.compareDocumentPosition(bar) & Node.DOCUMENT_POSITION_PRECEDING);
                      return isUnder ? at.outerHTML.slice(0, 80) : '';
                    }
                    """));
            }
        });
    }

    [Fact]
    public async Task Focus_stays_where_it_was_when_the_page_is_renewed()
    {
        await WithPage(async (page, server, folder) =>
        {
            await page.GotoAsync(server.Address.ToString());
            await TabToAsync(page, "th[data-sort=title] button");
            await ChangeAsync("Retry budgets again");
            Assert.True(await IsFocusedAsync(page, "th[data-sort=title] button"));
            await TabToAsync(page, "td.title a");
            await ChangeAsync("Retry budgets, once more");
            Assert.True(await IsFocusedAsync(page, "td.title a"));
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("budgets retry");
            await page.Keyboard.PressAsync("ArrowLeft");
            await ChangeAsync("Retry budgets at last");
            Assert.True(await IsFocusedAsync(page, "#filter"));
            await page.Keyboard.TypeAsync("Y");
            await Assertions.Expect(page.Locator("#filter")).ToHaveValueAsync("budgets retrYy");

            async Task ChangeAsync(string title)
            {
                folder.Write(Place, $"# RFC-1: {title}\n{folder.Read(Place).Split('\n', 2)[1]}");
                await Assertions.Expect(page.Locator("td.title")).ToContainTextAsync(title);
            }
        });
    }

    [Fact]
    public async Task A_page_that_is_renewed_keeps_what_is_read_in_its_place()
    {
        await WithPage(async (page, server, folder) =>
        {
            folder.Write(Place, folder.Read(Place) + string.Concat(Enumerable.Range(1, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"\nParagraph {i} of the design.\n"))));
            await page.GotoAsync($"{server.Address}RFC-1");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Paragraph 60");
            var line = page.GetByText("Paragraph 30 of the design.");
            await line.ScrollIntoViewIfNeededAsync();
            var before = (await line.BoundingBoxAsync())!.Y;
            await page.ShiftsAsync();
            folder.Write(Place, folder.Read(Place).Replace("Callers guess badly.", "Callers guess badly.\n\nMuch is said about them.\n\nAnd more.", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("And more.");
            Assert.Equal(before, (await line.BoundingBoxAsync())!.Y, 1.0);
            Assert.Equal(0, await page.ShiftsAsync(), .0005);
        });
    }

    /// <summary>Presses Tab until something has the focus; each stop on the way is to be seen and lies further down the page's order.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var place = await page.EvaluateAsync<string>("""
                () => {
                  const at = document.activeElement;
                  if (!at || at === document.body) return '';
                  const style = getComputedStyle(at), box = at.getBoundingClientRect();
                  if (at === window.last) return ''; // the parts of a date
                  const lastIsBefore = !window.last || !window.last.isConnected || Boolean(window.last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
                  const isSeen = style.outlineStyle !== 'none' && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                  window.last = at;
                  return isSeen && lastIsBefore ? '' : `${at.outerHTML.slice(0, 80)} seen: ${isSeen}, in order: ${lastIsBefore}`;
                }
                """);
            Assert.Equal("", place);
            if (await IsFocusedAsync(page, selector)) return;
        }
        Assert.Fail($"no Tab leads to {selector}");
    }

    private static Task<bool> IsFocusedAsync(IPage page, string selector) => page.EvaluateAsync<bool>("which => document.activeElement.matches(which)", selector);

    private static async Task WithPage(Func<IPage, RunningServer, TemporaryFolder, Task> act)
    {
        RealBrowser.SkipWhereThereIsNone();
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await RealBrowser.StartAsync(playwright);
        var page = await browser.NewPatientPageAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        await act(page, server, folder);
        Assert.Empty(complaints);
    }
}
