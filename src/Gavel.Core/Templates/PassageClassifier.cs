using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

internal enum PassageRole
{
    Instruction,
    Placeholder,

    /// <summary>A sentence with gaps that the author fills.</summary>
    Frame,

    /// <summary>A step that the author does first.</summary>
    Checklist,

    /// <summary>Stays in the document.</summary>
    Furniture,

    /// <summary>An entry of the table of contents.</summary>
    Contents,
}

internal readonly record struct Classified(PassageRole Role, InstructionStyle Style, Confidence Confidence);

/// <summary>Tells instructions, placeholders and text that stays apart.</summary>
internal sealed class PassageClassifier
{
    /// <summary>Texts of fewer words are names of aspects: they may stay.</summary>
    private const int ShortestInstruction = 5;

    private const int MostGaps = 12;

    private readonly bool _marksInstructions;
    private readonly HashSet<int> _contents = [];
    private readonly HashSet<int> _licences = [];

    public PassageClassifier(Outline outline)
    {
        var marked = 0;
        var prose = 0;
        foreach (var part in outline.All)
        {
            foreach (var passage in part.Passages)
            {
                if (passage.InComment && IsLicence(passage)) _licences.Add(passage.BlockStart);
                if (Cues.CommentsMayStay.IsIn(passage.Words)) KeepsComments = true;
                if (passage.Kind is PassageKind.Heading or PassageKind.Code or PassageKind.Cell) continue;
                if (passage.InComment || passage.IsItalic || passage.Kind == PassageKind.Quote || PlaceholderShapes.IsWrapped(passage.Text)) marked++;
                else if (passage.Kind == PassageKind.Paragraph && passage.Words.Count >= ShortestInstruction) prose++;
            }
            FindContents(part);
        }
        _marksInstructions = marked > 2 * prose;
    }

    /// <summary>The template says that its comments may stand in finished documents.</summary>
    public bool KeepsComments { get; }

    /// <summary>The lists that are tables of contents, by their first offset.</summary>
    public bool IsContents(Passage passage) => passage.ListStart >= 0 && _contents.Contains(passage.ListStart);

    public Classified Of(Passage passage, Part part)
    {
        if (IsContents(passage) || passage.Kind == PassageKind.Item && !passage.InComment && part.Title is not null && Cues.ContentsTitle.Is(part.Text)) return new(PassageRole.Contents, InstructionStyle.List, Confidence.High);
        if (passage.InComment) return OfComment(passage, part);
        if (passage.IsDone is not null) return OfBox(passage, part);
        if (passage.Kind == PassageKind.Item && IsStep(passage, part)) return new(PassageRole.Checklist, InstructionStyle.Checklist, Confidence.Medium);
        if (passage.Kind == PassageKind.Heading) return new(PassageRole.Furniture, InstructionStyle.Heading, Confidence.Low);
        if (passage.IsTable) return new(passage.Level == 0 && (PlaceholderShapes.IsWhole(passage.Text) || PlaceholderShapes.IsWrapped(passage.Text)) ? PassageRole.Placeholder : PassageRole.Furniture, InstructionStyle.Prose, Confidence.Medium);
        if (passage.Kind == PassageKind.Code) return new(IsExample(passage) ? PassageRole.Instruction : PassageRole.Furniture, InstructionStyle.Code, Confidence.Low);
        if (passage.IsKept) return new(PassageRole.Furniture, StyleOf(passage), Confidence.High);
        if (passage.IsBracketed) return new(PassageRole.Instruction, StyleOf(passage), Confidence.High);
        if (IsKept(passage, part)) return new(PassageRole.Furniture, StyleOf(passage), Confidence.High);
        return OfProse(passage, part);
    }

    private Classified OfProse(Passage passage, Part part)
    {
        var style = StyleOf(passage);
        if (PlaceholderShapes.IsWhole(passage.Text) && passage.Words.Count < ShortestInstruction) return new(PassageRole.Placeholder, style, Confidence.High);
        if (passage.Words.Count <= 10 && passage.Words.Count > 1 && passage.Words.Words[0] is "see" && passage.Block is Block.Paragraph { Inlines: var inlines } && inlines.Any(i => i is Inline.Link)) return new(PassageRole.Furniture, style, Confidence.Medium);
        if (PlaceholderShapes.IsWrapped(passage.Text))
            return passage.Words.Count < ShortestInstruction ? new(PassageRole.Placeholder, style, Confidence.High) : new(PassageRole.Instruction, style, Confidence.High);
        if (passage.Kind == PassageKind.Term) return new(PassageRole.Furniture, InstructionStyle.List, Confidence.Medium);
        if (passage.Words.Count <= 14 && passage.Text.StartsWith("http", StringComparison.Ordinal) && !passage.Text.Contains(' ', StringComparison.Ordinal)) return new(PassageRole.Placeholder, style, Confidence.Medium);
        if (IsFrame(passage)) return new(PassageRole.Frame, style, Confidence.High);
        if (passage.IsItalic) return new(PassageRole.Instruction, InstructionStyle.Italic, Confidence.High);
        if (passage.Kind == PassageKind.Item)
            return new(passage.Words.Count < ShortestInstruction && passage.Lead.Length == 0 && !passage.Text.EndsWith('?') ? PassageRole.Furniture : PassageRole.Instruction, InstructionStyle.List, Confidence.Medium);
        var addresses = Cues.Imperative.Starts(passage.Words) || Cues.ToAuthor.IsIn(passage.Words) || passage.Text.EndsWith('?') || Cues.InstructionsGo.IsIn(passage.Words);
        if (passage.Kind == PassageKind.Quote) return new(PassageRole.Instruction, InstructionStyle.Quotation, addresses ? Confidence.High : Confidence.Medium);
        if (addresses) return new(PassageRole.Instruction, style, passage.Text.EndsWith(':') || _marksInstructions ? Confidence.Medium : Confidence.High);
        if (passage.Words.Count < ShortestInstruction) return new(PassageRole.Placeholder, style, Confidence.Medium);
        return new(_marksInstructions ? PassageRole.Furniture : PassageRole.Instruction, style, _marksInstructions ? Confidence.Low : Confidence.Medium);
    }

    /// <summary>The passage is a licence, or stands in a comment that is one.</summary>
    public bool IsLicenceText(Passage passage) => IsLicence(passage) || passage.InComment && _licences.Contains(passage.BlockStart);

    private Classified OfComment(Passage passage, Part part)
    {
        if (Cues.Machine.Starts(passage.Words) && passage.Words.Count <= 6 && (!Cues.ContentsTitle.Is(passage.Words) || passage.Words.Words[0] is "toc") || passage.Text.StartsWith('/') && passage.Words.Count <= 2 || IsMark(passage.Text))
            return new(PassageRole.Furniture, InstructionStyle.Comment, Confidence.High);
        if (IsLicenceText(passage)) return new(PassageRole.Furniture, InstructionStyle.Comment, Confidence.High);
        if ((passage.IsDone is not null || IsStep(passage, part)) && part.Title is null) return new(PassageRole.Checklist, InstructionStyle.Checklist, Confidence.High);
        return new(PassageRole.Instruction, InstructionStyle.Comment, Confidence.High);
    }

    // "tocstop", "toc:end", "ADR_TABLE": a word in small letters, or with a sign in it, that a tool looks for.
    private static bool IsMark(string text) =>
        text.Length is > 3 and < 40 && text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !PlaceholderShapes.IsWrapped(text) && !PlaceholderShapes.IsWhole(text)
        && (text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0 && text.StartsWith("toc", StringComparison.Ordinal) || text.AsSpan(1, text.Length - 2).ContainsAny(':', '_') && char.IsAsciiLetter(text[^1]));

    // A list before the first section, right below words about getting started.
    private static bool IsStep(Passage passage, Part part) =>
        passage.Kind == PassageKind.Item && part.Title is null && passage.Intro is { } intro && Cues.GettingStarted.IsIn(intro.Words) && intro.Words.Count <= 20;

    /// <summary>The box stands in a list of which some are ticked in the template, and some are not.</summary>
    public static bool IsProgress(Passage passage, Part part) =>
        passage is { IsDone: not null, ListStart: >= 0 } && part.ListsInProgress.Contains(passage.ListStart);

    // Boxes before the first section, or below words about getting started, are steps; others are part of the document.
    private static Classified OfBox(Passage passage, Part part)
    {
        var intro = passage.Intro;
        // A box that the template has ticked itself tells how far the work is.
        if (IsProgress(passage, part)) return new(PassageRole.Furniture, InstructionStyle.Checklist, Confidence.Medium);
        var isStart = part.Title is null || intro is not null && Cues.GettingStarted.IsIn(intro.Words) || Cues.GettingStarted.IsIn(part.Text);
        if (Cues.SignOff.IsIn(part.Text) || intro is not null && Cues.SignOff.IsIn(intro.Words)) isStart = false;
        return new(isStart ? PassageRole.Checklist : PassageRole.Furniture, InstructionStyle.Checklist, isStart ? Confidence.High : Confidence.Medium);
    }

    private static bool IsExample(Passage code) =>
        code.Language is "mermaid" or "plantuml" or "puml" or "dot" or "graphviz" || Cues.Stand.IsIn(code.Words) || Cues.ExampleName.IsIn(code.Words) || Cues.FillIn.Starts(code.Words) || code.Words.Words.Contains("replace", StringComparer.Ordinal);

    private static bool IsKept(Passage passage, Part part) =>
        IsLicence(passage) || Cues.Conformance.IsIn(passage.Words) && !Cues.Imperative.Starts(passage.Words) || Cues.MayStay.IsIn(passage.Words) || Cues.Licence.IsIn(part.Text) && part.Title is not null && !PlaceholderShapes.IsWrapped(passage.Text);

    public static bool IsLicence(Passage passage) => Cues.Licence.IsIn(passage.Words) && passage.Words.Count >= 3 && !Cues.Imperative.Starts(passage.Words) && !passage.Text.EndsWith('?') && !Cues.ToAuthor.IsIn(passage.Words);

    private static bool IsFrame(Passage passage)
    {
        if (passage.Words.Count < 3 || passage.Text.EndsWith('?')) return false;
        var gaps = PlaceholderShapes.Find(passage.Text);
        if (gaps.IsEmpty || gaps.Length > MostGaps) return false;
        if (passage.Text.Contains("___", StringComparison.Ordinal)) return true;
        var inside = gaps.Sum(g => WordText.Of(g).Count);
        if (inside >= passage.Words.Count) return false;
        var around = passage.Text;
        foreach (var gap in gaps) around = around.Replace(gap, " ", StringComparison.Ordinal);
        var outside = WordText.Of(around);
        return !Cues.Imperative.Starts(passage.Words) && !Cues.ToAuthor.IsIn(outside) && (passage.Words.Count <= 25 || inside * 3 >= passage.Words.Count);
    }

    private static InstructionStyle StyleOf(Passage passage) => passage.Kind switch
    {
        PassageKind.Quote => InstructionStyle.Quotation,
        PassageKind.Item => passage.IsItalic ? InstructionStyle.Italic : InstructionStyle.List,
        PassageKind.Code => InstructionStyle.Code,
        _ => passage.IsItalic ? InstructionStyle.Italic : InstructionStyle.Prose,
    };

    private void FindContents(Part part)
    {
        foreach (var list in part.Passages.Where(p => p.Kind == PassageKind.Item && !p.InComment).GroupBy(p => p.ListStart))
        {
            var links = list.Count(p => p.Block is Block.Paragraph paragraph && LinkOf(paragraph) is not null);
            if (links >= 2 && links == list.Count()) _contents.Add(list.Key);
        }
        // Lists inside an entry of a table of contents belong to it.
        foreach (var passage in part.Passages)
            if (passage is { Kind: PassageKind.Item, Block: Block.Paragraph paragraph } && LinkOf(paragraph) is not null && _contents.Count > 0 && passage.Depth > 0) _contents.Add(passage.ListStart);
    }

    /// <summary>The link to an anchor that is all of a paragraph; null when it is anything else.</summary>
    public static Inline.Link? LinkOf(Block.Paragraph paragraph)
    {
        Inline.Link? only = null;
        foreach (var inline in paragraph.Inlines)
        {
            if (inline is Inline.Run run && string.IsNullOrWhiteSpace(run.Text) || inline is Inline.LineBreak) continue;
            if (only is not null || inline is not Inline.Link { IsImage: false } link || !link.Target.StartsWith('#')) return null;
            only = link;
        }
        return only;
    }
}
