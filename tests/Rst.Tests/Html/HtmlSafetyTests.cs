using System.Text.RegularExpressions;
using Gavel.Rst.Html;
using Gavel.Rst.Transforms;
using Xunit;

namespace Rst.Tests.Html;

/// <summary>What a hostile document cannot do to the page that shows it.</summary>
public sealed partial class HtmlSafetyTests
{
    public static TheoryData<string> HostileAddresses =>
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\u0001javascript:alert(1)",
        "java\tscript:alert(1)",
        "vbscript:msgbox",
        "data:text/html,hello",
        "file:///etc/passwd",
        "view-source:javascript:x",
        "blob:https://example.org/x",
        "unknown-scheme-that-is-long:x",
    ];

    [Theory, MemberData(nameof(HostileAddresses))]
    public void A_link_with_a_hostile_address_is_no_link(string address)
    {
        var html = Write($".. _here: {address}\n\nGo here_ or `there <{address}>`__.\n\n.. image:: x.png\n   :target: {address}\n");
        Assert.DoesNotMatch(HostileLink(), html);
    }

    [Theory, MemberData(nameof(HostileAddresses))]
    public void An_image_with_a_hostile_address_shows_its_words_only(string address) =>
        Assert.DoesNotMatch(HostileLink(), Write($".. image:: {address}\n   :alt: words\n"));

    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("http://example.org")]
    [InlineData("mailto:ann@example.org")]
    [InlineData("other.rst")]
    [InlineData("../up/other.html#part")]
    [InlineData("/root")]
    [InlineData("?query:with=colon")]
    [InlineData("#frag:ment")]
    [InlineData("dir/with:colon")]
    [InlineData("a-folder-of-a-long-name/with:colon")]
    public void A_harmless_address_is_kept(string address) =>
        Assert.Contains($"href=\"{address}\"", Write($".. _here: {address}\n\nGo here_.\n"), StringComparison.Ordinal);

    [Fact]
    public void Raw_markup_is_shown_and_not_run()
    {
        var html = Write(".. raw:: html\n\n   <script>steal()</script>\n\n.. role:: wild(raw)\n   :format: html\n\nAnd :wild:`<b onclick=x>`.\n");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_markup_goes_through_where_the_caller_trusts_it() =>
        Assert.Contains("<video>", Write(".. raw:: html\n\n   <video>\n", new RstHtmlOptions { TrustRaw = true }), StringComparison.Ordinal);

    [Theory]
    [InlineData("Text <script>x</script> & \"more\" 'still'.\n")]
    [InlineData("*<i onload=x>* **<u>** ``<tt>`` :sub:`<s>`\n")]
    [InlineData("Title <img src=x onerror=y>\n===========================\n\ntext\n")]
    [InlineData("::\n\n  </code></pre><script>x</script>\n")]
    [InlineData(".. code:: \"><script>x</script>\n\n   x\n")]
    [InlineData(".. class:: \"><script>x</script>\n\ntext\n")]
    [InlineData(".. image:: \"onerror=\"x\n   :alt: \"><script>x</script>\n   :width: 1px;background:url(x)\n")]
    [InlineData(".. note:: <script>x</script>\n")]
    [InlineData(":<script>: <script>x</script>\n")]
    [InlineData("<script>\n  <script>x</script>\n")]
    [InlineData("+---------------------+\n| <script>x</script>  |\n+---------------------+\n")]
    [InlineData(".. [<script>] not a note\n.. [1] <script>x</script>\n\n[1]_\n")]
    [InlineData("| <script>\n| </script>\n")]
    [InlineData("--opt=<script>  <script>x</script>\n")]
    [InlineData(".. meta::\n   :refresh: 0;url=javascript:x\n")]
    [InlineData(".. unknown:: <script>x</script>\n\n   <script>\n")]
    [InlineData("`<script>`_ |<script>| [<script>]_\n")]
    public void Nothing_in_a_text_becomes_markup(string text)
    {
        foreach (var options in new[] { RstHtmlOptions.Default, new RstHtmlOptions { ShowMessages = true } })
        {
            var html = Write(text, options);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(EventHandler(), html);
            Assert.DoesNotMatch(StyleWithAddress(), html);
        }
    }

    [Fact]
    public void A_rewritten_address_is_checked_again()
    {
        var options = new RstHtmlOptions { RewriteAddress = static _ => "javascript:x" };
        Assert.DoesNotContain("href", Write("https://example.org\n", options), StringComparison.Ordinal);
    }

    private static string Write(string text, RstHtmlOptions? options = null) => RstHtml.Write(RstTransforms.ParseAndResolve(text), options);

    [GeneratedRegex("(href|src)=\"[^\"]*(script|data|file|blob|view-source|unknown-scheme)[^\"]*:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HostileLink();

    [GeneratedRegex("style=\"[^\"]*[(]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StyleWithAddress();

    [GeneratedRegex("<[^>]*\\son[a-z]+=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex EventHandler();
}
