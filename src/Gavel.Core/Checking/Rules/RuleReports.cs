using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules;

/// <summary>How a rule says what it found.</summary>
internal static class RuleReports
{
    /// <summary>A demand that is not met. What learning is unsure of is never an error.</summary>
    public static Diagnostic Report(this RuleInfo info, Proposal proposal, TextSpan span, string message, Demand demand) =>
        info.Report(proposal, span, message, demand.Source) with
        {
            Demand = demand.Key,
            Severity = info.Severity.AtMost(Ceiling(demand.Confidence)),
        };

    /// <summary>A fault that no demand of the template names.</summary>
    public static Diagnostic Report(this RuleInfo info, Proposal proposal, TextSpan span, string message, Reason reason) =>
        new(info.Name, info.Severity, proposal.Document.At(proposal.Text.Visible(span)), message, reason)
        {
            Proposal = proposal.Id,
            Subject = Subjects.Of(proposal.Text, span),
        };

    /// <summary>A fault of a header field, which may stand in a file beside the document.</summary>
    public static Diagnostic Report(this RuleInfo info, Proposal proposal, HeaderField field, TextSpan span, string message, Demand demand)
    {
        var text = proposal.Document.TextOf(field);
        return info.Report(proposal, span, message, demand) with { At = Place.In(text, text.Visible(span)), Subject = Subjects.Of(text, span) };
    }

    /// <summary>A fault that only the whole catalog shows.</summary>
    public static Diagnostic Report(this RuleInfo info, CatalogEntry entry, Place at, string message, Reason reason, string subject) =>
        new(info.Name, info.Severity, at, message, reason) { Proposal = entry.Id, Subject = subject };

    public static Severity AtMost(this Severity severity, Severity ceiling) => severity < ceiling ? severity : ceiling;

    /// <summary>The same diagnostic, said no louder than <paramref name="ceiling"/>.</summary>
    public static Diagnostic AtMost(this Diagnostic diagnostic, Severity ceiling) =>
        diagnostic with { Severity = diagnostic.Severity.AtMost(ceiling) };

    public static Severity Ceiling(Confidence confidence) => confidence switch
    {
        Confidence.High => Severity.Error,
        Confidence.Medium => Severity.Warning,
        _ => Severity.Info,
    };
}
