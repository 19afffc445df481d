using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>What was sent is told by the page that follows: loading it again sends nothing again, with script and without.</summary>
public sealed partial class Forms_that_are_sent_once
{
    private const string Place = "rfcs/0001-retry-budgets.md";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Loading_the_page_after_an_approval_again_approves_nothing_again(bool withScript)
    {
        using var folder = Serving_a_repository.Repository();
        await WithPage(folder, withScript, async (page, server) =>
        {
            await page.GotoAsync($"{server.Address}decide/RFC-1");
            await page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("You approved RFC-1. It is commit");
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("You approved RFC-1.");
            Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, ".gavel", "decisions", "RFC-1")));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Loading_the_page_after_a_save_again_makes_no_second_branch(bool withScript)
    {
        using var folder = Serving_a_repository.Repository();
        await WithPage(folder, withScript, async (page, server) =>
        {
            await page.GotoAsync($"{server.Address}edit/RFC-1");
            await page.Locator("textarea[name='part:1']").FillAsync("## Summary\n\nCallers *know* now.\n");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save on a branch" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Saved");
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Saved");
            await page.GotoAsync($"{server.Address}new");
            await page.Locator("#title").FillAsync("Slow starts");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start it on a branch" }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("RFC-2 (rfcs/0002-slow-starts.md)");
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Saved");
            Assert.Equal(2, Branch().Count(GavelProgram.Git(folder.Path, "branch").Output));
        });
    }

    [Fact]
    public void A_link_cannot_tell_of_what_was_never_done()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        Assert.DoesNotContain("id=\"done\"", server.Get("/decide/RFC-1?done=approve"), StringComparison.Ordinal);
        using var saved = server.Send(HttpMethod.Get, "/edit/RFC-1?done=0123456789abcdef01234567");
        Assert.Equal(HttpStatusCode.NotFound, saved.StatusCode);
        Assert.Contains("git branch --list", RunningServer.Text(saved), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_recorded_without_counting_is_said_on_the_page_too()
    {
        using var folder = Serving_a_repository.Repository();
        GavelProgram.Git(folder.Path, "config", "user.name", "Bo Ek");
        GavelProgram.Git(folder.Path, "config", "user.email", "bo@example.org");
        folder.Write("gavel.yml", folder.Read("gavel.yml").Replace("people: {", "people: { bo: { names: [Bo Ek], emails: [bo@example.org] },", StringComparison.Ordinal));
        folder.Commit("bo");
        using var server = RunningServer.Start(folder);
        using var approved = server.PostAndFollow("/decide/RFC-1", ("do", "approve"));
        Assert.Contains("does not count", RunningServer.Text(approved), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("part:0", "# RFC-1: Retry budgets\n\n- **Status**: Accepted\n- **Author**: Cy Dee\n\n")]
    [InlineData("part:0", "# RFC-1: Retry budgets\n\n- **Author**: Cy Dee\n\n")]
    [InlineData("part:1", "- **Status**: Accepted\n\n## Summary\n\nCallers guess badly.\n")]
    public void A_text_that_changes_the_status_is_led_to_the_gate(string part, string text)
    {
        using var folder = Serving_a_repository.Repository();
        if (part == "part:1") folder.Write(Place, folder.Read(Place).Replace("- **Status**: Proposed\n", "", StringComparison.Ordinal));
        folder.Commit("begin");
        using var server = RunningServer.Start(folder);
        var form = server.Get("/edit/RFC-1");
        using var answer = server.Post("/edit/RFC-1", ("base", Base().Match(form).Groups[1].Value), ("do", "save"), ("message", "sly"), (part, text));
        var page = RunningServer.Text(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The status changes by a move", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/decide/RFC-1\">Move RFC-1</a>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"sly\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("gavel/", GavelProgram.Git(folder.Path, "branch").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_without_a_status_may_be_given_the_first_one()
    {
        using var folder = Serving_a_repository.Repository();
        folder.Write(Place, folder.Read(Place).Replace("- **Status**: Proposed\n", "", StringComparison.Ordinal));
        folder.Commit("begin");
        using var server = RunningServer.Start(folder);
        using var saved = server.PostAndFollow("/edit/RFC-1", ("base", Base().Match(server.Get("/edit/RFC-1")).Groups[1].Value), ("do", "save"), ("part:0", "# RFC-1: Retry budgets\n\n- **Status**: Draft\n- **Author**: Cy Dee\n\n"));
        Assert.Contains("<h1 id=\"done\" tabindex=\"-1\">Saved</h1>", RunningServer.Text(saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_status_is_written_into_the_text_the_form_says_where_it_changes()
    {
        using var folder = Serving_a_repository.Repository();
        await WithPage(folder, true, async (page, server) =>
        {
            await page.GotoAsync($"{server.Address}edit/RFC-1");
            await page.Locator("details.part summary").ClickAsync();
            await page.Locator("textarea[name='part:0']").FillAsync("# RFC-1: Retry budgets\n\n- **Status**: Accepted\n- **Author**: Cy Dee\n");
            await Assertions.Expect(page.Locator("#live-findings .error").First).ToContainTextAsync("put 'Proposed' back");
            await page.GetByRole(AriaRole.Link, new() { Name = "Move", Exact = true }).ClickAsync();
        }, leaves: true);
    }

    [Fact]
    public async Task What_was_written_stays_while_nobody_answers()
    {
        RealBrowser.SkipWhereThereIsNone();
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await RealBrowser.StartAsync(playwright);
        var page = await browser.NewPatientPageAsync(new());
        await page.GotoAsync($"{server.Address}edit/RFC-1");
        await page.RouteAsync("**/*", route => route.AbortAsync("connectionrefused"));
        await page.Locator("textarea[name='part:1']").FillAsync("## Summary\n\nCallers *know* now.\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save on a branch" }).ClickAsync();
        await Assertions.Expect(page.Locator(".actions [role=alert]")).ToHaveTextAsync("The server does not answer; what you wrote is still here.");
        await Assertions.Expect(page.Locator("textarea[name='part:1']")).ToHaveValueAsync("## Summary\n\nCallers *know* now.\n");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save on a branch" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Saved");
    }

    [Fact]
    public void A_disk_that_lets_nothing_be_written_is_a_refusal_that_keeps_what_was_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: links need a right there");
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var place = Path.Combine(folder.Path, ".git", "gavel", "journal-lock");
        File.Delete(place);
        File.CreateSymbolicLink(place, place); // a circle that nothing opens
        using var refused = server.Post("/decide/RFC-1", ("do", "approve"), ("note", "reads well"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = RunningServer.Text(refused);
        Assert.Contains("cannot write: ", page, StringComparison.Ordinal);
        Assert.Contains("reads well</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_proposal_goes_to_the_folder_that_the_form_names()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{folder}/{number}-{slug}.md\n"),
            ("rfcs/template.md", "# RFC-NNN: Title\n\n- **Status**: Draft | Accepted\n- **Author**: Your Name\n\n## Summary\n\nWhat is it about?\n"),
            ("rfcs/net/0001-one.md", "# RFC-1: One\n\n- **Status**: Draft\n- **Author**: Ann Lee\n\n## Summary\n\nWords.\n"),
            ("rfcs/disk/0002-two.md", "# RFC-2: Two\n\n- **Status**: Draft\n- **Author**: Ann Lee\n\n## Summary\n\nWords.\n"));
        using var server = RunningServer.Start(folder);
        var form = server.Get("/new");
        Assert.Contains("list=\"folders\"", form, StringComparison.Ordinal);
        Assert.Contains("<option value=\"disk\"></option><option value=\"net\"></option>", form, StringComparison.Ordinal);
        using var nowhere = server.Post("/new", ("process", "RFC"), ("title", "Three"));
        Assert.Equal(HttpStatusCode.Conflict, nowhere.StatusCode);
        using var outside = server.Post("/new", ("process", "RFC"), ("title", "Three"), ("folder", "../net"));
        Assert.Equal(HttpStatusCode.Conflict, outside.StatusCode);
        Assert.Contains("value=\"../net\"", RunningServer.Text(outside), StringComparison.Ordinal);
        using var started = server.PostAndFollow("/new", ("process", "RFC"), ("title", "Three"), ("folder", "net"));
        Assert.Contains("(rfcs/net/0003-three.md)", RunningServer.Text(started), StringComparison.Ordinal);
    }

    private static async Task WithPage(TemporaryFolder folder, bool withScript, Func<IPage, RunningServer, Task> act, bool leaves = false)
    {
        RealBrowser.SkipWhereThereIsNone();
        using var server = RunningServer.Start(folder);
        await RealBrowser.WithPageAsync(withScript, page => act(page, server), leaves);
    }

    [GeneratedRegex("name=\"base\" value=\"([0-9a-f]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Base();

    [GeneratedRegex("gavel/[a-z0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Branch();
}
