using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Reports the template's to-do list where it is still in the text: steps that are open, or done and not removed; one diagnostic for a file.</summary>
internal sealed class ChecklistOpen : IProposalRule
{
    public RuleInfo Info { get; } = new("checklist-open", Severity.Warning, "Steps of the template's to-do list are still in the text.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var hits = proposal.Leftovers.Where(h => h is { Field: null, Leftover: { Style: InstructionStyle.Checklist, MayStay: false } }).ToList();
        if (hits.Count == 0) yield break;
        var open = OpenBoxes(proposal);
        var undone = hits.Count(h => open.Exists(o => o.Overlaps(h.At)));
        var message = undone == 0
            ? $"the template's to-do list still stands here, with {Steps(hits.Count)} done"
            : $"the template's to-do list still stands here, with {Steps(undone)} open";
        var first = hits[0];
        yield return (Info.Report(proposal, first.At, message, first.Leftover.Source) with
        {
            Subject = "checklist",
            Also = [.. hits.Skip(1).Select(h => proposal.Document.At(h.At))],
            Help = undone == 0 ? "remove it" : "do what is open, then remove the list",
        }).SoftenedWhileFresh(proposal);
    }

    private static string Steps(int count) => count == 1 ? "a step" : string.Create(CultureInfo.InvariantCulture, $"{count} steps");

    private static List<TextSpan> OpenBoxes(Proposal proposal) =>
        [.. proposal.Document.Root.BlocksBelow().OfType<Block.List>().SelectMany(l => l.Items).Where(i => i.IsDone == false).Select(i => i.Span)];
}
