using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Plans;

/// <summary>Reports tasks whose estimate is above what the template allows for one. What has parts of its own is no task.</summary>
internal sealed class TaskTooBig : IProposalRule
{
    public RuleInfo Info { get; } = new("task-too-big", Severity.Warning, "A task is estimated at more than the template allows.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var demand = proposal.Schema.All<Demand.TaskSize>().FirstOrDefault(proposal.Applies);
        if (demand is null) yield break;
        foreach (var item in PlanReader.Of(proposal).Items)
        {
            // Of a range only the smaller end is surely meant.
            if (!item.IsTooBig || item.Days is not { } days || days.Min <= demand.MaxDays) continue;
            var message = string.Create(CultureInfo.InvariantCulture, $"a task of {days.Min:0.#} days is above the {demand.MaxDays} {(demand.MaxDays == 1 ? "day" : "days")} of the template");
            yield return Info.Report(proposal, item.At, message, demand).Softened(proposal);
        }
    }
}
