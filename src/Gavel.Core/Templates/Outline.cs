using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>A template's text as learning walks it: the preface, then each section with its passages, headings in comments among them.</summary>
internal sealed class Outline
{
    private const int MostPrefaceSlots = 12;
    private const int MostBracketed = 12;

    private readonly Document _document;
    private readonly ImmutableArray<TextSpan> _header;

    private Outline(Document document, Section? title)
    {
        _document = document;
        _header = [.. document.FrontMatter is { } front ? document.HeaderSpans().FindAll(s => !front.Contains(s)) : document.HeaderSpans()];
        Title = title?.Heading;
        Preface = new Part(null, 0, default, null);
    }

    /// <summary>The heading that is the document's title; null when there is none.</summary>
    public Heading? Title { get; }

    public Part Preface { get; }

    /// <summary>The comments that speak of the heading that follows them, not of the section that they stand in.</summary>
    public HashSet<Passage> Marks { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>In the order of the text.</summary>
    public List<Part> Parts { get; } = [];

    public IEnumerable<Part> All => Parts.Prepend(Preface);

    public static Outline Read(Document document)
    {
        var title = TitleSection.Find(document);
        var outline = new Outline(document, title);
        outline.Fill(outline.Preface, document.Root.Blocks, takesHeadings: false);
        foreach (var child in document.Root.Children)
        {
            if (!ReferenceEquals(child, title))
            {
                outline.Add(child, null);
                continue;
            }
            outline.Fill(outline.Preface, child.Blocks, takesHeadings: false);
            foreach (var below in child.Children) outline.Add(below, null);
        }
        if (outline.Parts.Count < 2) outline.TakeSlots();
        else outline.TakePrefaceSlots();
        outline.BindMarks();
        outline.BindIntros();
        outline.BindBrackets();
        return outline;
    }

    private void Add(Section section, Part? parent)
    {
        var open = new Stack<(Section Section, Part? Parent)>();
        open.Push((section, parent));
        while (open.TryPop(out var next))
        {
            var heading = next.Section.Heading!;
            var part = new Part(HeadingReader.Read(heading), heading.Level, heading.Span, next.Parent);
            next.Parent?.Children.Add(part);
            Parts.Add(part);
            foreach (var comment in TemplateText.CommentsIn(heading.Inlines))
                part.Passages.Add(new Passage(PassageKind.Paragraph, PlainMarkup.Strip(comment.Text), comment.Span) { InComment = true, BlockStart = comment.Span.Start });
            Fill(part, next.Section.Blocks, takesHeadings: true);
            for (var i = next.Section.Children.Length - 1; i >= 0; i--) open.Push((next.Section.Children[i], part));
        }
    }

    // A heading in a comment opens an offered section; what follows it in that comment is its own.
    private void Fill(Part part, ImmutableArray<Block> blocks, bool takesHeadings)
    {
        Part? offered = null;
        var comment = -1;
        foreach (var passage in PassageReader.Read(_document.Text, _header, blocks))
        {
            if (passage.BlockStart != comment || !passage.InComment) offered = null;
            comment = passage.InComment ? passage.BlockStart : -1;
            if (takesHeadings && passage is { InComment: true, Kind: PassageKind.Heading })
            {
                var above = offered;
                while (above is not null && above.Level >= passage.Level) above = above.Parent == part ? null : above.Parent;
                offered = new Part(HeadingReader.Read(passage.Text), passage.Level, passage.Span, above ?? part) { IsOffered = true };
                (above ?? part).Children.Add(offered);
                Parts.Add(offered);
                continue;
            }
            (offered ?? part).Passages.Add(passage);
        }
    }

    // A template without headings may have its slots as bold items or paragraphs.
    private void TakeSlots()
    {
        var source = Parts.Count == 1 ? Parts[0] : Preface;
        var slots = source.Passages.Where(p => p is { Lead.Length: > 0, Depth: 0, InComment: false, Kind: PassageKind.Item or PassageKind.Paragraph, IsDone: null }).ToHashSet(ReferenceEqualityComparer.Instance);
        if (slots.Count < 3) return;
        var kept = source.Passages.ToList();
        source.Passages.Clear();
        Part? open = null;
        foreach (var passage in kept)
        {
            if (slots.Contains(passage))
            {
                open = new Part(HeadingReader.Read(passage.Lead), source.Level + 1, passage.Span, source.Title is null ? null : source) { IsSlot = true };
                Parts.Add(open);
                var rest = passage.Words.Count > WordText.Of(passage.Lead).Count ? passage.Text[Math.Min(passage.Text.Length, passage.Lead.Length)..].TrimStart(':', ' ') : "";
                if (rest.Length > 0) open.Passages.Add(passage with { Text = rest, Lead = "", Kind = PassageKind.Paragraph });
            }
            else (open ?? source).Passages.Add(passage);
        }
    }

    // "**tl;dr:** the summary of …" before the first section, apart from the header.
    private void TakePrefaceSlots()
    {
        var slots = Preface.Passages.Where(IsSlot).Take(MostPrefaceSlots).ToList();
        for (var i = 0; i < slots.Count; i++)
        {
            var part = new Part(HeadingReader.Read(slots[i].Lead), (Title?.Level ?? 0) + 1, slots[i].Span, null) { IsSlot = true };
            part.Passages.Add(slots[i] with { Text = slots[i].Text[slots[i].Lead.Length..].TrimStart(':', ' '), Lead = "" });
            Preface.Passages.Remove(slots[i]);
            Parts.Insert(i, part);
        }
    }

    private static bool IsSlot(Passage passage)
    {
        if (passage is not { Kind: PassageKind.Paragraph, InComment: false, Lead.Length: > 0, Depth: 0 } || passage.Text.Length <= passage.Lead.Length || Cues.Remark.Is(passage.Lead)) return false;
        var lead = WordText.Of(passage.Lead);
        return lead.Count <= 4 && lead.Words[0] is not "note" && passage.Text.AsSpan(passage.Lead.Length) is [':', ..] or [' ', '-', ..] && (passage.IsItalic || PlaceholderShapes.IsWrapped(passage.Text[passage.Lead.Length..].TrimStart(':', ' ')) || passage.Words.Count - lead.Count >= 6);
    }

    private void BindIntros()
    {
        foreach (var part in All)
        {
            Passage? intro = null;
            foreach (var passage in part.Passages)
            {
                passage.Intro = intro;
                if (passage.Kind is PassageKind.Paragraph or PassageKind.Quote or PassageKind.Heading) intro = passage;
            }
        }
    }

    // "{Describe what it does.", "", "Keep it short.}": one remark over several paragraphs.
    private void BindBrackets()
    {
        foreach (var part in All)
        {
            var passages = part.Passages;
            for (var i = 0; i < passages.Count; i++)
            {
                if (passages[i].InComment || passages[i].Text.Length == 0 || PlaceholderShapes.OpensOnly(passages[i].Text) is not { } close) continue;
                var end = i + 1;
                while (end < passages.Count && end - i <= MostBracketed && !passages[end].Text.TrimEnd('.').EndsWith(close)) end++;
                if (end >= passages.Count || end - i > MostBracketed) continue;
                for (; i <= end; i++) passages[i].IsBracketed = true;
                i = end;
            }
        }
    }

    // A short comment at the end of a section, with other things before it, speaks of the heading that follows.
    private void BindMarks()
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            var before = i == 0 ? Preface : Parts[i - 1];
            if (Parts[i].IsOffered || before.Passages.Count == 0) continue;
            var last = before.Passages[^1];
            if (!last.InComment || last.IsInline || last.Words.Count > 20 || last.Words.Words.Contains("sections", StringComparer.Ordinal) || RequirementReader.OfMark(last.Text) is not { } || before.IsOffered) continue;
            // Alone in its section it speaks of that one; so does the end of a longer comment.
            var isAlone = before.Passages.Count == 1 && before.Title is not null;
            if (isAlone || before.Passages.Count > 1 && before.Passages[^2].BlockStart == last.BlockStart && before.Passages[^2].InComment) continue;
            Parts[i].MarkBefore = last;
            Marks.Add(last);
        }
    }
}
