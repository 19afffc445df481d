using Gavel.Core.Documents.Headers;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Rst;

/// <summary>Whether a text begins with RFC 2822 lines (<c>Status: Draft</c>), as Python's proposals do.</summary>
internal static class RfcHeader
{
    /// <summary>Two fields at least in the first lines, and nothing but fields and their continuations up to the first empty line.</summary>
    public static bool Starts(string text)
    {
        var fields = 0;
        var lines = new LineCursor(text);
        while (lines.MoveNext())
        {
            var line = text.AsSpan(lines.Span.Start, lines.Span.Length);
            if (line.IsWhiteSpace()) return fields >= 2;
            if (char.IsWhiteSpace(line[0]))
            {
                if (fields == 0) return false;
                continue;
            }
            var colon = line.IndexOf(':');
            if (colon < 1 || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])) || line[..colon].Contains(' ') || !KeyShape.Fits(line[..colon])) return false;
            fields++;
        }
        return fields >= 2;
    }
}
