using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>What is wrong with a template itself; never its proposals' fault.</summary>
internal sealed class TemplateDefects(Document document)
{
    private const int FewestFields = 3;
    private const string Rule = "template-defect";
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<string, Part> _byKey = new(StringComparer.Ordinal);

    /// <summary>A defect that leaves nothing to learn; null when there is none.</summary>
    public static Diagnostic? Fatal(SourceText text)
    {
        if (text.Chars.Contains('\0', StringComparison.Ordinal)) return Of(text, default, Severity.Error, "the template is a binary file, not text", "name a Markdown or reStructuredText file as the template");
        if (text.Chars.AsSpan().Trim().IsEmpty) return Of(text, default, Severity.Error, "the template is empty, so it asks for nothing", "write the headings that a proposal must have, or name another file as the template");
        return null;
    }

    public ImmutableArray<Diagnostic> Find(Outline outline, PassageClassifier classifier)
    {
        if (outline.Parts.Count == 0 && document.Header.Length < FewestFields)
            Add(new TextSpan(0, Math.Min(1, document.Text.Chars.Length)), outline.Preface.Passages.Exists(static p => !PlaceholderShapes.Find(p.Text).IsEmpty) ? Severity.Info : Severity.Error, "the template has no section heading, so it asks for no section", "write each section that a proposal must have as a heading");
        foreach (var part in outline.Parts)
        {
            _byKey.TryAdd(WordText.Key(part.Text), part);
            if (part.Title?.Suffix is { } suffix) _byKey.TryAdd(WordText.Key($"{part.Text} {suffix}"), part);
        }
        Headings(outline);
        foreach (var part in outline.All)
        {
            foreach (var passage in part.Passages)
            {
                if (classifier.IsContents(passage) && passage.Block is Block.Paragraph paragraph && PassageClassifier.LinkOf(paragraph) is { } link) Entry(link);
                if (passage is { InComment: false, Kind: PassageKind.Paragraph or PassageKind.Item }) Emphasis(passage);
            }
        }
        foreach (var field in document.Header)
            if (field.In is null && EnumReader.IsUnreadable(field.Value)) Add(field.Span, Severity.Warning, $"field '{field.Name}' says 'one of' but lists no values that can be read", "list the values with commas or with '|' between them");
        foreach (var fault in document.Faults.Where(f => !IsOfPlaceholder(f))) _found.Add(fault with { Rule = Rule });
        return [.. _found.OrderBy(d => d.At.Span.Start)];
    }

    // Front matter that is no sound YAML because a placeholder stands in it ("title: RFC-0000: [Title]") will be.
    private bool IsOfPlaceholder(Diagnostic fault) =>
        document.FrontMatter is { } front && front.Contains(fault.At.Span.Start) && document.Header.Any(f => f.Style == HeaderStyle.FrontMatter && (PlaceholderShapes.IsWhole(f.Value) || !PlaceholderShapes.Find(f.Value).IsEmpty) && IsOnLine(f, fault));

    private static bool IsOnLine(HeaderField field, Diagnostic fault) => field.In is null && fault.At.Span.Start >= field.Span.Start - 1 && fault.At.Span.Start <= field.Span.End;

    private void Headings(Outline outline)
    {
        var seen = new Dictionary<(Part?, string), Part>();
        var level = outline.Title?.Level ?? 0;
        foreach (var part in outline.Parts)
        {
            if (part.IsSlot) continue;
            if (part.Text.Length == 0) Add(part.Span, Severity.Warning, "the heading has no text", null);
            else if (!part.Title!.IsRepeatable && !seen.TryAdd((part.Parent, WordText.Key(part.Text)), part)) Add(part.Span, Severity.Warning, $"heading '{part.Text}' stands twice", null);
            if (part.IsOffered) continue;
            var above = part.Parent?.Level ?? outline.Title?.Level ?? 0;
            if (level > 0 && part.Level > above + 1 && part.Level > level + 1) Add(part.Span, Severity.Warning, $"heading '{part.Text}' is at level {part.Level}, but the one above it is at level {level}", null);
            level = part.Level;
        }
    }

    private void Entry(Inline.Link link)
    {
        var text = PlainText.Of(link.Children);
        var key = WordText.Key(text);
        var like = _byKey.GetValueOrDefault(key);
        if (like is null) Add(link.Span, Severity.Warning, $"the table of contents names '{text}', which is no heading of the template", null);
        else if (!string.Equals(like.Text, HeadingReader.Read(text).Text, StringComparison.Ordinal)) Add(link.Span, Severity.Info, $"the table of contents says '{text}', the heading says '{like.Text}'", null);
    }

    // A mark of emphasis at the edge of a paragraph without its partner.
    private void Emphasis(Passage passage)
    {
        if (passage.Block is not Block.Paragraph paragraph || !string.Equals(document.Syntax, "markdown", StringComparison.Ordinal)) return;
        var chars = document.Text.Chars;
        foreach (var run in RunsOf(paragraph.Inlines))
        {
            for (var i = run.Span.Start; i < run.Span.End; i++)
            {
                if (chars[i] is not ('_' or '*')) continue;
                var end = i;
                while (end < chars.Length && chars[end] == chars[i]) end++;
                var before = i == 0 || char.IsWhiteSpace(chars[i - 1]) ? ' ' : chars[i - 1];
                var after = end == chars.Length || char.IsWhiteSpace(chars[end]) ? ' ' : chars[end];
                var opens = before == ' ' && char.IsLetter(after);
                var closes = after == ' ' && (char.IsLetter(before) || before is '.' or '?');
                var isAtEdge = opens ? i == passage.Span.Start || end - i >= 2 : end == passage.Span.End;
                if (isAtEdge && end - i <= 3 && (opens || closes) && before != '\\')
                    Add(TextSpan.Between(i, end), Severity.Warning, $"emphasis '{chars[i..end]}' is never {(opens ? "closed" : "opened")}", null);
                i = end - 1;
            }
        }
    }

    private static IEnumerable<Inline.Run> RunsOf(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is Inline.Run run) yield return run;
            else if (inline is Inline.Styled styled)
            {
                foreach (var inner in styled.Children)
                    if (inner is Inline.Run nested) yield return nested;
            }
        }
    }

    private void Add(TextSpan span, Severity severity, string message, string? help) => _found.Add(Of(document.Text, span, severity, message, help));

    private static Diagnostic Of(SourceText text, TextSpan span, Severity severity, string message, string? help) =>
        new(Rule, severity, Place.In(text, span), message, new Reason.Standard("a template is the schema of its proposals")) { Help = help, Subject = message };
}
