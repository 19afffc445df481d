using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Front matter: YAML between <c>---</c> lines (<c>...</c> closes it too), or TOML between <c>+++</c> lines.</summary>
/// <param name="Span">With its fences, without the last terminator.</param>
internal sealed record FrontMatter(TextSpan Span, ImmutableArray<HeaderField> Fields)
{
    /// <returns>Null when the text does not begin with front matter.</returns>
    public static FrontMatter? Read(SourceText text, ImmutableArray<Diagnostic>.Builder faults)
    {
        var lines = new LineCursor(text.Chars);
        if (!lines.MoveNext()) return null;
        var isBelow = SkipComments(text, ref lines);
        var start = lines.Span.Start;
        var opening = text.Slice(lines.Span).TrimEnd();
        var isToml = opening is "+++";
        if (!isToml && opening is not "---") return null;
        var content = new List<TextSpan>();
        var end = -1;
        while (lines.MoveNext())
        {
            var line = text.Slice(lines.Span).TrimEnd();
            if (isToml ? line is "+++" : line is "---" or "...")
            {
                end = lines.Span.End;
                break;
            }
            content.Add(lines.Span);
        }
        if (!BeginsWithKey(text, content, isToml)) return end >= 0 && !isBelow && content.TrueForAll(l => text.Slice(l).IsWhiteSpace()) ? new FrontMatter(TextSpan.Between(0, end), []) : null;
        if (end < 0 && isBelow) return null;
        if (end < 0) end = CutUnclosed(text, content, isToml, faults);

        var reader = new FrontMatterLines(text, content, isToml);
        var fields = reader.Read();
        if (!isToml && reader.IsDoubtful && YamlSoundness.FaultOf(text, content) is { } fault)
            faults.Add(fault);
        return new FrontMatter(TextSpan.Between(start, end), fields);
    }

    // A licence in a comment may stand before the front matter.
    private static bool SkipComments(SourceText text, ref LineCursor lines)
    {
        if (!text.Slice(lines.Span).TrimStart().StartsWith("<!--")) return false;
        var isOpen = false;
        do
        {
            var line = text.Slice(lines.Span).Trim();
            if (!isOpen && !line.StartsWith("<!--") && !line.IsEmpty) return true;
            if (line.StartsWith("<!--")) isOpen = true;
            if (isOpen && line.Contains("-->", StringComparison.Ordinal)) isOpen = false;
        }
        while (lines.MoveNext());
        return true;
    }

    private static bool BeginsWithKey(SourceText text, List<TextSpan> lines, bool isToml)
    {
        foreach (var line in lines)
        {
            var chars = text.Slice(line).Trim();
            if (chars.IsEmpty || chars[0] == '#') continue;
            return isToml && chars[0] == '[' || FrontMatterLines.KeyLength(chars, isToml ? '=' : ':') > 0;
        }
        return false;
    }

    // Up to the first empty line, or to what can be no key: from there on it is the document.
    private static int CutUnclosed(SourceText text, List<TextSpan> lines, bool isToml, ImmutableArray<Diagnostic>.Builder faults)
    {
        var keep = 0;
        while (keep < lines.Count)
        {
            var chars = text.Slice(lines[keep]);
            var trimmed = chars.Trim();
            if (trimmed.IsEmpty || chars[0] == '#' && keep > 0 && chars.StartsWith("# ") && NextIsBlank(text, lines, keep)) break;
            if (!char.IsWhiteSpace(chars[0]) && trimmed[0] is not ('#' or '-' or '[') && FrontMatterLines.KeyLength(trimmed, isToml ? '=' : ':') == 0) break;
            keep++;
        }
        lines.RemoveRange(keep, lines.Count - keep);
        var mark = isToml ? "+++" : "---";
        faults.Add(FaultAt(text, new TextSpan(0, 3), $"front matter is not closed by a line of '{mark}'"));
        return lines.Count > 0 ? lines[^1].End : 3;
    }

    private static bool NextIsBlank(SourceText text, List<TextSpan> lines, int at) => at + 1 >= lines.Count || text.Slice(lines[at + 1]).IsWhiteSpace();

    public static Diagnostic FaultAt(SourceText text, TextSpan span, string message) =>
        new("syntax", Severity.Warning, Place.In(text, span), message, new Reason.Standard("YAML front matter")) { Subject = message };
}
