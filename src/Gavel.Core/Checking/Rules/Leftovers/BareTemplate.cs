using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Reports a proposal whose sections are all still the template's: at most its header was filled in.</summary>
internal sealed class BareTemplate : IProposalRule
{
    private const int Fewest = 2; // sections

    public RuleInfo Info { get; } = new("bare-template", Severity.Error, "Nothing but the template's text stands in the sections.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var (left, empty) = Unwritten(proposal);
        if (left + empty < Fewest) yield break;
        var sections = proposal.Schema.All<Demand.Section>();
        var parts = new List<string>();
        if (empty > 0) parts.Add(Counted(empty, "is empty", "are empty"));
        if (left > 0) parts.Add(Counted(left, "still has the template's text", "still have the template's text"));
        var message = $"no section is written: {string.Join(", ", parts)}";
        var at = proposal.TitleAt.IsEmpty ? new TextSpan(0, 0) : proposal.TitleAt;
        var found = Info.Report(proposal, at, message, sections.First().Source) with { Subject = "" };
        yield return found.SoftenedWhileFresh(proposal);
    }

    private static string Counted(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    // A heading that only groups others is as bare as they are.
    private static bool IsGroup(Answer answer) => answer.Section is { Blocks.IsEmpty: true, Children.IsEmpty: false };

    // "## Preamble" over the fields: these are filled in first.
    private static bool IsHeader(Proposal proposal, Answer answer) =>
        answer.Section is { Blocks: [{ Span: var first }, ..] } section && proposal.Document.Header.Count(f => f.In is null && f.Span.Start >= first.Start && f.Span.End <= section.Blocks[^1].Span.End) >= Fewest;

    /// <returns>How many sections hold only the template's text, and how many nothing, as the template may leave them too; none where one is written.</returns>
    private static (int Left, int Empty) Unwritten(Proposal proposal)
    {
        var (left, empty) = (0, 0);
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (demand.IsSlot || IsHeader(proposal, answer)) continue;
            var isTemplate = answer.State == AnswerState.Placeholder
                || answer is { State: AnswerState.Given, Section: { } section } && TemplateEcho.Is(proposal, demand, section);
            if (isTemplate) left++;
            else if (answer.State == AnswerState.Empty && !IsGroup(answer)) empty++;
            else if (answer.State is AnswerState.Given or AnswerState.None && !IsGroup(answer)) return (0, 0);
        }
        return (left, empty);
    }
}
