using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking;

/// <summary>What fixing came to.</summary>
/// <param name="Changes">Against the tree that was fixed; nothing is written yet.</param>
/// <param name="Applied">How many fixes were applied, over all rounds.</param>
/// <param name="Left">The report on the tree as it would be then.</param>
/// <param name="Tree">The tree as it would be then.</param>
public sealed record FixResult(ChangeSet Changes, int Applied, Report Left, ITree Tree);

/// <summary>Applies fixes in rounds: those that do not overlap, in the order of the diagnostics; then it checks again, until none applies or ten rounds are over.</summary>
public static class Fixer
{
    private const int MaxRounds = 10;

    /// <param name="build">Builds the catalog of a tree.</param>
    /// <param name="all">Also fixes that are not safe.</param>
    public static FixResult Run(ITree tree, Func<ITree, Catalog> build, CheckRequest request, bool all, CancellationToken cancellationToken)
    {
        var draft = new ChangedTree(tree);
        var applied = 0;
        var report = Checker.Check(build(tree), request, cancellationToken);
        for (var round = 0; round < MaxRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fixes = Choose(report, all);
            var done = Apply(fixes, draft);
            if (done == 0) break;
            applied += done;
            report = Checker.Check(build(draft), request, cancellationToken);
        }
        return new FixResult(draft.ToChangeSet(), applied, report, draft);
    }

    // All edits of a round name the texts as they were before it. Where one of them cannot be made (the encoding lacks a character), the others still are.
    private static int Apply(List<Fix> fixes, ChangedTree draft)
    {
        if (fixes.Count == 0) return 0;
        fixes = [.. fixes.OrderBy(f => f.Turn)];
        var all = new ChangeSet([.. fixes.SelectMany(f => f.Changes.Edits)], [.. fixes.SelectMany(f => f.Changes.Moves)], [.. fixes.SelectMany(f => f.Changes.Files)]);
        return draft.TryApply(all) ? fixes.Count : fixes.Count(f => draft.TryApply(f.Changes));
    }

    private static List<Fix> Choose(Report report, bool all)
    {
        var taken = new Dictionary<string, List<(TextSpan Span, bool HasTurn)>>(StringComparer.Ordinal);
        var moves = false;
        var chosen = new List<Fix>();
        foreach (var finding in report.Findings)
        {
            if (finding.Diagnostic.Fix is not { } fix || (!fix.IsSafe && !all) || fix.Changes.IsEmpty) continue;
            // Files that move change the paths of everything else: alone in their round.
            if (!fix.Changes.Moves.IsEmpty)
            {
                if (chosen.Count > 0) continue;
                moves = true;
            }
            if (fix.Changes.Edits.Any(e => Clashes(taken, e, fix.Turn is not null)) || OverlapsItself(fix)) continue;
            foreach (var edit in fix.Changes.Edits)
            {
                if (!taken.TryGetValue(edit.Path, out var spans)) taken[edit.Path] = spans = [];
                spans.Add((edit.Span, fix.Turn is not null));
            }
            chosen.Add(fix);
            if (moves) break;
        }
        return chosen;
    }

    // Two insertions at one place clash too, unless they have their turns: their order would be chance.
    private static bool Clashes(Dictionary<string, List<(TextSpan Span, bool HasTurn)>> taken, FileEdit edit, bool hasTurn) =>
        taken.TryGetValue(edit.Path, out var all) && all.Exists(t => t.Span is var s && !(hasTurn && t.HasTurn && s.IsEmpty && s == edit.Span)
            && (s.Overlaps(edit.Span) || s.Start == edit.Span.Start || (s.IsEmpty && s.Start == edit.Span.End) || (edit.Span.IsEmpty && edit.Span.Start == s.End)));

    private static bool OverlapsItself(Fix fix)
    {
        foreach (var file in fix.Changes.Edits.GroupBy(e => e.Path, StringComparer.Ordinal))
        {
            var end = -1;
            foreach (var edit in file.OrderBy(e => e.Span))
            {
                if (edit.Span.Start < end) return true;
                end = edit.Span.End;
            }
        }
        return false;
    }
}
