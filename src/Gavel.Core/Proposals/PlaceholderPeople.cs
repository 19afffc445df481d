using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>People in a template's header: some are made up, some are those who wrote it.</summary>
internal static class PlaceholderPeople
{
    /// <summary>The template shows the name of a person, which no word or sign tells to be an example.</summary>
    public static bool IsSomebody(Demand.Field demand, string value)
    {
        if (demand.Kind != FieldKind.People || value.Length is 0 or > 200) return false;
        if (PlaceholderShapes.IsWhole(value) || PlaceholderShapes.IsWrapped(value) || !PlaceholderShapes.Find(WithoutAddress(value)).IsEmpty) return false;
        var words = WordText.Of(value);
        if (Cues.ExampleName.IsIn(words) || Cues.WriterField.IsIn(words) || Cues.FillIn.Starts(words)) return false;
        // "Ann Lee", "Ann Lee <ann@...>": a name begins with capitals; "list of names" does not.
        var name = WithoutAddress(value).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return name.Length is >= 2 and <= 12 && name.Count(static w => char.IsUpper(w[0]) && w.Skip(1).Any(char.IsLower)) >= 2;
    }

    private static string WithoutAddress(string value)
    {
        while (value.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = value.IndexOf('>', open);
            value = value[..open] + (close < 0 ? "" : value[(close + 1)..]);
        }
        return value.Trim();
    }
}
