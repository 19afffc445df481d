namespace Gavel.Core.Lifecycles;

/// <summary>Now, as far as it is known.</summary>
/// <param name="Day">Where people are.</param>
/// <param name="Instant">Null where only the day is known: all of it counts then, so that what ends on the day is over.</param>
public readonly record struct Moment(DateOnly Day, DateTimeOffset? Instant)
{
    public static implicit operator Moment(DateOnly day) => FromDateOnly(day);

    public static Moment FromDateOnly(DateOnly day) => new(day, null);

    public bool IsPast(DateTimeOffset end) => Instant is { } now ? now >= end : DateOnly.FromDateTime(end.UtcDateTime) <= Day;
}
