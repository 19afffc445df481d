namespace EndToEnd.Tests;

/// <summary>Nothing jumps on the pages of a live server while they load, nor when they are renewed.</summary>
public sealed class Pages_that_hold_still(ServedSample sample) : IClassFixture<ServedSample>
{
    public static TheoryData<string, int> Everywhere =>
        [.. ((string[])["", "?q=budget", "?status=proposed&sort=title", "RFC-1", "RFC-2", "edit/RFC-1", "decide/RFC-1", "new", "search?q=budget", "numbers", "graph", "process/rfc"]).SelectMany(a => (IEnumerable<(string, int)>)[(a, 1280), (a, 360)])];

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Nothing_jumps_while_a_page_loads(string address, int width)
    {
        var (page, complaints) = await sample.OpenAsync(address, width: width);
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.ShiftsAsync(), .0005);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_jump_would_be_seen()
    {
        var (page, _) = await sample.OpenAsync("RFC-1");
        await page.EvaluateAsync("() => { const box = document.createElement('div'); box.style.height = '200px'; document.querySelector('main').prepend(box); }");
        Assert.True(await page.ShiftsAsync() > .01);
        await page.Context.CloseAsync();
    }
}
