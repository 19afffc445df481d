using Gavel.Web.Serving;
using Gavel.Web.Serving.Editing;
using Web.Tests.Pages;

namespace Web.Tests.Serving;

/// <summary>A server keeps each page it was asked for, and what a form says of a text.</summary>
public sealed class Pages_that_are_kept
{
    [Fact]
    public void A_page_that_failed_once_is_made_when_it_is_asked_for_again()
    {
        using var repository = new SampleRepository();
        var site = repository.Site();
        var pages = new CachedPages();
        var address = site.Pages.First(p => p.Address.Contains("/history/", StringComparison.Ordinal)).Address;
        var (objects, elsewhere) = (repository.PathOf(".git/objects"), repository.PathOf(".git/elsewhere"));
        Directory.Move(objects, elsewhere);
        Assert.ThrowsAny<Exception>(() => pages.Find(site, address, out _));
        Directory.Move(elsewhere, objects);
        Assert.NotNull(pages.Find(site, address, out _));
    }

    [Theory]
    [InlineData("a\fb\u0085c\u2028d")]
    public void What_is_no_end_of_a_line_stays_in_a_part_that_was_edited(string odd)
    {
        using var repository = new SampleRepository();
        repository.Replace("proposals/0002-old-ladders.md", "twelve rungs", $"twelve rungs {odd}");
        var entry = repository.Site().Source.Catalog.Find("PIP-2")!;
        var proposal = repository.Site().Source.Catalog.Open(entry);
        var draft = Draft.Of(proposal);
        var part = draft.Parts.First(p => p.Text.Contains(odd, StringComparison.Ordinal));
        var (text, why) = draft.Compose(input => input == part.Input ? part.Text + "\nMore.\n" : null, _ => proposal);
        Assert.Null(why);
        Assert.Contains(odd, text!.Chars, StringComparison.Ordinal);
    }
}
