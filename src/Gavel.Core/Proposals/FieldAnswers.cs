using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

internal sealed record FieldAnswers(ImmutableArray<Answer> Answers, Dictionary<string, Answer> ByKey, ImmutableArray<HeaderField> Unknown)
{
    private const int LeastCopied = 20; // characters of a text that nobody writes twice by chance
    private const int LeastWords = 4;
    private const int MostMended = 2; // characters

    /// <param name="isName">Whether the process calls something so, however open it sounds ("WIP").</param>
    /// <param name="hits">Receives the template's values that are still there.</param>
    public static FieldAnswers Read(
        Document document, ImmutableArray<Demand.Field> demands, SectionList sections, SectionJudge judge, LeftoverLookup lookup, Func<Demand.Field, string, bool> isName, List<LeftoverHit> hits)
    {
        var matches = FieldMatcher.Match(demands, document, out var taken);
        var byKey = new Dictionary<string, Answer>(demands.Length, StringComparer.Ordinal);
        var answers = ImmutableArray.CreateBuilder<Answer>(demands.Length);
        var insertAt = StartOf(document);
        for (var i = 0; i < demands.Length; i++)
        {
            var demand = demands[i];
            Answer answer;
            if (matches[i] is var (field, likeness))
            {
                var state = SaysNone(document, field) ? AnswerState.None : StateOf(demand, field.Value, IsTheTemplates(document, field, demand), lookup);
                if (state == AnswerState.Placeholder && isName(demand, field.Value)) state = AnswerState.Given;
                // "<link>" is a tag for a reader of Markdown, and shows nothing.
                if (state == AnswerState.Empty && demand.Placeholder is ['<', ..] gap && document.TextOf(field).Slice(field.Span).TrimEnd().EndsWith(gap)) state = AnswerState.Placeholder;
                if (state == AnswerState.Placeholder && demand.Kind == FieldKind.Link && LeadsSomewhere(document, field)) state = AnswerState.Given;
                answer = new Answer(demand, state, field.ValueSpan.IsEmpty ? field.NameSpan : field.ValueSpan) { Field = field, Likeness = likeness };
                insertAt = field.In is null ? field.Span.End : insertAt;
                if (state == AnswerState.Placeholder && field.In is null && field.Value.Length > 0) hits.Add(HitOf(demand, field, document, lookup));
            }
            else
            {
                answer = OfSection(demand, sections, judge, lookup) ?? new Answer(demand, AnswerState.Absent, new TextSpan(insertAt, 0));
            }
            answers.Add(answer);
            byKey.TryAdd(demand.Key, answer);
        }
        var unknown = ImmutableArray.CreateBuilder<HeaderField>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i]) unknown.Add(document.Header[i]);
        }
        return new FieldAnswers(answers.ToImmutable(), byKey, unknown.ToImmutable());
    }

    /// <summary>The value of a section that does a field's work: the text of its first block with any; empty where it has none.</summary>
    public static string ValueOf(Section section) => LeafOf(section) is { } leaf ? BlockWalk.TextOf(leaf) : "";

    public static TextSpan ValueSpanOf(Section section) => LeafOf(section)?.Span ?? section.Heading?.TextSpan ?? section.Span;

    /// <summary>The values of a field as boxes, of which one is ticked, or those that have passed.</summary>
    public static Block.List? BoxesOf(Section section) =>
        section.Blocks.OfType<Block.List>().FirstOrDefault(static l => l.Items.Length > 1 && l.Items.All(static i => i.IsDone is not null && i.Blocks.Length > 0));

    // Of boxes the last that is ticked: what is ticked before it has passed.
    private static Block? LeafOf(Section section)
    {
        var boxes = BoxesOf(section);
        var blocks = boxes is null ? section.Blocks : boxes.Items.LastOrDefault(static i => i.IsDone == true)?.Blocks ?? [];
        return BlockWalk.Leaves(blocks).FirstOrDefault(static leaf => leaf is Block.Paragraph or Block.Code && BlockWalk.TextOf(leaf).Length > 0);
    }

    private static AnswerState StateOf(Demand.Field demand, string value, bool isTheTemplates, LeftoverLookup lookup)
    {
        if (value.Length == 0) return AnswerState.Empty;
        if (demand.Constant is { } constant && Same(constant, value)) return AnswerState.Given;
        if (demand.Initial is { } initial && Same(initial, value)) return AnswerState.Given;
        foreach (var allowed in demand.Values)
        {
            if (Same(allowed, value)) return AnswerState.Given;
        }
        if (demand.Placeholder is { Length: > 0 } placeholder && (isTheTemplates || Same(placeholder, value) || IsCopied(placeholder, value) || MapEntries.KeepsExample(placeholder, value))) return AnswerState.Placeholder;
        if (WordCount.Of(value) > 1 && lookup.Find(value) is { Likeness: >= 1, Leftover.MayStay: false }) return AnswerState.Placeholder;
        return SectionJudge.OfShortText(value);
    }

    // Letter by letter, where markup hides a part of it: "<`date <address>`__>".
    private static bool IsTheTemplates(Document document, HeaderField field, Demand.Field demand) =>
        demand.Source is Reason.TemplateLine line && document.TextOf(field).Slice(field.Span).Trim().SequenceEqual(line.Text);

    // "[]": a list that is empty on purpose.
    private static bool SaysNone(Document document, HeaderField field) =>
        field is { Value.Length: <= 2, Style: HeaderStyle.FrontMatter or HeaderStyle.Sidecar } && document.TextOf(field).Slice(field.ValueSpan) is "[]" or "{}";

    // "[pitch](address)": the words are the template's, the address is not.
    private static bool LeadsSomewhere(Document document, HeaderField field)
    {
        var value = document.TextOf(field).Slice(field.ValueSpan);
        var open = value.IndexOf("](");
        var close = open < 0 ? -1 : value[open..].IndexOf(')');
        if (close <= 2) return false;
        var target = value.Slice(open + 2, close - 2).ToString();
        return target.Contains("://", StringComparison.Ordinal) && PlaceholderShapes.Find(target).IsEmpty;
    }

    private static Answer? OfSection(Demand.Field demand, SectionList sections, SectionJudge judge, LeftoverLookup lookup)
    {
        if (!sections.ByExact.TryGetValue(HeadingKey.Fold(demand.Name), out var at)) return null;
        var item = sections[at[0]];
        var value = ValueOf(item.Section);
        var state = judge.StateOf(item.Section);
        if (state is AnswerState.Given or AnswerState.None && value.Length > 0) state = StateOf(demand, value, isTheTemplates: false, lookup);
        else if (state == AnswerState.Placeholder && IsChosen(demand, item.Section, value)) state = AnswerState.Given;
        return new Answer(demand, state, ValueSpanOf(item.Section)) { Section = item.Section, IsSlot = item.IsSlot };
    }

    // One line of the template's list is left: "Accepted: it is in force".
    private static bool IsChosen(Demand.Field demand, Section section, string value) =>
        demand.Values.Length > 1 && value.Split(':') is [var head, ..] && demand.Values.Any(v => Same(v, head)) && BlockWalk.Leaves(section.Blocks).Take(2).Count() == 1;

    private static LeftoverHit HitOf(Demand.Field demand, HeaderField field, Document document, LeftoverLookup lookup)
    {
        var leftover = lookup.Find(field.Value)?.Leftover ?? new Leftover(LeftoverKind.Placeholder, demand.Placeholder ?? field.Value, InstructionStyle.Prose, null, demand.Source);
        return new LeftoverHit(leftover, field.ValueSpan, 1) { In = document.Root, Field = field };
    }

    // A sentence of the template in which one word was mended, misspelled or changed with its next revision.
    private static bool IsCopied(string placeholder, string value)
    {
        if (value.Length < LeastCopied || Math.Abs(placeholder.Length - value.Length) > MostMended || !PlaceholderShapes.IsWrapped(value)) return false;
        var (left, right) = (HeadingKey.Fold(placeholder).Split(' '), HeadingKey.Fold(value).Split(' '));
        if (left.Length != right.Length || left.Length < LeastWords) return false;
        var differing = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (string.Equals(left[i], right[i], StringComparison.Ordinal)) continue;
            if (++differing > 1 || Spelling.Distance(left[i], right[i], MostMended) > MostMended) return false;
        }
        return true;
    }

    // Letters and digits alone; where there are none ("???", "___") the characters themselves.
    private static bool Same(string a, string b)
    {
        var left = HeadingKey.Fold(a);
        return left.Length == 0 ? string.Equals(a.Trim(), b.Trim(), StringComparison.Ordinal) : string.Equals(left, HeadingKey.Fold(b), StringComparison.Ordinal);
    }

    // Before the first field; else behind the title; else at the start.
    private static int StartOf(Document document)
    {
        foreach (var field in document.Header)
        {
            if (field.In is null && field.Style != HeaderStyle.SectionField) return field.Span.Start;
        }
        return document.Title?.Span.End ?? document.FrontMatter?.End ?? 0;
    }
}
