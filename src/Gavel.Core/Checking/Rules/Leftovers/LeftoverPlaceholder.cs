using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Reports text that the author should have replaced; one diagnostic for a file. Header fields have their own rule.</summary>
internal sealed class LeftoverPlaceholder : IProposalRule
{
    public RuleInfo Info { get; } = new("leftover-placeholder", Severity.Warning, "A placeholder of the template is still in the text.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var header = proposal.Document.Header.Where(f => f.In is null).ToList();
        var hits = proposal.Leftovers.Where(h => h.Field is null && !Slots.MayStand(proposal, h.Leftover) && IsPlaceholder(proposal, h) && !header.Exists(f => f.Span.Overlaps(h.At))).ToList();
        foreach (var (title, answer) in proposal.AnswersTo<Demand.Title>())
        {
            if (answer.State != AnswerState.Placeholder || answer.At.IsEmpty || hits.Exists(h => h.At.Overlaps(answer.At))) continue;
            yield return Info.Report(proposal, answer.At, $"the title is still the template's, expected '{title.Pattern}'", title).SoftenedWhileFresh(proposal);
        }
        if (hits.Count == 0) yield break;
        var first = hits[0];
        var message = hits.Count == 1
            ? $"the template's placeholder {Subjects.Quote(first.Leftover.Text)} still stands here"
            : string.Create(CultureInfo.InvariantCulture, $"the template's placeholder {Subjects.Quote(first.Leftover.Text)} and {hits.Count - 1} more still stand in the text");
        var found = Info.Report(proposal, first.At, message, first.Leftover.Source) with
        {
            Subject = string.Join('|', hits.Select(h => Subjects.Of(proposal.Text, h.At))),
            Also = [.. hits.Skip(1).Select(h => proposal.Document.At(h.At))],
        };
        yield return found.AtMost(RuleReports.Ceiling(hits.Max(h => h.Leftover.Confidence))).SoftenedWhileFresh(proposal);
    }

    // A line to fill in is a prompt to some, and may stay; what stands in its gap may not.
    private static bool IsPlaceholder(Proposal proposal, LeftoverHit hit) => hit.Leftover.Kind == LeftoverKind.Placeholder
        ? !hit.Leftover.MayStay
        : hit.Leftover.Style != InstructionStyle.Checklist && hit.Likeness >= 1 && Slots.IsSlot(proposal, hit.Leftover);
}
