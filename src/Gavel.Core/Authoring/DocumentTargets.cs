using Gavel.Core.Documents;
using Gavel.Core.Documents.Rst;
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
            if (node is Block.Directive directive && ToctreeEntries.Is(directive))
            {
                foreach (var entry in ToctreeEntries.Of(document.Text, directive)) yield return (entry.Target, document.Text.Substring(entry.Target));
            }
            else if (node is Inline.Styled { Strength: 0 } role && document.Text.Slice(role.Span) is var written && written.StartsWith(Role, StringComparison.Ordinal) && written[^1] == '`' && written.Length > Role.Length + 1)
            {
                var target = ToctreeEntries.TargetIn(document.Text, TextSpan.Between(role.Span.Start + Role.Length, role.Span.End - 1));
                yield return (target, document.Text.Substring(target));
            }
        }
    }
}
