using System.Collections.Frozen;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>
/// Nobody edits a proposal any more that was carried out or given up. What misleads its readers (statuses, links, references, leftovers) is said
/// for ever; what its form or its text lacks is said of what was carried out only where it is grave, and of what was given up not at all.
/// </summary>
internal static class Concluded
{
    private static readonly FrozenSet<string> OfText = FrozenSet.Create(
        StringComparer.Ordinal,
        "section-missing", "section-empty", "section-order", "section-level", "section-renamed", "section-duplicate", "section-unknown", "section-too-long",
        "prompt-unanswered", "plan-missing", "task-too-big", "diagram-missing", "link-missing", "licence-missing", "line-too-long", "adornment");

    private static readonly FrozenSet<string> OfForm =
        FrozenSet.Create(StringComparer.Ordinal, "section-missing", "section-order", "section-renamed", "section-duplicate", "section-unknown", "plan-missing", "field-unknown");

    private static readonly FrozenSet<string> OfRest = FrozenSet.Create(
        StringComparer.Ordinal, "field-missing", "field-empty", "field-format", "field-placeholder", "field-unknown", "title-format", "leftover-placeholder", "stub",
        "leftover-instruction", "checklist-open", "toc-stale", "reference-unknown", "relation-cycle");

    /// <summary>True for a rule about what the text has, or how it is arranged.</summary>
    public static bool IsOfText(string rule) => OfText.Contains(rule);

    /// <summary>True for a fault that is not said where the project says nothing of its rule.</summary>
    /// <param name="severity">How grave it would be.</param>
    public static bool IsPast(CatalogEntry entry, string rule, Severity severity)
    {
        var isText = OfText.Contains(rule);
        if (!isText && !OfRest.Contains(rule)) return false;
        return (entry.Kind ?? GivenUp(entry)) switch
        {
            StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Superseded or StatusKind.Deferred => severity < Severity.Error || isText,
            StatusKind.Done => severity < (isText ? Severity.Error : Severity.Warning),
            // Rules and registers that live on: they often speak of the template itself.
            StatusKind.Living => severity < Severity.Error,
            // It is being carried out: how it is arranged no longer matters, what it lacks does.
            StatusKind.Accepted => severity == Severity.Info && OfForm.Contains(rule),
            _ => false,
        };
    }

    // By the words of a status that the process does not list. That somebody accepted it such a word does not show.
    private static StatusKind? GivenUp(CatalogEntry entry) =>
        StatusText.KindOf(null, entry.StatusText) is StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Superseded or StatusKind.Deferred ? StatusKind.Rejected : null;
}
