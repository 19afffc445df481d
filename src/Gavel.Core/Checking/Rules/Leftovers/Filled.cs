using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Which sections their author has written.</summary>
internal static class Filled
{
    /// <summary>Where the sections begin that hold words of the author's: those with an answer, those that answer nothing, and the document's beginning once any section is written.</summary>
    public static HashSet<int> SectionsOf(Proposal proposal)
    {
        var answers = proposal.AnswersTo<Demand.Section>().Where(a => a.Answer.Section is not null).ToList();
        var open = answers.Where(a => a.Answer.State is AnswerState.Empty or AnswerState.Placeholder).Select(a => a.Answer.Section!.Span.Start).ToHashSet();
        var anyWritten = answers.Count == 0 || answers.Exists(a => a.Answer.State is AnswerState.Given or AnswerState.None && !a.Demand.MayBeEmpty);
        var filled = new HashSet<int>();
        foreach (var section in proposal.Document.Root.SelfAndDescendants())
        {
            var isBeginning = section.Heading is null || ReferenceEquals(section.Heading, proposal.Document.Title);
            if (isBeginning ? anyWritten : !open.Contains(section.Span.Start)) filled.Add(section.Span.Start);
        }
        return filled;
    }
}
