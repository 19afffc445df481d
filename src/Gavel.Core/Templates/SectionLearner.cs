using System.Collections.Immutable;

namespace Gavel.Core.Templates;

/// <summary>Learns which sections there are, when they must be there, and what each asks.</summary>
internal sealed class SectionLearner(Sources sources, Outline outline, PassageClassifier classifier, ImmutableArray<string> statuses)
{
    private const int LongestName = 12; // words of a section that a sentence names

    private readonly HashSet<string> _minimum = new(StringComparer.Ordinal);
    private readonly HashSet<Part> _thinned = [];
    private bool _keepsAll;
    private bool _isContrasted;
    private string? _onlyRequired; // the sentence by which one section is the only one required

    public IEnumerable<Demand> Learn()
    {
        ReadWholeTemplate();
        var order = 0;
        foreach (var part in outline.Parts)
        {
            if (part.IsGuide) continue;
            var slug = WordText.Slug(part.Text);
            part.Key = sources.Unique("section:" + (slug.Length > 0 ? slug : "untitled"));
            if (part.Text.Length == 0) continue; // a comment alone, or nothing: no section can be called so
            yield return SectionOf(part, order++);
            foreach (var demand in WithinPart(part)) yield return demand;
        }
    }

    /// <summary>What the preface or a section asks besides being there.</summary>
    public IEnumerable<Demand> WithinPart(Part part)
    {
        foreach (var limit in LimitsOf(part)) yield return limit;
        foreach (var prompt in PromptLearner.Of(part, classifier))
        {
            if (part.Title is null && prompt.Kind is PromptKind.Aspect or PromptKind.Task) continue; // notes on the template, no slots
            var slug = WordText.Slug(prompt.Text);
            yield return new Demand.Prompt(part.Key, prompt.Text, prompt.Kind)
            {
                Key = sources.Unique($"prompt:{part.Text.ToLowerInvariant()}:{(slug.Length > 60 ? slug[..60] : slug)}"),
                Source = sources.At(prompt.At.Span),
                Confidence = prompt.Confidence,
                Requirement = part.IsOffered ? Requirement.Optional : Requirement.Required,
            };
        }
        foreach (var passage in part.Passages)
        {
            foreach (var demand in MediaLearner.Of(part, passage, sources)) yield return demand;
            if (LimitReader.TaskDays(passage.Text) is { } days)
                yield return new Demand.TaskSize(part.Key, days) { Key = sources.Unique("task-size:" + WordText.Slug(part.Text)), Source = sources.At(passage.Span) };
        }
        if (part.Key is { } key && IsPlan(part))
            yield return new Demand.Plan(key) { Key = sources.Unique("plan:" + WordText.Slug(part.Text)), Source = sources.At(part.Span), Confidence = Confidence.Medium };
    }

    private Demand.Section SectionOf(Part part, int order)
    {
        var parts = part.Title!;
        var (mark, from) = MarkOf(part);
        var isRepeatable = parts.IsRepeatable || Cues.AnySection.Is(parts.Text) || part.Passages.Any(p => Cues.Repeat.IsIn(p.Words));
        if (isRepeatable && mark is null) mark = new RequirementMark(Requirement.Optional, null, Confidence.Medium);
        if (part.IsOffered && mark is null) mark = new RequirementMark(Requirement.Optional, null, Confidence.High);
        if (mark is null && part.Parent is not null && ShowsExample(parts.Text)) mark = new RequirementMark(Requirement.Optional, null, Confidence.Medium);
        if (mark is null && IsThinned(part)) mark = new RequirementMark(Requirement.Optional, null, Confidence.Medium);
        if (_isContrasted && mark is null) mark = new RequirementMark(Requirement.Optional, null, Confidence.Medium);
        var hasText = part.Passages.Exists(p => classifier.Of(p, part).Role is not PassageRole.Furniture and not PassageRole.Contents);
        return new Demand.Section(parts.Text, part.Level)
        {
            Key = part.Key!,
            Source = sources.At(part.Span),
            Parent = part.Parent?.Key,
            Order = order,
            IsOffered = part.IsOffered,
            IsRepeatable = isRepeatable,
            IsSlot = part.IsSlot,
            Suffix = parts.Suffix,
            HasNoInstruction = !hasText,
            MayBeEmpty = !hasText && part.Children.Count > 0 || part.Passages.Exists(p => Cues.LeaveEmpty.IsIn(p.Words) && p.Words.Count <= 30),
            Requirement = mark?.Requirement ?? Requirement.Required,
            When = new Condition(FromStatus: from, Text: mark?.Condition),
            Confidence = mark?.Confidence ?? (part.IsSlot ? Confidence.Medium : Confidence.High),
        };
    }

    private (RequirementMark? Mark, string? From) MarkOf(Part part)
    {
        var mark = part.Title!.Mark;
        if (mark is null && part.MarkBefore is { } before) mark = RequirementReader.OfMark(before.Text);
        string? from = null;
        var isFirst = true;
        var count = 0;
        foreach (var passage in part.Passages)
        {
            if (passage.Kind is PassageKind.Heading or PassageKind.Cell or PassageKind.Code) continue;
            if (outline.Marks.Contains(passage) || ++count > 40) continue;
            foreach (var sentence in Sentences.Of(PlaceholderShapes.Unwrap(passage.Text)))
            {
                var said = passage.Kind == PassageKind.Item && passage.Words.Count > 3 && !sentence.StartsWith("This section", StringComparison.OrdinalIgnoreCase) && part.Passages[0] != passage
                    ? NamedOptional(sentence, part.Text)
                    : RequirementReader.OfSentence(sentence, part.Text, isFirst && passage.Kind != PassageKind.Item);
                if (said is not null && (mark is null || mark.Confidence < said.Confidence || mark is { Requirement: Requirement.Optional, Condition: null } && said.Requirement == Requirement.Conditional && part.Title.Mark is null)) mark = said;
                from ??= LaterStatus(sentence);
                if (from is null && mark is null && WordText.Of(sentence) is var words && Cues.Later.Find(words) is { } later && words.Count <= 30 && IsOfSection(words, later)) mark = new RequirementMark(Requirement.Conditional, sentence.TrimEnd('.'), Confidence.Medium);
                isFirst = false;
            }
        }
        if (_keepsAll && part.Title.Mark is null && mark is { Confidence: not Confidence.High }) mark = null;
        if (part.IsOffered || part.Title.IsRepeatable) from = null;
        else if (from is null && mark is not { Requirement: Requirement.Optional } && _minimum.Count > 0 && statuses.Length > 1 && !IsMinimum(part)) from = statuses[1];
        if (from is null && mark is null && _onlyRequired is { } only && !IsMinimum(part)) mark = new RequirementMark(Requirement.Conditional, only.TrimEnd('.'), Confidence.Medium);
        return (mark, from);
    }

    private static RequirementMark? NamedOptional(string sentence, string title) =>
        WordText.Of(sentence).Count <= 8 && RequirementReader.OfSentence(sentence, title, isFirst: false) is { Confidence: Confidence.High } mark && sentence.StartsWith(title, StringComparison.OrdinalIgnoreCase) ? mark : null;

    private static bool ShowsExample(string heading) =>
        WordText.Of(heading) is { Count: > 1 } words && (Cues.ExampleHeading.At(words, 0) is not null || Cues.ExampleHeading.At(words, words.Count - 1) is not null);

    private bool IsMinimum(Part part)
    {
        for (var p = part; p is not null; p = p.Parent)
            if (_minimum.Contains(WordText.Key(p.Text))) return true;
        return false;
    }

    // The status that a sentence such as "before it is Accepted" names, else the one after the first.
    private string? LaterStatus(string sentence)
    {
        var words = WordText.Of(sentence);
        if (Cues.Later.Find(words) is not null && QuotedStatus(sentence) is { } quoted) return quoted;
        if (statuses.Length < 2 || Cues.Later.Find(words) is not { } later || words.Words[later.Word] is "required" && !IsOfSection(words, later)) return null;
        var key = $" {WordText.Key(sentence)} ";
        for (var i = 1; i < statuses.Length; i++)
            if (key.Contains($" {WordText.Key(statuses[i])} ", StringComparison.Ordinal)) return statuses[i];
        return Cues.Stage.IsIn(sentence) || statuses.Length < 3 ? null : statuses[1];
    }

    // Before it is given status "Final": the quoted word beside "status".
    private static string? QuotedStatus(string sentence)
    {
        var at = sentence.IndexOf("status", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = sentence[(at + "status".Length)..].TrimStart(' ', 'o', 'f');
        if (rest.Length < 3 || rest[0] is not ('"' or '\'' or '“')) return null;
        var close = rest.IndexOfAny(['"', '\'', '”'], 1);
        return close is > 1 and < 40 ? rest[1..close] : null;
    }

    private static bool IsOfSection(WordText words, CueHit later) => later.Word <= 3 || Cues.ThisPart.IsIn(words);

    private void ReadWholeTemplate()
    {
        var keys = outline.Parts.Where(static p => !p.IsOffered).Select(static p => WordText.Key(p.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var part in outline.All)
        {
            foreach (var passage in part.Passages)
            {
                if (Cues.KeepAllSections.IsIn(passage.Words)) _keepsAll = true;
                else if (SaysDropUnused(passage)) _thinned.Add(part);
                else if (part.Title is not null && Cues.OnlyRequired.IsIn(passage.Words)) ReadOnlyRequired(part, passage);
                if (_minimum.Count > 0 || !Cues.MinimumFirst.IsIn(passage.Words)) continue;
                foreach (var sentence in Sentences.Of(passage.Text))
                {
                    if (!Cues.MinimumFirst.IsIn(sentence)) continue;
                    _minimum.UnionWith(NamesIn(sentence).Where(keys.Contains));
                }
            }
        }
        var required = outline.Parts.Count(p => p.Title!.Mark is { Requirement: Requirement.Required });
        _isContrasted = required >= 2 && required < outline.Parts.Count && !outline.Parts.Exists(p => p.Title!.Mark is { Requirement: Requirement.Optional });
    }

    private static IEnumerable<string> NamesIn(string sentence)
    {
        var words = WordText.Of(sentence).Words;
        for (var from = 0; from < words.Count; from++)
            for (var count = 1; count <= LongestName && from + count <= words.Count; count++) yield return string.Join(' ', words.Skip(from).Take(count));
    }

    // "This is the only section strictly required to submit a draft."
    private void ReadOnlyRequired(Part part, Passage passage)
    {
        foreach (var sentence in Sentences.Of(passage.Text))
        {
            if (!Cues.OnlyRequired.IsIn(sentence) || WordText.Of(sentence) is not { Count: > 0 } words || words.Words[0] is not ("this" or "it")) continue;
            _onlyRequired ??= sentence;
            _minimum.Add(WordText.Key(part.Text));
        }
    }

    // "Remove the sections that do not apply" in the preface or in the section above.
    private bool IsThinned(Part part) => !_keepsAll && (_thinned.Contains(outline.Preface) || part.Parent is { } above && _thinned.Contains(above));

    private static bool SaysDropUnused(Passage passage)
    {
        foreach (var sentence in Sentences.Of(passage.Text))
        {
            var words = WordText.Of(sentence);
            if (Cues.DropUnused.Find(words) is { } hit && !words.Words.Take(hit.Word).Any(static w => w is "not" or "dont" or "never" or "cannot" or "instead" or "without")) return true;
        }
        return false;
    }

    private IEnumerable<Demand> LimitsOf(Part part)
    {
        var found = new HashSet<(LimitUnit, int)>();
        foreach (var limit in part.Title?.Limits ?? [])
            if (found.Add((limit.Unit, limit.Max))) yield return LimitOf(part, part.Span, limit, null);
        foreach (var passage in part.Passages)
        {
            if (passage.Kind is PassageKind.Code or PassageKind.Cell) continue;
            foreach (var sentence in Sentences.Of(passage.Text))
            {
                foreach (var limit in LimitReader.Read(sentence))
                {
                    var subject = part.Title is null ? SubjectOf(sentence) : null;
                    if (limit is { Unit: LimitUnit.Paragraphs, IsSure: false } && (part.Title is null || passage.Kind == PassageKind.Item || part.Passages[0] != passage)) continue;
                    if (found.Add((limit.Unit, limit.Max))) yield return LimitOf(part, passage.Span, limit, subject);
                }
            }
        }
    }

    // "The title should be 44 characters or less."
    private static string? SubjectOf(string sentence)
    {
        var words = WordText.Of(sentence);
        for (var i = 0; i < words.Count && i < 4; i++)
            if (Cues.LimitedDatum.At(words, i) is not null) return words.Words[i];
        return Cues.LimitedDatum.Find(words) is { } hit && words.Count <= 25 ? words.Words[hit.Word] : null;
    }

    private Demand.Limit LimitOf(Part part, Text.TextSpan at, LimitFound limit, string? subject) => new(limit.Unit == LimitUnit.Columns ? null : part.Key, limit.Unit, limit.Max)
    {
        Key = sources.Unique($"limit:{subject ?? WordText.Slug(part.Text)}:{limit.Unit.ToString().ToLowerInvariant()}"),
        Source = sources.At(at),
        Confidence = limit.IsSure ? Confidence.High : limit.Unit == LimitUnit.Paragraphs ? Confidence.Low : Confidence.Medium,
        Of = subject,
    };

    private static bool IsPlan(Part part)
    {
        if (part.IsOffered) return false;
        var title = WordText.Of(part.Text);
        if (Cues.PlanTitle.IsIn(title) && title.Count <= 6) return true;
        return part.Passages.Exists(p => Cues.PlanText.IsIn(p.Words));
    }
}
