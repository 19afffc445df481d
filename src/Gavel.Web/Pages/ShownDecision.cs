using Gavel.Core.Decisions;

namespace Gavel.Web.Pages;

/// <summary>A decision as a page tells it.</summary>
/// <param name="Date">When it was decided.</param>
/// <param name="Recorded">Where that was another day; else null.</param>
internal sealed record ShownDecision(DateOnly Date, string By, string Text, string? Note, DateOnly? Recorded)
{
    public static ShownDecision Of(Decision decision)
    {
        var recorded = DateOnly.FromDateTime(decision.On.UtcDateTime);
        var date = decision.Effective ?? recorded;
        var text = decision.Action switch
        {
            DecisionAction.Approve => $"{decision.By} approved",
            DecisionAction.Object => $"{decision.By} objected",
            DecisionAction.Resolve => $"{decision.By} resolved an objection",
            DecisionAction.Hold => $"{decision.By} asked to wait",
            DecisionAction.Vote => $"{decision.By} voted {decision.Vote}",
            _ => $"{decision.By} moved it {(decision.From is { } from ? $"from {from} " : "")}to {decision.To}{(decision.IsForced ? ", past an unmet gate" : "")}",
        };
        var note = string.IsNullOrWhiteSpace(decision.Note) ? null : decision.Note.Trim();
        return new ShownDecision(date, decision.By, text, note, Math.Abs(date.DayNumber - recorded.DayNumber) > 1 ? recorded : null);
    }
}
