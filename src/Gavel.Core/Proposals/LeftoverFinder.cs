using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>Leaf blocks of a document that are wholly the template's, by reference.</summary>
/// <param name="ToGo">Instructions, placeholders, questions without their answers: alone they are no answer.</param>
/// <param name="ToStay">Furniture: a licence, a legend. Alone it is all that a section needs.</param>
internal sealed record TemplateBlocks(HashSet<object> ToGo, HashSet<object> ToStay)
{
    public static TemplateBlocks None => new(new HashSet<object>(ReferenceEqualityComparer.Instance), new HashSet<object>(ReferenceEqualityComparer.Instance));
}

/// <summary>Finds the template's own text in a document.</summary>
internal sealed class LeftoverFinder
{
    private const int MinSentenceWords = 5;
    private const double SentenceLikeness = 0.95;

    private readonly LeftoverLookup _lookup;
    private readonly ImmutableArray<Leftover> _marks;
    private readonly TextSearch _markTexts;
    private readonly HashSet<string> _prompts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal); // of sections, by key
    private readonly Dictionary<string, string> _aspects = new(StringComparer.Ordinal); // and the title of the section that they are for

    public LeftoverFinder(Schema schema)
    {
        foreach (var section in schema.All<Demand.Section>()) _titles.TryAdd(section.Key, HeadingKey.Fold(section.Text));
        foreach (var prompt in schema.All<Demand.Prompt>())
        {
            var text = HeadingKey.Fold(prompt.Text);
            _prompts.Add(text);
            if (prompt is { Kind: PromptKind.Aspect, SectionKey: { } key } && _titles.TryGetValue(key, out var title)) _aspects[text] = title;
        }
        _lookup = new LeftoverLookup(schema.Leftovers);
        _marks = [.. schema.Leftovers.Where(l => l.Kind == LeftoverKind.Placeholder && !l.MayStay && PlaceholderShape.IsUnmistakable(l.Text))];
        _markTexts = new TextSearch([.. _marks.Select(m => m.Text.Trim()).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    /// <summary>The lookup by words, for values of fields.</summary>
    public LeftoverLookup Lookup => _lookup;

    /// <summary>All hits in the body, in the order of the text.</summary>
    /// <param name="templateBlocks">Receives the leaf blocks that are wholly the template's.</param>
    public List<LeftoverHit> Find(Document document, TemplateBlocks templateBlocks)
    {
        var hits = new List<LeftoverHit>();
        if (_lookup.IsEmpty) return hits;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            foreach (var leaf in BlockWalk.Leaves(section.Blocks)) InLeaf(document, section, leaf, hits, templateBlocks);
        }
        hits.Sort(static (a, b) => a.At.CompareTo(b.At));
        return hits;
    }

    private void InLeaf(Document document, Section section, Block leaf, List<LeftoverHit> hits, TemplateBlocks templateBlocks)
    {
        if (!MayBeOurs(document.Text, leaf)) return;
        var text = leaf is Block.Comment comment ? PlainText.Fold(comment.Text) : BlockWalk.TextOf(leaf);
        if (_aspects.Count > 0 && section.Heading is { } heading && IsOfAnother(HeadingKey.Fold(heading.Text), HeadingKey.Fold(text))) return;
        if (leaf is Block.Comment && _lookup.StaysAsComment(text)) return;
        if (text.Length > 0 && _lookup.Find(text) is { } whole && IsTold(text, whole.Likeness) && !IsBareWord(document.Text.Slice(leaf.Span), text, whole.Leftover) && !LeadsIn(text, whole.Leftover))
        {
            // A question or aspect does well as the lead of its answer, unless it still stands in the template's brackets: it is no answer, but need not go.
            var isPrompt = whole.Likeness >= 1 && leaf is Block.Paragraph && !PlaceholderShapes.IsWrapped(text) && whole.Leftover is { Style: not (InstructionStyle.Italic or InstructionStyle.Comment) } and not { Style: InstructionStyle.Checklist, MayStay: true } && (_prompts.Contains(HeadingKey.Fold(text)) || LeadsList(section, leaf, text));
            if (!isPrompt || !whole.Leftover.MayStay) hits.Add(new LeftoverHit(isPrompt ? whole.Leftover with { MayStay = true } : whole.Leftover, leaf.Span, whole.Likeness) { In = section, IsWholeBlock = true });
            (isPrompt || !whole.Leftover.MayStay ? templateBlocks.ToGo : templateBlocks.ToStay).Add(leaf);
            return;
        }
        if (text.Length > 0 && leaf is Block.Paragraph && _prompts.Contains(HeadingKey.Fold(text)))
        {
            templateBlocks.ToGo.Add(leaf);
            return;
        }
        if (leaf is Block.Paragraph paragraph) InParagraph(document, section, paragraph, hits, templateBlocks);
        else if (leaf is Block.Comment or Block.Table) InSentences(document.Text, section, leaf.Span, hits);
    }

    // Asked of the characters as they stand, markup and all, since it is asked of every block: what it lets through is looked at in earnest.
    private bool MayBeOurs(SourceText text, Block leaf)
    {
        var chars = text.Slice(leaf.Span);
        return _lookup.MayHold(chars) || _markTexts.FirstIn(chars) >= 0;
    }

    // A name that stands in the list of voters, and here as the author's.
    private bool IsOfAnother(string title, string text) =>
        _aspects.TryGetValue(text, out var home) && !string.Equals(home, title, StringComparison.Ordinal) && _titles.ContainsValue(title);

    // One or two words in common with an instruction say nothing: "Summary", "for example".
    private static bool IsTold(string text, double likeness) => likeness >= 1 || WordCount.Of(text) >= MinSentenceWords;

    // The author's words go on where the template's ended.
    private static bool LeadsIn(ReadOnlySpan<char> sentence, Leftover leftover) =>
        sentence.TrimEnd().EndsWith(":") && !leftover.Text.Contains(':', StringComparison.Ordinal);

    // "The following is done first:" over a list of the author's, or "As we vote:" over such a line; "List the goals:" is a direction, whatever stands below.
    private static bool LeadsList(Section section, Block leaf, string text)
    {
        var below = Behind(section.Blocks, leaf);
        if (below is Block.Paragraph && Leads(BlockWalk.TextOf(below))) below = Behind(section.Blocks, below);
        return below is Block.List or Block.Table && Leads(text);
    }

    private static bool Leads(string text)
    {
        if (!text.EndsWith(':')) return false;
        var words = WordText.Of(text);
        return !Cues.Imperative.Starts(words) && (Cues.TheFollowing.IsIn(words) ? !Cues.ForWriters.IsIn(words) : !Cues.ToAuthor.IsIn(words));
    }

    // Null behind the last, and for one that is nested in another block.
    private static Block? Behind(ImmutableArray<Block> blocks, Block block)
    {
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.Start <= block.Span.Start) low = middle + 1;
            else high = middle;
        }
        return low > 0 && low < blocks.Length && ReferenceEquals(blocks[low - 1], block) ? blocks[low] : null;
    }

    // "url" is a word, "<url>" is a placeholder.
    private static bool IsBareWord(ReadOnlySpan<char> written, string text, Leftover leftover)
    {
        var mark = leftover.Text.AsSpan().Trim();
        return leftover.Kind == LeftoverKind.Placeholder && mark.Length > 2 && !char.IsLetterOrDigit(mark[0]) && !char.IsLetterOrDigit(mark[^1])
            && WordCount.Of(text) == 1 && !written.Contains(mark[0]);
    }

    private void InParagraph(Document document, Section section, Block.Paragraph paragraph, List<LeftoverHit> hits, TemplateBlocks templateBlocks)
    {
        var before = hits.Count;
        var covered = 0;
        var counted = true;
        foreach (var inline in paragraph.Inlines)
        {
            var text = inline switch
            {
                Inline.Styled styled => PlainText.Of(styled.Children),
                Inline.Comment comment => comment.Text,
                _ => "",
            };
            if (text.Length > 0 && _lookup.Find(text) is { } found && IsTold(text, found.Likeness) && WordCount.Of(text) > 1)
            {
                hits.Add(new LeftoverHit(found.Leftover, inline.Span, found.Likeness) { In = section });
                if (!found.Leftover.MayStay) covered++;
            }
            else if (inline is not Inline.LineBreak && inline is not Inline.Run { Text: var run } || (inline is Inline.Run { Text: var rest } && rest.Any(char.IsLetterOrDigit)))
            {
                counted = false;
            }
        }
        if (counted && covered > 0) templateBlocks.ToGo.Add(paragraph);
        if (hits.Count == before) InSentences(document.Text, section, paragraph.Span, hits);
        if (hits.Count == before) InMarks(document.Text, section, paragraph.Span, hits);
    }

    private void InSentences(SourceText text, Section section, TextSpan span, List<LeftoverHit> hits)
    {
        var open = (Leftover: (Leftover?)null, Span: default(TextSpan), Likeness: 1.0);
        foreach (var sentence in Sentences.Of(text, span))
        {
            var slice = text.Slice(sentence);
            if (WordCount.Of(slice) >= MinSentenceWords && _lookup.Find(slice, SentenceLikeness) is { } found && !LeadsIn(slice, found.Leftover))
            {
                // Neighbours are one place.
                open = open.Leftover is null ? (found.Leftover, sentence, found.Likeness) : (open.Leftover, open.Span.Union(sentence), Math.Min(open.Likeness, found.Likeness));
                continue;
            }
            Close();
        }
        Close();

        void Close()
        {
            if (open.Leftover is { } leftover) hits.Add(new LeftoverHit(leftover, open.Span, open.Likeness) { In = section });
            open = (null, default, 1);
        }
    }

    /// <summary>Placeholders whose shape nobody writes by chance, wherever they stand in a stretch of text.</summary>
    private void InMarks(SourceText text, Section section, TextSpan span, List<LeftoverHit> hits)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var next = _markTexts.FirstIn(text.Chars.AsSpan(at, span.End - at));
            if (next < 0) return;
            at += next;
            var rest = text.Chars.AsSpan(at, span.End - at);
            Leftover? longest = null;
            foreach (var mark in _marks)
            {
                if (rest.StartsWith(mark.Text.AsSpan().Trim(), StringComparison.Ordinal) && mark.Text.Length > (longest?.Text.Length ?? 0)) longest = mark;
            }
            if (longest is null) return;
            var length = longest.Text.AsSpan().Trim().Length;
            if (!IsInsideWord(text.Chars, at, length)) hits.Add(new LeftoverHit(longest, new TextSpan(at, length), 1) { In = section });
            at += length;
        }
    }

    private static bool IsInsideWord(string text, int at, int length) =>
        (char.IsLetterOrDigit(text[at]) && at > 0 && char.IsLetterOrDigit(text[at - 1]))
        || (char.IsLetterOrDigit(text[at + length - 1]) && at + length < text.Length && char.IsLetterOrDigit(text[at + length]));
}

/// <summary>Shapes that placeholders have.</summary>
internal static class PlaceholderShape
{
    /// <summary>Nobody writes it by chance in prose: <c>$Number</c>, <c>{title}</c>, <c>&lt;name of the owner&gt;</c>, <c>NNNN</c>, <c>YYYY-MM-DD</c>, <c>____</c>.</summary>
    public static bool IsUnmistakable(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 3 || text.Length > 80) return false;
        if (text[0] == '$' && char.IsLetter(text[1])) return true;
        if (text is ['{', .., '}'] or ['<', .., '>'] or ['[', .., ']']) return text.Length > 4 && text[1..^1].ContainsAnyExcept("0123456789") && !text.Contains("://", StringComparison.Ordinal);
        if (!text.ContainsAnyExcept('_')) return true;
        if (!text.ContainsAnyExcept("NX#") && text.Length >= 3) return true;
        return text.Contains("YYYY", StringComparison.Ordinal) && !text.ContainsAnyExcept("YMDymd-/. ");
    }
}

/// <summary>Cuts text into sentences.</summary>
internal static class Sentences
{
    /// <summary>Each without surrounding space; a sentence ends at a full stop, question or exclamation mark before white space, and at an empty line.</summary>
    public static IEnumerable<TextSpan> Of(SourceText text, TextSpan within)
    {
        var chars = text.Chars;
        var start = within.Start;
        var end = Math.Min(within.End, chars.Length);
        for (var i = start; i < end; i++)
        {
            var stops = chars[i] is '.' or '?' or '!' or ':' && (i + 1 == end || char.IsWhiteSpace(chars[i + 1]) || (chars[i + 1] is '_' or '*' or ')' or '"' && (i + 2 >= end || char.IsWhiteSpace(chars[i + 2]))));
            if (!stops) continue;
            var stop = i + 1;
            while (stop < end && chars[stop] is '_' or '*' or ')' or '"') stop++;
            if (Trim(chars, start, stop) is { IsEmpty: false } sentence) yield return sentence;
            start = stop;
            i = stop - 1;
        }
        if (Trim(chars, start, end) is { IsEmpty: false } last) yield return last;
    }

    private static TextSpan Trim(string chars, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(chars[start])) start++;
        while (end > start && char.IsWhiteSpace(chars[end - 1])) end--;
        return TextSpan.Between(start, end);
    }
}
