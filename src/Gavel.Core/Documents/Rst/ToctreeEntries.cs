using Gavel.Core.Text;

namespace Gavel.Core.Documents.Rst;

/// <summary>A line of a <c>toctree</c> (Sphinx): <c>path</c>, or <c>Title &lt;path&gt;</c>.</summary>
/// <param name="At">All of it.</param>
/// <param name="Target">The path alone, which leaves the extension out.</param>
/// <param name="Title">Null where only the path stands there.</param>
internal readonly record struct ToctreeEntry(TextSpan At, TextSpan Target, string? Title);

/// <summary>The entries of a <c>toctree</c>, without its options and comments.</summary>
internal static class ToctreeEntries
{
    public static bool Is(Block.Directive directive) => string.Equals(directive.Name, "toctree", StringComparison.Ordinal);

    public static IEnumerable<ToctreeEntry> Of(SourceText text, Block.Directive directive)
    {
        var last = text.Lines.LineOf(Math.Max(directive.Span.End - 1, directive.Span.Start));
        for (var line = text.Lines.LineOf(directive.Span.Start) + 1; line <= last; line++)
        {
            var span = text.Lines.SpanOf(line);
            var entry = text.Slice(span).Trim();
            if (entry.IsEmpty || entry[0] == ':' || (entry.StartsWith("..", StringComparison.Ordinal) && !entry.StartsWith("../", StringComparison.Ordinal))) continue;
            var at = new TextSpan(span.Start + text.Slice(span).IndexOf(entry, StringComparison.Ordinal), entry.Length);
            var target = TargetIn(text, at);
            yield return new ToctreeEntry(at, target, target == at ? null : text.Slice(TextSpan.Between(at.Start, target.Start)).TrimEnd(" <").ToString());
        }
    }

    /// <summary>The path in <c>path</c> and in <c>Title &lt;path&gt;</c>.</summary>
    /// <param name="written">Not empty.</param>
    public static TextSpan TargetIn(SourceText text, TextSpan written)
    {
        var open = text.Chars[written.End - 1] == '>' ? text.Slice(written).LastIndexOf('<') : -1;
        return open <= 0 ? written : TextSpan.Between(written.Start + open + 1, written.End - 1);
    }
}
