using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Reports the template's directions to the author that are still in the text; one diagnostic for a file.</summary>
internal sealed class LeftoverInstruction : IProposalRule
{
    public RuleInfo Info { get; } = new("leftover-instruction", Severity.Warning, "Directions of the template are still in the text.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var hits = proposal.Leftovers.Where(h => h is { Field: null, Leftover: { Kind: LeftoverKind.Instruction, MayStay: false, Style: not InstructionStyle.Checklist } } && !Slots.IsSlot(proposal, h.Leftover) && !Slots.MayStand(proposal, h.Leftover)).ToList();
        // A sentence in a section of the author's own speaks of the template; in a comment it is the template.
        hits.RemoveAll(h => !h.IsWholeBlock && h.Leftover.Section is not null && proposal.UnknownSections.Contains(h.In) && !h.In.OwnBlocks().Any(b => b is Block.Comment && b.Span.Contains(h.At.Start)));
        if (hits.Count == 0) yield break;
        var filled = Filled.SectionsOf(proposal);
        hits.RemoveAll(h => filled.Contains(h.In.Span.Start) && Slots.IsQuestion(proposal, h.Leftover) && !PlaceholderShapes.IsWrapped(proposal.Text.Substring(h.At)));
        if (hits.Count == 0) yield break;
        var removable = hits.Where(h => h.IsWholeBlock && filled.Contains(h.In.Span.Start)).ToList();
        var first = removable.Count > 0 ? removable[0] : hits[0];
        var message = hits.Count == 1
            ? $"the template's direction {Subjects.Quote(first.Leftover.Text)} still stands here"
            : string.Create(CultureInfo.InvariantCulture, $"the template's direction {Subjects.Quote(first.Leftover.Text)} and {hits.Count - 1} more still stand in the text");
        var sureness = hits.Max(h => h.Leftover.Confidence);
        var found = Info.Report(proposal, first.At, message, first.Leftover.Source) with
        {
            Subject = string.Join('|', hits.Select(h => Subjects.Of(proposal.Text, h.At))),
            Also = [.. hits.Where(h => !ReferenceEquals(h, first)).Select(h => proposal.Document.At(h.At))],
            Fix = removable.Count == 0 ? null : Fix(proposal, removable),
        };
        found = found.AtMost(RuleReports.Ceiling(sureness));
        // While every such section is still to be written, the directions are of use.
        yield return removable.Count == 0 ? found.SoftenedWhileFresh(proposal) : found.Softened(proposal);
    }

    /// <returns>Null where each stands on a line with other text.</returns>
    private static Fix? Fix(Proposal proposal, List<LeftoverHit> hits)
    {
        var cuts = BlockCuts.Of(proposal.Text, BlockCuts.WithMarkers(proposal.Document, [.. hits.Select(h => h.At)]));
        if (cuts.Count == 0) return null;
        var edits = cuts.Select(c => new FileEdit(proposal.Path, proposal.Text.Id, c, "")).ToImmutableArray();
        return new Fix(hits.Count == 1 ? "remove the direction" : "remove the directions from the sections that are written", IsSafe: true, new ChangeSet(edits, [], []));
    }
}
