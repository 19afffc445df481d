using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>An item of a plan while its neighbours are not yet known.</summary>
internal sealed class PlanDraft
{
    public required PlanItemKind Kind { get; set; }

    /// <summary>The item says itself what it is.</summary>
    public bool KindIsSaid { get; init; }

    public required string Text { get; init; }

    public int? Parent { get; init; }

    public ItemFacts Facts { get; set; }

    public required TextSpan At { get; init; }

    public bool IsHeading { get; set; }

    /// <summary>A value of a column that groups the rows of a table.</summary>
    public bool IsGroup { get; set; }

    public bool HasStory { get; set; }

    /// <summary>The most that the template allows for one task; null for no limit.</summary>
    public int? MaxDays { get; init; }

    /// <summary>Who does it where it names nobody.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>The same item where others stand before it in the list.</summary>
    public PlanDraft Under(int before) => new()
    {
        Kind = Kind,
        KindIsSaid = KindIsSaid,
        Text = Text,
        Parent = Parent + before,
        Facts = Facts,
        At = At,
        IsHeading = IsHeading,
        IsGroup = IsGroup,
        HasStory = HasStory,
        MaxDays = MaxDays,
        Others = Others,
    };
}
