using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>What people do with a live server, in a real Chromium.</summary>
public sealed class Serving_in_a_browser
{
    private const string File = "rfcs/0001-retry-budgets.md";

    [Fact]
    public async Task The_open_page_follows_the_file_without_losing_the_place()
    {
        await WithPage(true, async (page, server, folder) =>
        {
            await page.GotoAsync($"{server.Address}RFC-1");
            folder.Write(File, folder.Read(File).Replace("guess badly", "guess well", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Callers guess well.");
        });
    }

    [Fact]
    public async Task What_script_adds_to_a_page_is_there_again_after_the_page_was_renewed()
    {
        await WithPage(true, async (page, server, folder) =>
        {
            await page.GotoAsync($"{server.Address}?q=retry");
            folder.Write(File, folder.Read(File).Replace("Retry budgets", "Retry budgets again", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("td.title")).ToContainTextAsync("again");
            await Assertions.Expect(page.Locator("#filter")).ToHaveValueAsync("retry");
            await Assertions.Expect(page.Locator("th[data-sort=title] button")).ToHaveCountAsync(1);
            await page.Keyboard.PressAsync("j");
            await Assertions.Expect(page.Locator("tr.here")).ToHaveCountAsync(1);
            await page.Locator("#filter").FillAsync("nothing has this");
            await Assertions.Expect(page.Locator(".none")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task What_is_written_is_checked_and_shown_while_it_is_written_and_saved_on_a_branch()
    {
        await WithPage(true, async (page, server, folder) =>
        {
            await page.GotoAsync($"{server.Address}edit/RFC-1");
            var summary = page.Locator("textarea[name='part:1']");
            await summary.FillAsync("## Summary\n\nCallers *know* now.\n");
            await Assertions.Expect(page.Locator("#live-preview em")).ToHaveTextAsync("know");
            await page.Locator("textarea[name='part:2']").FillAsync("");
            await Assertions.Expect(page.Locator("#live-findings")).ToContainTextAsync("section 'Design' is missing");
            await page.Locator("textarea[name='part:2']").FillAsync("## Design\n\nA trailer carries it.\n");
            await Assertions.Expect(page.Locator("#live-findings")).Not.ToContainTextAsync("missing");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save on a branch" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Saved");
            Assert.Contains("gavel/rfc-1-", GavelProgram.Git(folder.Path, "branch").Output, StringComparison.Ordinal);
            Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_move_says_why_and_goes_through_after_the_approval_also_without_script(bool withScript)
    {
        await WithPage(withScript, async (page, server, folder) =>
        {
            await page.GotoAsync($"{server.Address}decide/RFC-1");
            await page.Locator("select[name='to']").SelectOptionAsync("Accepted");
            await page.Locator("#reason").FillAsync("It is time");
            await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("0 of 1 approval");
            await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("It is time");
            await Assertions.Expect(page.Locator("#note")).ToHaveValueAsync("");
            await page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("You approved RFC-1.");
            await page.Locator("select[name='to']").SelectOptionAsync("Accepted");
            await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("RFC-1 is Accepted now.");
            Assert.Contains("- **Status**: Accepted\n", folder.Read(File), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_text_about_a_file_that_changed_meanwhile_is_never_saved_by_asking_twice()
    {
        await WithPage(true, async (page, server, folder) =>
        {
            await page.GotoAsync($"{server.Address}edit/RFC-1");
            await page.Locator("textarea[name='part:1']").FillAsync("## Summary\n\nCallers *know* now.\n");
            var before = folder.Read(File);
            folder.Write(File, before + "\nWhat another one wrote.\n");
            GavelProgram.Git(folder.Path, "commit", "-qam", "Another one's words");
            var reader = await page.Context.NewPageAsync();
            await reader.GotoAsync($"{server.Address}RFC-1");
            await Assertions.Expect(reader.Locator("main .text")).ToContainTextAsync("What another one wrote.");
            for (var i = 0; i < 2; i++)
            {
                await page.EvaluateAsync("document.getElementById('why')?.remove()"); // the next page says it anew
                await page.GetByRole(AriaRole.Button, new() { Name = "Save on a branch" }).ClickAsync();
                await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("changed since you began");
                await Assertions.Expect(page.Locator("textarea[name='part:1']")).ToHaveValueAsync(new Regex("know", RegexOptions.None, TimeSpan.FromSeconds(1)));
            }
            folder.Write(File, before);
            GavelProgram.Git(folder.Path, "commit", "-qam", "As it was");
            await Assertions.Expect(reader.Locator("main .text")).Not.ToContainTextAsync("What another one wrote.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save on a branch" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Saved");
        });
    }

    [Fact]
    public async Task Without_script_a_preview_is_a_page()
    {
        await WithPage(false, async (page, server, _) =>
        {
            await page.GotoAsync($"{server.Address}edit/RFC-1");
            await page.Locator("textarea[name='part:1']").FillAsync("## Summary\n\nCallers *know* now.\n");
            await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
            await Assertions.Expect(page.Locator("#live-preview em")).ToHaveTextAsync("know");
            await Assertions.Expect(page.Locator("textarea[name='part:1']")).ToHaveValueAsync(new Regex("know", RegexOptions.None, TimeSpan.FromSeconds(1)));
        });
    }

    private static async Task WithPage(bool withScript, Func<IPage, RunningServer, TemporaryFolder, Task> act)
    {
        RealBrowser.SkipWhereThereIsNone();
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        await RealBrowser.WithPageAsync(withScript, page => act(page, server, folder));
    }
}
