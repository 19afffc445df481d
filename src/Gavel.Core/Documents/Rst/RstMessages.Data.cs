using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Beginnings of docutils' messages, sorted by what they mean for an author.</summary>
internal static class RstMessages
{
    private static readonly string[] ToolKnowledge =
    [
        "Unknown directive type",
        "Unknown interpreted text role",
        "No role entry for",
        "Unknown target name",
        "Undefined substitution referenced",
        "Error in \"",
        "Invalid context:",
        "Problems with \"",
        "\"include\" directive",
        "\"raw\" directive",
        "\"csv-table\" directive",
        "Unable to locate",
        "Cannot embed",
        "PEP number must be",
        "RFC number must be",
    ];

    private static readonly string[] Visible =
    [
        "Inline ",
        "Literal block expected",
        "Duplicate explicit target name",
        "Explicit markup ends without",
        "Bullet list ends without",
        "Enumerated list ends without",
        "Definition list ends without",
        "Field list ends without",
        "Option list ends without",
        "Line block ends without",
        "Block quote ends without",
        "Literal block ends without",
        "malformed hyperlink target",
        "Mismatch: both interpreted text",
        "Multiple roles in interpreted text",
    ];

    /// <summary>Whether the message says that docutils alone does not know a name or cannot get at a file; the project's own tools may.</summary>
    public static bool NeedsKnowledgeOfTools(string message) => StartsWithAny(message, ToolKnowledge);

    /// <summary>Whether older releases of docutils accept what the message is about.</summary>
    public static bool DependsOnRelease(string message) => message.StartsWith("Indirect hyperlink target", StringComparison.Ordinal);

    /// <summary>Whether the page then looks otherwise than its author meant.</summary>
    public static bool IsSeenByReaders(string message) => StartsWithAny(message, Visible);

    /// <summary>Whether the message stands in the place of a directive that could not be run.</summary>
    public static bool IsAboutDirective(RstSystemMessage message) =>
        message.Severity >= RstSeverity.Error
        && (message.Text.StartsWith("Unknown directive type", StringComparison.Ordinal) || message.Text.Contains("\" directive", StringComparison.Ordinal));

    private static bool StartsWithAny(string message, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (message.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
