using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Turns docutils' elements into our blocks. The parser bounds their nesting, so that recursion is safe.</summary>
internal sealed class BlockReader(RstDocument parsed)
{
    private readonly InlineReader _inlines = new(parsed);
    private readonly string _source = parsed.Text;

    public void Read(SectionTree tree) => ReadSection(parsed.Root, tree);

    private void ReadSection(RstElement element, SectionTree tree)
    {
        foreach (var child in element.Children)
        {
            if (child is RstSection section)
            {
                if (section.Title is { } title) tree.Add(HeadingOf(section, title));
                ReadSection(section, tree);
            }
            else if (child is RstElement { Kind: not RstKind.Title } block)
            {
                foreach (var made in BlocksOf(block)) tree.Add(made);
            }
        }
    }

    private Heading HeadingOf(RstSection section, RstElement title)
    {
        var inlines = _inlines.Of(title);
        var style = section.HasOverline ? HeadingStyle.Overlined : HeadingStyle.Underlined;
        return new Heading(SpanOf(section.HeadingSpan), SpanOf(title), PlainText.Of(inlines), section.Level, style, section.Adornment, inlines);
    }

    private ImmutableArray<Block> Children(RstElement element)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(element.Count);
        foreach (var child in element.Children)
        {
            if (child is not RstElement { Kind: not (RstKind.Title or RstKind.Subtitle or RstKind.Label) } block) continue;
            foreach (var made in BlocksOf(block)) blocks.Add(made);
        }
        return blocks.DrainToImmutable();
    }

    private ImmutableArray<Block> BlocksOf(RstElement element)
    {
        if (element.Kind is RstKind.Comment or RstKind.Target or RstKind.Footnote or RstKind.Citation) return [MarkedOf(element)];
        if (element is RstSystemMessage message && !RstMessages.IsAboutDirective(message)) return [];
        if (!IsExample(element) && DirectiveText.Read(_source, SpanOf(element)) is { } directive) return [DirectiveOf(element, directive)];
        return element.Kind switch
        {
            RstKind.SystemMessage or RstKind.Pending or RstKind.Meta or RstKind.Decoration => [],
            RstKind.Container or RstKind.Compound or RstKind.Section => Children(element),
            _ => [BlockOf(element)],
        };
    }

    // A literal block that shows a directive begins with it, in the source and in its text.
    private bool IsExample(RstElement element)
    {
        if (element.Kind != RstKind.LiteralBlock) return false;
        var shown = element.InnerText.AsSpan();
        var end = shown.IndexOf('\n');
        if (end >= 0) shown = shown[..end];
        return shown.StartsWith(".. ") && _source.AsSpan(SpanOf(element).Start).StartsWith(shown.TrimEnd());
    }

    private Block BlockOf(RstElement element)
    {
        var span = SpanOf(element);
        return element.Kind switch
        {
            RstKind.BulletList => ListOf(element, ListKind.Bullet),
            RstKind.EnumeratedList => ListOf(element, ListKind.Ordered),
            RstKind.DefinitionList or RstKind.OptionList => DefinitionsOf(element),
            RstKind.FieldList => new Block.Fields(span, FieldsOf(element)),
            RstKind.LiteralBlock or RstKind.DoctestBlock or RstKind.MathBlock => CodeOf(element, span, language: ""),
            RstKind.BlockQuote or RstKind.Topic or RstKind.Sidebar or RstKind.Legend => new Block.Quote(span, Children(element)),
            RstKind.Table => TableReader.Read(element, span, _inlines),
            RstKind.Transition => new Block.Rule(span),
            RstKind.LineBlock => new Block.Paragraph(span, LinesOf(element)),
            RstKind.Image => new Block.Paragraph(span, [_inlines.ImageOf(element)]),
            RstKind.Raw => new Block.Html(span, element.InnerText),
            RstKind.Reference => new Block.Paragraph(span, _inlines.OfOne(element)),
            _ when RstKinds.HoldsText(element.Kind) => new Block.Paragraph(span, _inlines.Of(element)),
            _ => new Block.Quote(span, Children(element)),
        };
    }

    private Block MarkedOf(RstElement element)
    {
        var span = SpanOf(element);
        switch (element.Kind)
        {
            case RstKind.Comment:
                var content = span.Length >= 2 ? TrimStart(TextSpan.Between(span.Start + 2, span.End)) : span;
                return new Block.Comment(span, content, element.InnerText);
            case RstKind.Target:
                var target = element["refuri"] ?? (element["refname"] is { } name ? name + "_" : "");
                var label = element.Names.Count > 0 ? element.Names[0] : TargetLabel(span);
                return new Block.LinkDefinition(span, label, target, _inlines.TargetSpanOf(element));
            default:
                return new Block.Footnote(span, element.Find(RstKind.Label)?.InnerText ?? "", Children(element));
        }
    }

    /// <summary>What stands between the underscore and the colon of <c>.. _label: target</c>.</summary>
    private string TargetLabel(TextSpan span)
    {
        var text = _source.AsSpan(span.Start, span.Length);
        var start = text.IndexOf('_') + 1;
        if (start <= 0 || start >= text.Length) return "";
        var rest = text[start..].TrimStart('`');
        var end = rest.IndexOf(':');
        return end < 0 ? "" : rest[..end].Trim('`').ToString();
    }

    private Block DirectiveOf(RstElement element, DirectiveText directive)
    {
        var span = SpanOf(element);
        if (element.Kind == RstKind.MathBlock || (element.Kind == RstKind.LiteralBlock && CodeDirectives.IsCode(directive.Name)))
            return CodeOf(element, span, CodeDirectives.LanguageOf(directive), directive.Content);
        if (element.Kind == RstKind.Raw) return new Block.Html(span, element.InnerText);
        var argument = element.Kind is >= RstKind.Attention and <= RstKind.Warning ? "" : directive.Argument;
        ImmutableArray<Block> blocks = element.Kind switch
        {
            RstKind.SystemMessage or RstKind.Pending or RstKind.LiteralBlock => Verbatim(directive.Content),
            RstKind.Container when element.Count == 0 => Verbatim(directive.Content),
            RstKind.Table => [TableReader.Read(element, TableReader.SpanOf(element, SpanOf(directive.Content, span)), _inlines)],
            RstKind.Image => [new Block.Paragraph(span, [_inlines.ImageOf(element)])],
            RstKind.Reference => [new Block.Paragraph(span, _inlines.OfOne(element))],
            RstKind.SubstitutionDefinition => [new Block.Paragraph(span, _inlines.Of(element))],
            _ when RstKinds.HoldsText(element.Kind) => [new Block.Paragraph(span, _inlines.Of(element))],
            _ => Children(element),
        };
        return new Block.Directive(span, directive.Name, argument, directive.Options, blocks);
    }

    private static TextSpan SpanOf(TextSpan content, TextSpan whole) => content.IsEmpty ? whole : content;

    /// <summary>Content that nobody has parsed.</summary>
    private ImmutableArray<Block> Verbatim(TextSpan content) =>
        content.IsEmpty ? [] : [new Block.Code(content, "", content, Unindent(content))];

    private Block.Code CodeOf(RstElement element, TextSpan span, string language, TextSpan content = default)
    {
        if (content.IsEmpty) content = span;
        return new Block.Code(span, language, content, element.InnerText);
    }

    private Block.List ListOf(RstElement list, ListKind kind)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>(list.Count);
        foreach (var child in list.Children)
        {
            if (child is not RstElement { Kind: RstKind.ListItem } item) continue;
            var span = SpanOf(item);
            var marker = 0;
            while (marker < span.Length && !char.IsWhiteSpace(_source[span.Start + marker])) marker++;
            items.Add(new ListItem(span, new TextSpan(span.Start, marker), Term: null, IsDone: null, Children(item)));
        }
        return new Block.List(SpanOf(list), kind, items.DrainToImmutable());
    }

    private Block.List DefinitionsOf(RstElement list)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>(list.Count);
        foreach (var child in list.Children)
        {
            if (child is not RstElement item) continue;
            var term = ImmutableArray.CreateBuilder<Inline>();
            var blocks = ImmutableArray.CreateBuilder<Block>();
            foreach (var part in item.Children)
            {
                if (part is not RstElement element) continue;
                if (element.Kind is RstKind.Definition or RstKind.Description) blocks.AddRange(Children(element));
                else if (element.Kind == RstKind.OptionGroup) term.Add(new Inline.Run(SpanOf(element), element.InnerText));
                else if (RstKinds.HoldsText(element.Kind)) term.AddRange(_inlines.Of(element));
            }
            var span = SpanOf(item);
            items.Add(new ListItem(span, new TextSpan(span.Start, 0), term.DrainToImmutable(), IsDone: null, blocks.DrainToImmutable()));
        }
        return new Block.List(SpanOf(list), ListKind.Definition, items.DrainToImmutable());
    }

    private ImmutableArray<HeaderField> FieldsOf(RstElement list)
    {
        var style = list.Classes.Contains("rfc2822") ? HeaderStyle.Preamble : HeaderStyle.FieldList;
        var fields = ImmutableArray.CreateBuilder<HeaderField>(list.Count);
        foreach (var child in list.Children)
        {
            if (child is not RstElement { Kind: RstKind.Field } field || field.Find(RstKind.FieldName) is not { } name || field.Find(RstKind.FieldBody) is not { } body) continue;
            var span = SpanOf(field);
            var value = body.Count == 0 ? new TextSpan(span.End, 0) : Trim(SpanOf(body));
            var inner = ImmutableArray.CreateBuilder<Inline>();
            _inlines.Gather(body, inner);
            fields.Add(new HeaderField(PlainText.Fold(name.InnerText), PlainText.Of(inner.DrainToImmutable()), span, Trim(SpanOf(name)), value, style));
        }
        return fields.DrainToImmutable();
    }

    private ImmutableArray<Inline> LinesOf(RstElement block)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        foreach (var child in block.Children)
        {
            if (child is not RstElement line) continue;
            if (inlines.Count > 0) inlines.Add(new Inline.LineBreak(new TextSpan(inlines[^1].Span.End, 0), IsHard: true));
            inlines.AddRange(line.Kind == RstKind.LineBlock ? LinesOf(line) : _inlines.Of(line));
        }
        return inlines.DrainToImmutable();
    }

    private string Unindent(TextSpan content)
    {
        var lines = _source.Substring(content.Start, content.Length).ReplaceLineEndings("\n").Split('\n');
        var indent = int.MaxValue;
        foreach (var line in lines)
        {
            if (!string.IsNullOrWhiteSpace(line)) indent = Math.Min(indent, line.Length - line.TrimStart().Length);
        }
        return string.Join('\n', lines.Select(line => string.IsNullOrWhiteSpace(line) ? "" : line[indent..]));
    }

    private TextSpan Trim(TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && char.IsWhiteSpace(_source[end - 1])) end--;
        return TrimStart(TextSpan.Between(span.Start, end));
    }

    private TextSpan TrimStart(TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && char.IsWhiteSpace(_source[start])) start++;
        return TextSpan.Between(start, span.End);
    }

    internal static TextSpan SpanOf(RstNode node) => SpanOf(node.Span);

    private static TextSpan SpanOf(RstSpan span) => new(span.Start, span.Length);
}
