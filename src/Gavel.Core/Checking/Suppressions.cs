using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Checking;

/// <summary>Applies <c>gavel: allow …</c> in texts, and reports those that allow nothing or say no reason.</summary>
internal sealed class Suppressions
{
    private const string Unused = "suppression-unused";
    private const string WithoutReason = "suppression-reason";

    private static readonly Reason Why = new Reason.Standard("a suppression says what it allows and why");

    private readonly Dictionary<string, List<AllowMark>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<AllowMark, bool> _used = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<AllowMark, string?> _proposals = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _run;
    private readonly Severities _severities;

    public Suppressions(Catalog catalog, ImmutableArray<IRule> rules, CheckScope scope)
    {
        _run = rules.Select(r => r.Info.Name).ToHashSet(StringComparer.Ordinal);
        _severities = new Severities(catalog, rules);
        foreach (var entry in catalog.Entries)
        {
            if (scope.Has(entry.Path)) Add(entry.Allowed, entry.Id);
        }
        Add([.. catalog.Allowed.Where(m => scope.Has(m.At.Path))], null);
    }

    public List<Finding> Apply(List<Finding> findings)
    {
        if (_used.Count == 0) return findings;
        var result = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            if (!_byPath.TryGetValue(finding.Diagnostic.At.Path, out var marks)) result.Add(finding);
            else if (Left(finding.Diagnostic, marks) is { } left) result.Add(finding with { Diagnostic = left });
        }
        var own = Fingerprints.Of([.. Complaints()]);
        result.AddRange(_severities.Apply(own));
        return result;
    }

    private void Add(ImmutableArray<AllowMark> marks, string? proposal)
    {
        foreach (var mark in marks)
        {
            if (!_byPath.TryGetValue(mark.At.Path, out var list)) _byPath[mark.At.Path] = list = [];
            list.Add(mark);
            _used[mark] = false;
            _proposals[mark] = proposal;
        }
    }

    /// <summary>The diagnostic at those of its places that no mark covers; null when none is left.</summary>
    private Diagnostic? Left(Diagnostic diagnostic, List<AllowMark> marks)
    {
        List<AllowMark>? fitting = null;
        foreach (var mark in marks)
        {
            if (mark.Rule.Length > 0 && RulePattern.Matches(mark.Rule, diagnostic.Rule)) (fitting ??= []).Add(mark);
        }
        if (fitting is null) return diagnostic;
        var places = diagnostic.Also.Prepend(diagnostic.At).Where(p => !IsCovered(p, fitting)).ToList();
        if (places.Count == 0) return null;
        if (places.Count == diagnostic.Also.Length + 1) return diagnostic;
        return diagnostic with { At = places[0], Also = [.. places.Skip(1)], Fix = null };
    }

    private bool IsCovered(Place place, List<AllowMark> marks)
    {
        var covered = false;
        foreach (var mark in marks)
        {
            if (mark.Lines is var (first, last) && (place.Start.Line > last || place.End.Line < first)) continue;
            _used[mark] = true;
            covered = true;
        }
        return covered;
    }

    private IEnumerable<Diagnostic> Complaints()
    {
        foreach (var (mark, used) in _used)
        {
            if (mark.Rule.Length == 0)
            {
                yield return Of(Unused, mark, "no rule is named here", "Write 'gavel: allow RULE: the reason'.");
            }
            else if (!used && !CouldRunElsewhere(mark.Rule))
            {
                var near = IsKnown(mark.Rule) ? null : Spelling.Nearest(mark.Rule, RuleSet.Infos.Select(i => i.Name));
                yield return IsKnown(mark.Rule)
                    ? Of(Unused, mark, $"'{mark.Rule}' is allowed here, but nothing here breaks it", "Remove the comment.")
                    : Of(Unused, mark, $"there is no rule '{mark.Rule}'", near is null ? null : $"Did you mean '{near}'?");
            }
            if (mark.Reason.Length == 0 && mark.Rule.Length > 0) yield return Of(WithoutReason, mark, $"no reason is given for allowing '{mark.Rule}'", "Write it behind a colon.");
        }
    }

    private Diagnostic Of(string rule, AllowMark mark, string message, string? help) =>
        new(rule, Severity.Warning, mark.At, message, Why) { Proposal = _proposals[mark], Help = help, Subject = mark.Rule };

    private static bool IsKnown(string pattern) => RuleSet.Infos.Any(i => RulePattern.Matches(pattern, i.Name));

    // A rule that this run left out may need the mark.
    private bool CouldRunElsewhere(string pattern) =>
        !_run.Any(r => RulePattern.Matches(pattern, r)) && RuleSet.All.Any(r => RulePattern.Matches(pattern, r.Info.Name));
}
