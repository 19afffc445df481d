using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>
/// A note on how a proposal is written helps while it is written. Once it is decided nobody rewrites its prose: only what misleads its readers is still said
/// (its status, its relations, its links, what was left of the template), and what is worth a warning.
/// </summary>
internal static class Closed
{
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        "section-missing", "section-empty", "section-order", "section-level", "section-renamed", "section-too-long", "section-unknown", "prompt-unanswered",
        "plan-missing", "task-too-big", "field-missing", "field-empty", "field-unknown", "diagram-missing", "link-missing", "licence-missing", "line-too-long",
    };

    /// <returns>Null when nothing is to be said.</returns>
    public static Diagnostic? Soften(Catalog catalog, Diagnostic diagnostic) =>
        diagnostic.Severity.AtMost(diagnostic.Ceiling) == Severity.Info && Prose.Contains(diagnostic.Rule)
        && diagnostic.Proposal is { } id && catalog.Find(id) is { Kind: not (null or StatusKind.Draft or StatusKind.Open) }
            ? null
            : diagnostic;
}
