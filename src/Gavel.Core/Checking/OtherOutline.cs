using System.Globalization;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>
/// A proposal that has another outline than the template's lacks most of its sections: that is one thing to say, and not one for each of them. Where many
/// proposals show what is usual, each section is judged by that.
/// </summary>
internal static class OtherOutline
{
    /// <summary>So many sections must still be missing when all is known that other proposals show.</summary>
    public const int Fewest = 3;

    private const string Rule = "section-missing";
    private const int MostNamed = 12;

    /// <summary>Tells the one for all apart from one for a section, which has a demand.</summary>
    public static bool IsForAll(Diagnostic diagnostic) => diagnostic.Demand.Length == 0 && string.Equals(diagnostic.Rule, Rule, StringComparison.Ordinal);

    /// <summary>Leaves of each proposal either the one for all or those for its sections. The order is kept.</summary>
    public static List<Diagnostic> Join(List<Diagnostic> diagnostics, Peers peers)
    {
        if (!diagnostics.Exists(IsForAll)) return diagnostics;
        var byProposal = diagnostics.Where(d => string.Equals(d.Rule, Rule, StringComparison.Ordinal)).ToLookup(KeyOf, StringComparer.Ordinal);
        var result = new List<Diagnostic>(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            if (!string.Equals(diagnostic.Rule, Rule, StringComparison.Ordinal))
            {
                result.Add(diagnostic);
                continue;
            }
            var missing = byProposal[KeyOf(diagnostic)].Where(d => !IsForAll(d)).ToList();
            var isJoined = missing.Count >= Fewest && peers.CountOf(diagnostic.Proposal ?? "") < Peers.Fewest && byProposal[KeyOf(diagnostic)].Any(IsForAll);
            if (!isJoined && !IsForAll(diagnostic)) result.Add(diagnostic);
            else if (isJoined && IsForAll(diagnostic)) result.Add(ForAll(diagnostic, missing));
        }
        return result;
    }

    private static Diagnostic ForAll(Diagnostic diagnostic, List<Diagnostic> missing)
    {
        var names = string.Join(", ", missing.Take(MostNamed).Select(d => $"'{d.Subject}'"));
        var more = missing.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - MostNamed} more") : "";
        var gravest = missing.Max(d => d.Severity < d.Ceiling ? d.Severity : d.Ceiling);
        return diagnostic with
        {
            Message = $"{diagnostic.Message}: sections {names}{more} are missing",
            Severity = gravest < diagnostic.Severity ? gravest : diagnostic.Severity,
        };
    }

    private static string KeyOf(Diagnostic diagnostic) => $"{diagnostic.At.Path}\n{diagnostic.Proposal}";
}
