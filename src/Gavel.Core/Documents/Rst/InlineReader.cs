using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Turns docutils' inline elements into ours.</summary>
internal sealed class InlineReader(RstDocument parsed)
{
    private readonly string _source = parsed.Text;

    /// <summary>The content of an element that holds text.</summary>
    public ImmutableArray<Inline> Of(RstElement element)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>(element.Count);
        Append(element, inlines);
        return inlines.DrainToImmutable();
    }

    public ImmutableArray<Inline> OfOne(RstElement inline)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>(1);
        AppendElement(inline, inlines);
        return inlines.DrainToImmutable();
    }

    /// <summary>All text under an element, blocks apart by line breaks.</summary>
    public void Gather(RstElement element, ImmutableArray<Inline>.Builder inlines)
    {
        foreach (var child in element.Children)
        {
            if (child is not RstElement block || block.Kind is RstKind.SystemMessage or RstKind.Comment or RstKind.Label) continue;
            var before = inlines.Count;
            if (block.Kind is RstKind.LiteralBlock or RstKind.DoctestBlock) inlines.Add(new Inline.Code(SpanOf(block), block.InnerText));
            else if (block.Kind == RstKind.Image) inlines.Add(ImageOf(block));
            else if (RstKinds.HoldsText(block.Kind)) inlines.AddRange(Of(block));
            else Gather(block, inlines);
            if (before > 0 && inlines.Count > before) inlines.Insert(before, new Inline.LineBreak(new TextSpan(inlines[before - 1].Span.End, 0), IsHard: true));
        }
    }

    public Inline.Link ImageOf(RstElement image)
    {
        var span = SpanOf(image);
        var alt = image["alt"];
        ImmutableArray<Inline> children = alt is null ? [] : [new Inline.Run(Find(alt, span), alt)];
        var uri = image["uri"] ?? "";
        return new Inline.Link(span, uri, Find(uri, span), children, IsImage: true);
    }

    /// <summary>Where a target element writes its address; empty, at its end, where it has none.</summary>
    public TextSpan TargetSpanOf(RstElement target) =>
        target["refuri"] is { } uri ? Find(uri.StartsWith("mailto:", StringComparison.Ordinal) ? uri["mailto:".Length..] : uri, SpanOf(target)) : new TextSpan(SpanOf(target).End, 0);

    private void Append(RstElement element, ImmutableArray<Inline>.Builder inlines)
    {
        foreach (var child in element.Children)
        {
            if (child is RstText text) AppendText(text, inlines);
            else AppendElement((RstElement)child, inlines);
        }
    }

    private void AppendElement(RstElement element, ImmutableArray<Inline>.Builder inlines)
    {
        var span = SpanOf(element);
        switch (element.Kind)
        {
            case RstKind.Emphasis: inlines.Add(new Inline.Styled(span, 1, Of(element))); break;
            case RstKind.Strong: inlines.Add(new Inline.Styled(span, 2, Of(element))); break;
            case RstKind.Literal or RstKind.Math: inlines.Add(new Inline.Code(span, element.InnerText)); break;
            case RstKind.Reference: inlines.Add(LinkOf(element, span)); break;
            case RstKind.FootnoteReference or RstKind.CitationReference:
                inlines.Add(new Inline.FootnoteReference(span, element.Count > 0 ? element.InnerText : element["refname"] ?? ""));
                break;
            case RstKind.Image: inlines.Add(ImageOf(element)); break;
            case RstKind.Raw: inlines.Add(new Inline.Html(span, element.InnerText)); break;
            case RstKind.Problematic: Append(element, inlines); break;
            case RstKind.SystemMessage or RstKind.Target or RstKind.Comment: break;
            case RstKind.SubstitutionReference: inlines.Add(new Inline.Styled(span, 0, Of(element))); break;
            default: inlines.Add(new Inline.Styled(span, 0, Of(element))); break;
        }
    }

    private Inline.Link LinkOf(RstElement reference, TextSpan span)
    {
        var children = reference is { Count: 1 } && reference[0] is RstElement { Kind: RstKind.Image } image ? [ImageOf(image)] : Of(reference);
        if (reference["refuri"] is { } uri)
        {
            var written = _source.AsSpan(span.Start, span.Length);
            var isBare = written.SequenceEqual(uri) || (uri.StartsWith("mailto:", StringComparison.Ordinal) && written.SequenceEqual(uri.AsSpan("mailto:".Length)));
            var place = written.Contains('<') ? Find(uri, span) : new TextSpan(span.End, 0);
            if (isBare) place = span;
            else if (place.IsEmpty && reference.Destination is { Kind: RstKind.Target } target) place = TargetSpanOf(target);
            return new Inline.Link(span, uri, place, children, IsImage: false) { IsAutomatic = isBare };
        }
        if (reference["refid"] is { } id) return new Inline.Link(span, "#" + id, new TextSpan(span.End, 0), children, IsImage: false);
        return new Inline.Link(span, "", new TextSpan(span.End, 0), children, IsImage: false) { UnresolvedReference = reference["refname"] };
    }

    /// <summary>One run for each line where the lines of the text and of the source correspond.</summary>
    private void AppendText(RstText text, ImmutableArray<Inline>.Builder inlines)
    {
        var span = SpanOf(text);
        var chars = text.Memory.Span;
        if (chars.IsEmpty) return;
        if (!chars.Contains('\n'))
        {
            inlines.Add(new Inline.Run(span, text.Text));
            return;
        }
        if (LineCount(_source.AsSpan(span.Start, span.Length)) != chars.Count('\n') + 1)
        {
            inlines.Add(new Inline.Run(span, text.Text.Replace('\n', ' ')));
            return;
        }
        var lines = new LineCursor(_source.AsSpan(span.Start, span.Length));
        var isFirst = true;
        foreach (var part in chars.Split('\n'))
        {
            var line = lines.MoveNext() ? lines.Span : new TextSpan(span.Length, 0);
            var start = span.Start + line.Start;
            var end = start + line.Length;
            if (!isFirst)
            {
                inlines.Add(new Inline.LineBreak(TextSpan.Between(inlines[^1].Span.End, start), IsHard: false));
                while (start < end && char.IsWhiteSpace(_source[start])) start++;
            }
            isFirst = false;
            inlines.Add(new Inline.Run(TextSpan.Between(start, end), chars[part].ToString()));
        }
    }

    private static int LineCount(ReadOnlySpan<char> text)
    {
        var count = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) count++;
        }
        return count;
    }

    private TextSpan Find(string text, TextSpan within)
    {
        var at = text.Length == 0 ? -1 : _source.AsSpan(within.Start, within.Length).IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? new TextSpan(within.End, 0) : new TextSpan(within.Start + at, text.Length);
    }

    private static TextSpan SpanOf(RstNode node) => BlockReader.SpanOf(node);
}
