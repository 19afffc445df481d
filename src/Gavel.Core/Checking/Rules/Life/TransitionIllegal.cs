using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;

namespace Gavel.Core.Checking.Rules.Life;

/// <summary>Reports a status that the one before does not lead to.</summary>
internal sealed class TransitionIllegal : ITransitionRule
{
    private static readonly Reason ByKind = new Reason.Standard("what was given up begins anew, and what is finished stays finished");

    public RuleInfo Info { get; } = new("transition-illegal", Severity.Error, "The status moved where the process does not allow it.");

    public IEnumerable<Diagnostic> Check(StatusStep step, Moment now)
    {
        var lifecycle = Lifecycle.Of(step.Entry.Process);
        if (lifecycle.Find(step.From, step.To) is not null) yield break;
        var possible = lifecycle.From(step.From).Select(t => $"'{t.To.Name}'").ToList();
        var message = step.From is { } from ? $"{step.Entry.Id} went from '{from.Name}' to '{step.To.Name}'" : $"{step.Entry.Id} begins as '{step.To.Name}'";
        var found = Info.Report(step.Entry, step.At, message, WhyOf(step, lifecycle), $"{step.From?.Name}:{step.To.Name}") with
        {
            Help = step.From is null ? $"It may begin as {string.Join(" or ", possible)}." : possible.Count == 0 ? "It may go nowhere from there." : $"It may go to {string.Join(", ", possible)}.",
        };
        // Somebody took it upon them and said why.
        if (step.Move is { IsForced: true } move) found = found.AtMost(Severity.Info) with { Help = $"Forced by {move.By}: {move.Note}" };
        // Nobody wrote that rule down; and a proposal may be written when all is over.
        yield return lifecycle.IsConfigured && !step.IsNew ? found : found.AtMost(Severity.Warning);
    }

    private static Reason WhyOf(StatusStep step, Lifecycle lifecycle) =>
        lifecycle.IsConfigured ? new Reason.Configuration(step.Entry.Process.Life.Transitions[0].At, "transitions") : ByKind;
}
