using System.Collections.Immutable;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Tool;

/// <summary>Faults that no rule looks for: reading a file, learning a template, building the catalog or applying the settings finds them.</summary>
internal static class ToolRules
{
    public static ImmutableArray<RuleInfo> All { get; } =
    [
        new("merge-conflict", Severity.Error, "A marker of an unfinished merge is in the text."),
        new("syntax", Severity.Warning, "The text is not sound in its markup."),
        new("encoding", Severity.Warning, "The file is not UTF-8 text."),
        new("id-duplicate", Severity.Error, "Two files give the same id."),
        new("config", Severity.Error, "gavel.yml is not right."),
        new("decision-unreadable", Severity.Error, "A decision file does not say who decided what."),
        new("template-defect", Severity.Warning, "The template itself has a fault."),
        new("suppression-unused", Severity.Warning, "A suppression suppresses nothing."),
        new("suppression-reason", Severity.Warning, "A suppression gives no reason."),
        new("exemption-expired", Severity.Warning, "An exemption is over."),
    ];
}
