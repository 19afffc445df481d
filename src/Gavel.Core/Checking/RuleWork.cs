using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking;

/// <summary>Runs the proposal rules while a proposal is at hand.</summary>
public static class RuleWork
{
    /// <summary>For a <see cref="Workspace"/>, so that what the rules find is remembered with the entry.</summary>
    public static ProposalWork Of(ImmutableArray<IRule> rules)
    {
        ImmutableArray<IProposalRule> own = [.. rules.OfType<IProposalRule>()];
        return new ProposalWork(string.Join(',', own.Select(r => r.Info.Name)), proposal => Run(own, proposal));
    }

    internal static ImmutableArray<Diagnostic> Run(ImmutableArray<IProposalRule> rules, Proposal proposal)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var fault in proposal.Document.Faults)
        {
            // What holds for the whole text is shown at its first line.
            var at = fault.At.Span.IsEmpty ? proposal.At(proposal.Text.Visible(fault.At.Span)) : fault.At;
            found.Add(fault with { At = at, Proposal = fault.Proposal ?? proposal.Id });
        }
        foreach (var rule in rules)
        {
            foreach (var diagnostic in rule.Check(proposal)) found.Add(WithCeiling(diagnostic, proposal));
        }
        return found.DrainToImmutable();
    }

    private static Diagnostic WithCeiling(Diagnostic diagnostic, Proposal proposal)
    {
        if (diagnostic.Demand.Length == 0 || proposal.AnswerTo(diagnostic.Demand) is not { } answer) return diagnostic;
        var ceiling = answer.Demand.Confidence switch
        {
            Confidence.High => Severity.Error,
            Confidence.Medium => Severity.Warning,
            _ => Severity.Info,
        };
        return ceiling < diagnostic.Ceiling ? diagnostic with { Ceiling = ceiling } : diagnostic;
    }
}
