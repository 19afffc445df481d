using System.Collections.Immutable;
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

    /// <summary>Objections and holds that nobody ended: neither by name nor by a word of who raised them about all of theirs.</summary>
    public static ImmutableArray<ShownDecision> OpenOf(ImmutableArray<Decision> decisions)
    {
        var open = ImmutableArray.CreateBuilder<ShownDecision>();
        for (var i = 0; i < decisions.Length; i++)
        {
            var raised = decisions[i];
            if (raised.Action is DecisionAction.Object or DecisionAction.Hold && !decisions.Skip(i + 1).Any(d => Ends(d, raised))) open.Add(Of(raised));
        }
        return open.ToImmutable();
    }

    private static bool Ends(Decision decision, Decision raised)
    {
        if (decision.Action != DecisionAction.Resolve) return false;
        if (decision.Ends is null) return string.Equals(decision.By, raised.By, StringComparison.OrdinalIgnoreCase);
        return raised.Path.EndsWith("/" + decision.Ends, StringComparison.Ordinal) || raised.Path.EndsWith($"/{decision.Ends}.yml", StringComparison.Ordinal);
    }
}
