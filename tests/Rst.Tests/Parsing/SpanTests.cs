using Gavel.Rst.Tree;
using Gavel.Rst;
using Rst.Tests.Structure;
using Xunit;

namespace Rst.Tests.Parsing;

/// <summary>Every node knows where it stands in the text that was given.</summary>
public sealed class SpanTests
{
    [Fact]
    public void A_heading_with_overline_has_the_span_of_its_three_lines()
    {
        var document = RstParser.Parse("intro\n\n=====\n Walk\n=====\n\nbody\n");
        var section = Assert.IsType<RstSection>(document.Root[1]);
        Assert.Equal("=====\n Walk\n=====", Text(document, section.HeadingSpan));
        Assert.Equal("Walk", Text(document, section.Title!.Span));
        Assert.Equal("=====\n Walk\n=====\n\nbody", Text(document, section.Span));
        Assert.Equal((1, '=', true, 4), (section.Level, section.Adornment, section.HasOverline, section.TitleLine));
    }

    [Fact]
    public void A_section_ends_before_the_next_of_its_level()
    {
        var document = RstParser.Parse("One\n===\n\na\n\nTwo\n===\n\nb\n");
        Assert.Equal("One\n===\n\na", Text(document, document.Root[0].Span));
        Assert.Equal("Two\n===\n\nb", Text(document, document.Root[1].Span));
    }

    [Fact]
    public void A_field_has_spans_for_its_name_and_its_body()
    {
        var document = RstParser.Parse(":Status: Draft\n:Owners: Ann\n    and Bo\n");
        var fields = document.Root.Find(RstKind.FieldList)!;
        var owners = (RstElement)fields[1];
        Assert.Equal(":Owners: Ann\n    and Bo", Text(document, owners.Span));
        Assert.Equal("Owners", Text(document, owners.Find(RstKind.FieldName)!.Span));
        Assert.Equal("Ann\n    and Bo", Text(document, owners.Find(RstKind.FieldBody)!.Span));
    }

    [Theory]
    [InlineData("see `the page <http://a.example/x>`_ now", RstKind.Reference, "`the page <http://a.example/x>`_")]
    [InlineData("see page_ now", RstKind.Reference, "page_")]
    [InlineData("see http://a.example/x.", RstKind.Reference, "http://a.example/x")]
    [InlineData("a ``b c`` d", RstKind.Literal, "``b c``")]
    [InlineData("a *b* d", RstKind.Emphasis, "*b*")]
    [InlineData("a [1]_ d", RstKind.FootnoteReference, "[1]_")]
    [InlineData("a |b| d", RstKind.SubstitutionReference, "|b|")]
    [InlineData("- x\n- a :sup:`b` d", RstKind.Superscript, ":sup:`b`")]
    [InlineData("x\n\n.. a\n   comment\n\ny", RstKind.Comment, ".. a\n   comment")]
    [InlineData("x::\n\n    code\n      more\n\ny", RstKind.LiteralBlock, "code\n      more")]
    [InlineData("- one\n\n  two\n- three\n\nx", RstKind.ListItem, "- one\n\n  two")]
    public void An_element_has_the_span_of_its_markup(string text, RstKind kind, string expected)
    {
        var document = RstParser.Parse(text);
        Assert.Equal(expected, Text(document, document.Root.Descendants().First(e => e.Kind == kind).Span));
    }

    [Theory]
    [InlineData("- a\tb *c*\r\n\r\n  more\r\n", RstKind.Emphasis, "*c*")]
    [InlineData("\tquoted *c*\r\n", RstKind.Emphasis, "*c*")]
    [InlineData("=====  =====\n中文   *c*\n=====  =====\n", RstKind.Emphasis, "*c*")]
    [InlineData(".. note:: a\n   :class: k\n\n   text *c*\n", RstKind.Emphasis, "*c*")]
    [InlineData(".. csv-table::\n\n   \"a\", \"b *c*\"\n", RstKind.Emphasis, "*c*")]
    public void Tabs_line_ends_and_wide_characters_do_not_shift_spans(string text, RstKind kind, string expected)
    {
        var document = RstParser.Parse(text);
        Assert.Equal(expected, Text(document, document.Root.Descendants().First(e => e.Kind == kind).Span));
    }

    [Fact]
    public void Every_span_of_the_real_documents_lies_in_the_text_and_in_its_parent()
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the corpora are not beside the checkout");
        var wrong = new List<string>();
        foreach (var (_, path, text) in CorpusFiles.All().Where(static (_, i) => i % 7 == 0))
        {
            var document = RstParser.Parse(text);
            foreach (var element in document.Root.Descendants())
            {
                if (element.Span.Start < 0 || element.Span.End > text.Length) wrong.Add($"{path}: {element.TagName} {element.Span}");
                var parent = element.Parent!;
                var isInside = element.Span.Start >= parent.Span.Start && element.Span.End <= parent.Span.End;
                if (!isInside && !IsDetached(element)) wrong.Add($"{path}: {element.TagName} {element.Span} in {parent.TagName} {parent.Span}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    /// <summary>Messages and what is in them stand where they were found, not where they are about.</summary>
    private static bool IsDetached(RstElement element)
    {
        for (var e = element; e is not null; e = e.Parent)
        {
            if (e.Kind is RstKind.SystemMessage) return true;
        }

        return false;
    }

    private static string Text(RstDocument document, RstSpan span) => document.Slice(span).ToString();
}
