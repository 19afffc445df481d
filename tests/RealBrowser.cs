using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Tests;

/// <summary>Debian's Chromium, headless. What is waited for is asked again and again and for long: others use the machine too.</summary>
internal static class RealBrowser
{
    private const string Chromium = "/usr/bin/chromium";
    private const float Patience = 120_000; // milliseconds, until a hang is called one

    public static bool IsHere => File.Exists(Chromium);

    public static void SkipWhereThereIsNone() => Assert.SkipUnless(IsHere, "skipped: chromium not found");

    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], Timeout = Patience });
    }

    public static async Task<IPage> NewPatientPageAsync(this IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>One page of a browser of its own, in which nothing complains.</summary>
    /// <param name="leaves">Whether a page is left although what was typed into it was not sent.</param>
    public static async Task WithPageAsync(bool withScript, Func<IPage, Task> act, bool leaves = false)
    {
        SkipWhereThereIsNone();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await StartAsync(playwright);
        var page = await browser.NewPatientPageAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScript });
        var complaints = page.Complaints();
        if (leaves) page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await act(page);
        Assert.Empty(complaints);
    }

    /// <summary>What scripts and the browser complain about from now on. That an answer says no (404, 409) is for a test to expect.</summary>
    public static List<string> Complaints(this IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        return complaints;
    }

    /// <summary>How far things jumped since the page began to load, as browsers count it (Layout Instability); its timeline tells only observers.</summary>
    public static Task<double> ShiftsAsync(this IPage page) => page.EvaluateAsync<double>(
        "() => new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 250); })");

    /// <summary>Until the browser stands on a page whose path begins so, and its scripts ran.</summary>
    public static async Task ArriveAsync(this IPage page, string path)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(path)}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.WaitForLoadStateAsync();
    }
}
