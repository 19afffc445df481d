using Gavel.Rst.Html;
using Gavel.Rst.Transforms;
using Xunit;

namespace Rst.Tests.Html;

/// <summary>Each element as the HTML that means the same.</summary>
public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("One *two* **three** ``four``.\n", "<p>One <em>two</em> <strong>three</strong> <code>four</code>.</p>\n")]
    [InlineData("- a\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")]
    [InlineData("c. x\n#. y\n", "<ol type=\"a\" start=\"3\">\n<li>\n<p>x</p>\n</li>\n<li>\n<p>y</p>\n</li>\n</ol>\n")]
    [InlineData("term : kind\n  meaning\n", "<dl>\n<dt>term <span class=\"classifier\">kind</span></dt>\n<dd>\n<p>meaning</p>\n</dd>\n</dl>\n")]
    [InlineData("term \\: word : kind\\\\ : more\n  meaning\n", "<dl>\n<dt>term : word <span class=\"classifier\">kind\\</span> <span class=\"classifier\">more</span></dt>\n<dd>\n<p>meaning</p>\n</dd>\n</dl>\n")]
    [InlineData("\U0001f600x__ and \U0001d465_ are words\n\n.. _\U0001d465: https://x.example\n", "<p>\U0001f600x__ and <a href=\"https://x.example\" rel=\"nofollow noopener\">\U0001d465</a> are words</p>\n<span id=\"target-1\"></span>")]
    [InlineData("Code::\n\n  a < b\n", "<p>Code:</p>\n<pre class=\"literal-block\"><code>a &lt; b</code></pre>\n")]
    [InlineData("Text\n\n  Quote\n\n  -- Someone\n", "<p>Text</p>\n<blockquote>\n<p>Quote</p>\n<footer>Someone</footer>\n</blockquote>\n")]
    [InlineData("a\n\n----\n\nb\n", "<p>a</p>\n<hr>\n<p>b</p>\n")]
    [InlineData("| one\n| two\n", "<div class=\"line-block\">\n<div class=\"line\">one</div>\n<div class=\"line\">two</div>\n</div>\n")]
    [InlineData(".. a comment\n\ntext\n", "<p>text</p>\n")]
    [InlineData("-v  more words\n", "<dl class=\"option-list\">\n<dt><kbd>-v</kbd></dt>\n<dd>\n<p>more words</p>\n</dd>\n</dl>\n")]
    public void An_element_is_written_as_what_it_means(string text, string html) => Assert.Equal(html, Write(text));

    [Fact]
    public void Sections_nest_and_their_headings_count_down()
    {
        const string Text = "One\n===\n\nTwo\n---\n\ntext\n\nThree\n~~~~~\n\ntext\n\nOther\n=====\n\ntext\n";
        var html = Write(Text);
        Assert.Contains("<section id=\"one\">\n<h1>One</h1>\n<section id=\"two\">\n<h2>Two</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<h3>Three</h3>", html, StringComparison.Ordinal);
        Assert.Contains("</section>\n<section id=\"other\">\n<h1>Other</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<h6>Three</h6>", Write(Text, new RstHtmlOptions { TopHeadingLevel = 5 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_leads_to_the_place_that_it_names()
    {
        var html = Write("See `the part`_ and [1]_.\n\nThe part\n========\n\ntext\n\nRest\n====\n\n.. [1] A note.\n");
        Assert.Contains("<a class=\"internal\" href=\"#the-part\">the part</a>", html, StringComparison.Ordinal);
        Assert.Contains("<section id=\"the-part\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#footnote-1\" role=\"doc-noteref\">[1]</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#footnote-reference-1\" role=\"doc-backlink\">1</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_link_stands_in_another()
    {
        const string Text = "|name|_\n\n.. |name| replace:: inner_ [1]_\n.. _name: https://outer.example\n.. _inner: https://inner.example\n.. [1] A note.\n";
        var html = Write(Text);
        Assert.Contains("<a href=\"https://outer.example\" rel=\"nofollow noopener\"><span>inner</span> <span id=\"footnote-reference-1\" class=\"footnote-reference\">[1]</span></a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_that_refer_to_each_other_are_written_once()
    {
        const string Text = ".. _one:\n\nOne :ref:`two`\n==============\n\n.. _two:\n\nTwo :ref:`one`\n==============\n\nx\n";
        var html = Write(Text, new RstHtmlOptions { AddressOf = static e => e["reftarget"] is { } label ? "#" + label : null });
        Assert.Contains("<h1>One <a href=\"#two\">Two one</a></h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_shown_as_a_link_leaves_its_ids_where_it_stands()
    {
        const string Text = "See :ref:`one`.\n\n.. _one:\n\nOne [1]_\n========\n\n.. [1] A note.\n";
        var html = Write(Text, new RstHtmlOptions { AddressOf = static e => e["reftarget"] is { } label ? "#" + label : null });
        Assert.Contains("<p>See <a href=\"#one\">One <span class=\"footnote-reference\">[1]</span></a>.</p>", html, StringComparison.Ordinal);
        Assert.Single(html.Split(" id=\"footnote-reference-1\"").Skip(1));
    }

    [Fact]
    public void A_table_keeps_its_head_and_its_spanning_cells()
    {
        var html = Write("+---+---+\n| a | b |\n+===+===+\n| wide  |\n+---+---+\n| c | d |\n+---+---+\n");
        Assert.Contains("<thead>\n<tr>\n<th>\n<p>a</p>", html, StringComparison.Ordinal);
        Assert.Contains("<td colspan=\"2\">\n<p>wide</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_admonition_has_its_name_as_title() =>
        Assert.Equal("<aside class=\"admonition note\">\n<p class=\"admonition-title\">Note</p>\n<p>mind this</p>\n</aside>\n", Write(".. note:: mind this\n"));

    [Fact]
    public void Code_names_its_language() =>
        Assert.Contains("<code class=\"language-json\">{}</code>", Write(".. code:: json\n\n   {}\n"), StringComparison.Ordinal);

    [Fact]
    public void The_same_text_gives_the_same_html_again()
    {
        const string Text = "A\n=\n\n[#]_ a_ b__ |s|\n\n.. [#] x\n.. _b: c\n__ d\n.. |s| replace:: t\n";
        Assert.Equal(Write(Text), Write(Text));
    }

    private static string Write(string text, RstHtmlOptions? options = null) =>
        RstHtml.Write(RstTransforms.ParseAndResolve(text, new Gavel.Rst.RstOptions { DocTitleTransform = false }), options);
}
