using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>A document as indented lines, for golden cases and for people who look for a fault: kind, place, what is there.</summary>
internal sealed class DocumentPrinter
{
    private readonly Document _document;
    private readonly StringBuilder _out = new();

    private DocumentPrinter(Document document) => _document = document;

    public static string Print(Document document)
    {
        var printer = new DocumentPrinter(document);
        printer.Line(0, $"document {document.Syntax}", document.Root.Span);
        if (document.Title is { } title) printer.Line(1, $"title {Quoted(title.Text)}", title.TextSpan);
        if (document.FrontMatter is { } front) printer.Line(1, "front-matter", front);
        foreach (var fault in document.Faults) printer.Line(1, $"fault {fault.Rule} {fault.Severity.ToString().ToLowerInvariant()} {Quoted(fault.Message)}", fault.At.Span);
        foreach (var field in document.Header) printer.Field(1, field);
        printer.Section(document.Root, 1);
        return printer._out.ToString();
    }

    private void Section(Section section, int depth)
    {
        if (section.Heading is { } heading)
        {
            Line(depth, $"section {heading.Level} {heading.Style.ToString().ToLowerInvariant()} {Quoted(heading.Text)}", section.Span);
            depth++;
        }
        foreach (var block in section.Blocks) Print(block, depth);
        foreach (var child in section.Children) Section(child, depth);
    }

    private void Field(int depth, HeaderField field)
    {
        var name = field.Parent.Length > 0 ? $"{field.Parent}.{field.Name}" : field.Name;
        var comment = field.Comment.Length > 0 ? $" # {Quoted(field.Comment)}" : "";
        Line(depth, $"field {field.Style} {Quoted(name)} = {Quoted(field.Value)}{comment}", field.ValueSpan);
    }

    private void PrintAll(ImmutableArray<Block> blocks, int depth)
    {
        foreach (var block in blocks) Print(block, depth);
    }

    private void Print(Block block, int depth)
    {
        switch (block)
        {
            case Block.Paragraph p:
                Line(depth, "paragraph", p.Span);
                Inlines(p.Inlines, depth + 1);
                break;
            case Block.List list:
                Line(depth, $"list {list.Kind.ToString().ToLowerInvariant()}", list.Span);
                foreach (var item in list.Items) Item(item, depth + 1);
                break;
            case Block.Table table:
                Line(depth, "table", table.Span);
                foreach (var row in table.Rows) Row(row, depth + 1);
                break;
            case Block.Code code: Line(depth, $"code {Quoted(code.Language)} {Quoted(code.Text)}", code.Span); break;
            case Block.Comment comment: Line(depth, $"comment {Quoted(comment.Text)}", comment.Span); break;
            case Block.Html html: Line(depth, $"html {Quoted(html.Text)}", html.Span); break;
            case Block.Rule: Line(depth, "rule", block.Span); break;
            case Block.Quote quote:
                Line(depth, "quote", quote.Span);
                PrintAll(quote.Blocks, depth + 1);
                break;
            case Block.Directive directive:
                Line(depth, $"directive {directive.Name} {Quoted(directive.Argument)}", directive.Span);
                foreach (var option in directive.Options) Field(depth + 1, option);
                PrintAll(directive.Blocks, depth + 1);
                break;
            case Block.Fields fields:
                Line(depth, "fields", fields.Span);
                foreach (var field in fields.Items) Field(depth + 1, field);
                break;
            case Block.Footnote note:
                Line(depth, $"footnote {Quoted(note.Label)}", note.Span);
                PrintAll(note.Blocks, depth + 1);
                break;
            case Block.LinkDefinition definition:
                Line(depth, $"link-definition {Quoted(definition.Label)} -> {Quoted(definition.Target)}", definition.Span);
                break;
            case Block.NestedHeading heading:
                Line(depth, $"nested-heading {heading.Level}", heading.Span);
                Inlines(heading.Inlines, depth + 1);
                break;
        }
    }

    private void Item(ListItem item, int depth)
    {
        var box = item.IsDone switch { true => " [x]", false => " [ ]", null => "" };
        Line(depth, $"item {Quoted(_document.Text.Substring(item.Marker))}{box}", item.Span);
        if (item.Term is { } term) Inlines(term, depth + 1);
        PrintAll(item.Blocks, depth + 1);
    }

    private void Row(TableRow row, int depth)
    {
        Line(depth, row.IsHeader ? "header-row" : "row", row.Span);
        foreach (var cell in row.Cells)
        {
            Line(depth + 1, "cell", cell.Span);
            Inlines(cell.Inlines, depth + 2);
        }
    }

    private void Inlines(ImmutableArray<Inline> inlines, int depth)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Run run: Line(depth, $"{(run.IsFormula ? "formula" : "text")} {Quoted(run.Text)}", run.Span); break;
                case Inline.Code code: Line(depth, $"code-span {Quoted(code.Text)}", code.Span); break;
                case Inline.Comment comment: Line(depth, $"inline-comment {Quoted(comment.Text)}", comment.Span); break;
                case Inline.Html html: Line(depth, $"inline-html {Quoted(html.Text)}", html.Span); break;
                case Inline.FootnoteReference note: Line(depth, $"footnote-reference {Quoted(note.Label)}", note.Span); break;
                case Inline.LineBreak line: Line(depth, line.IsHard ? "hard-break" : "soft-break", line.Span); break;
                case Inline.Styled styled:
                    Line(depth, styled.Strength switch { 1 => "emphasis", 2 => "strong", _ => "styled" }, styled.Span);
                    Inlines(styled.Children, depth + 1);
                    break;
                case Inline.Link link:
                    var missing = link.UnresolvedReference is { } label ? $" missing {Quoted(label)}" : "";
                    Line(depth, $"{(link.IsImage ? "image" : link.IsAutomatic ? "address" : "link")} {Quoted(link.Target)} at {Range(link.TargetSpan)}{missing}", link.Span);
                    Inlines(link.Children, depth + 1);
                    break;
            }
        }
    }

    private void Line(int depth, string what, TextSpan span) =>
        _out.Append(' ', depth * 2).Append(what).Append(' ').Append(Range(span)).Append('\n');

    private string Range(TextSpan span)
    {
        var place = _document.At(span);
        return place.Start.Line == place.End.Line
            ? $"@{place.Start.Line}:{place.Start.Column}-{place.End.Column}"
            : $"@{place.Start.Line}:{place.Start.Column}-{place.End.Line}:{place.End.Column}";
    }

    private static string Quoted(string text) =>
        "'" + text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "'";
}
