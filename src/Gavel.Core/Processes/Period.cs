namespace Gavel.Core.Processes;

/// <summary>How long people have for something, in the unit in which gavel.yml gives it.</summary>
/// <param name="Length">Zero for none.</param>
/// <param name="IsInHours">It is over to the second; else it is counted in days and over when its last day begins.</param>
public readonly record struct Period(TimeSpan Length, bool IsInHours)
{
    public static Period None { get; }

    public bool IsSome => Length > TimeSpan.Zero;
}
