using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Lists the sections beside those of the template that the template does not know: one diagnostic for a file.</summary>
internal sealed class SectionUnknown : IProposalRule
{
    public RuleInfo Info { get; } = new("section-unknown", Severity.Off, "A section is not in the template.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var demands = proposal.Schema.All<Demand.Section>().ToList();
        if (demands.Count < 3 || demands.Exists(d => d.IsRepeatable && d.Parent is null)) yield break;
        var level = TopLevel(proposal);
        var standIns = StandIns.Of(proposal).Values.ToHashSet<Section>(ReferenceEqualityComparer.Instance);
        var unknown = proposal.UnknownSections.Where(s => !standIns.Contains(s) && s.Heading is { TextSpan.IsEmpty: false } h && h.Level == level).Select(s => s.Heading!).ToList();
        if (unknown.Count == 0) yield break;
        var names = string.Join(", ", unknown.Take(4).Select(h => $"'{h.Text}'")) + (unknown.Count > 4 ? ", …" : "");
        var message = unknown.Count == 1 ? $"section {names} is not in the template" : $"sections {names} are not in the template";
        yield return Info.Report(proposal, unknown[0].TextSpan, message, demands[0]) with
        {
            Demand = "",
            Subject = string.Join('|', unknown.Select(h => h.Text)),
            Also = [.. unknown.Skip(1).Select(h => proposal.Document.At(h.TextSpan))],
        };
    }

    /// <summary>The level at which most of the template's top sections stand in this document; 0 when none does.</summary>
    private static int TopLevel(Proposal proposal)
    {
        var levels = proposal.AnswersTo<Demand.Section>().Where(a => a.Demand.Parent is null && a.Answer.Section?.Heading is not null)
            .GroupBy(a => a.Answer.Section!.Heading!.Level).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return levels?.Key ?? 0;
    }
}
