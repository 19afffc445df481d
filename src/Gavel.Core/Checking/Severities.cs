using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>What the project says of how grave a fault is.</summary>
internal sealed class Severities
{
    private readonly Catalog _catalog;
    private readonly Dictionary<string, RuleInfo> _defaults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _moves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Process> _byFile = new(StringComparer.Ordinal);

    public Severities(Catalog catalog, ImmutableArray<IRule> rules)
    {
        _catalog = catalog;
        foreach (var rule in rules)
        {
            _defaults.TryAdd(rule.Info.Name, rule.Info);
            if (rule is ITransitionRule) _moves.Add(rule.Info.Name);
        }
        foreach (var process in catalog.Processes)
        {
            foreach (var template in process.Templates) _byFile.TryAdd(template.Path, process);
            if (process.Index is { } index) _byFile.TryAdd(index, process);
        }
    }

    /// <summary>Findings with their final severity; those that are off are left out.</summary>
    /// <param name="before">What the project said before a change that moves statuses: a move is judged by the graver word, so that no change turns off its own judge. Null where it said nothing.</param>
    public List<Finding> Apply(List<Finding> findings, Severities? before = null)
    {
        var result = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var severity = Of(finding.Diagnostic);
            if (before is not null && _moves.Contains(finding.Diagnostic.Rule) && before.Of(finding.Diagnostic) is var earlier && earlier > severity) severity = earlier;
            if (severity == Severity.Off) continue;
            result.Add(severity == finding.Diagnostic.Severity ? finding : finding with { Diagnostic = finding.Diagnostic with { Severity = severity } });
        }
        return result;
    }

    public Severity Of(Diagnostic diagnostic)
    {
        var entry = diagnostic.Proposal is { } id ? _catalog.Find(id) : null;
        var process = entry?.Process ?? _byFile.GetValueOrDefault(diagnostic.At.Path) ?? (_catalog.Processes.IsEmpty ? null : _catalog.Processes[0]);
        var own = Min(diagnostic.Severity, diagnostic.Ceiling);
        if (process is null || Configured(process.Rules, entry, diagnostic.Rule) is not { } configured)
            return entry is not null && Concluded.IsPast(entry, diagnostic.Rule, own) ? Severity.Off : own;
        // A rule that says a case is less grave than its rule knows why.
        var isLowered = _defaults.TryGetValue(diagnostic.Rule, out var usual) && diagnostic.Severity < usual.Severity;
        return Min(configured, isLowered ? own : diagnostic.Ceiling);
    }

    /// <returns>Null when nothing is said of the rule.</returns>
    private static Severity? Configured(RuleSettings settings, CatalogEntry? entry, string rule)
    {
        Severity? severity = null;
        foreach (var setting in settings.Rules)
        {
            if (RulePattern.Matches(setting.Rule, rule)) severity = setting.Severity;
        }
        if (entry is null) return severity;
        foreach (var change in settings.Overrides)
        {
            if (!Holds(change.When, entry)) continue;
            foreach (var setting in change.Rules)
            {
                if (RulePattern.Matches(setting.Rule, rule)) severity = setting.Severity;
            }
        }
        return severity;
    }

    private static bool Holds(OverrideCondition when, CatalogEntry entry)
    {
        if (!when.Status.IsEmpty && !when.Status.Any(s => IsStatus(s, entry))) return false;
        if (when.Numbers is var (first, last) && !(entry.Number >= first && entry.Number <= last)) return false;
        if (when.CreatedBefore is { } day && !(entry.Created < day)) return false;
        return when.Template is not { Length: > 0 } template
            || entry.TemplateRevision.StartsWith(template, StringComparison.OrdinalIgnoreCase)
            || string.Equals(entry.TemplatePath, template, StringComparison.Ordinal);
    }

    private static bool IsStatus(string name, CatalogEntry entry)
    {
        if (entry.Status is null) return string.Equals(name, entry.StatusText, StringComparison.OrdinalIgnoreCase);
        return string.Equals(name, entry.Status, StringComparison.OrdinalIgnoreCase)
            || string.Equals(entry.Process.Statuses.Find(name)?.Status.Name, entry.Status, StringComparison.Ordinal);
    }

    private static Severity Min(Severity a, Severity b) => a < b ? a : b;
}
