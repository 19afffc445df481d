using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>Writes a change as <c>git diff</c> would, such that <c>git apply</c> makes it: edits, moves and new files, by path.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="tree">What the change is made for; an edit for another content is left out.</param>
    public static string Render(ChangeSet changes, ITree tree)
    {
        var edits = changes.Edits.GroupBy(e => e.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => ChangeSet.Empty with { Edits = [.. g] }, StringComparer.Ordinal);
        var moves = changes.Moves.IsEmpty ? [] : Moved(changes, tree);
        var result = new StringBuilder();
        foreach (var path in edits.Keys.Union(moves.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (tree.Find(path) is not { } file) continue;
            var to = moves.GetValueOrDefault(path, path);
            var before = edits.ContainsKey(path) ? tree.Read(file) : null;
            var after = before is null ? null : edits[path].ApplyTo(before);
            if (after is null && string.Equals(path, to, StringComparison.Ordinal)) continue;
            AddHeader(result, path, to);
            if (after is not null && !string.Equals(after.Chars, before!.Chars, StringComparison.Ordinal)) AddHunks(result, "a/" + path, "b/" + to, Marked(before), Marked(after));
        }
        foreach (var file in changes.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            result.Append("diff --git ").Append(Quote("a/" + file.Path)).Append(' ').Append(Quote("b/" + file.Path)).Append("\nnew file mode 100644\n");
            if (file.Content.Length > 0) AddHunks(result, "/dev/null", "b/" + file.Path, "", file.Content);
            else result.Append("index 0000000..e69de29\n");
        }
        return result.ToString();
    }

    private static void AddHeader(StringBuilder result, string from, string to)
    {
        result.Append("diff --git ").Append(Quote("a/" + from)).Append(' ').Append(Quote("b/" + to)).Append('\n');
        if (!string.Equals(from, to, StringComparison.Ordinal))
            result.Append("rename from ").Append(Quote(from)).Append("\nrename to ").Append(Quote(to)).Append('\n');
    }

    /// <summary>Where each file goes in the end.</summary>
    private static Dictionary<string, string> Moved(ChangeSet changes, ITree tree)
    {
        var now = tree.Files.ToDictionary(f => f.Path, f => f.Path, StringComparer.Ordinal); // where it is by now -> where it was
        var isFile = new HashSet<string>(now.Keys, StringComparer.Ordinal);
        foreach (var move in changes.Moves)
        {
            var (from, to) = (move.From.TrimEnd('/'), move.To.TrimEnd('/'));
            var going = isFile.Contains(from) ? [from] : isFile.Where(p => p.StartsWith(from + "/", StringComparison.Ordinal)).ToList();
            foreach (var path in going)
            {
                now.Remove(path, out var was);
                isFile.Remove(path);
                now[to + path[from.Length..]] = was!;
                isFile.Add(to + path[from.Length..]);
            }
        }
        return now.Where(n => !string.Equals(n.Key, n.Value, StringComparison.Ordinal)).ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);
    }

    private static void AddHunks(StringBuilder result, string from, string to, string before, string after)
    {
        var (old, @new) = (Lines(before), Lines(after));
        var ranges = LineDiff.Of(old, @new);
        result.Append("--- ").Append(Name(from)).Append("\n+++ ").Append(Name(to)).Append('\n');
        for (var first = 0; first < ranges.Count;)
        {
            var last = first;
            while (last + 1 < ranges.Count && ranges[last + 1].OldStart - (ranges[last].OldStart + ranges[last].OldCount) <= 2 * Context) last++;
            AddHunk(result, old, @new, ranges.GetRange(first, last - first + 1));
            first = last + 1;
        }
    }

    private static void AddHunk(StringBuilder result, string[] old, string[] @new, List<DiffRange> ranges)
    {
        var lead = Math.Min(Context, ranges[0].OldStart);
        var (oldStart, newStart) = (ranges[0].OldStart - lead, ranges[0].NewStart - lead);
        var oldEnd = Math.Min(old.Length, ranges[^1].OldStart + ranges[^1].OldCount + Context);
        var newEnd = ranges[^1].NewStart + ranges[^1].NewCount + (oldEnd - ranges[^1].OldStart - ranges[^1].OldCount);
        result.Append("@@ -").Append(Place(oldStart, oldEnd)).Append(" +").Append(Place(newStart, newEnd)).Append(" @@\n");
        var at = oldStart;
        foreach (var range in ranges)
        {
            for (; at < range.OldStart; at++) AddLine(result, ' ', old[at]);
            for (; at < range.OldStart + range.OldCount; at++) AddLine(result, '-', old[at]);
            for (var i = range.NewStart; i < range.NewStart + range.NewCount; i++) AddLine(result, '+', @new[i]);
        }
        for (; at < oldEnd; at++) AddLine(result, ' ', old[at]);
    }

    // "start,count", 1-based; of nothing the line before, the count 1 left out.
    private static string Place(int start, int end) => (end - start) switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        var count => $"{start + 1},{count}",
    };

    private static void AddLine(StringBuilder result, char sign, string line)
    {
        result.Append(sign).Append(line);
        if (!line.EndsWith('\n')) result.Append("\n\\ No newline at end of file\n");
    }

    private static string Marked(SourceText text) => text.Encoding == TextEncoding.Utf8WithBom ? '\uFEFF' + text.Chars : text.Chars;

    // Git ends a name with spaces by a tab, so that nobody takes what follows for a date.
    private static string Name(string path) => path.Contains(' ') ? Quote(path) + "\t" : Quote(path);

    // Git's lines end with LF alone; each keeps its end.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var lf and >= 0 ? lf + 1 : text.Length;
            lines.Add(text[at..end]);
            at = end;
        }
        return [.. lines];
    }

    // As core.quotePath=false has it: what would break the line is escaped as in C, within double quotes.
    private static string Quote(string path)
    {
        if (!path.AsSpan().ContainsAnyInRange('\0', '\u001F') && path.AsSpan().IndexOfAny('"', '\\', '\u007F') < 0) return path;
        var quoted = new StringBuilder("\"");
        foreach (var c in path)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is < ' ' or '\u007F') quoted.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'));
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
