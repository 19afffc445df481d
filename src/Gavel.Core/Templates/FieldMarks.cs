namespace Gavel.Core.Templates;

/// <summary>Whether a field must be filled in, by the mark beside its name, in its value, or by what is said about it.</summary>
internal static class FieldMarks
{
    /// <returns>Null where nothing is said.</returns>
    public static RequirementMark? Of(HeadingParts name, string written, string about)
    {
        if (name.Mark is { } own) return own;
        var inner = WordText.Of(written);
        if (inner.Count > 0 && Cues.Optional.Starts(inner) || written.Contains("(optional)", StringComparison.OrdinalIgnoreCase) || written.Contains("[optional]", StringComparison.OrdinalIgnoreCase)) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        if (inner.Count > 1 && Cues.Required.Starts(inner) && PlaceholderShapes.IsWrapped(written)) return new RequirementMark(Requirement.Required, null, Confidence.High);
        if (MarkInBrackets(written) is { } bracketed) return bracketed;
        var isFirst = true;
        foreach (var sentence in Sentences.Of(about))
        {
            var words = WordText.Of(sentence);
            // "If there are several, …" is a direction; "If there is none, leave it out" a condition.
            var isDirection = !isFirst && words.Count > 0 && words.Words[0] is "if" or "when" or "unless" && Cues.TakeOut.Find(words) is null && Cues.None.Find(words) is null;
            if (!isDirection && words.Count <= 30 && RequirementReader.OfMark(sentence) is { } mark) return mark;
            isFirst = false;
        }
        if (inner.Count <= 20 && Cues.OnlyUnder.Find(inner) is { } under && Cues.TakeOut.At(inner, under.Word) is not null) return new RequirementMark(Requirement.Conditional, written[inner.StartOf(under.Word)..], Confidence.Medium);
        if (inner.Count <= 14 && (PlaceholderShapes.IsWrapped(written) && Cues.Later.IsIn(inner) || Cues.Later.Starts(inner))) return new RequirementMark(Requirement.Conditional, PlaceholderShapes.Unwrap(written), Confidence.Medium);
        return Cues.WhenApplicable.Find(inner) is not null && inner.Count <= 12 ? new RequirementMark(Requirement.Conditional, PlaceholderShapes.IsWrapped(written) ? written : written[inner.StartOf(0)..inner.EndOf(Cues.WhenApplicable.Find(inner)!.Value.End - 1)], Confidence.Medium) : null;
    }

    // "<number> (optional)", "<url> (required for Accepted)"
    private static RequirementMark? MarkInBrackets(string written)
    {
        for (var open = written.IndexOf('(', StringComparison.Ordinal); open >= 0; open = written.IndexOf('(', open + 1))
        {
            var close = written.IndexOf(')', open);
            if (close < 0) return null;
            var inner = written[(open + 1)..close].Trim('*', ' ');
            var words = WordText.Of(inner);
            if (words.Count is > 0 and <= 8 && (Cues.Optional.Starts(words) || Cues.Required.Starts(words)) && RequirementReader.OfMark(inner) is { } mark) return mark;
            // "(an address, optional)"
            if (inner.LastIndexOf(',') is > 0 and var comma && Cues.Optional.Is(inner[(comma + 1)..])) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        }
        return null;
    }
}
