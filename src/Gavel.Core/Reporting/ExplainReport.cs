using Gavel.Core.Checking;

namespace Gavel.Core.Reporting;

/// <summary>The object of <c>explain --format json</c>.</summary>
public static class ExplainReport
{
    public static string RenderJson(RuleInfo rule, string page) => JsonText.Object(writer =>
    {
        writer.WriteString("rule", rule.Name);
        writer.WriteString("severity", TextReport.Name(rule.Severity));
        writer.WriteText("summary", rule.Summary);
        writer.WriteText("page", page);
    });
}
