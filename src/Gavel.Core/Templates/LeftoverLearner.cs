using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>Collects the template text that must not stand in a finished proposal.</summary>
internal sealed class LeftoverLearner(Sources sources, PassageClassifier classifier, string? firstStatus)
{
    private readonly ImmutableArray<Leftover>.Builder _found = ImmutableArray.CreateBuilder<Leftover>();
    private readonly HashSet<(string Text, int Line)> _seen = [];
    private readonly HashSet<(string Section, string Value)> _initial = []; // what a section that is a field begins with

    public ImmutableArray<Leftover> Learn(Document document, Outline outline, ImmutableArray<Demand.Field> fields)
    {
        foreach (var field in fields)
        {
            if (field is { Style: HeaderStyle.SectionField, Initial: { } initial }) _initial.Add((field.Name, initial));
        }
        FromHeader(document, fields);
        if (outline.Title is { } title)
            foreach (var gap in PlaceholderShapes.Find(TemplateText.Of(title.Inlines))) Add(LeftoverKind.Placeholder, gap, InstructionStyle.Heading, null, title.TextSpan, Confidence.High);
        foreach (var part in outline.All) FromPart(part);
        return _found.OrderBy(l => Sources.LineOf(l.Source)).ToImmutableArray();
    }

    private void FromHeader(Document document, ImmutableArray<Demand.Field> fields)
    {
        foreach (var field in fields)
        {
            if (field.Placeholder is { Length: > 0 } gap && field.Style != HeaderStyle.SectionField && field.Source is Diagnostics.Reason.TemplateLine line)
                Add(LeftoverKind.Placeholder, gap, InstructionStyle.Prose, null, line.At.Span, Confidence.High);
        }
        var done = _found.Where(l => l.Kind == LeftoverKind.Placeholder).Select(l => l.Source).OfType<Diagnostics.Reason.TemplateLine>().Select(l => l.At.Span).ToHashSet();
        foreach (var field in document.Header)
        {
            if (field.In is not null) continue;
            if (field.Comment.Length > 0) Add(LeftoverKind.Instruction, field.Comment, InstructionStyle.YamlComment, null, field.Span, Confidence.High);
            if (done.Contains(field.Span)) continue;
            foreach (var gap in PlaceholderShapes.Find(field.Style == HeaderStyle.FrontMatter ? field.Value : PlainMarkup.Strip(document.Text.Substring(field.ValueSpan))))
                Add(LeftoverKind.Placeholder, gap, InstructionStyle.Prose, null, field.Span, Confidence.High);
        }
    }

    private void FromPart(Part part)
    {
        if (part.IsGuide) Add(LeftoverKind.Instruction, part.Text, InstructionStyle.Heading, null, part.Span, Confidence.High);
        if (part.Title is { } title)
        {
            if (title.Suffix is { } suffix) Add(LeftoverKind.Instruction, suffix, InstructionStyle.Heading, part.Key, part.Span, Confidence.High);
            if (title.IsRepeatable && (PlaceholderShapes.IsGap(title.Text) || PlaceholderShapes.IsWrapped(title.Text))) Add(LeftoverKind.Placeholder, title.Text, InstructionStyle.Heading, part.Key, part.Span, Confidence.High);
        }
        var mayStayIn = part.Passages.Exists(p => Cues.AcceptableForDraft.IsIn(p.Words)) ? firstStatus ?? "Draft" : null;
        foreach (var passage in part.Passages)
        {
            if (!_initial.Contains((part.Text, passage.Text))) FromPassage(part, passage, mayStayIn);
        }
    }

    private void FromPassage(Part part, Passage passage, string? mayStayIn)
    {
        var (role, style, confidence) = classifier.Of(passage, part);
        switch (role)
        {
            case PassageRole.Instruction or PassageRole.Checklist:
                var text = PlaceholderShapes.IsWrapped(passage.Text) ? PlaceholderShapes.Unwrap(passage.Text) : passage.Text;
                var mayStay = style == InstructionStyle.List && (IsAspect(passage) || IsOneOfSuch(passage)) || passage.InComment && role == PassageRole.Instruction && classifier.KeepsComments;
                Add(LeftoverKind.Instruction, text, style, part.Key, passage.Span, confidence, mayStay);
                if (passage.Kind == PassageKind.Quote || passage.Words.Count <= 12 && passage is { InComment: false, Kind: not PassageKind.Code })
                    foreach (var gap in PlaceholderShapes.Find(passage.Text)) AddGap(part, passage, gap, text);
                break;
            case PassageRole.Frame:
                Add(LeftoverKind.Instruction, passage.Text, style, part.Key, passage.Span, confidence);
                foreach (var gap in PlaceholderShapes.Find(passage.Text)) AddGap(part, passage, gap, passage.Text);
                break;
            case PassageRole.Placeholder:
                Add(LeftoverKind.Placeholder, passage.Text, style, part.Key, passage.Span, confidence, mayStay: false, mayStayIn);
                break;
            case PassageRole.Furniture:
                if (mayStayIn is not null && !passage.InComment && passage.Words.Count <= 12 && !PassageClassifier.IsLicence(passage))
                    Add(LeftoverKind.Placeholder, passage.Text, style, part.Key, passage.Span, Confidence.High, mayStay: false, mayStayIn);
                else if (passage.Words.Count > 0 && passage.Kind is not PassageKind.Heading and not PassageKind.Cell and not PassageKind.Term) Add(LeftoverKind.Instruction, passage.Text, style, part.Key, passage.Span, confidence, mayStay: true);
                break;
        }
    }

    // The name of something to cover: authors answer below it and keep it.
    private static bool IsAspect(Passage passage)
    {
        if (passage.InComment || passage.IsItalic) return false;
        if (passage.Lead.Length > 0 && WordText.Of(passage.Lead).Count == passage.Words.Count) return true;
        return passage.Words.Count <= 8 && !passage.Text.Contains('?', StringComparison.Ordinal) && !Cues.Imperative.Starts(passage.Words) && !Cues.ToAuthor.IsIn(passage.Words);
    }

    // "Name the goals that this serves, such as:" over statements that an author takes over.
    private static bool IsOneOfSuch(Passage passage) =>
        passage is { Kind: PassageKind.Item, Intro: { } intro } && intro.Text.EndsWith("such as:", StringComparison.OrdinalIgnoreCase) && !Cues.ToAuthor.IsIn(passage.Words) && !Cues.Imperative.Starts(passage.Words);

    private void AddGap(Part part, Passage passage, string gap, string whole)
    {
        if (gap.Length > 2 && !PlaceholderShapes.IsWrapped(passage.Text) && !string.Equals(gap, whole, StringComparison.Ordinal)) Add(LeftoverKind.Placeholder, gap, InstructionStyle.Prose, part.Key, passage.Span, Confidence.Medium);
    }

    private void Add(LeftoverKind kind, string text, InstructionStyle style, string? section, Text.TextSpan at, Confidence confidence, bool mayStay = false, string? mayStayIn = null)
    {
        text = text.Trim();
        if (text.Length == 0 || !_seen.Add((text, sources.Text.Lines.LineOf(at.Start)))) return;
        _found.Add(new Leftover(kind, text, style, section, sources.At(at)) { MayStay = mayStay, MayStayIn = mayStayIn, Confidence = confidence });
    }
}
