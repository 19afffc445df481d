using Gavel.Core.Text;

namespace Gavel.Core.Documents.Rst;

/// <summary>The lines that a merge leaves behind when nobody settles it.</summary>
internal static class ConflictMarks
{
    /// <summary>The marker lines of each conflict: its beginning, its middle (and base), its end. A line of <c>=</c> elsewhere is an adornment.</summary>
    public static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        if (!text.Contains("<<<<<<< ", StringComparison.Ordinal)) return found;
        var open = new List<TextSpan>();
        var lines = new LineCursor(text);
        while (lines.MoveNext())
        {
            var line = text.AsSpan(lines.Span.Start, lines.Span.Length);
            if (line.StartsWith("<<<<<<< ")) open = [lines.Span];
            else if (open.Count > 0 && (line.StartsWith("||||||| ") || line.SequenceEqual("======="))) open.Add(lines.Span);
            else if (open.Count > 1 && line.StartsWith(">>>>>>> "))
            {
                found.AddRange(open);
                found.Add(lines.Span);
                open = [];
            }
        }
        return found;
    }

    /// <summary>The text in the same length with the marker lines blank, so that they make no headings.</summary>
    public static string Hide(string text)
    {
        var marks = Find(text);
        if (marks.Count == 0) return text;
        var chars = text.ToCharArray();
        foreach (var mark in marks) chars.AsSpan(mark.Start, mark.Length).Fill(' ');
        return new string(chars);
    }
}
