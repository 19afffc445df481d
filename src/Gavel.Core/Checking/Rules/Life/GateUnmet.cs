using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;

namespace Gavel.Core.Checking.Rules.Life;

/// <summary>Reports a move whose policy does not hold: who is missing, which concern is open, when the period ends.</summary>
internal sealed class GateUnmet : ITransitionRule
{
    private static readonly Reason Objected = new Reason.Standard("nobody may have an open objection");

    public RuleInfo Info { get; } = new("gate-unmet", Severity.Error, "The status moved although something that the move asks for is missing.");

    public IEnumerable<Diagnostic> Check(StatusStep step, Moment now)
    {
        if (Lifecycle.Of(step.Entry.Process).Find(step.From, step.To) is not { } transition) yield break;
        var why = transition.Policy is { } policy ? new Reason.Configuration(policy.At, $"policy {policy.Name}") : Objected;
        foreach (var condition in Policies.Judge(transition.Policy, step.Facts, step.Decisions, step.JudgedAt(now)).Where(c => c.Blocks))
        {
            var found = Info.Report(step.Entry, step.At, $"{step.Entry.Id} became '{step.To.Name}' before its gate was met: {condition.Text}", why, $"{step.To.Name}:{condition.Kind}:{string.Join(',', condition.Who)}");
            // Somebody took it upon them and said why.
            yield return step.Move is { IsForced: true } move ? found.AtMost(Severity.Info) with { Help = $"Forced by {move.By}: {move.Note}" } : found;
        }
    }
}
