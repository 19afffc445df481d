using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

public enum PlanItemKind
{
    Milestone,
    Story,
    Task,
}

public enum PlanItemState
{
    Open,
    Active,
    Done,

    /// <summary>De-scoped, cancelled, not needed any more.</summary>
    Dropped,
}

/// <summary>How much work something is, in working days of one person; a week has five.</summary>
/// <param name="Min">The smaller end; the same as <paramref name="Max"/> where one figure is given.</param>
public readonly record struct Effort(decimal Min, decimal Max);

/// <summary>One milestone, story or task of a plan.</summary>
/// <param name="Text">Without markup, estimate, marks and people.</param>
/// <param name="Parent">The index of the item that it is part of; null at the top.</param>
/// <param name="Days">Null where no estimate is given.</param>
/// <param name="Due">Null where no date is given.</param>
/// <param name="At">The text of the item's heading, the first paragraph of the list item, or the row.</param>
/// <param name="IsTooBig">It may be larger than the template allows for one task; surely so where the smaller end is, too.</param>
public sealed record PlanItem(PlanItemKind Kind, string Text, int? Parent, Effort? Days, DateOnly? Due, ImmutableArray<string> People, PlanItemState State, TextSpan At, bool IsTooBig);

/// <summary>The work that a proposal names, in the order of its text.</summary>
public sealed record Plan(ImmutableArray<PlanItem> Items)
{
    public static Plan Empty { get; } = new([]);

    /// <summary>Items that are done, of those that are counted: what has no parts and was not dropped.</summary>
    public int Done => Counted.Count(i => i.State == PlanItemState.Done);

    public int Total => Counted.Count();

    /// <summary>Items without parts that are not needed any more.</summary>
    public int Dropped => Leaves.Count(i => i.State == PlanItemState.Dropped);

    private IEnumerable<PlanItem> Counted => Leaves.Where(i => i.State != PlanItemState.Dropped);

    private IEnumerable<PlanItem> Leaves
    {
        get
        {
            var parents = Items.Select(i => i.Parent).OfType<int>().ToHashSet();
            return Items.Where((_, index) => !parents.Contains(index));
        }
    }
}
