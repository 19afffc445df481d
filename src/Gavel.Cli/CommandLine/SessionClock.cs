using System.Globalization;

namespace Gavel.Cli.CommandLine;

/// <summary>What day it is: as <c>--today</c> says, else as SOURCE_DATE_EPOCH does (the specification of that name), else by the clock.</summary>
/// <param name="given">Null where nobody said.</param>
/// <exception cref="UsageException">Of all that it tells: SOURCE_DATE_EPOCH is no number of seconds.</exception>
internal sealed class SessionClock(DateOnly? given)
{
    private const long SecondsOfAllYears = 253402300800; // to the end of 9999

    public DateOnly Today => given ?? (Epoch is { } epoch ? DateOnly.FromDateTime(epoch.UtcDateTime) : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));

    /// <summary>For what is recorded: the clock, but the beginning of <see cref="Today"/> where that is given.</summary>
    public DateTimeOffset Now => given is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : Epoch ?? TimeProvider.System.GetUtcNow();

    private static DateTimeOffset? Epoch
    {
        get
        {
            if (Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") is not { Length: > 0 } text) return null;
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < SecondsOfAllYears
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw new UsageException($"SOURCE_DATE_EPOCH is '{text}', which is not a number of seconds");
        }
    }
}
