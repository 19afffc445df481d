using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>What most proposals of a process do, or did in the time of a proposal, or most of its kind, is a custom, whatever the template says today: it is no fault of any one of them.</summary>
internal sealed class Customs(Peers peers)
{
    private const double Most = 0.5;
    private const double NearlyAll = 0.8;
    private const int Several = 3;
    private const int FewestOfTaste = 2;
    private const int FewestOfAll = 4; // that show, all of them, what nobody writes
    private const int FewestWithField = 3; // a field stands in the header for all to see: so few show whether it is asked for

    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        "section-missing", "section-empty", "section-level", "section-renamed", "field-missing", "field-empty", "field-format", "licence-missing",
        "link-missing", "diagram-missing", "plan-missing", "prompt-unanswered", "title-format",
    };

    private static readonly HashSet<string> Absences = new(StringComparer.Ordinal) { "section-missing", "field-missing", "licence-missing", "link-missing", "diagram-missing" };

    /// <summary>True for a rule about what is not there at all: nobody left it open, so it may never have been asked for.</summary>
    public static bool IsAbsence(string rule) => Absences.Contains(rule);

    /// <summary>A fault that more than half have is a note; what four of five lack, or most of its kind, is not said.</summary>
    /// <returns>Null when nothing is to be said.</returns>
    public Diagnostic? Soften(Diagnostic diagnostic)
    {
        var isOwnField = string.Equals(diagnostic.Rule, "field-unknown", StringComparison.Ordinal);
        if (string.Equals(diagnostic.Rule, "field-value", StringComparison.Ordinal)) return SoftenValue(diagnostic);
        if (string.Equals(diagnostic.Rule, "field-placeholder", StringComparison.Ordinal)) return IsUsualValue(diagnostic) ? null : diagnostic;
        if (diagnostic.Proposal is not { } id || diagnostic.Demand.Length == 0 || !(isOwnField || Rules.Contains(diagnostic.Rule))) return diagnostic;
        var mark = StoredEntry.BrokenMark(diagnostic.Rule, diagnostic.Demand);
        if (peers.CountOf(id) < FewestFor(diagnostic)) return IsWrittenByNobody(diagnostic, id, mark) ? diagnostic with { Severity = Severity.Info } : diagnostic;
        // A field of several proposals is one of the process, which the template does not show.
        if (isOwnField) return peers.FailingLike(id, mark) >= Several ? null : diagnostic;
        // What several proposals write each in their own way is no constant.
        if (diagnostic is { Rule: "field-format", Severity: Severity.Info } && peers.FailingLike(id, mark) > 1 && peers.CountOf(id) < Peers.Fewest) return null;
        var isAbsence = IsAbsence(diagnostic.Rule);
        var share = (isAbsence ? peers.ShareNow(id, mark) : null) ?? peers.ShareEver(id, mark);
        if (isAbsence && (share > NearlyAll || peers.ShareOfKind(id, mark) > Most)) return null;
        if (IsUsualName(diagnostic, id)) return null;
        return share > Most && diagnostic.Severity > Severity.Info ? diagnostic with { Severity = Severity.Info } : diagnostic;
    }

    // Of few proposals too, when all of them lack it.
    private bool IsWrittenByNobody(Diagnostic diagnostic, string id, string mark) =>
        IsAbsence(diagnostic.Rule) && diagnostic.Severity > Severity.Info && peers.CountOf(id) is >= FewestOfAll and var count && peers.FailingLike(id, mark) == count;

    // A value of most proposals is one that the template's list lacks: no fault of any one of them.
    private Diagnostic SoftenValue(Diagnostic diagnostic)
    {
        if (diagnostic is not { Proposal: { } id, Demand.Length: > 0, Severity: > Severity.Info }) return diagnostic;
        var sharing = peers.FailingLike(id, StoredEntry.NamedMark(diagnostic));
        return sharing >= Several && sharing > Most * peers.CountOf(id) ? diagnostic with { Severity = Severity.Info, Help = "Most proposals say so: the template's list may lack it." } : diagnostic;
    }

    // A word of the template that most proposals keep, and that has no look of a gap, is a value.
    private bool IsUsualValue(Diagnostic diagnostic)
    {
        if (diagnostic is not { Proposal: { } id, Demand.Length: > 0, Subject: { Length: > 0 } subject } || !subject.All(char.IsLetterOrDigit)) return false;
        return peers.CountOf(id) >= Several && peers.FailingLike(id, StoredEntry.BrokenMark(diagnostic.Rule, diagnostic.Demand)) > Most * peers.CountOf(id);
    }

    private static int FewestFor(Diagnostic diagnostic) => diagnostic switch
    {
        { Rule: "field-missing" } => FewestWithField,
        { Rule: "field-format", Severity: Severity.Info } => FewestOfTaste,
        _ => Peers.Fewest,
    };

    // Several proposals call the section so: another word of the process for it. A misspelling stays one.
    private bool IsUsualName(Diagnostic diagnostic, string id) =>
        diagnostic.Severity <= Severity.Info && string.Equals(diagnostic.Rule, "section-renamed", StringComparison.Ordinal)
        && peers.FailingLike(id, StoredEntry.NamedMark(diagnostic)) > Several;
}
