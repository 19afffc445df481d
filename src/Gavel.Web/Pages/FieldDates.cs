using System.Globalization;

namespace Gavel.Web.Pages;

/// <summary>Dates as people write them in fields, where they can mean one day only.</summary>
internal static class FieldDates
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "d-MMM-yyyy", "dd-MMM-yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];

    /// <returns>Null when it is no such date.</returns>
    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
