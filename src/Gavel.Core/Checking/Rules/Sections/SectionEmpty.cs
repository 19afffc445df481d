using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports each section that has a heading and nothing of the author's under it.</summary>
internal sealed class SectionEmpty : IProposalRule
{
    public RuleInfo Info { get; } = new("section-empty", Severity.Error, "A section has nothing under its heading.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer is not { State: AnswerState.Empty or AnswerState.Placeholder, Section: { Heading: { } heading } section }) continue;
            if (answer.State == AnswerState.Placeholder && SaysNothing(section)) continue;
            if (AnswersItself(heading.Text) || (demand.FieldKey is { } field && proposal.AnswerTo(field) is { State: AnswerState.Given })) continue;
            if (demand.MayBeEmpty || demand.IsSlot || HasFilledChild(proposal, section) || GoesOn(proposal, demand, section)) continue;
            if (HoldsTargets(section) || (proposal.IsSettled() && IsForTheRest(demand))) continue;
            var isTemplate = answer.State == AnswerState.Placeholder;
            // The author's own "TBD", or the template's that may stand for now.
            var isLeftOpen = isTemplate && !proposal.Leftovers.Any(l => section.Span.Contains(l.At.Start) && !Leftovers.Slots.MayStand(proposal, l.Leftover));
            if (isTemplate && (MayWait(proposal, demand) || (isLeftOpen && !IsDue(proposal, demand)))) continue;
            var message = !isTemplate ? $"section '{heading.Text}' is empty"
                : isLeftOpen ? $"section '{heading.Text}' is left open"
                : $"section '{heading.Text}' has only the template's text";
            var found = Info.Report(proposal, heading.TextSpan.IsEmpty ? heading.Span : heading.TextSpan, message, demand) with
            {
                Subject = demand.Text,
                Help = demand.Requirement == Requirement.Required ? "write it, or say 'None'" : "write it, or remove the heading",
            };
            found = found.AtMost(Loudness(proposal, demand));
            yield return isTemplate ? found.SoftenedWhileFresh(proposal) : found.Softened(proposal);
        }
    }

    // "Risks: none"
    private static bool AnswersItself(string heading) =>
        heading.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && SectionJudge.OfShortText(heading[(colon + 2)..]) == AnswerState.None;

    // The template's own "No problems are known." is an answer for whom it holds.
    private static bool SaysNothing(Section section) =>
        section.OwnBlocks().OfType<Block.Paragraph>().Any(p => Leftovers.Slots.IsNegation(PlainText.Of(p.Inlines)));

    // Who says in a first draft that an optional section follows has said enough.
    private static bool IsDue(Proposal proposal, Demand.Section demand) =>
        proposal.Applies(demand) && (demand.Requirement == Requirement.Required || !proposal.IsFresh());

    // The template says that its placeholder will do for now, so other words for "later" do as well.
    private static bool MayWait(Proposal proposal, Demand.Section demand) =>
        proposal.Schema.Leftovers.Any(l => l.Kind == LeftoverKind.Placeholder && l.MayStayIn is not null && string.Equals(l.Section, demand.Key, StringComparison.Ordinal) && Leftovers.Slots.MayStand(proposal, l));

    // The author parted it into several sections of the same level: "Motivation and background", then "Background".
    private static bool GoesOn(Proposal proposal, Demand.Section demand, Section section) =>
        proposal.UnknownSections.Any(u => u.Span.Start >= section.Span.End && u.Blocks.Length > 0
            && proposal.Text.Slice(TextSpan.Between(section.Span.End, u.Span.Start)).IsWhiteSpace() && StandIns.IsShortened(demand.Text, u.Heading?.Text ?? ""));

    // Link targets and footnotes are seen where they are named; a name for the section itself is nothing to see.
    private static bool HoldsTargets(Section section) => section.OwnBlocks().Any(b => b is Block.LinkDefinition { Target: not ['#', ..] } or Block.Footnote);

    // There may be nothing to list, and a decided proposal says so by its empty heading.
    private static bool IsForTheRest(Demand.Section demand) => SectionWords.Supplements.Contains(demand.Text) || SectionWords.Lists.Contains(demand.Text);

    private static Severity Loudness(Proposal proposal, Demand.Section demand)
    {
        if (demand.Requirement != Requirement.Required || !proposal.Applies(demand)) return Severity.Info;
        if (IsForTheRest(demand)) return Severity.Info;
        if (demand.HasNoInstruction || !proposal.IsSettled()) return Severity.Warning;
        return demand.Share <= SectionShare.UnderHalf ? Severity.Warning : Severity.Error;
    }

    /// <summary>Sections of the author's own below it are an answer.</summary>
    private static bool HasFilledChild(Proposal proposal, Section section) =>
        section.Children.Any(child => proposal.UnknownSections.Contains(child) && (child.Blocks.Length > 0 || child.Children.Length > 0));
}
