using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gavel.Core.Documents.Html;
using Gavel.Web.Rendering;

namespace Web.Tests.Rendering;

public class Hostile_text
{
    public static readonly TheoryData<string> Html = new(AttackVectors.Html);

    public static readonly TheoryData<string> Addresses = new(AttackVectors.Addresses);

    [Fact]
    public void There_are_many_ways_to_attack() => Assert.True(AttackVectors.Html.Length + AttackVectors.Addresses.Length >= 200, $"{AttackVectors.Html.Length} + {AttackVectors.Addresses.Length}");

    [Theory, MemberData(nameof(Html))]
    public void The_sanitizer_leaves_only_what_is_allowed_and_is_done_at_once(string vector)
    {
        var clean = Sanitizer.Clean(vector);
        AssertHarmless(clean);
        Assert.Equal(clean, Sanitizer.Clean(clean));
    }

    [Theory, MemberData(nameof(Html))]
    public void Markdown_with_it_is_harmless(string vector)
    {
        foreach (var text in (string[])[vector, $"# A\n\nwords {vector} words\n", $"- item\n\n  {vector}\n\n> {vector}\n", $"| a |\n|--|\n| {vector} |\n", $"<div>\n{vector}\n</div>\n\nafter\n", $"<details><summary>{vector}</summary>\n\n{vector}\n", $"## {vector}\n\n[{vector}]({vector})\n", $"```\n{vector}\n```\n", $"a[^1]\n\n[^1]: {vector}\n"])
            AssertHarmless(Rendered.Markdown(text).Html);
    }

    [Theory, MemberData(nameof(Html))]
    public void Restructured_text_with_it_is_harmless(string vector)
    {
        var line = vector.Replace('\n', ' ');
        foreach (var text in (string[])[vector, $"A\n=\n\n.. raw:: html\n\n   {line}\n", $".. role:: h(raw)\n   :format: html\n\nwords :h:`{line}` words\n", $"``{line}`` |s|\n\n.. |s| replace:: {line}\n", $".. note:: {line}\n", $".. image:: x\n   :alt: {line}\n", $".. unknown:: {line}\n\n   {line}\n", $".. class:: {line}\n\ntext\n", $".. code:: {line}\n\n   {line}\n", $"`{line} <{line}>`__\n"])
            AssertHarmless(Rendered.Rst(text).Html);
    }

    [Theory, MemberData(nameof(Addresses))]
    public void An_address_that_runs_something_is_in_no_link(string address)
    {
        foreach (var text in (string[])[$"[x]({address})", $"[x](<{address}>)", $"![x](<{address}>)", $"[x][y]\n\n[y]: <{address}>", $"<{address}>", $"<a href=\"{address}\">x</a>", $"<img src='{address}'>", $"text {address} text"])
            AssertHarmless(Rendered.Markdown(text).Html);
        foreach (var text in (string[])[$"`x <{address}>`__", $".. image:: {address}", $".. figure:: {address}\n   :target: {address}", $"x_\n\n.. _x: {address}", $":doc:`x <{address}>`", $".. toctree::\n\n   x <{address}>\n", $".. include:: {address}\n"])
            AssertHarmless(Rendered.Rst(text).Html);
    }

    [Fact]
    public void A_wide_head_over_many_short_rows_is_no_large_page()
    {
        var wide = string.Concat(Enumerable.Repeat("a|", 50_000));
        var text = $"{wide}\n{wide.Replace('a', '-')}\n{string.Concat(Enumerable.Repeat("|b\n", 50_000))}";
        Assert.InRange(Rendered.Markdown(text).Html.Length, 1, 20_000_000);
    }

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("<p><b id=x>", 10_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<a href=#>", 10_000)]
    [InlineData("<div><!--</div>-->", 100_000)]
    [InlineData("<div><textarea></div></textarea>", 100_000)]
    [InlineData("<svg><math>", 10_000)]
    [InlineData("</div>", 100_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("<a ", 300_000)]
    [InlineData("<img src=\"", 100_000)]
    [InlineData("<details><summary>", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("> ", 10_000)]
    [InlineData("[^1]: a\n\n", 20_000)]
    [InlineData("# a\n", 50_000)]
    [InlineData("- [x] a\n", 50_000)]
    [InlineData("<p>\n\n</p>\n\n", 30_000)]
    public void Deep_and_long_texts_take_little_time(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times));
        var clock = Stopwatch.StartNew();
        AssertHarmless(Rendered.Markdown(text).Html);
        AssertHarmless(Rendered.Rst(".. raw:: html\n\n   " + text.Replace('\n', ' ')).Html);
        var clean = Sanitizer.Clean(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(300), clock.Elapsed.ToString());
        AssertHarmless(clean);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("a")]
    [InlineData("font")]
    public void Open_marks_before_many_blocks_are_not_made_again_in_each_of_them(string name)
    {
        var html = new System.Text.StringBuilder();
        for (var i = 0; i < 400; i++) html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<{name} title={i}>");
        for (var i = 0; i < 200_000; i++) html.Append("<p>x</p>");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var clean = Sanitizer.Clean(html.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(300), $"{clock.Elapsed}");
        Assert.StartsWith("&lt;", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_very_long_text_the_beginning_is_shown_with_a_word_about_it()
    {
        var line = "A line of many that say the same.\n\n";
        var shown = Rendered.Markdown(string.Concat(Enumerable.Repeat(line, (TextRenderer.MaxLength / line.Length) + 10)));
        Assert.StartsWith("<p class=\"notice\">This text is very long: only its first ", shown.Html, StringComparison.Ordinal);
        Assert.EndsWith("A line of many that say the same.</p>\n", shown.Html, StringComparison.Ordinal);
        Assert.Equal(TextRenderer.MaxLength / line.Length, shown.Html.Split("data-line").Length - 1);
    }

    [Theory]
    [InlineData("//other.example/x")]
    [InlineData("/&#9;/other.example/x")]
    [InlineData(" /&#10;\\other.example/x")]
    [InlineData("&#13;\\&#9;&#9;/other.example/x")]
    public void An_image_of_another_host_is_not_shown_however_its_address_is_broken(string address) =>
        Assert.DoesNotContain("src=", Rendered.Markdown($"<img src=\"{address}\" alt=\"a\">").Html, StringComparison.Ordinal);

    [Fact]
    public void A_heading_too_long_for_an_id_is_in_no_table_of_contents() =>
        Assert.Equal(["short"], Rendered.Markdown($"# T\n\n## Short\n\n## {string.Concat(Enumerable.Repeat("word ", 60))}\n").Contents.Select(c => c.Id));

    [Fact]
    public void An_id_stands_once()
    {
        var html = Rendered.Markdown("# T\n\n<a id=\"same\"></a>\n\n<div id=\"same\">x</div>\n\n## Same\n\ny\n").Html;
        Assert.Single(html.Split("id=\"same\"").Skip(1));
    }

    [Fact]
    public void An_id_of_the_page_cannot_be_taken()
    {
        Assert.DoesNotContain("id=", Rendered.Markdown("<a id=\"page:plan\">x</a>").Html, StringComparison.Ordinal);
        Assert.Contains("id=\"mine\"", Rendered.Markdown("<a name=\"mine\"></a>").Html, StringComparison.Ordinal);
    }

    /// <summary>As a browser reads it: nothing but allowed elements with allowed attributes.</summary>
    internal static void AssertHarmless(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        using var document = parser.ParseDocument("<!doctype html><html><head></head><body></body></html>");
        var open = new Stack<INode>(parser.ParseFragment(html, document.Body!));
        while (open.TryPop(out var node))
        {
            if (node is IText) continue;
            foreach (var child in node.ChildNodes) open.Push(child);
            var element = Assert.IsType<IElement>(node, exactMatch: false);
            if (!AllowedHtml.IsElement(element.LocalName)) Assert.Fail($"<{element.LocalName}> in {html}");
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                if (!AllowedHtml.IsAttribute(element.LocalName, attribute.Name, attribute.Value)) Assert.Fail($"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\"> in {html}");
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
                if (attribute.Name is "href") Assert.Contains(new Uri(new Uri("https://site.example/KIP-1"), attribute.Value).Scheme, (string[])["https", "http", "mailto"]);
                if (attribute.Name is "src") Assert.Equal("site.example", new Uri(new Uri("https://site.example/KIP-1"), attribute.Value).Host);
            }
        }
    }
}
