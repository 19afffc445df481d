using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>How the pages say things.</summary>
internal static class Words
{
    /// <summary><c>20 Aug 2021</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(int number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>The class that a status is coloured and marked by.</summary>
    public static string ClassOf(StatusKind? kind) => kind is { } known ? $"status k-{known.ToString().ToLowerInvariant()}" : "status k-unknown";

    /// <summary>What the proposals of a process are called: by its own name where that is an abbreviation.</summary>
    public static string Noun(IReadOnlyCollection<Process> processes) =>
        processes.Count == 1 && processes.First().Name is { Length: > 1 and <= 8 } name && name.All(char.IsAsciiLetterUpper) ? name : "proposal";

    /// <summary>A noun behind its article: "a ZIP", "an ADR"; an abbreviation without a vowel is spelt out, "an RFC".</summary>
    public static string One(string noun) =>
        ((noun.AsSpan().ContainsAny("AEIOUYaeiouy") ? "AEIO" : "FHLMNRSX").Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;

    public static string Relation(ReferenceKind kind, bool isIncoming) => (kind, isIncoming) switch
    {
        (ReferenceKind.Supersedes, false) or (ReferenceKind.SupersededBy, true) => "Supersedes",
        (ReferenceKind.SupersededBy, false) or (ReferenceKind.Supersedes, true) => "Superseded by",
        (ReferenceKind.Requires, false) => "Requires",
        (ReferenceKind.Requires, true) => "Required by",
        (ReferenceKind.Related, _) => "Related to",
        (_, false) => "Mentions",
        (_, true) => "Mentioned by",
    };

    /// <summary>An id as people write it, where it is short; a title else stands for itself.</summary>
    public static string Label(CatalogEntry entry) => entry.Title.Length > 0 ? entry.Title : entry.Id;
}
