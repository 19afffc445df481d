namespace Gavel.Core.Templates;

internal readonly record struct PromptFound(Passage At, string Text, PromptKind Kind, Confidence Confidence);

/// <summary>Finds what a section asks: questions, aspects, sentence frames.</summary>
internal static class PromptLearner
{
    private const int LongestAspect = 45;
    private const int ShortAspect = 8;

    public static IEnumerable<PromptFound> Of(Part part, PassageClassifier classifier)
    {
        // Lists with "…" behind their items: each item is one of many that one may write.
        var endless = part.Passages.Where(IsAndSoOn).Select(p => p.ListStart).ToHashSet();
        var asked = new HashSet<Passage>(ReferenceEqualityComparer.Instance); // what introduces a choice
        foreach (var passage in part.Passages)
        {
            var role = classifier.Of(passage, part).Role;
            if ((passage.Lead.Length > 0 || role == PassageRole.Frame) && Cues.StatusField.Is(part.Text)) continue; // read as a field
            if (role is PassageRole.Contents or PassageRole.Checklist || PassageClassifier.IsLicence(passage) || PassageClassifier.IsProgress(passage, part)) continue;
            if (passage is { Kind: PassageKind.Item, IsDone: null } && role == PassageRole.Frame && !IsOneOfMany(passage) && endless.Contains(passage.ListStart)) continue;
            if (passage.Kind == PassageKind.Item && IsOneOfMany(passage) && !asked.Add(passage.Intro!)) continue; // one answer for the whole list
            foreach (var prompt in OfPassage(passage, role)) yield return prompt;
        }
    }

    private static IEnumerable<PromptFound> OfPassage(Passage passage, PassageRole role)
    {
        if (IsCitation(passage.Text)) yield break;
        switch (passage.Kind)
        {
            case PassageKind.Item when passage.IsDone is not null && !IsOneOfMany(passage):
                yield return new(passage, passage.Text, PromptKind.Task, Confidence.Medium);
                yield break;
            case PassageKind.Item:
                foreach (var prompt in OfItem(passage, role)) yield return prompt;
                yield break;
            case PassageKind.Term:
                yield return new(passage, passage.Text, PromptKind.Aspect, Confidence.Medium);
                yield break;
            case PassageKind.Paragraph or PassageKind.Quote:
                if (role == PassageRole.Frame && FrameOf(passage.Text) is var frame && !IsQuoted(frame)) yield return new(passage, frame, PromptKind.Frame, Confidence.High);
                foreach (var question in Questions(passage.Text)) yield return new(passage, question, PromptKind.Question, Confidence.High);
                if (passage.Lead.Length > 0 && role != PassageRole.Furniture && !passage.Lead.EndsWith('?') && WordText.Of(passage.Lead).Count <= ShortAspect && !Cues.Machine.Is(passage.Lead) && WordText.Of(passage.Lead) is var lead && !IsRemark(lead) && RequirementReader.OfMark(passage.Lead) is null)
                    yield return new(passage, passage.Lead, PromptKind.Aspect, Confidence.Medium);
                yield break;
        }
    }

    private static IEnumerable<PromptFound> OfItem(Passage item, PassageRole role)
    {
        if (IsOneOfMany(item))
        {
            yield return new(item, item.Intro!.Text.TrimEnd(':', ' '), PromptKind.Task, Confidence.Medium);
            yield break;
        }
        if (Cues.AndSoOn.Is(item.Words) || item.Words.Count == 0) yield break;
        if (role == PassageRole.Placeholder || PlaceholderShapes.IsWrapped(item.Text) && !item.Text.Contains('?', StringComparison.Ordinal)) yield break;
        if (role == PassageRole.Frame)
        {
            yield return new(item, item.Text, PromptKind.Frame, Confidence.Medium);
            yield break;
        }
        var text = PlaceholderShapes.Unwrap(item.Text);
        var isExample = item.Intro is { } intro && IntroducesExamples(intro) || Cues.Example.Starts(item.Words);
        if (item.Words.Count > LongestAspect || isExample)
        {
            foreach (var question in Questions(text)) yield return new(item, question, PromptKind.Question, Confidence.Medium);
            if (!isExample && Questions(text).FirstOrDefault() is null && item.Lead.Length > 0) yield return new(item, item.Lead, PromptKind.Aspect, Confidence.Medium);
            yield break;
        }
        if (Cues.Negative.Starts(item.Words) && !text.Contains('?', StringComparison.Ordinal)) yield break; // how to write it, nothing to answer
        var kind = text.Contains('?', StringComparison.Ordinal) ? PromptKind.Question : item.Words.Count <= ShortAspect || !Cues.Imperative.Starts(item.Words) ? PromptKind.Aspect : PromptKind.Task;
        yield return new(item, text.TrimEnd(':', ' '), kind, item.InComment || item.IsItalic || kind == PromptKind.Question ? Confidence.High : Confidence.Medium);
    }

    // "[1] Some other paper": how an entry looks.
    private static bool IsCitation(string text) => text.Length > 3 && text[0] == '[' && text.IndexOf(']', StringComparison.Ordinal) is > 1 and <= 4 and var close && !text.AsSpan(1, close - 1).ContainsAnyExceptInRange('0', '9');

    private static bool IsAndSoOn(Passage passage) => passage.Kind == PassageKind.Item && passage.Text.AsSpan().TrimStart() is ['\u2026', ..] or ['.', '.', '.', ..];

    // "Choose one of the following:" over a list.
    private static bool IsOneOfMany(Passage item) =>
        item.Intro is { Words.Count: <= 10 } choice && Cues.ChooseOne.IsIn(choice.Words) && !choice.Words.Words.Contains("more", StringComparer.Ordinal) && !item.Text.Contains('?', StringComparison.Ordinal);

    private static bool IsRemark(WordText lead) => Cues.Remark.Is(lead);

    private static bool IntroducesExamples(Passage intro) => Cues.Example.Find(intro.Words) is { } hit && (hit.Word <= 1 || intro.Words.Words[0] is "here" && intro.Text.EndsWith(':') || intro.Text.EndsWith(':') && hit.End >= intro.Words.Count - 1 && !intro.Text.Contains('?', StringComparison.Ordinal)) && intro.Words.Words[0] is not "such";

    // "Begin with “We will …”.": how to say it.
    private static bool IsQuoted(string frame) => frame.IndexOf('…', StringComparison.Ordinal) is > 0 and var gap && gap + 1 < frame.Length && frame[gap + 1] is '”' or '"' or '»';

    private static string FrameOf(string text)
    {
        foreach (var sentence in Sentences.Of(text))
            if (!PlaceholderShapes.Find(sentence).IsEmpty) return sentence;
        return text;
    }

    private static IEnumerable<string> Questions(string text)
    {
        foreach (var sentence in Sentences.Of(PlaceholderShapes.Unwrap(text)))
            if (WithoutMark(sentence).TrimEnd('"', '”', ')', '*', '_', ' ').EndsWith('?') && WordText.Of(sentence).Count >= 2) yield return WithoutMark(sentence).TrimStart('_', '*', ' ').TrimEnd('_', '*', ' ');
    }

    // "(optional) How much …?"
    private static string WithoutMark(string sentence)
    {
        if (sentence.Length == 0 || sentence[0] is not ('(' or '[')) return sentence;
        var close = sentence.IndexOfAny([')', ']']);
        return close > 0 && RequirementReader.OfMark(sentence[1..close]) is not null ? sentence[(close + 1)..].TrimStart() : close < 0 ? sentence[1..] : sentence;
    }
}
