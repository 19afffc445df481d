using System.Collections.Immutable;
using System.Globalization;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Values of fields as messages show and compare them.</summary>
internal static class Values
{
    /// <summary><c>'a', 'b' or 'c'</c>; after twelve only how many more there are.</summary>
    public static string Listed(ImmutableArray<string> values)
    {
        const int Most = 12;
        var shown = values.Length > Most ? values[..Most] : values;
        var quoted = shown.Select(v => $"'{v}'").ToList();
        if (values.Length > Most) return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", quoted)} and {values.Length - Most} more");
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
    }

    /// <summary>The value is an allowed one with its kind in brackets, as in <c>Standard (Core)</c>; where the template lists kinds, one of these.</summary>
    public static bool IsOneOfKind(string allowed, string value)
    {
        var (head, kinds) = Cut(allowed);
        var (name, kind) = Cut(value);
        if (kinds is null && kind is null || !string.Equals(Folded(head), Folded(name), StringComparison.Ordinal)) return false;
        if (kind is null || kinds?.Contains(',', StringComparison.Ordinal) != true) return true;
        var known = kinds.Split(',').Select(Folded).ToHashSet(StringComparer.Ordinal);
        return kind.Split(FieldWords.Joiners, StringSplitOptions.RemoveEmptyEntries).All(v => known.Contains(Folded(v)));
    }

    private static (string Name, string? InBrackets) Cut(string value)
    {
        var open = value.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && value.EndsWith(')') ? (value[..open], value[(open + 1)..^1]) : (value, null);
    }

    /// <summary>Letters and digits in lower case, anything else folded to one space: what is the same for a reader.</summary>
    public static string Folded(string value)
    {
        var result = new System.Text.StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (char.IsLetterOrDigit(c)) result.Append(char.ToLowerInvariant(c));
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }
}
