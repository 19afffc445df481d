using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>Applies the exemptions of gavel.yml, and reports those that are over or exempt nothing.</summary>
internal sealed class Exemptions(Catalog catalog, CheckScope scope, DateOnly today)
{
    private const string Expired = "exemption-expired";
    private const string Unused = "suppression-unused";

    public List<Finding> Apply(List<Finding> findings, Severities severities)
    {
        if (catalog.Processes.All(p => p.Rules.Exemptions.IsEmpty)) return findings;
        var all = catalog.Processes.SelectMany(p => p.Rules.Exemptions).DistinctBy(e => (e.Rule, e.Proposal, e.At.Span)).ToList();
        var byProposal = all.Where(e => !IsOver(e)).ToLookup(e => e.Proposal, StringComparer.OrdinalIgnoreCase);
        var used = new HashSet<Exemption>(ReferenceEqualityComparer.Instance);
        var result = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var held = false;
            foreach (var exemption in byProposal[finding.Diagnostic.Proposal ?? ""])
            {
                if (!RulePattern.Matches(exemption.Rule, finding.Diagnostic.Rule)) continue;
                used.Add(exemption);
                held = true;
            }
            if (!held) result.Add(finding);
        }
        var own = new List<Diagnostic>();
        foreach (var exemption in all)
        {
            if (!scope.Has(exemption.At.Path)) continue;
            if (IsOver(exemption)) own.Add(Of(Expired, exemption, $"the exemption of {exemption.Proposal} from '{exemption.Rule}' ended on {exemption.Until:yyyy-MM-dd}", "Repair the proposal, or agree on a later day."));
            else if (scope.IsEverything && !used.Contains(exemption)) own.Add(Of(Unused, exemption, $"{exemption.Proposal} is exempt from '{exemption.Rule}', but does not break it", "Remove the exemption."));
        }
        result.AddRange(severities.Apply(Fingerprints.Of(own)));
        return result;
    }

    private bool IsOver(Exemption exemption) => exemption.Until < today;

    private static Diagnostic Of(string rule, Exemption exemption, string message, string help) =>
        new(rule, Severity.Warning, exemption.At, message, new Reason.Configuration(exemption.At, exemption.Reason ?? exemption.Rule)) { Help = help, Subject = $"{exemption.Rule} {exemption.Proposal}" };
}
