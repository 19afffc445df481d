namespace Gavel.Web.Pages;

/// <summary>Names of fields that say when a proposal began.</summary>
internal static class DateFields
{
    private static readonly string[] Creation = ["created", "creation date", "date created", "start date", "opened", "proposed on"];

    public static bool IsCreation(string name) => Array.Exists(Creation, c => string.Equals(c, name.Replace('-', ' ').Replace('_', ' ').Trim(), StringComparison.OrdinalIgnoreCase));
}
