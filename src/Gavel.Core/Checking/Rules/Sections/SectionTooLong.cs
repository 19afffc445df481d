using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports a section (or a document) that is longer than the template allows. The template's own text that is still there does not count.</summary>
internal sealed class SectionTooLong : IProposalRule
{
    public RuleInfo Info { get; } = new("section-too-long", Severity.Warning, "A section is longer than the template allows.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var demand in proposal.Schema.All<Demand.Limit>())
        {
            if (demand.Unit == LimitUnit.Columns || demand.Max <= 0 || !proposal.Owes(demand)) continue;
            var answer = demand.SectionKey is { } key ? proposal.AnswerTo(key) : null;
            var section = demand.SectionKey is null ? proposal.Document.Root : answer?.Section;
            if (section is null || answer?.State is AnswerState.Empty or AnswerState.Placeholder or AnswerState.None) continue;
            var length = Measure.Of(proposal, section, demand.Unit);
            if (length <= demand.Max) continue;
            var unit = Unit(demand.Unit);
            var message = section.Heading is { } heading
                ? string.Create(CultureInfo.InvariantCulture, $"section '{heading.Text}' has {length} {unit}, at most {demand.Max} are allowed")
                : string.Create(CultureInfo.InvariantCulture, $"the document has {length} {unit}, at most {demand.Max} are allowed");
            var at = section.Heading is { TextSpan.IsEmpty: false } named ? named.TextSpan : proposal.TitleAt;
            yield return (Info.Report(proposal, at, message, demand) with { Subject = section.Heading?.Text ?? "" }).Softened(proposal);
        }
    }

    private static string Unit(LimitUnit unit) => unit switch
    {
        LimitUnit.Words => "words",
        LimitUnit.Characters => "characters",
        LimitUnit.Paragraphs => "paragraphs",
        _ => "lines",
    };
}
