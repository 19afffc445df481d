using System.Collections.Immutable;

namespace Gavel.Core.Plans;

/// <summary>Makes a plan out of what was gathered: states go down to parts and up to wholes, sizes are judged.</summary>
internal static class PlanBuilder
{
    public static Plan Build(IReadOnlyList<PlanDraft> drafts)
    {
        if (drafts.Count == 0) return Plan.Empty;
        var states = States(drafts);
        var hasParts = new bool[drafts.Count];
        foreach (var draft in drafts)
        {
            if (draft.Parent is { } parent) hasParts[parent] = true;
        }
        var items = ImmutableArray.CreateBuilder<PlanItem>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var people = draft.Facts.People.IsEmpty && !hasParts[i] ? draft.Others : draft.Facts.People;
            // A milestone is no task: only what has no parts and does not call itself one is held to the size of a task.
            var isTask = !hasParts[i] && !(draft.KindIsSaid && draft.Kind == PlanItemKind.Milestone);
            var isTooBig = isTask && draft.MaxDays is { } most && draft.Facts.Days is { } days && days.Max > most;
            items.Add(new PlanItem(draft.Kind, draft.Text, draft.Parent, draft.Facts.Days, draft.Facts.Due, people, states[i], draft.At, isTooBig));
        }
        return new Plan(items.DrainToImmutable());
    }

    // Parents stand before their parts.
    private static PlanItemState[] States(IReadOnlyList<PlanDraft> drafts)
    {
        var states = new PlanItemState?[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            states[i] = drafts[i].Facts.State;
            if (drafts[i].Parent is { } parent && states[parent] is PlanItemState.Dropped or PlanItemState.Done && states[i] is null) states[i] = states[drafts[i].Parent!.Value];
        }
        var parts = new (int All, int Done, int Begun)[drafts.Count];
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            if (states[i] is null && parts[i].All > 0)
                states[i] = parts[i].Done == parts[i].All ? PlanItemState.Done : parts[i].Begun > 0 ? PlanItemState.Active : PlanItemState.Open;
            states[i] ??= PlanItemState.Open;
            if (drafts[i].Parent is not { } parent || states[i] == PlanItemState.Dropped) continue;
            parts[parent].All++;
            if (states[i] == PlanItemState.Done) parts[parent].Done++;
            if (states[i] is PlanItemState.Done or PlanItemState.Active) parts[parent].Begun++;
        }
        return [.. states.Select(s => s!.Value)];
    }
}
