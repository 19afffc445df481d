using Gavel.Web.Rendering;
using Microsoft.Playwright;

namespace Web.Tests.Rendering;

public class Attacks_in_a_browser
{

    /// <summary>Puts each text into the page, reads it back and puts it in again (what one reading left may run at the next), and sends each element the events that scripts wait for.</summary>
    private const string Attack =
        """
        async texts => {
            let hits = 0;
            window.pwn = () => { hits++; };
            for (const text of texts) {
                const box = document.createElement('div');
                document.body.append(box);
                box.innerHTML = text;
                box.innerHTML = box.innerHTML;
                for (const element of box.querySelectorAll('*'))
                    for (const name of ['click', 'mouseover', 'mouseenter', 'focus', 'pointerover', 'toggle', 'animationstart', 'error', 'load'])
                        element.dispatchEvent(new Event(name, { cancelable: true }));
                box.remove();
            }
            await new Promise(done => setTimeout(done, 300));
            return hits;
        }
        """;

    [Fact]
    public async Task No_attack_runs_and_none_asks_another_host()
    {
        RealBrowser.SkipWhereThereIsNone();
        string[] all = [.. AttackVectors.Html, .. AttackVectors.Addresses.Select(static a => $"<a href=\"{a}\">x</a>")];
        var texts = all.SelectMany(static v => new[]
        {
            Sanitizer.Clean(v), Rendered.Markdown(v).Html, Rendered.Markdown($"words {v} words").Html, Rendered.Markdown($"[x](<{v}>)").Html, Rendered.Rst($".. raw:: html\n\n   {v.Replace('\n', ' ')}\n").Html,
        }).ToArray();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await RealBrowser.StartAsync(playwright);
        var page = await browser.NewPatientPageAsync(new());
        var asked = new List<string>();
        await page.RouteAsync("**/*", async route =>
        {
            if (!route.Request.Url.StartsWith("https://site.example/", StringComparison.Ordinal)) asked.Add(route.Request.Url);
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><title>x</title><body></body>" });
        });
        await page.GotoAsync("https://site.example/KIP-1");
        // The page itself can be attacked: a raw vector runs.
        Assert.Equal(1, await page.EvaluateAsync<int>(Attack, (string[])["<p onclick=pwn()>x</p>"]));
        Assert.Equal(0, await page.EvaluateAsync<int>(Attack, texts));
        Assert.Empty(asked);
        Assert.Equal("https://site.example/KIP-1", page.Url.Split('#')[0]);
    }
}
