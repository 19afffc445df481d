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
        var ordered = diagnostics.Order(InText.Instance);
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

    // Where a rule names neither demand nor text, its message without figures tells what it is about.
    private static string SubjectOf(Diagnostic diagnostic)
    {
        if (diagnostic.Subject.Length > 0) return PlainText.Fold(diagnostic.Subject);
        if (diagnostic.Demand.Length > 0) return "";
        return string.Concat(diagnostic.Message.Where(c => !char.IsAsciiDigit(c)));
    }

    /// <summary>By file, place and message.</summary>
    private sealed class InText : IComparer<Diagnostic>
    {
        public static InText Instance { get; } = new();

        public int Compare(Diagnostic? x, Diagnostic? y)
        {
            var order = string.CompareOrdinal(x!.At.Path, y!.At.Path);
            if (order == 0) order = x.At.Span.CompareTo(y.At.Span);
            return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
        }
    }
}
