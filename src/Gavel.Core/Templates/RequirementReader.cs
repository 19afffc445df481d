namespace Gavel.Core.Templates;

/// <summary>What a piece of template text says about whether its section or field must be there.</summary>
/// <param name="Condition">The template's words for when it must; null when it names no condition.</param>
internal sealed record RequirementMark(Requirement Requirement, string? Condition, Confidence Confidence);

/// <summary>Reads marks such as "optional", "only required for …", "remove this section if …" out of a sentence.</summary>
internal static class RequirementReader
{
    private const int MostCommas = 6; // in a list
    private const int LongestOfList = 4; // words

    /// <summary>A text that is a mark by itself: behind a heading, in a field's name, in a comment.</summary>
    public static RequirementMark? OfMark(string text)
    {
        var words = WordText.Of(text);
        if (words.Count == 0) return null;
        if (Under(text, words, isMark: true) is not null) return new RequirementMark(Requirement.Conditional, Clean(text), Confidence.High);
        if (Cues.WhenApplicable.Find(words) is not null) return new RequirementMark(Requirement.Conditional, Clean(text), Confidence.High);
        if (IsNegatedOptional(words)) return new RequirementMark(Requirement.Required, null, Confidence.High);
        if (Cues.Optional.IsIn(words)) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        if (words.Words[0] is "if" or "when" or "unless") return new RequirementMark(Requirement.Conditional, Clean(text), Confidence.High);
        return Cues.Required.IsIn(words) ? new RequirementMark(Requirement.Required, null, Confidence.High) : null;
    }

    /// <summary>A sentence of prose that stands in the section.</summary>
    /// <param name="subject">The section's heading, by which prose may name it.</param>
    /// <param name="isFirst">It is the first sentence of the section.</param>
    public static RequirementMark? OfSentence(string sentence, string subject, bool isFirst)
    {
        var words = WordText.Of(sentence);
        if (words.Count == 0) return null;
        if (Cues.SectionGoes.IsIn(words)) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        if (words.Count <= 4 && OfMark(sentence) is { } alone && !sentence.TrimEnd().EndsWith('?')) return alone;
        if (isFirst && sentence[0] is '(' or '[' && sentence.IndexOfAny([')', ']']) is > 0 and var close && OfMark(sentence[1..close]) is { } inBrackets) return inBrackets;
        var speaksOfSelf = Cues.ThisPart.IsIn(words) || NamesSubject(words, subject);
        if (Under(sentence, words, isMark: false) is { } under && (speaksOfSelf || under.Word == 0))
            return new RequirementMark(Requirement.Conditional, Clean(sentence), Confidence.High);
        if (IsNegatedOptional(words) && speaksOfSelf) return new RequirementMark(Requirement.Required, null, Confidence.High);
        if (Cues.Optional.Find(words) is { } optional && !(optional.End < words.Count && words.Words[optional.End] is "sections") && (optional.Word == 0 && isFirst || optional.Word == 0 && words.Words[0] is "optional" || speaksOfSelf && IsAboutPart(words, optional, subject)))
            return OptionalOrUnder(sentence, words, optional);
        if (!isFirst) return null;
        if (Cues.OptionalTail.Find(words) is not null) return new RequirementMark(Requirement.Optional, null, Confidence.Medium);
        if (Cues.WhenApplicable.Find(words) is not null && words.Count <= 25 && !sentence.TrimEnd().EndsWith('?'))
            return new RequirementMark(Requirement.Conditional, Clean(sentence), Confidence.Medium);
        return LeadingClause(sentence, words) is { } clause ? new RequirementMark(Requirement.Conditional, clause, Confidence.Medium) : null;
    }

    // A phrase that runs over the end of a clause is none ("optional; if present, …"). "Only if" is said of the section right behind a verb of being there,
    // not of a detail in it ("it should show the code only if that helps").
    private static CueHit? Under(string text, WordText words, bool isMark)
    {
        for (var from = 0; Cues.OnlyUnder.Find(words, from) is { } hit; from = hit.Word + 1)
        {
            if (IsForAll(text, words, hit) || IsPurpose(words, hit)) continue;
            var isOne = text.AsSpan(words.EndOf(hit.Word), words.StartOf(hit.End - 1) - words.EndOf(hit.Word)).IndexOfAny(".;:!?()") < 0;
            if (isOne && (isMark || hit.Word == 0 || words.Words[hit.Word] is not "only" || Cues.BeforeOnly.At(words, hit.Word - 1) is not null)) return hit;
        }
        return null;
    }

    // "Required for producing good notes" says what it is good for.
    private static bool IsPurpose(WordText words, CueHit hit) =>
        hit.Word > 0 && words.Words[hit.Word] is not "only" && words.Words[hit.End - 1] is "for" && hit.End < words.Count && Cues.Purpose.At(words, hit.End) is not null;

    // "Mandatory for all proposals", "required for every RFC": no condition.
    private static bool IsForAll(string text, WordText words, CueHit hit)
    {
        if (hit.End + 2 != words.Count || words.Words[hit.End - 1] is not "for" || words.Words[hit.End] is not ("all" or "every" or "each")) return false;
        var noun = text.AsSpan(words.StartOf(hit.End + 1));
        return Cues.AnyProposal.At(words, hit.End + 1) is not null || noun.Length > 1 && char.IsAsciiLetterUpper(noun[0]) && char.IsAsciiLetterUpper(noun[1]);
    }

    // "optional" that is said of the section, not of something that the section describes ("the optional arguments").
    private static bool IsAboutPart(WordText words, CueHit hit, string subject)
    {
        if (hit.Length > 1 || hit.Word == 0) return true;
        if (hit.End < words.Count && Cues.AfterOptional.At(words, hit.End) is not null) return true;
        var before = words.Words[hit.Word - 1];
        if (Cues.BeforeOptional.At(words, hit.Word - 1) is not null) return true;
        return hit.End == words.Count && (before is "this" || NamesSubject(words, subject));
    }

    private static RequirementMark OptionalOrUnder(string sentence, WordText words, CueHit optional)
    {
        var gap = optional.End < words.Count ? sentence.AsSpan(words.EndOf(optional.End - 1), words.StartOf(optional.End) - words.EndOf(optional.End - 1)) : [];
        if (gap.IndexOfAny(").]:;") >= 0) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        for (var i = optional.End; i < words.Count && i < optional.End + 2; i++)
            if (words.Words[i] is "if" or "for" or "unless" or "when" && !(words.Words[i] is "for" && i + 1 < words.Count && words.Words[i + 1] is "now"))
                return new RequirementMark(Requirement.Conditional, Clean(sentence), Confidence.High);
        return new RequirementMark(Requirement.Optional, null, Confidence.High);
    }

    private static bool IsNegatedOptional(WordText words)
    {
        for (var i = 1; i < words.Count; i++)
            if (words.Words[i] is "optional" && words.Words[i - 1] is "not" or "non" && !(i + 1 < words.Count && words.Words[i + 1] is "for")) return true;
        return false;
    }

    private static bool NamesSubject(WordText words, string subject)
    {
        var title = WordText.Of(subject);
        if (title.Count == 0) return false;
        for (var i = 0; i + title.Count <= words.Count && i < 6; i++)
        {
            var same = 0;
            while (same < title.Count && string.Equals(words.Words[i + same], title.Words[same], StringComparison.Ordinal)) same++;
            if (same == title.Count) return true;
        }
        return false;
    }

    // "If there are API changes, describe them": the clause up to the comma.
    private static string? LeadingClause(string sentence, WordText words)
    {
        if (Cues.ClauseStart.At(words, 0) is null || sentence.TrimEnd().EndsWith('?')) return null;
        if (words.Words[0] is "when" or "where" or "whenever" && words.Count < 6) return null;
        var comma = sentence.IndexOf(", ", StringComparison.Ordinal);
        var colon = sentence.IndexOf(':');
        if (comma < 0 || (colon >= 0 && colon < comma)) comma = colon;
        if (comma < 0) comma = sentence.IndexOf(" then ", StringComparison.Ordinal);
        if (comma < 0) comma = sentence.IndexOf(" please ", StringComparison.Ordinal);
        if (comma <= 0 || WordText.Of(sentence[..comma]).Count < 3 || Cues.NotCondition.Starts(words)) return null;
        var main = WordText.Of(sentence[comma..]);
        if (main.Count > 0 && Cues.SayNone.Starts(main)) return null; // how to say that there is nothing
        if (main.Count > 0 && Cues.TakeOut.Starts(main)) return Clean(sentence);
        if (Cues.Imperative.Starts(main) || Cues.Asked.Find(main) is { Word: <= 5 } || words.Words[0] is "for" && sentence[comma] == ':') return Clean(sentence[..comma]);
        return AfterList(sentence, comma) is > 0 and var end ? Clean(sentence[..end]) : null;
    }

    // "If it touches stores, caches, etc., show how": the clause goes on over a list.
    private static int AfterList(string sentence, int comma)
    {
        for (var tries = 0; tries < MostCommas && comma >= 0; tries++)
        {
            var next = sentence.IndexOf(", ", comma + 1, StringComparison.Ordinal);
            if (next < 0) return -1;
            var between = WordText.Of(sentence[(comma + 1)..next]);
            if (between.Count > LongestOfList) return -1;
            if (Cues.Imperative.Starts(WordText.Of(sentence[next..]))) return next;
            comma = next;
        }
        return -1;
    }

    private static string Clean(string text) => PlaceholderShapes.Unwrap(text.Trim().Trim('*', '_').Trim()).TrimEnd('.', ':', ' ');
}
