using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports questions and aspects of the template that a written section surely does not answer; one diagnostic for a section.</summary>
internal sealed class PromptUnanswered : IProposalRule
{
    public RuleInfo Info { get; } = new("prompt-unanswered", Severity.Info, "A section leaves a question of the template open.");

    // A sentence with gaps shows one way to say it; the section may say it otherwise.
    private static bool IsOffer(Demand.Prompt prompt) => prompt.Kind == PromptKind.Frame && prompt.Text.Contains("__", StringComparison.Ordinal);

    // Of the options that one section of the template stands for, one may have good points alone.
    private static bool IsOneOfSeveral(Proposal proposal, Demand.Prompt prompt) =>
        prompt is { Kind: PromptKind.Frame, SectionKey: { } key } && proposal.AnswerTo(key)?.Demand is Demand.Section { IsRepeatable: true }
        && proposal.AnswersTo<Demand.Prompt>().Any(a => a.Demand.Kind == PromptKind.Frame && string.Equals(a.Demand.SectionKey, key, StringComparison.Ordinal) && a.Answer.State == AnswerState.Given);

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var open = proposal.AnswersTo<Demand.Prompt>()
            .Where(a => (a.Answer.State is AnswerState.Absent or AnswerState.Empty or AnswerState.Placeholder) && proposal.Owes(a.Demand) && !IsOffer(a.Demand) && !IsOneOfSeveral(proposal, a.Demand))
            .GroupBy(a => a.Demand.SectionKey, StringComparer.Ordinal);
        foreach (var group in open)
        {
            var section = group.Key is { } key ? proposal.AnswerTo(key) : null;
            // What an empty section lacks is said once, about the section.
            if (group.Key is not null && section is not { State: AnswerState.Given, Section.Heading: not null }) continue;
            var prompts = group.Select(a => a.Demand).ToList();
            var at = section?.Section?.Heading?.TextSpan ?? proposal.TitleAt;
            var name = section?.Section?.Heading?.Text;
            var where = name is null ? "the proposal" : $"section '{name}'";
            var message = prompts.Count == 1
                ? $"{where} says nothing of {Subjects.Quote(prompts[0].Text)}"
                : $"{where} says nothing of {string.Join(", ", prompts.Take(3).Select(p => Subjects.Quote(p.Text)))}{(prompts.Count > 3 ? ", …" : "")}";
            yield return (Info.Report(proposal, at, message, prompts[0]) with { Subject = string.Join('|', prompts.Select(p => p.Key)) }).Softened(proposal);
        }
    }
}
