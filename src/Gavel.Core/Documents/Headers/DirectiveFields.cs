using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Fields that are written as RST directives of the project's own: <c>.. author:: Ann</c>.</summary>
internal static class DirectiveFields
{
    /// <returns>Null for a directive that sets something up, has options, or has content behind an empty line.</returns>
    public static HeaderField? Of(SourceText text, Block.Directive directive)
    {
        if (directive.Options.Length > 0 || HeaderWords.IsSetup(directive.Name)) return null;
        var written = text.Slice(directive.Span);
        var start = written.IndexOf(directive.Name, StringComparison.OrdinalIgnoreCase);
        var colons = written.IndexOf("::");
        if (start < 0 || colons < start || !KeyShape.Fits(directive.Name)) return null;
        var value = written[(colons + 2)..];
        if (HasEmptyLine(value.Trim())) return null;
        var from = directive.Span.Start + colons + 2 + (value.Length - value.TrimStart().Length);
        var span = value.IsWhiteSpace() ? new TextSpan(directive.Span.Start + colons + 2, 0) : new TextSpan(from, value.Trim().Length);
        var name = new TextSpan(directive.Span.Start + start, directive.Name.Length);
        return new HeaderField(text.Substring(name), PlainText.Fold(text.Slice(span)), TextSpan.Between(directive.Span.Start, Math.Max(span.End, directive.Span.Start + colons + 2)), name, span, HeaderStyle.FieldList);
    }

    private static bool HasEmptyLine(ReadOnlySpan<char> value)
    {
        var lines = new LineCursor(value);
        while (lines.MoveNext())
            if (value.Slice(lines.Span.Start, lines.Span.Length).IsWhiteSpace()) return !value.IsEmpty;
        return false;
    }
}
