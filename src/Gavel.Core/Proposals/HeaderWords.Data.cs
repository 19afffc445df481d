namespace Gavel.Core.Proposals;

/// <summary>English names of fields that mean something to every process.</summary>
internal static class HeaderWords
{
    public const string Status = "status";

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "title", "name", "subject", "proposaltitle" };
    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal) { "status", "state", "proposalstatus", "currentstatus" };
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "number", "id", "no", "num", "proposalnumber", "proposalid" };

    /// <summary>Most write an identifier there, some the title.</summary>
    public static bool IsFeatureName(string name) => FieldMatcher.KeyOf("", name) is "featurename";

    public static bool IsTitle(string name) => Titles.Contains(FieldMatcher.KeyOf("", name));

    public static bool IsStatus(string name) => Statuses.Contains(FieldMatcher.KeyOf("", name));

    /// <summary>A process's number under its name: <c>RFC</c>, <c>RFC Number</c>, <c>RFC#</c>.</summary>
    public static bool IsNumberOf(string name, string process)
    {
        var rest = name.AsSpan().Trim();
        if (process.Length == 0 || !rest.StartsWith(process, StringComparison.OrdinalIgnoreCase)) return false;
        rest = rest[process.Length..].Trim(" -_");
        return rest.IsEmpty || rest is "#" or "No" or "no" or "No." || rest.Equals("number", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A status by its last word: <c>Proposal status</c>, <c>RFC Status</c>.</summary>
    public static bool EndsWithStatus(string name) => IsStatus(name) || FieldMatcher.KeyOf("", name).EndsWith(Status, StringComparison.Ordinal);

    public static bool IsNumber(string name) => Numbers.Contains(FieldMatcher.KeyOf("", name));
}
