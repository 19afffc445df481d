using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>What is said of an item besides its text.</summary>
internal readonly record struct ItemFacts(PlanItemState? State, Effort? Days, DateOnly? Due, ImmutableArray<string> People)
{
    private const string Between = " :,;-–—=/&+";

    public static ItemFacts None { get; } = new(null, null, null, []);

    /// <summary>What both say; this one first.</summary>
    public ItemFacts Or(ItemFacts other) => new(State ?? other.State, Days ?? other.Days, Due ?? other.Due, People.IsDefaultOrEmpty ? other.People : People);

    /// <summary>What a text says that stands apart from the item's own words and says nothing else.</summary>
    /// <param name="isBracketed">In brackets, where weaker words count too.</param>
    /// <returns>Null where it says anything else.</returns>
    public static ItemFacts? Of(string text, bool isBracketed)
    {
        if (text.Length > 240 || string.IsNullOrWhiteSpace(text)) return null;
        if ((OfTwo(text, isBracketed) ?? OfOne(text, isBracketed)) is { } one) return one;
        var parts = text.Split([',', ';', '|', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 6) return null;
        var all = None;
        foreach (var part in parts)
        {
            if ((OfTwo(part, isBracketed) ?? OfOne(part, isBracketed)) is not { } facts) return null;
            all = all.Or(facts);
        }
        return all;
    }

    /// <summary>What a line below an item says of it; null where it is work of its own, also behind a state ("Done: the parser").</summary>
    public static ItemFacts? OfAbove(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && StateReader.OfWhole(text[..colon], isApart: false) is not null)
        {
            var rest = WordText.Of(text[(colon + 2)..]);
            if (rest.Count > 0 && PlanWords.AfterState.At(rest, 0) is null && !rest.Words[0].Any(char.IsAsciiDigit) && Of(rest.Text, isBracketed: true) is null) return null;
        }
        return Of(text, isBracketed: false);
    }

    /// <summary>The amount of work that a whole text is; null when it says anything else.</summary>
    public static Effort? EffortOf(WordText words)
    {
        var found = EffortReader.Find(words);
        if (found.Count != 1) return null;
        for (var i = 0; i < words.Count;)
        {
            if (i == found[0].FirstWord) i = found[0].AfterWord;
            else if (PlanWords.AboutEffort.At(words, i) is { } about) i = about.End;
            else if (PlanWords.EffortLabel.At(words, i) is { } label && i < found[0].FirstWord) i = label.End;
            else if (PlanWords.TakesTime.At(words, i) is { } takes && i < found[0].FirstWord) i = takes.End;
            else return null;
        }
        return found[0].Effort;
    }

    // "3PD done", "done: 3 days", "2d @ann", "2 days by 1 May 2024": an estimate and what else is said, with nothing in between.
    private static ItemFacts? OfTwo(string text, bool isBracketed)
    {
        var words = WordText.Of(text);
        if (EffortReader.Find(words) is not [var only] || PlanWords.AfterState.Before(words, only.FirstWord) is not null) return null; // "merged after 3 days"
        var before = text.AsSpan(0, only.At.Start).Trim(Between).ToString();
        var after = text.AsSpan(only.At.End).Trim(Between).ToString();
        if (before.Length > 0 == after.Length > 0) return null;
        return OfOne(before.Length > 0 ? before : after, isBracketed) is { Days: null } other ? other with { Days = only.Effort } : null;
    }

    private static ItemFacts? OfOne(string text, bool isBracketed)
    {
        var words = WordText.Of(text);
        if (EffortOf(words) is { } effort) return None with { Days = effort };
        if (DueReader.OfWhole(words, isAlone: isBracketed || words.Count >= 3) is { } due) return None with { Due = due };
        if (PeopleReader.OfWhole(text, isApart: false) is { IsEmpty: false } people) return None with { People = people };
        return StateReader.OfWhole(text, isBracketed) is { } state ? None with { State = state } : null;
    }
}
