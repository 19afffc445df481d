namespace Web.Tests.Pages;

public sealed class Pages_of_odd_repositories
{
    [Fact]
    public void A_repository_without_proposals_says_so_and_where_the_first_comes_from()
    {
        using var repository = new SampleRepository();
        foreach (var file in Directory.GetFiles(repository.PathOf("proposals"), "000*.md")) File.Delete(file);
        repository.Commit("None is left");
        var site = repository.Site();
        var page = site.Html("/");
        Assert.Contains("The repository has no PIP yet. How the first PIP is started", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".filter, table.rows, .none")); // nothing to filter
        Assert.Equal("How a PIP comes to be", site.Html(page.QuerySelector("main p a")!.GetAttribute("href")!).QuerySelector("h1").Words());
    }

    [Fact]
    public void A_long_address_among_facts_keeps_whole_parts_of_both_ends()
    {
        using var repository = new SampleRepository();
        const string Address = "https://lists.orchard.example/archives/development-discussions/2014-March/031234_with_a_long_name.html";
        repository.Write("proposals/0004-a-broken-one.md", SampleTexts.Linked.Replace("https://tracker.example/issues/4", Address, StringComparison.Ordinal));
        repository.Commit("A long address");
        var link = repository.Site().Html("/PIP-4").QuerySelector($".facts a[href='{Address}']");
        Assert.Equal("lists.orchard.example/archives/…/031234_with_a_long_name.html", link.Words());
        Assert.StartsWith("lists.<wbr>orchard.<wbr>example/<wbr>archives/", link!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_is_cut_is_not_cut_within_a_character()
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/0003-new-ladders.md", SampleTexts.Proposal(3, "Ladders", $"Beyond {string.Concat(Enumerable.Repeat("𠮷", 30))}", "They are lighter."));
        repository.Commit("Another status");
        var status = repository.Site().Html("/").QuerySelectorAll("td.state").Select(s => s.Words()).Single(s => s.StartsWith("Beyond", StringComparison.Ordinal));
        Assert.EndsWith("𠮷…", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ladders that are light enough", null)]
    [InlineData("Ladders that are light enough to be carried by one person through the whole of the orchard, even in rain", "long")]
    public void A_title_of_many_words_is_set_smaller(string title, string? shape)
    {
        using var repository = new SampleRepository();
        repository.Write("proposals/0003-new-ladders.md", SampleTexts.Proposal(3, title, "Accepted", "They are lighter."));
        repository.Commit("Another title");
        Assert.Equal(shape, repository.Site().Html("/PIP-3").QuerySelector("h1")!.GetAttribute("class"));
    }
}
