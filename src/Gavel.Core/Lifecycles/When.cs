namespace Gavel.Core.Lifecycles;

/// <summary>When something happened, for clocks that count days and for those that count hours.</summary>
/// <param name="Day">The day that counts.</param>
/// <param name="Instant">Where only the day is known, its end in UTC: no period of hours is ever too short.</param>
internal readonly record struct When(DateOnly Day, DateTimeOffset Instant) : IComparable<When>
{
    public static When Of(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.UtcDateTime), instant);

    public static When Of(DateOnly day) => new(day, day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Midnight(day.AddDays(1)));

    public static When Earliest(IEnumerable<When> all) => all.Min();

    /// <summary>By the clock that a period is counted with.</summary>
    public DateTimeOffset By(bool hours) => hours ? Instant : Midnight(Day);

    public int CompareTo(When other) => Instant != other.Instant ? Instant.CompareTo(other.Instant) : Day.CompareTo(other.Day);

    public static bool operator <(When a, When b) => a.CompareTo(b) < 0;

    public static bool operator >(When a, When b) => a.CompareTo(b) > 0;

    public static bool operator <=(When a, When b) => a.CompareTo(b) <= 0;

    public static bool operator >=(When a, When b) => a.CompareTo(b) >= 0;

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
