using System.Collections.Immutable;

namespace Gavel.Core.Templates;

/// <summary>What kind of value a field has, by its name and by what the template shows for it.</summary>
internal static class FieldKinds
{
    public static FieldKind Of(string name, string written, ImmutableArray<string> values)
    {
        var words = WordText.Of(name);
        if (values.Length > 0) return FieldKind.Enum;
        if (Cues.RelationField.Is(words)) return Cues.SaysNumber.IsIn(written) ? FieldKind.Number : written.Contains("://", StringComparison.Ordinal) || Cues.LinkWord.IsIn(written) ? FieldKind.Link : FieldKind.Text;
        if (DatePattern.FormOf(PlaceholderShapes.Unwrap(written)) is not null) return FieldKind.Date;
        if (WordText.Of(written) is { Count: <= 3 and > 0 } few && few.Words.Any(static w => w is "date" or "yyyy")) return FieldKind.Date;
        if (IsNamed(Cues.DateField, words) || Cues.SaysDate.IsIn(written)) return FieldKind.Date;
        if (IsNamed(Cues.PeopleField, words) || written.Length > 2 && written.Split(", ").All(static h => h.Length > 2 && h[0] == '@' && !h.Contains(' ', StringComparison.Ordinal))) return FieldKind.People;
        if (IsFirstState(written) && !Cues.TitleField.Is(words)) return FieldKind.Enum;
        if (IsNamed(Cues.EnumField, words)) return EnumReader.IsMediaType(written) ? FieldKind.Text : FieldKind.Enum;
        // "<section-id>": the name of something, which has an id of its own.
        if (IsNamedId(written)) return FieldKind.Text;
        if (!Cues.TitleField.Is(words) && PlaceholderShapes.IsGap(written) && TitleLearner.HasNumber(written) && !IsNamed(Cues.LinkField, words) && !IsNamed(Cues.ReleaseField, words)) return FieldKind.Number;
        if (Cues.NumberWord.Is(WordText.Of(written)) && !IsNamed(Cues.LinkField, words) && !IsNamed(Cues.ReleaseField, words)) return FieldKind.Number;
        if (IsNamed(Cues.NumberField, words) && !IsWordWithNumber(written) || name.EndsWith('#') || Cues.SaysNumber.IsIn(written) && !Cues.SaysOtherNumber.IsIn(written)) return FieldKind.Number;
        var isProse = WordText.Of(written).Count >= 10 && !Cues.LinkWord.IsIn(written) && !Cues.SaysNumber.IsIn(written);
        if (IsNamed(Cues.LinkField, words) && !isProse || written.Contains("://", StringComparison.Ordinal) || Cues.SaysLink.Find(WordText.Of(written)) is { Word: <= 3 }) return FieldKind.Link;
        if (IsNamed(Cues.ReleaseField, words) || words.Count == 2 && Cues.ReleaseField.At(words, 0) is not null && words.Words[1] is not ("notes" or "manager")) return FieldKind.Release;
        if (!Cues.TitleField.Is(words) && PlaceholderShapes.IsWhole(written) && WordText.Of(written) is { Count: <= 1 } only && (only.Count == 0 || only.Words[0].AsSpan().IndexOfAnyExcept("nx0") < 0)) return FieldKind.Number;
        return FieldKind.Text;
    }

    private static bool IsNamedId(string written) =>
        written is ['<', ..] && written.IndexOf("-id>", StringComparison.OrdinalIgnoreCase) is > 2 and var at && written.AsSpan(1, at - 1).IndexOfAnyExceptInRange('a', 'z') < 0;

    public static bool IsNamed(CuePhrases cues, WordText name)
    {
        if (cues.Is(name)) return true;
        return name.Count > 0 && cues.Before(name, name.Count) is not null || name.Count > 1 && name.Words[^1] is "s" && cues.At(name, name.Count - 2) is not null;
    }

    public static bool IsNamedOtherwise(WordText name) => IsNamed(Cues.PeopleField, name) || IsNamed(Cues.LinkField, name) || IsNamed(Cues.DateField, name);

    public static bool IsFirstState(string written) => Cues.FirstState.Is(written) && written.AsSpan().IndexOfAny("<({[") < 0;

    // "adr000": letters with zeros behind them, in one word.
    public static bool IsWordWithNumber(string written) =>
        written.Length > 4 && written.EndsWith("000", StringComparison.Ordinal) && char.IsAsciiLetter(written[0]) && char.IsAsciiLetter(written.TrimEnd('0')[^1]) && !written.Contains(' ', StringComparison.Ordinal);
}
