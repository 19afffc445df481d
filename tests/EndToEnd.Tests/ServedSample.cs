using System.Globalization;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>A repository of 32 proposals behind a live server, and a browser for it.</summary>
public sealed class ServedSample : IAsyncLifetime
{
    private TemporaryFolder? _folder;
    private RunningServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!RealBrowser.IsHere) return;
        _folder = Serving_a_repository.Repository();
        _folder.Write("rfcs/0002-budgets-for-all.md", "# RFC-2: Budgets for all\n\n- **Status**: Draft\n- **Author**: Bo Ek\n\n## Summary\n\nGoes on from [the first](0001-retry-budgets.md).\n\n## Design\n\nA table.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n");
        for (var i = 3; i <= 32; i++)
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"rfcs/{i:0000}-part-{i}.md"), string.Create(CultureInfo.InvariantCulture, $"# RFC-{i}: Part {i}\n\n- **Status**: Draft\n- **Author**: Cy Dee\n\n## Summary\n\nMore of it.\n\n## Design\n\nWords.\n"));
        _folder.Commit("many");
        _server = RunningServer.Start(_folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await RealBrowser.StartAsync(_playwright);
    }

    /// <returns>The page, and what its scripts complained about.</returns>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(string address, bool withScript = true, ColorScheme colours = ColorScheme.Light, int width = 1280)
    {
        Assert.SkipWhen(_browser is null, "skipped: chromium not found");
        var page = await _browser!.NewPatientPageAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScript, ColorScheme = colours, ViewportSize = new ViewportSize { Width = width, Height = 900 }, BypassCSP = false });
        var complaints = page.Complaints();
        await page.GotoAsync($"{_server!.Address}{address}");
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _server?.Dispose();
        _folder?.Dispose();
    }
}
