using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>What names a document without being a link (Sphinx): entries of a <c>toctree</c>, and the role <c>:doc:</c>. In no particular order.</summary>
internal static class DocumentTargets
{
    private const string Role = ":doc:`";

    /// <summary>Each path with its place in the text.</summary>
    public static IEnumerable<(TextSpan At, string Target)> Of(Document document)
    {
        foreach (var node in DocumentWalk.All(document))
        {
            if (node is Block.Directive { Name: "toctree" } tree)
            {
                foreach (var entry in EntriesOf(document.Text, tree)) yield return entry;
            }
            else if (node is Inline.Styled { Strength: 0 } role && document.Text.Slice(role.Span) is var written && written.StartsWith(Role, StringComparison.Ordinal) && written[^1] == '`' && written.Length > Role.Length + 1)
            {
                yield return Within(document.Text, TextSpan.Between(role.Span.Start + Role.Length, role.Span.End - 1));
            }
        }
    }

    private static IEnumerable<(TextSpan, string)> EntriesOf(SourceText text, Block.Directive tree)
    {
        var last = text.Lines.LineOf(Math.Max(tree.Span.End - 1, tree.Span.Start));
        for (var line = text.Lines.LineOf(tree.Span.Start) + 1; line <= last; line++)
        {
            var span = text.Lines.SpanOf(line);
            var entry = text.Slice(span).Trim();
            if (entry.IsEmpty || entry[0] == ':' || entry.StartsWith("..", StringComparison.Ordinal) && !entry.StartsWith("../", StringComparison.Ordinal)) continue;
            yield return Within(text, new TextSpan(span.Start + text.Slice(span).IndexOf(entry, StringComparison.Ordinal), entry.Length));
        }
    }

    // "path", or "Title <path>".
    private static (TextSpan, string) Within(SourceText text, TextSpan span)
    {
        var written = text.Slice(span);
        var open = written[^1] == '>' ? written.LastIndexOf('<') : -1;
        var at = open < 0 ? span : TextSpan.Between(span.Start + open + 1, span.End - 1);
        return (at, text.Substring(at));
    }
}
