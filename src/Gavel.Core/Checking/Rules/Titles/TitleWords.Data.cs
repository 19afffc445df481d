using System.Collections.Frozen;

namespace Gavel.Core.Checking.Rules.Titles;

/// <summary>Words about titles and numbers.</summary>
internal static class TitleWords
{
    /// <summary>Names of fields that give a proposal's own number, whatever its process.</summary>
    public static readonly FrozenSet<string> NumberFields =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "number", "no", "no.", "id", "proposal number", "proposal-number");
}
