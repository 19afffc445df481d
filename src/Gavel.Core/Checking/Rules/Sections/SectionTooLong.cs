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
            if (demand.Of is { } part)
            {
                if (OfPart(proposal, demand, part) is { } tooLong) yield return tooLong.Softened(proposal);
                continue;
            }
            var answer = demand.SectionKey is { } key ? proposal.AnswerTo(key) : null;
            // A document of one paragraph is none: what is meant is the one that introduces it.
            if (demand is { SectionKey: null, Unit: LimitUnit.Paragraphs or LimitUnit.Lines }) continue;
            var section = demand.SectionKey is null ? proposal.Document.Root : answer?.Section;
            if (section is null || answer?.State is AnswerState.Empty or AnswerState.Placeholder or AnswerState.None) continue;
            var length = Measure.Of(proposal, section, demand.Unit);
            if (length <= Allowed(demand)) continue;
            var unit = Unit(demand.Unit);
            var message = section.Heading is { } heading
                ? string.Create(CultureInfo.InvariantCulture, $"section '{heading.Text}' has {length} {unit}, at most {demand.Max} are allowed")
                : string.Create(CultureInfo.InvariantCulture, $"the document has {length} {unit}, at most {demand.Max} are allowed");
            var at = section.Heading is { TextSpan.IsEmpty: false } named ? named.TextSpan : proposal.TitleAt;
            var found = Info.Report(proposal, at, message, demand) with { Subject = section.Heading?.Text ?? "" };
            // "In a paragraph" is said of length, and two short ones are as well.
            yield return (demand.Unit == LimitUnit.Paragraphs ? found.AtMost(Severity.Info) : found).Softened(proposal);
        }
    }

    // "About 200 words" is kept with 300.
    private static int Allowed(Demand.Limit demand) => demand.Confidence == Confidence.High ? demand.Max : demand.Max + demand.Max / 2;

    /// <summary>The title, or a header field of that name.</summary>
    private Diagnostic? OfPart(Proposal proposal, Demand.Limit demand, string part)
    {
        var field = proposal.AnswersTo<Demand.Field>().FirstOrDefault(f => string.Equals(f.Demand.Name, part, StringComparison.OrdinalIgnoreCase))?.Answer;
        var isTitle = string.Equals(part, "title", StringComparison.OrdinalIgnoreCase);
        if (field is { State: not AnswerState.Given } || field is null && (!isTitle || proposal.TitleAt.IsEmpty)) return null;
        var value = field?.Field?.Value ?? proposal.Title;
        var length = demand.Unit switch { LimitUnit.Words => Measure.Words(value), LimitUnit.Characters => value.Length, _ => 0 };
        if (length <= demand.Max) return null;
        var at = field?.Field is { ValueSpan.IsEmpty: false } written ? written.ValueSpan : proposal.TitleAt;
        var message = string.Create(CultureInfo.InvariantCulture, $"{part} has {length} {Unit(demand.Unit)}, at most {demand.Max} are allowed");
        return field?.Field is { } header
            ? Info.Report(proposal, header, at, message, demand) with { Subject = part }
            : Info.Report(proposal, at, message, demand) with { Subject = part };
    }

    private static string Unit(LimitUnit unit) => unit switch
    {
        LimitUnit.Words => "words",
        LimitUnit.Characters => "characters",
        LimitUnit.Paragraphs => "paragraphs",
        _ => "lines",
    };
}
