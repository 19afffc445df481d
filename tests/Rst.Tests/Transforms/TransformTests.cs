using Gavel.Rst;
using Gavel.Rst.Transforms;
using Gavel.Rst.Tree;
using Xunit;

namespace Rst.Tests.Transforms;

/// <summary>What a resolved tree says that a parsed one does not.</summary>
public sealed class TransformTests
{
    private static readonly RstOptions Told = new() { ReportLevel = RstSeverity.Info };

    [Fact]
    public void A_reference_gets_the_address_of_its_target()
    {
        var reference = Single(Resolve("See docs_.\n\n.. _docs: https://example.org/docs\n"), RstKind.Reference);
        Assert.Equal("https://example.org/docs", reference["refuri"]);
        Assert.Equal(RstKind.Target, reference.Destination!.Kind);
    }

    [Fact]
    public void A_chain_of_targets_leads_to_its_end()
    {
        var document = Resolve("See one_.\n\n.. _one: two_\n.. _two: three_\n.. _three: https://example.org\n");
        Assert.Equal("https://example.org", Single(document, RstKind.Reference)["refuri"]);
    }

    [Fact]
    public void A_circle_of_targets_is_an_error_and_no_hang() =>
        Assert.Contains(Resolve("one_\n\n.. _one: two_\n.. _two: one_\n").Messages, m => m.Text.EndsWith("forming a circular reference.", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_name_becomes_its_text_again_with_a_message_tied_to_it()
    {
        var document = Resolve("See nothing_ here.\n");
        var problematic = Single(document, RstKind.Problematic);
        var message = Assert.Single(document.Messages);
        Assert.Equal("nothing_", problematic.InnerText);
        Assert.Equal("Unknown target name: \"nothing\".", message.Text);
        Assert.Equal(message.Ids[0], problematic["refid"]);
    }

    [Fact]
    public void Anonymous_references_take_the_anonymous_targets_in_turn()
    {
        var links = All(Resolve("`a`__ and `b`__.\n\n__ https://example.org/a\n__ https://example.org/b\n"), RstKind.Reference);
        Assert.Equal(["https://example.org/a", "https://example.org/b"], links.Select(l => l["refuri"]));
    }

    [Fact]
    public void Automatic_footnotes_count_around_those_with_numbers_of_their_own()
    {
        var document = Resolve("[#]_ [1]_ [#]_\n\n.. [#] a\n.. [1] b\n.. [#] c\n");
        Assert.Equal(["2", "1", "3"], All(document, RstKind.Footnote).Select(f => f.Find(RstKind.Label)!.InnerText));
        Assert.Equal(["2", "1", "3"], All(document, RstKind.FootnoteReference).Select(r => r.InnerText));
    }

    [Fact]
    public void Symbols_for_footnotes_double_when_they_run_out()
    {
        var text = string.Concat(Enumerable.Range(0, 11).Select(i => $".. [*] note {i}\n"));
        var labels = All(Resolve(text), RstKind.Footnote).Select(f => f.Find(RstKind.Label)!.InnerText).ToList();
        Assert.Equal("*", labels[0]);
        Assert.Equal("**", labels[10]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Substitutions_that_double_end_with_a_message(bool isUsedFirst)
    {
        var definitions = Enumerable.Range(1, 21).Select(static i => $".. |s{i}| replace:: |s{i - 1}|\\ |s{i - 1}|\n").Prepend(".. |s0| image:: x\n");
        var text = isUsedFirst ? "|s21|\n\n" + string.Concat(definitions.Reverse()) : string.Concat(definitions) + "\n|s21|\n";
        var document = Resolve(text);
        Assert.True(document.Root.Descendants().Count() < 400_000);
        Assert.Contains(document.Messages, static m => m.Text.EndsWith("exceeds the line-length-limit.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_large_substitution_used_often_ends_with_a_message()
    {
        var document = Resolve($".. |a| replace:: {string.Concat(Enumerable.Repeat("*x* ", 2_000))}\n\n" + string.Concat(Enumerable.Repeat("|a| |a| |a| |a|\n", 100)));
        Assert.True(document.Root.Descendants().Count() < 200_000);
    }

    [Fact]
    public void Many_sections_that_end_with_a_transition_are_resolved_in_linear_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Resolve(string.Concat(Enumerable.Repeat("A\n=\n\ntext\n\n----\n\n", 120_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(300), $"{watch.Elapsed}");
    }

    [Fact]
    public void The_symbols_of_many_footnotes_stay_short()
    {
        var document = Resolve(string.Concat(Enumerable.Repeat("[*]_\n", 2_000)) + "\n" + string.Concat(Enumerable.Repeat(".. [*] x\n", 2_000)));
        Assert.True(document.Root.InnerText.Length < 500_000);
    }

    [Fact]
    public void A_substitution_within_a_substitution_is_replaced_too() =>
        Assert.Equal("say yes now", Single(Resolve("say |a| now\n\n.. |a| replace:: |b|\n.. |b| replace:: yes\n"), RstKind.Paragraph).InnerText);

    [Fact]
    public void Definitions_that_multiply_stop_at_a_bound()
    {
        var text = "|z|\n\n.. |a| replace:: x\n" + string.Concat(Enumerable.Range('b', 25).Select(c =>
            $".. |{(char)c}| replace:: {string.Concat(Enumerable.Repeat($"|{(char)(c - 1)}| ", 10))}\n"));
        Assert.Contains(Resolve(text).Messages, m => m.Text.EndsWith("exceeds the line-length-limit.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lone_section_becomes_the_title_and_a_lone_one_below_it_the_subtitle()
    {
        var root = Resolve("Big\n===\n\nSmall\n-----\n\ntext\n").Root;
        Assert.Equal([RstKind.Title, RstKind.Subtitle, RstKind.Paragraph], root.Children.ToArray().Select(c => ((RstElement)c).Kind));
        Assert.Equal("Big", root["title"]);
    }

    [Fact]
    public void A_field_list_below_the_title_becomes_bibliographic_data()
    {
        var info = Single(Resolve("Title\n=====\n\n:Author: Ann Lee\n:Version: $Revision: 1.7 $\n:Other: x\n\ntext\n"), RstKind.Docinfo);
        Assert.Equal([RstKind.Author, RstKind.Version, RstKind.Field], info.Children.ToArray().Select(c => ((RstElement)c).Kind));
        Assert.Equal("1.7", info[1].InnerText);
    }

    [Fact]
    public void Contents_list_the_sections_to_the_depth_asked_for()
    {
        var document = Resolve(".. contents::\n   :depth: 1\n\nOne\n===\n\nIn\n--\n\nx\n\nTwo\n===\n\nx\n");
        var topic = Single(document, RstKind.Topic);
        Assert.Equal(["One", "Two"], topic.Descendants().Where(e => e.Kind == RstKind.Reference).Select(e => e.InnerText));
    }

    [Fact]
    public void A_transition_at_the_end_of_a_section_stands_behind_it()
    {
        var root = Resolve("One\n===\n\nx\n\n----\n\nTwo\n===\n\nx\n").Root;
        Assert.Equal([RstKind.Section, RstKind.Transition, RstKind.Section], root.Children.ToArray().Select(c => ((RstElement)c).Kind));
    }

    [Fact]
    public void Messages_below_the_level_leave_no_trace_in_the_tree_but_stay_known()
    {
        var document = RstTransforms.ParseAndResolve("An *unclosed word.\n", new RstOptions { ReportLevel = RstSeverity.Severe });
        Assert.DoesNotContain(document.Root.Descendants(), e => e.Kind is RstKind.SystemMessage or RstKind.Problematic);
        Assert.NotEmpty(document.Messages);
    }

    [Theory]
    [InlineData("\"a\" and 'b'", "“a” and ‘b’")]
    [InlineData("don't -- really --- ...", "don’t – really — …")]
    [InlineData("``\"raw\"`` \"(x)\"", "\"raw\" “(x)”")]
    [InlineData("https://example.org/a--b...c -- so", "https://example.org/a--b...c – so")]
    [InlineData("an--n@example.org -- so", "an--n@example.org – so")]
    [InlineData("`one -- two <https://example.org/a--b>`__", "one – two")]
    public void Smart_quotes_know_what_opens_and_what_closes(string text, string taught) =>
        Assert.Equal(taught, Single(RstTransforms.ParseAndResolve(text + "\n", Told with { SmartQuotes = true }), RstKind.Paragraph).InnerText);

    private static RstDocument Resolve(string text) => RstTransforms.ParseAndResolve(text, Told);

    private static List<RstElement> All(RstDocument document, RstKind kind) => [.. document.Root.Descendants().Where(e => e.Kind == kind)];

    private static RstElement Single(RstDocument document, RstKind kind) => All(document, kind)[0];
}
