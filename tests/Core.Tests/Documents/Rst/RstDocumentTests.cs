using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;

namespace Core.Tests.Documents.Rst;

/// <summary>What a reStructuredText file is as a document.</summary>
public sealed class RstDocumentTests
{
    private static readonly RstSyntax Syntax = new();

    [Theory]
    [InlineData("As they said [4]_.\n\n.. [1] They.\n", "footnote [4]_ is referred to and never written")]
    [InlineData("As they said [LEE20]_.\n\n.. [LEE21] They.\n", "citation [LEE20]_ is referred to and never written")]
    [InlineData("As they said [1]_ and [LEE21]_.\n\n.. [1] They.\n.. [LEE21] She.\n", "")]
    [InlineData("As they said [4]_.\n\n.. include:: notes.txt\n", "")]
    [InlineData("As ``[4]_`` says.\n", "")]
    public void A_footnote_that_is_never_written_is_told(string text, string fault) =>
        Assert.Equal(fault.Length == 0 ? [] : [fault], Parse(text).Faults.Select(f => f.Message));

    [Theory]
    [InlineData("a/b.rst", true)]
    [InlineData("A.RST", true)]
    [InlineData("a.rest", true)]
    [InlineData("a.md", false)]
    public void It_reads_files_by_their_extension(string path, bool reads) => Assert.Equal(reads, Syntax.Reads(path));

    [Fact]
    public void Front_matter_holds_the_header()
    {
        var document = new RstSyntax().Parse(SourceText.From("gap-1.rst", "---\nGAP: 1\nTitle: Trains\n---\n\nWhy\n===\n\nPeople wait.\n\nCosts\n=====\n\nFew.\n"));
        Assert.Equal(["GAP=1", "Title=Trains"], document.Header.Select(f => $"{f.Name}={f.Value}"));
        Assert.Equal(["Why", "Costs"], document.Root.Children.Select(c => c.Heading!.Text));
        Assert.Equal("1", document.Text.Substring(document.Header[0].ValueSpan));
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void A_title_between_two_lines_is_no_front_matter()
    {
        var document = new RstSyntax().Parse(SourceText.From("gap-1.rst", "---\nWhy\n---\n\nPeople wait.\n"));
        Assert.Null(document.FrontMatter);
        Assert.Equal("Why", document.Title?.Text);
    }

    [Fact]
    public void Sections_have_their_levels_adornments_and_places()
    {
        var document = Parse("=====\nTitle\n=====\n\nIntro.\n\nFirst\n-----\n\nText.\n\nInner\n~~~~~\n\nMore.\n\nSecond\n------\n\nEnd.\n");
        var headings = document.Root.SelfAndDescendants().Where(s => s.Heading is not null).Select(s => s.Heading!).ToList();
        Assert.Equal(["1 Title =", "2 First -", "3 Inner ~", "2 Second -"], headings.Select(h => $"{h.Level} {h.Text} {h.Adornment}"));
        Assert.Equal(HeadingStyle.Overlined, headings[0].Style);
        Assert.Equal(HeadingStyle.Underlined, headings[1].Style);
        Assert.Equal("=====\nTitle\n=====", Slice(document, headings[0].Span));
        Assert.Equal("Title", Slice(document, headings[0].TextSpan));
        Assert.Equal("First\n-----\n\nText.\n\nInner\n~~~~~\n\nMore.", Slice(document, document.Root.Children[0].Children[0].Span));
        Assert.Equal("Title", document.Title!.Text);
    }

    [Fact]
    public void The_preamble_at_the_start_is_the_header()
    {
        var document = Parse("PEP: 9999\nTitle: On things\nAuthor: Ann Lee <ann@example.org>,\n        Bob Ray\nStatus: Draft\nPost-History:\n\nAbstract\n========\n\nText.\n");
        Assert.Equal(["PEP=9999", "Title=On things", "Author=Ann Lee <ann@example.org>, Bob Ray", "Status=Draft", "Post-History="], document.Header.Select(f => $"{f.Name}={f.Value}"));
        Assert.All(document.Header, f => Assert.Equal(HeaderStyle.Preamble, f.Style));
        Assert.Equal("Draft", Slice(document, document.Header[3].ValueSpan));
        Assert.Equal("Status", Slice(document, document.Header[3].NameSpan));
        Assert.Equal("Abstract", document.Root.Children[0].Heading!.Text);
    }

    [Fact]
    public void A_field_list_below_the_title_is_the_header()
    {
        var document = Parse("Title\n=====\n\n:Status: *Draft*\n:Authors: - Ann\n          - Bob\n\nText.\n");
        Assert.Equal(["Status=Draft", "Authors=Ann Bob"], document.Header.Select(f => $"{f.Name}={f.Value}"));
        Assert.Equal("*Draft*", Slice(document, document.Header[0].ValueSpan));
    }

    [Fact]
    public void A_comment_says_what_stands_between_its_marks()
    {
        var document = Parse("..\n  A licence\n  of two lines.\n\nTitle\n=====\n\nText.\n");
        var comment = Assert.IsType<Block.Comment>(document.Root.Blocks[0]);
        Assert.Equal("A licence\nof two lines.", comment.Text);
        Assert.Equal("A licence\n  of two lines.", Slice(document, comment.ContentSpan));
    }

    [Fact]
    public void A_directive_keeps_its_name_argument_options_and_content()
    {
        var document = Parse(".. toctree::\n   :maxdepth: 1\n   :glob:\n\n   approved/*\n   one\n");
        var directive = Assert.IsType<Block.Directive>(document.Root.Blocks[0]);
        Assert.Equal("toctree", directive.Name);
        Assert.Equal(["maxdepth=1", "glob="], directive.Options.Select(o => $"{o.Name}={o.Value}"));
        Assert.Equal("approved/*\none", Assert.IsType<Block.Code>(directive.Blocks[0]).Text);
        Assert.Empty(document.Faults);
    }

    [Theory]
    [InlineData(".. note:: mind this\n", "note", "")]
    [InlineData(".. admonition:: A title\n\n   mind this\n", "admonition", "A title")]
    [InlineData(".. image:: a.png\n   :alt: b\n", "image", "a.png")]
    [InlineData(".. glossary::\n\n   word\n     meaning\n", "glossary", "")]
    [InlineData(".. never-heard-of:: x y\n   :o: p\n\n   text\n", "never-heard-of", "x y")]
    [InlineData(".. include:: other.rst\n", "include", "other.rst")]
    [InlineData(".. list-table:: Things\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n     - d\n", "list-table", "Things")]
    [InlineData(".. contents::\n   :local:\n", "contents", "")]
    public void Directives_of_any_kind_are_directives_without_a_fault(string text, string name, string argument)
    {
        var document = Parse(text);
        var directive = Assert.IsType<Block.Directive>(Assert.Single(document.Root.Blocks));
        Assert.Equal((name, argument), (directive.Name, directive.Argument));
        Assert.Equal(text.TrimEnd(), Slice(document, directive.Span));
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void A_list_table_is_a_table_within_its_directive()
    {
        var document = Parse(".. list-table::\n   :header-rows: 1\n\n   * - Key\n     - Value\n   * - Status\n     - *Draft*\n");
        var table = Assert.IsType<Block.Table>(Assert.IsType<Block.Directive>(document.Root.Blocks[0]).Blocks[0]);
        Assert.Equal([true, false], table.Rows.Select(r => r.IsHeader));
        Assert.Equal(["Status", "Draft"], table.Rows[1].Cells.Select(c => PlainText.Of(c.Inlines)));
    }

    [Fact]
    public void Code_names_its_language_and_its_lines()
    {
        var document = Parse(".. code-block:: JSON\n   :caption: x\n\n   {\n     1\n   }\n\nAnd::\n\n    plain\n");
        var code = Assert.IsType<Block.Code>(document.Root.Blocks[0]);
        Assert.Equal(("json", "{\n  1\n}"), (code.Language, code.Text));
        Assert.Equal("   {\n     1\n   }", Slice(document, code.ContentSpan));
        Assert.Equal("plain", Assert.IsType<Block.Code>(document.Root.Blocks[2]).Text);
    }

    [Fact]
    public void A_diagram_is_code_in_the_language_that_its_directive_says() =>
        Assert.Equal(("seqdiag", "a -> b"), Parse(".. seqdiag::\n\n   a -> b\n").Root.Blocks is [Block.Code code] ? (code.Language, code.Text) : default);

    [Fact]
    public void Lists_have_their_markers_and_definitions_their_terms()
    {
        var document = Parse("* a\n* b\n\n1. c\n\nterm\n    meaning\n");
        var bullets = Assert.IsType<Block.List>(document.Root.Blocks[0]);
        var numbers = Assert.IsType<Block.List>(document.Root.Blocks[1]);
        var terms = Assert.IsType<Block.List>(document.Root.Blocks[2]);
        Assert.Equal((ListKind.Bullet, ListKind.Ordered, ListKind.Definition), (bullets.Kind, numbers.Kind, terms.Kind));
        Assert.Equal("*", Slice(document, bullets.Items[0].Marker));
        Assert.Equal("1.", Slice(document, numbers.Items[0].Marker));
        Assert.Equal("term", PlainText.Of(terms.Items[0].Term!.Value));
        Assert.Equal("meaning", PlainText.Of(Assert.IsType<Block.Paragraph>(terms.Items[0].Blocks[0]).Inlines));
    }

    [Fact]
    public void A_link_knows_its_target_and_where_that_is_written()
    {
        var document = Parse("See docs_, `more <other.rst>`_ and https://example.org/x now.\n\n.. _docs: https://example.org/docs\n");
        var links = Links(document);
        Assert.Equal(["https://example.org/docs", "other.rst", "https://example.org/x"], links.Select(l => l.Target));
        Assert.Equal(["https://example.org/docs", "other.rst", "https://example.org/x"], links.Select(l => Slice(document, l.TargetSpan)));
        Assert.Equal([false, false, true], links.Select(l => l.IsAutomatic));
        Assert.Equal("docs", PlainText.Of(links[0].Children));
        Assert.Equal("https://example.org/docs", Assert.IsType<Block.LinkDefinition>(document.Root.Blocks[1]).Target);
    }

    [Fact]
    public void A_link_within_the_page_leads_to_one_of_its_anchors()
    {
        var document = Parse("Go to `The Part`_ or here_.\n\nThe Part\n========\n\n.. _here:\n\nText.\n");
        Assert.Equal(["#the-part", "#here"], Links(document).Select(l => l.Target));
        Assert.Equal(["the-part", "here"], Syntax.AnchorsOf(document, "docutils"));
    }

    [Fact]
    public void A_name_that_nothing_has_is_an_unresolved_link_and_no_fault_of_syntax()
    {
        var document = Parse("See nothing_ here.\n");
        Assert.Equal("nothing", Assert.Single(Links(document)).UnresolvedReference);
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void Lines_of_a_paragraph_are_runs_with_their_own_places()
    {
        var document = Parse("* one\n  two *three*\n");
        var item = Assert.IsType<Block.List>(document.Root.Blocks[0]).Items[0];
        var inlines = Assert.IsType<Block.Paragraph>(item.Blocks[0]).Inlines;
        Assert.Equal(["one", "two ", "*three*"], inlines.Where(i => i is not Inline.LineBreak).Select(i => Slice(document, i.Span)));
    }

    [Theory]
    [InlineData("one\ntwo\n    three\n", "unexpected indentation")]
    [InlineData("An *open word.\n", "inline emphasis start-string without end-string")]
    [InlineData("Title\n==\n\n====\nOver\n----\n\nx\n", "title overline & underline mismatch")]
    public void What_a_reader_would_see_broken_is_a_fault(string text, string message) =>
        Assert.Contains(Parse(text).Faults, f => f.Rule == "syntax" && f.Message == message);

    [Theory]
    [InlineData(":term:`x` and :no-such-role:`y`\n")]
    [InlineData("|release| of today\n")]
    [InlineData(".. no-such-directive::\n")]
    [InlineData(".. code-block:: c\n   :name: x\n   :no-such-option:\n\n   x\n")]
    [InlineData("Same\n====\n\nx\n\nSame\n====\n\nx\n")]
    [InlineData(".. _unused: https://example.org\n")]
    public void What_only_other_tools_can_judge_is_none(string text) => Assert.Empty(Parse(text).Faults);

    [Fact]
    public void Conflict_markers_are_told_and_make_no_headings()
    {
        var document = Parse("Title\n=====\n\n<<<<<<< ours\nmine\n=======\nyours\n>>>>>>> theirs\n");
        Assert.Equal(3, document.Faults.Count(f => f.Rule == "merge-conflict" && f.Severity == Severity.Error));
        Assert.Equal("Title", Assert.Single(document.Root.SelfAndDescendants(), s => s.Heading is not null).Heading!.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\uD800\r\r\n")]
    [InlineData("..")]
    [InlineData(".. _:")]
    [InlineData("=\n=\n=\n=")]
    [InlineData(".. |a| b::\n")]
    public void Odd_texts_are_documents_too(string text) => Assert.Equal(text.Length, Parse(text).Root.Span.End);

    private static Document Parse(string text) => Syntax.Parse(SourceText.From("doc.rst", text));

    private static string Slice(Document document, TextSpan span) => document.Text.Substring(span);

    private static List<Inline.Link> Links(Document document) =>
        [.. document.Root.SelfAndDescendants().SelectMany(s => s.Blocks).OfType<Block.Paragraph>().SelectMany(p => p.Inlines).OfType<Inline.Link>()];
}
