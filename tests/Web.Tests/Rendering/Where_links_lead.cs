using Gavel.Web.Rendering;

namespace Web.Tests.Rendering;

public class Where_links_lead
{
    [Theory]
    [InlineData("kip-7.md", "/KIP-7")]
    [InlineData("./kip-7.md#why", "/KIP-7#why")]
    [InlineData("../doc/kip-7.md", "/KIP-7")]
    [InlineData("/doc/kip-7.md", "/KIP-7")]
    [InlineData("kip-7", "/KIP-7")]
    [InlineData("kip-8.html", "/KIP-8")]
    [InlineData("kip-9/", "/KIP-9")]
    [InlineData("../README.md", "https://host.example/blob/README.md")]
    [InlineData("../src/main.c#L3", "https://host.example/blob/src/main.c#L3")]
    [InlineData("#why", "#why")]
    [InlineData("gone.md", "gone.md")]
    [InlineData("mailto:ann@example.org", "mailto:ann@example.org")]
    [InlineData("https://example.org/a?b=1", "https://example.org/a?b=1")]
    public void A_link_becomes_the_address_that_the_site_has(string written, string expected) =>
        Assert.Contains($"href=\"{expected}\"", Rendered.Markdown($"[words]({written})").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("../../secret.md")]
    [InlineData("%2e%2e/%2e%2e/secret.md")]
    [InlineData("..\\..\\secret.md")]
    [InlineData("/../secret.md")]
    [InlineData("javascript:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    public void What_leads_out_of_the_repository_or_runs_something_keeps_its_words_alone(string written)
    {
        Assert.Equal("<p data-line=\"1\">words</p>\n", Rendered.Markdown($"[words](<{written.Replace("\\", "\\\\", StringComparison.Ordinal)}>)").Html);
        Assert.DoesNotContain("href", Rendered.Rst($"`words <{written.Replace("\\", "\\\\", StringComparison.Ordinal)}>`__").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_into_a_file_of_the_site_keeps_its_place()
    {
        var site = Rendered.Site with { OnHost = static _ => null };
        Assert.Contains("href=\"/files/doc%2Fpictures%2Fa%20b.png#top\"", Rendered.Text("doc/kip-1.md", "[x](<pictures/a b.png#top>)", site).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_come_from_the_site_alone()
    {
        var text = Rendered.Markdown("![A](<pictures/a b.png>) ![far](https://far.example/x.png) ![none](gone.png)");
        Assert.Contains("<img src=\"/files/doc%2Fpictures%2Fa%20b.png\" alt=\"A\" loading=\"lazy\">", text.Html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"outside-image\" href=\"https://far.example/x.png\" rel=\"nofollow noopener\">far</a>", text.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"missing-image\">none</span>", text.Html, StringComparison.Ordinal);
        Assert.Equal(["doc/pictures/a b.png"], text.Images);
    }

    [Fact]
    public void A_badge_in_a_link_is_its_words()
    {
        var html = Rendered.Markdown("[![build](https://far.example/x.svg)](https://ci.example)").Html;
        Assert.Contains("<a href=\"https://ci.example\" rel=\"nofollow noopener\">build</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_of_known_size_reserves_its_box()
    {
        var site = Rendered.Site with { SizeOf = static _ => (300, 200) };
        Assert.Contains("width=\"300\" height=\"200\"", Rendered.Text("doc/kip-1.md", "![A](<pictures/a b.png>)", site).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_with_a_number_leads_to_the_sites_own_page()
    {
        Assert.Contains("<a href=\"/PEP-8#x\">", Rendered.Rst(":pep:`8#x`").Html, StringComparison.Ordinal);
        Assert.Contains("rel=\"nofollow noopener\">RFC 2119</a>", Rendered.Rst(":rfc:`2119`").Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/KIP-8\">there</a>", Rendered.Rst(":doc:`there <kip-8>`").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_links_and_images_are_led_the_same_way()
    {
        var html = Rendered.Markdown("<p><a href=\"kip-7.md\" onclick=\"x()\">seven</a> <img src=\"pictures/a b.png\" width=\"20\"> <img src=\"https://far.example/x.png\" alt=\"far\"></p>").Html;
        Assert.Contains("<a href=\"/KIP-7\">seven</a>", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/files/doc%2Fpictures%2Fa%20b.png\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"https://far", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_site_links_stay_as_they_are_written() =>
        Assert.Contains("href=\"kip-7.md\"", Rendered.Text("a.md", "[a](kip-7.md)", RenderLinks.None).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("gone.md")]
    [InlineData("/far/gone.html#x")]
    [InlineData("(odd)")]
    public void In_a_site_that_knows_all_its_pages_a_link_to_none_keeps_its_words(string written)
    {
        var site = Rendered.Site with { IsComplete = true };
        Assert.Equal("<p data-line=\"1\">words</p>\n", Rendered.Text("doc/kip-1.md", $"[words](<{written}>)", site).Html);
        Assert.DoesNotContain("href", Rendered.Text("doc/kip-1.rst", $"`words <{written}>`__", site).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/KIP-7\"", Rendered.Text("doc/kip-1.md", "[words](kip-7.md)", site).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_without_words_shows_the_title_of_its_document()
    {
        var site = Rendered.Site with { TitleOf = static path => path == "doc/kip-8.rst" ? "The eighth" : null };
        Assert.Contains("<a href=\"/KIP-8\">The eighth</a>", Rendered.Text("doc/kip-1.rst", ":doc:`kip-8`", site).Html, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"/KIP-8\">The eighth</a></li>", Rendered.Text("doc/kip-1.rst", ".. toctree::\n\n   kip-8\n", site).Html, StringComparison.Ordinal);
        Assert.Equal("<p data-line=\"1\">gone</p>\n", Rendered.Text("doc/kip-1.rst", ":doc:`/far/gone`", site).Html);
    }

    [Fact]
    public void A_path_from_the_root_of_the_documents_is_found_in_any_folder_around() =>
        Assert.Contains("href=\"/KIP-8\"", Rendered.Text("doc/kip-1.rst", ":doc:`/kip-8` :doc:`/source/doc/kip-8`").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData(".. include:: kip-8.rst")]
    [InlineData(".. toctree::\n\n   kip-8")]
    [InlineData(".. raw:: html\n\n   <b>bold</b>")]
    [InlineData(".. raw:: latex\n\n   x")]
    [InlineData(".. image:: a.png")]
    public void A_label_before_anything_is_a_place_to_link_to(string block) =>
        Assert.Contains("<span id=\"here\"></span>", Rendered.Rst($"T\n=\n\nSee here_.\n\n.. _here:\n\n{block}\n").Html, StringComparison.Ordinal);
}
