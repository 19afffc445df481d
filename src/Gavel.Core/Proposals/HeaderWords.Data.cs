namespace Gavel.Core.Proposals;

/// <summary>English names of fields that mean something to every process.</summary>
internal static class HeaderWords
{
    public const string Status = "status";

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "title", "name", "subject", "proposaltitle" };
    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal) { "status", "state", "proposalstatus", "currentstatus" };
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "number", "id", "no", "num", "proposalnumber", "proposalid" };

    public static bool IsTitle(string name) => Titles.Contains(FieldMatcher.KeyOf("", name));

    public static bool IsStatus(string name) => Statuses.Contains(FieldMatcher.KeyOf("", name));

    /// <summary>A status by its last word: <c>Proposal status</c>, <c>RFC Status</c>.</summary>
    public static bool EndsWithStatus(string name) => IsStatus(name) || FieldMatcher.KeyOf("", name).EndsWith(Status, StringComparison.Ordinal);

    public static bool IsNumber(string name) => Numbers.Contains(FieldMatcher.KeyOf("", name));
}
