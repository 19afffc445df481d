using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports a section of the template that stands higher or lower than there. A document that is shifted as a whole is not at fault.</summary>
internal sealed class SectionLevel : IProposalRule
{
    public RuleInfo Info { get; } = new("section-level", Severity.Warning, "A heading has another level than in the template.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var found = proposal.AnswersTo<Demand.Section>()
            .Where(a => a.Answer.Section?.Heading is not null && !a.Demand.IsRepeatable && !a.Demand.IsOffered && !a.Demand.IsSlot && a.Answer.Likeness >= 1)
            .Select(a => new Found(a.Demand, a.Answer.Section!)).ToList();
        if (found.Count < 2) yield break;
        var shift = ShiftOf(found.Select(f => f.Section.Heading!.Level - f.Demand.Level));
        var answered = found.Select(f => f.Section.Span.Start).ToHashSet();
        foreach (var (demand, section) in found)
        {
            var heading = section.Heading!;
            var wanted = demand.Level + shift;
            // Who puts it under a heading of their own does so on purpose.
            if (heading.Level == wanted || wanted < 1 || IsGrouped(proposal, section)) continue;
            // Where today's template agrees with the author, the older one was at fault.
            if (proposal.Process.Current.FindSection(demand.Key) is { } today && today.Level + shift == heading.Level) continue;
            var isAsked = demand.Source is Reason.TemplateLine;
            var message = $"section '{heading.Text}' has level {Text(heading.Level)}, {(isAsked ? "the template has" : "most have")} it at {Text(wanted)}";
            var differs = Info.Report(proposal, heading.TextSpan, message, demand) with
            {
                Subject = demand.Text,
                Fix = isAsked ? Relevel.Fix(proposal, section, wanted, answered) : null, // what others do is no order
            };
            yield return differs.Softened(proposal);
        }
    }

    /// <summary>Where as many stand at one shift as at another, the template's own levels win.</summary>
    internal static int ShiftOf(IEnumerable<int> shifts)
    {
        var counts = new Dictionary<int, int>();
        foreach (var shift in shifts) counts[shift] = counts.GetValueOrDefault(shift) + 1;
        var (usual, most) = (0, 0);
        foreach (var (shift, count) in counts)
        {
            if (count > most || (count == most && Math.Abs(shift) < Math.Abs(usual))) (usual, most) = (shift, count);
        }
        return usual;
    }

    private static bool IsGrouped(Proposal proposal, Section section) =>
        proposal.UnknownSections.Any(u => u.Span.Contains(section.Span.Start) && u.Span.Start < section.Span.Start);

    private static string Text(int level) => level.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Found(Demand.Section Demand, Section Section);
}
