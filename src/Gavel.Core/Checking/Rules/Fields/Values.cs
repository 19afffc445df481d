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
