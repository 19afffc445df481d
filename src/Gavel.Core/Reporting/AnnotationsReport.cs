using System.Text;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Reporting;

/// <summary>GitHub's workflow commands: each finding becomes an annotation in the pull request.</summary>
public static class AnnotationsReport
{
    public static string Render(Report report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            var diagnostic = finding.Diagnostic;
            var kind = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            text.Append($"::{kind} file={Property(diagnostic.At.Path)},line={diagnostic.At.Start.Line},endLine={diagnostic.At.End.Line}");
            // A column is only allowed where the annotation is on one line.
            if (diagnostic.At.Start.Line == diagnostic.At.End.Line) text.Append($",col={diagnostic.At.Start.Column},endColumn={diagnostic.At.End.Column}");
            text.Append($",title={Property(diagnostic.Rule)}::{Data(Message(diagnostic))}\n");
        }
        return text.ToString();
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.Reason switch
    {
        Reason.TemplateLine line => $"{diagnostic.Message}\n{line.At.Path}:{line.At.Start.Line} says \"{line.Text}\"",
        _ => diagnostic.Message,
    } + (diagnostic.Help is { } help ? $"\n{help}" : "");

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
