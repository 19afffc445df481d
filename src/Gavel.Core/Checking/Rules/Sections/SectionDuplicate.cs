using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports a heading that stands twice under the same parent: links to the second one go astray.</summary>
internal sealed class SectionDuplicate : IProposalRule
{
    private static readonly Reason Once = new Reason.Standard("a heading names one section of its parent");

    public RuleInfo Info { get; } = new("section-duplicate", Severity.Warning, "Two sections of one parent have the same heading.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var demanded = proposal.AnswersTo<Demand.Section>().Where(a => a.Answer.Section is not null && !a.Demand.IsRepeatable)
            .GroupBy(a => a.Answer.Section!.Span.Start).ToDictionary(g => g.Key, g => g.First().Demand);
        foreach (var parent in proposal.Document.Root.SelfAndDescendants())
        {
            var first = new Dictionary<string, Section>(StringComparer.Ordinal);
            foreach (var child in parent.Children)
            {
                var key = Values.Folded(child.Heading!.Text);
                if (key.Length == 0 || first.TryAdd(key, child)) continue;
                var earlier = first[key];
                var heading = child.Heading;
                var demand = demanded.GetValueOrDefault(earlier.Span.Start) ?? demanded.GetValueOrDefault(child.Span.Start);
                // "Use {-}" and "Use {*}" differ in their signs alone.
                if (demand is null && !string.Equals(earlier.Heading!.Text, heading.Text, StringComparison.OrdinalIgnoreCase)) continue;
                var found = Info.Report(proposal, heading.TextSpan, $"section '{heading.Text}' stands here a second time", demand?.Source ?? Once) with
                {
                    Demand = demand?.Key ?? "",
                    Related = [new Related(proposal.Document.At(earlier.Heading!.TextSpan), "the first one")],
                };
                yield return (demand is null ? found.AtMost(Severity.Info) : found).Softened(proposal);
            }
        }
    }
}
