using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>Where a proposal is a stub or the bare template, that is the one thing to say: what follows from it is left out.</summary>
internal static class Drowned
{
    private const string Stub = "stub";
    private const string Bare = "bare-template";

    // What either says already.
    private static readonly string[] BySaid =
    [
        "section-missing", "section-empty", "section-renamed", "section-order", "section-level", "field-missing", "field-empty", "field-placeholder", "prompt-unanswered", "plan-missing",
        "diagram-missing", "link-missing", "toc-stale", "licence-missing", "leftover-instruction", "leftover-placeholder", "checklist-open", "title-format",
    ];

    public static List<Finding> Remove(List<Finding> findings)
    {
        var stubs = new HashSet<string>(StringComparer.Ordinal);
        var bare = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (string.Equals(finding.Diagnostic.Rule, Stub, StringComparison.Ordinal)) stubs.Add(finding.Diagnostic.At.Path);
            if (string.Equals(finding.Diagnostic.Rule, Bare, StringComparison.Ordinal)) bare.Add(finding.Diagnostic.At.Path);
        }
        if (stubs.Count == 0 && bare.Count == 0) return findings;
        findings.RemoveAll(f => Says(stubs, f.Diagnostic) || Says(bare, f.Diagnostic) || (bare.Contains(f.Diagnostic.At.Path) && string.Equals(f.Diagnostic.Rule, Stub, StringComparison.Ordinal)));
        return findings;
    }

    private static bool Says(HashSet<string> paths, Diagnostic diagnostic) => paths.Contains(diagnostic.At.Path) && Array.IndexOf(BySaid, diagnostic.Rule) >= 0;
}
