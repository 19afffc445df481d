using Gavel.Core.Trees;
using Gavel.Web.Publishing;
using Microsoft.Playwright;

namespace Web.Tests.Pages;

/// <summary>The sample repository published and served as files, and a real browser to look at it.</summary>
public sealed class PublishedSample : IAsyncLifetime
{
    private readonly SampleRepository _repository = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("gavel-browse-").FullName;
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        var site = Path.Combine(_folder, "site");
        Publisher.Run(_repository.Site(), site, new NoCache(), CancellationToken.None);
        _server = await StaticServer.StartAsync(site);
        if (!RealBrowser.IsHere) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await RealBrowser.StartAsync(_playwright);
    }

    /// <summary>A page in a context of its own, with what it complained about.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(string path, int width = 1280, bool withScript = true, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, "skipped: chromium not found");
        var page = await _browser!.NewPatientPageAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = withScript, ColorScheme = colours });
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add($"asked for {request.Url}");
        };
        await page.GotoAsync(Address + path);
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _repository.Dispose();
    }
}
