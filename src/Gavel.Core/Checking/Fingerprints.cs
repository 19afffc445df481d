using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Checking;

/// <summary>Names findings such that they are known again when lines move (CONTRACT.md, section 5).</summary>
internal static class Fingerprints
{
    private const int Digits = 20;

    /// <summary>The ordinal tells apart what else is equal; it counts in the order of the text.</summary>
    public static List<Finding> Of(List<Diagnostic> diagnostics)
    {
        var ordered = new List<Diagnostic>(diagnostics);
        ordered.Sort(Compare);
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        var findings = new List<Finding>(diagnostics.Count);
        foreach (var diagnostic in ordered)
        {
            var text = $"{diagnostic.Rule}\n{diagnostic.Proposal ?? diagnostic.At.Path}\n{diagnostic.Demand}\n{SubjectOf(diagnostic)}";
            var ordinal = ordinals.GetValueOrDefault(text);
            ordinals[text] = ordinal + 1;
            findings.Add(new Finding(diagnostic, Sha256.Hex($"{text}\n{ordinal}", Digits)));
        }
        return findings;
    }

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        var order = string.CompareOrdinal(a.At.Path, b.At.Path);
        if (order == 0) order = a.At.Span.CompareTo(b.At.Span);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }

    // Where a rule names neither demand nor text, its message without figures tells what it is about.
    private static string SubjectOf(Diagnostic diagnostic)
    {
        if (diagnostic.Subject.Length > 0) return PlainText.Fold(diagnostic.Subject);
        if (diagnostic.Demand.Length > 0) return "";
        return string.Concat(diagnostic.Message.Where(c => !char.IsAsciiDigit(c)));
    }
}
