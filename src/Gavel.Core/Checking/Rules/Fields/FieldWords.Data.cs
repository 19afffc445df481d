using System.Collections.Frozen;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Words of header values.</summary>
internal static class FieldWords
{
    /// <summary>The author says that the value is not known yet.</summary>
    public static readonly FrozenSet<string> Open =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "tbd", "t.b.d.", "tba", "tbc", "to be decided", "to be determined", "to be announced", "to be confirmed", "unknown", "pending", "later", "not yet known", "-");

    /// <summary>What stands between several values in one field.</summary>
    public static readonly string[] Joiners = [",", ";", "&", "/", "+", " and ", " or "];
}
