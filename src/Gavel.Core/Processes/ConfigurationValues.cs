using System.Globalization;

namespace Gavel.Core.Processes;

/// <summary>Reads single values of gavel.yml. Null for what does not fit.</summary>
internal static class ConfigurationValues
{
    private const int MostDays = 100 * 365;

    /// <summary>What no name of a folder has everywhere, nor a part of an address.</summary>
    public static readonly char[] NoFolder = [.. "/\\:*?\"<>|\n\r\t"];

    /// <summary>Whether ids may begin with it: they are names of folders.</summary>
    public static bool IsIdName(string value) => !value.AsSpan().Trim().StartsWith('.') && value.IndexOfAny(NoFolder) < 0;

    /// <summary><c>7</c> or <c>1-15</c>.</summary>
    public static (int First, int Last)? Numbers(string value)
    {
        var dash = value.IndexOf('-', StringComparison.Ordinal);
        var first = dash < 0 ? value : value[..dash].Trim();
        var last = dash < 0 ? value : value[(dash + 1)..].Trim();
        return Whole(first) is { } a && Whole(last) is { } b && a <= b ? (a, b) : null;
    }

    public static int? Whole(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary><c>2</c>, <c>all</c>, <c>all-2</c> or <c>majority</c>.</summary>
    public static ApprovalCount? Approvals(string value)
    {
        if (Whole(value) is { } number) return new ApprovalCount(ApprovalRule.Number, number);
        if (value is "all") return new ApprovalCount(ApprovalRule.All, 0);
        if (value is "majority") return new ApprovalCount(ApprovalRule.Majority, 0);
        return value.StartsWith("all-", StringComparison.Ordinal) && Whole(value[4..]) is { } but ? new ApprovalCount(ApprovalRule.All, but) : null;
    }

    /// <summary>A duration whose unit matters; none for what does not fit.</summary>
    public static Period Period(string? value) =>
        value is not null && Duration(value) is { } length ? new Period(length, value[^1] == 'h') : Processes.Period.None;

    /// <summary>Hours, days, weeks, months of 30 days, years of 365.</summary>
    public static TimeSpan? Duration(string value)
    {
        if (value.Length < 2 || Whole(value[..^1]) is not { } count) return null;
        if (value[^1] == 'h') return count > MostDays * 24 ? null : TimeSpan.FromHours(count);
        var days = value[^1] switch { 'd' => 1, 'w' => 7, 'm' => 30, 'y' => 365, _ => 0 };
        return days == 0 || count > MostDays / days ? null : TimeSpan.FromDays(count * days);
    }
}
