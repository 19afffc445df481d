using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Reads the YAML file in which a directory proposal keeps its header.</summary>
public static class Sidecar
{
    /// <summary>The document with the fields of the file beside it behind its own; null for no file.</summary>
    public static Document With(Document document, SourceText? text) => text is null ? document : document with { Header = [.. document.Header, .. Read(text)] };

    /// <summary>Fields whose spans point into the file. Never throws; what is no YAML is read by lines.</summary>
    public static ImmutableArray<HeaderField> Read(SourceText text)
    {
        // The reader of front matter wants its fences; spans move back by the first.
        const string fence = "---\n";
        var hasFence = text.Chars.StartsWith("---", StringComparison.Ordinal);
        var fenced = SourceText.From(text.Path, hasFence ? text.Chars + "\n---\n" : fence + text.Chars + "\n---\n");
        var faults = ImmutableArray.CreateBuilder<Diagnostics.Diagnostic>();
        if (FrontMatter.Read(fenced, faults) is not { } read) return [];
        var shift = hasFence ? 0 : fence.Length;
        return [.. read.Fields.Select(f => f with { Span = Moved(f.Span), NameSpan = Moved(f.NameSpan), ValueSpan = Moved(f.ValueSpan), Style = HeaderStyle.Sidecar, In = text })];

        TextSpan Moved(TextSpan span)
        {
            var start = Math.Clamp(span.Start - shift, 0, text.Chars.Length);
            return TextSpan.Between(start, Math.Clamp(span.End - shift, start, text.Chars.Length));
        }
    }
}
