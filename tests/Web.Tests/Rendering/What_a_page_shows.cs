namespace Web.Tests.Rendering;

public class What_a_page_shows
{
    [Fact]
    public void Title_and_header_list_are_left_out_as_the_page_shows_them_as_data()
    {
        var text = Rendered.Markdown("# KIP 1 - Cats\n\n* **Status**: Draft\n* **Author**: Ann\n\nThe text.\n");
        Assert.Equal("<p data-line=\"6\">The text.</p>\n", text.Html);
    }

    [Theory]
    [InlineData("---\ntitle: Cats\nstatus: Draft\n---\n\n")]
    [InlineData("# Cats\n\n**Author**: Ann |\n**Status**: Draft |\n\n")]
    [InlineData("# Cats\n\n| Status | Draft |\n|--|--|\n| Author | Ann |\n\n")]
    [InlineData("# Cats\n\nStatus: Draft\nAuthor: Ann\n\n")]
    public void No_style_of_header_appears_in_the_text(string header)
    {
        var text = Rendered.Markdown(header + "## Why\n\nBecause.\n");
        Assert.DoesNotContain("Draft", text.Html, StringComparison.Ordinal);
        Assert.Contains("Because.", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_item_keeps_what_stands_below_its_value()
    {
        var text = Rendered.Markdown("# Cats\n\n* **Status**: Draft\n* **Author**: Ann\n\n  More that is no value.\n\n## Why\n");
        Assert.Contains("More that is no value.", text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_are_not_shown()
    {
        Assert.Equal("<p data-line=\"3\">Seen  too</p>\n", Rendered.Markdown("<!-- hidden -->\n\nSeen <!-- hidden --> too\n").Html);
        Assert.DoesNotContain("hidden", Rendered.Rst("Seen\n\n.. hidden\n").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_begin_at_the_second_level_and_skip_none()
    {
        var text = Rendered.Markdown("# Cats 1\n\n### Deep\n\n##### Deeper\n\n### Deep\n");
        Assert.Contains("<h2 data-line=\"3\" id=\"deep\">", text.Html, StringComparison.Ordinal);
        Assert.Contains("<h3 data-line=\"5\" id=\"deeper\">", text.Html, StringComparison.Ordinal);
        Assert.Contains("<h2 data-line=\"7\" id=\"deep-1\">", text.Html, StringComparison.Ordinal);
        Assert.Equal(["1 Deep #deep 3", "2 Deeper #deeper 5", "1 Deep #deep-1 7"], text.Contents.Select(c => $"{c.Level} {c.Title} #{c.Id} {c.SourceLine}"));
    }

    [Fact]
    public void The_columns_of_a_table_are_aligned_and_the_table_scrolls()
    {
        var text = Rendered.Markdown("Some.\n\nProse.\n\n| a | b | c |\n|:--|:-:|--:|\n| 1 | `x\\|y` |\n");
        Assert.EndsWith(
            """
            <div class="scroll" tabindex="0" data-line="5"><table>
            <thead>
            <tr data-line="5"><th align="left">a</th><th align="center">b</th><th align="right">c</th></tr>
            </thead>
            <tbody>
            <tr data-line="7"><td align="left">1</td><td align="center"><code>x|y</code></td><td align="right"></td></tr>
            </tbody>
            </table></div>

            """, text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_without_empty_lines_have_no_paragraphs()
    {
        Assert.DoesNotContain("<p", Rendered.Markdown("- a\n- b\n  1. c\n  2. d\n").Html, StringComparison.Ordinal);
        Assert.Contains("<li data-line=\"1\"><p data-line=\"1\">a</p>", Rendered.Markdown("- a\n\n- b\n").Html, StringComparison.Ordinal);
        Assert.Contains("<ol data-line=\"1\" start=\"4\">", Rendered.Markdown("4. a\n5. b\n").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_say_whether_they_are_done()
    {
        var html = Rendered.Markdown("- [x] a\n- [ ] b\n").Html;
        Assert.Contains("class=\"task done\"><span role=\"img\" aria-label=\"done\">", html, StringComparison.Ordinal);
        Assert.Contains("class=\"task\"><span role=\"img\" aria-label=\"to do\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_stand_at_the_end_with_the_way_back_from_each()
    {
        var html = Rendered.Markdown("One[^b] two[^a] one[^b].\n\n[^a]: Second.\n[^b]: First.\n").Html;
        Assert.Contains("One<sup><a class=\"footnote-ref\" href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"fnref:1:2\"", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("First.", StringComparison.Ordinal) < html.IndexOf("Second.", StringComparison.Ordinal));
        Assert.Contains("href=\"#fnref:1:2\" role=\"doc-backlink\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_that_the_page_draws_reserves_its_box_and_others_show_their_source()
    {
        var text = Rendered.Markdown("```mermaid\ngraph TD\nA-->B\n```\n\n```plantuml\nA -> B\n```\n");
        Assert.True(text.HasDiagram);
        Assert.Contains("<pre class=\"mermaid size-2\" tabindex=\"0\">graph TD\nA--&gt;B</pre>", text.Html, StringComparison.Ordinal);
        Assert.Contains("Source of a PlantUML diagram", text.Html, StringComparison.Ordinal);
        Assert.False(Rendered.Markdown("```dot\na\n```").HasDiagram);
    }

    [Fact]
    public void Code_says_its_language()
    {
        var text = Rendered.Markdown("```java linenums\nMap<String> a;\n```\n");
        Assert.True(text.HasCode);
        Assert.Equal("<pre tabindex=\"0\" data-line=\"1\"><code class=\"language-java\">Map&lt;String&gt; a;\n</code></pre>\n", text.Html);
        Assert.Contains("language-python", Rendered.Rst(".. code-block:: python\n\n   x = 1\n").Html, StringComparison.Ordinal);
        Assert.False(Rendered.Markdown("    plain\n").HasCode);
    }

    [Fact]
    public void What_an_author_folds_away_holds_Markdown()
    {
        var html = Rendered.Markdown("<details>\n<summary>More</summary>\n\nHidden **text**.\n\n</details>\n\nAfter.\n").Html;
        Assert.Contains("<details>\n<summary>More</summary>\n<p data-line=\"4\">Hidden <strong>text</strong>.</p>\n</details>", html, StringComparison.Ordinal);
        Assert.EndsWith("<p data-line=\"8\">After.</p>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Restructured_text_shows_boxes_notes_spans_and_labels()
    {
        var html = Rendered.Rst(
            """
            .. note:: Careful.

            See [1]_ and :ref:`here`.

            .. _here:

            The place
            =========

            Some prose.

            +---+---+
            | A | B |
            +===+===+
            | both  |
            +---+---+

            .. [1] The note.

            .. contents::

            Another
            =======
            """).Html;
        Assert.Contains("<aside class=\"admonition note\" data-line=\"1\" role=\"note\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#the-place\">The place</a>", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"the-place\" data-line=\"7\"><span id=\"here\"></span>The place", html, StringComparison.Ordinal);
        Assert.Contains("<td data-line=\"15\" colspan=\"2\">both</td>", html, StringComparison.Ordinal);
        Assert.Contains("role=\"doc-footnote\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ontents", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_that_nobody_knows_is_shown_as_it_is_written()
    {
        var html = Rendered.Rst(".. flowbox:: Title\n\n   Some *content*.\n").Html;
        Assert.Contains("Title", html, StringComparison.Ordinal);
        Assert.Contains("Some *content*.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_contents_by_hand_gives_way_to_that_of_the_page()
    {
        var text = Rendered.Markdown("# Cats 1\n\n- [Why](#why)\n- [How](#how)\n  - [When](#when)\n\n## Contents\n\n1. [Why](#why)\n2. [How](#how)\n3. [When](#when)\n\n## Why\n\n- [one link](#how) with words\n");
        Assert.StartsWith("<h2 data-line=\"13\" id=\"why\">", text.Html, StringComparison.Ordinal);
        Assert.Contains("with words", text.Html, StringComparison.Ordinal);
        Assert.Equal(["Why"], text.Contents.Select(c => c.Title));
    }

    [Fact]
    public void A_link_to_the_title_still_leads_to_the_top() =>
        Assert.StartsWith("<span id=\"cats-1\"></span>", Rendered.Markdown("# Cats 1\n\nText, [up](#cats-1).\n\n## Why\n").Html, StringComparison.Ordinal);

    [Fact]
    public void Restructured_text_has_typographical_marks_outside_of_code()
    {
        var html = Rendered.Rst("He said \"no\" -- twice. ``a -- \"b\"``\n\n::\n\n   c -- 'd'\n").Html;
        Assert.Contains("He said \u201Cno\u201D \u2013 twice. <code>a -- &quot;b&quot;</code>", html, StringComparison.Ordinal);
        Assert.Contains("c -- &#39;d&#39;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_one_of_several_headings_keeps_its_words_and_leads_to_the_first()
    {
        var html = Rendered.Rst("A\n=\n\nSee `more`_ or `that <More_>`_.\n\nMore\n----\n\nB\n=\n\nMore\n----\n").Html;
        Assert.Contains("See <a href=\"#more\">more</a> or <a href=\"#more\">that</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("`", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_an_alert_is_a_box_with_its_name()
    {
        var html = Rendered.Markdown("> [!WARNING]\n> Hot.\n\n> [!OTHER]\n> Plain.\n").Html;
        Assert.Contains("class=\"admonition warning\" role=\"note\">\n<p class=\"admonition-title\">Warning</p>\n<p data-line=\"1\">Hot.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes()
    {
        const string Text = "# A 1\n\nx[^1] <kbd>y</kbd>\n\n[^1]: z\n";
        Assert.Equal(Rendered.Markdown(Text).Html, Rendered.Markdown(Text).Html);
    }

    [Theory]
    [InlineData("sys.addaudithook", "sys.<wbr>addaudithook")]
    [InlineData("MEAN_REVERSION_FULLBAND", "MEAN_<wbr>REVERSION_<wbr>FULLBAND")]
    [InlineData("PyFileSetOpenCodeHook", "PyFileSet<wbr>OpenCode<wbr>Hook")]
    [InlineData("0123456789abcdef0123456789abcdef", "0123456789abcdef01234567<wbr>89abcdef")]
    [InlineData("10**6 != 2**18", "10**6 != 2**18")]
    [InlineData("a_short_name", "a_short_name")]
    public void A_long_name_in_a_cell_may_be_broken_where_its_parts_meet(string name, string written)
    {
        var once = Rendered.Markdown($"# Cats\n\n## Table\n\n| a | b |\n|---|---|\n| `{name}` | {name} |\n\n`{name}`\n").Html;
        Assert.Contains($"<code>{written}</code></td>", once, StringComparison.Ordinal);
        Assert.Contains($"<code>{name}</code></p>", once, StringComparison.Ordinal);
        Assert.Equal(once, Gavel.Web.Rendering.NameBreaks.In(once));
    }

    [Theory]
    [InlineData("https://blueprints.example.net/orchard/+spec/s3-bank-plugin", "https://<wbr>blueprints.<wbr>example.<wbr>net/<wbr>orchard/+spec/<wbr>s3-bank-<wbr>plugin")]
    [InlineData("https://a.example/short", "https://a.example/short")]
    public void An_address_that_is_shown_may_be_broken_where_its_parts_meet_and_leads_where_it_led(string address, string written)
    {
        foreach (var html in (string[])[Rendered.Markdown($"# Cats\n\nSee <{address}>, [here]({address}).\n").Html, Rendered.Rst($"Cats\n====\n\nSee {address}, `here <{address}>`__.\n").Html])
        {
            Assert.Contains($">{written}</a>", html, StringComparison.Ordinal);
            Assert.Equal(2, html.Split($"href=\"{address}\"").Length - 1);
            Assert.Contains(">here</a>", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("github.com/confluent/kettles/pull/4026", "github.<wbr>com/<wbr>confluent/<wbr>kettles/<wbr>pull/<wbr>4026")]
    [InlineData("a <b> & don't", "a &lt;b&gt; &amp; don&#39;t")]
    [InlineData("https://a.example/?first=1&second=2", "https://<wbr>a.example/?<wbr>first=<wbr>1&amp;second=<wbr>2")]
    public void A_fact_is_broken_where_parts_of_an_address_meet_and_its_signs_stay_text(string fact, string written) =>
        Assert.Equal(written, Gavel.Web.Rendering.NameBreaks.InPlain(fact).Value);

    [Fact]
    public void A_list_from_right_to_left_has_its_marks_on_the_right()
    {
        Assert.Contains("<ul dir=\"auto\"", Rendered.Markdown("# Cats\n\n- חתול\n").Html, StringComparison.Ordinal);
        Assert.Contains("<table dir=\"auto\"", Rendered.Markdown("# Cats\n\n## Table\n\n| כלב | חתול |\n|---|---|\n| 1 | 2 |\n").Html, StringComparison.Ordinal);
        Assert.DoesNotContain("dir=", Rendered.Markdown("# Cats\n\n- Café 猫\n").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_citation_has_a_role_that_its_element_may_have_and_that_readers_know()
    {
        var html = Rendered.Rst("Cats\n====\n\nSee [CIT]_.\n\n.. [CIT] A book.\n").Html;
        Assert.Contains("class=\"citation\"", html, StringComparison.Ordinal);
        Assert.Contains("role=\"doc-footnote\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("doc-biblioentry", html, StringComparison.Ordinal); // deprecated (DPUB-ARIA 1.1), and never for an aside
    }
}
