using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Checking;

/// <summary>The same fault repeated in one file becomes one diagnostic with its places.</summary>
internal static class Repeats
{
    /// <summary>The same rule, demand, subject and message in one file are the same fault. The order of first places is kept.</summary>
    public static List<Diagnostic> Merge(IEnumerable<Diagnostic> diagnostics)
    {
        var result = new List<Diagnostic>();
        var seen = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        var order = new List<List<Diagnostic>>();
        foreach (var diagnostic in diagnostics)
        {
            var key = string.Join('\n', diagnostic.At.Path, diagnostic.Proposal, diagnostic.Rule, diagnostic.Demand, diagnostic.Subject, diagnostic.Message);
            if (!seen.TryGetValue(key, out var same))
            {
                seen[key] = same = [];
                order.Add(same);
            }
            same.Add(diagnostic);
        }
        foreach (var same in order) result.Add(same.Count == 1 ? same[0] : One(same));
        return result;
    }

    private static Diagnostic One(List<Diagnostic> same)
    {
        same.Sort(static (a, b) => a.At.Span.CompareTo(b.At.Span));
        var first = same[0];
        var places = same.SelectMany(d => d.Also.Prepend(d.At)).Skip(1).DistinctBy(p => p.Span).Where(p => p.Span != first.At.Span).OrderBy(p => p.Span);
        var canFixAll = same.TrueForAll(d => d.Fix is { } fix && fix.IsSafe == first.Fix!.IsSafe && fix.Changes.Moves.IsEmpty && fix.Changes.Files.IsEmpty);
        var fix = first.Fix;
        if (canFixAll)
        {
            var edits = same.SelectMany(d => d.Fix!.Changes.Edits).Distinct().ToList();
            fix = fix! with { Changes = new ChangeSet([.. edits], [], []) };
        }
        return first with { Also = [.. places], Fix = fix, Severity = same.Max(d => d.Severity) };
    }
}
