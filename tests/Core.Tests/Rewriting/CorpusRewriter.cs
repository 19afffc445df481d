using System.Globalization;
using System.Text.RegularExpressions;

namespace Core.Tests.Rewriting;

/// <summary>A file of a rewritten corpus.</summary>
/// <param name="OldPath">What it was called.</param>
/// <param name="Origin">For each line its number in the old text, both from 0; -1 for a line that was added.</param>
internal sealed record RewrittenFile(string OldPath, string Path, string Text, int[] Origin);

/// <summary>How a whole corpus is put into other words: its template, its proposals, its index and its file names alike.</summary>
internal sealed record CorpusRewriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whole words, first to last: the process's name, its statuses, what the index says for them.</summary>
    public (string From, string To)[] Words { get; init; } = [];

    public (string From, string To)[] Fields { get; init; } = [];

    /// <summary>The name before a number that gets four digits; null leaves numbers as they are.</summary>
    public string? PadsAfter { get; init; }

    public bool EnciphersHeadings { get; init; }

    public bool SwapsBullets { get; init; }

    public bool SwapsAdornments { get; init; }

    public HeaderForm Header { get; init; }

    /// <summary>Anchors of headings in the old words and in the new ones; what is in no heading is enciphered word by word.</summary>
    public IReadOnlyDictionary<string, string> Anchors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A heading whose section goes to the end of each document; null leaves the order.</summary>
    public string? MovesToTheEnd { get; init; }

    public enum HeaderForm
    {
        AsItIs,
        ColonInsideBold,
        Underscores,
    }

    public string InWords(string text)
    {
        foreach (var (from, to) in Words) text = Regex.Replace(text, $@"(?<![\p{{L}}\d]){Regex.Escape(from)}(?![\p{{L}}\d])", to, RegexOptions.None, Patience);
        return PadsAfter is null ? text : Regex.Replace(text, $@"(?<![\p{{L}}\d])({PadsAfter})([- ])(\d+)(?!\d)", m => $"{m.Groups[1].Value}{m.Groups[2].Value}{Padded(m.Groups[3].Value)}", RegexOptions.IgnoreCase, Patience);
    }

    public RewrittenFile Rewrite(string path, string text)
    {
        var lines = text.Split('\n');
        var isRst = path.EndsWith(".rst", StringComparison.Ordinal);
        if (isRst) RewriteRst(lines);
        else RewriteMarkdown(lines);
        var origin = Enumerable.Range(0, lines.Length).ToArray();
        if (MovesToTheEnd is { } title) origin = Move(lines, EnciphersHeadings ? Cipher.Of(title) : title);
        return new RewrittenFile(path, InWords(path), InWords(string.Join('\n', origin.Select(i => i < 0 ? "" : lines[i]))), origin);
    }

    /// <summary>For <see cref="Anchors"/>: those of all Markdown headings. The first one has the number and the title of its proposal, which are no words of the template.</summary>
    public static Dictionary<string, string> AnchorsOf(IEnumerable<string> texts)
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var headings = text.Split('\n').Select(HeadingOf).OfType<string>().ToList();
            foreach (var heading in headings.Take(1)) anchors[Slug(heading)] = Slug(heading);
            foreach (var heading in headings.Skip(1)) anchors[Slug(heading)] = Slug(Cipher.Of(heading));
        }
        return anchors;
    }

    private static string? HeadingOf(string line) => Regex.Match(line, @"^#{1,6} +(.*?)[ #\r]*$", RegexOptions.None, Patience) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Slug(string heading) => Regex.Replace(heading.ToLowerInvariant().Replace(' ', '-'), @"[^\w-]", "", RegexOptions.None, Patience);

    private void RewriteMarkdown(string[] lines)
    {
        var fence = "";
        var title = Array.Find(lines, l => HeadingOf(l) is not null);
        for (var i = 0; i < lines.Length; i++)
        {
            var start = lines[i].TrimStart();
            if (fence.Length == 0 && (start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))) fence = start[..3];
            else if (fence.Length > 0 && start.StartsWith(fence, StringComparison.Ordinal)) fence = "";
            if (fence.Length > 0) continue;
            lines[i] = RewriteField(lines[i]);
            if (EnciphersHeadings)
            {
                if (HeadingOf(lines[i]) is not null && !ReferenceEquals(lines[i], title)) lines[i] = Cipher.Of(lines[i]);
                lines[i] = Regex.Replace(lines[i], @"^(\s*(?:[-*+]|\d+\.) )\[([^\]]+)\](\(#[^)]*\))", m => title?.Contains(m.Groups[2].Value, StringComparison.Ordinal) == true ? m.Value : $"{m.Groups[1].Value}[{Cipher.Of(m.Groups[2].Value)}]{m.Groups[3].Value}", RegexOptions.None, Patience);
                lines[i] = Regex.Replace(lines[i], @"\]\(([^)#\s]*)#([^)]*)\)", m => m.Groups[1].Value.Contains("//", StringComparison.Ordinal) ? m.Value : $"]({m.Groups[1].Value}#{Anchors.GetValueOrDefault(m.Groups[2].Value) ?? Cipher.Of(m.Groups[2].Value)})", RegexOptions.None, Patience);
            }
            // A dash under a line of text makes a heading of it.
            if (SwapsBullets && (start.Length > 1 || i == 0 || lines[i - 1].Length == 0)) lines[i] = SwapBullet(lines[i]);
        }
    }

    private void RewriteRst(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (SwapsBullets) lines[i] = SwapBullet(lines[i]);
            var isAdornment = lines[i].Length >= 3 && "=-~^\"'".Contains(lines[i][0], StringComparison.Ordinal) && lines[i].AsSpan().TrimEnd().IndexOfAnyExcept(lines[i][0]) < 0;
            if (!isAdornment) continue;
            // Two of the marks change places, so that none falls together with another.
            if (SwapsAdornments) lines[i] = lines[i].Replace('=', '\u0001').Replace('-', '=').Replace('\u0001', '-').Replace('~', '\u0001').Replace('^', '~').Replace('\u0001', '^');
            var isUnder = i > 0 && lines[i - 1].Length > 0 && char.IsLetter(lines[i - 1][0]) && lines[i - 1].TrimEnd().Length <= lines[i].Length + 2;
            var isTitle = isUnder && i > 1 && string.Equals(lines[i - 2].TrimEnd(), lines[i].TrimEnd(), StringComparison.Ordinal);
            if (EnciphersHeadings && isUnder && !isTitle) lines[i - 1] = Cipher.Of(lines[i - 1]);
        }
    }

    private string RewriteField(string line)
    {
        // Also in the plural, in other case and without its emphasis.
        foreach (var (from, to) in Fields) line = Regex.Replace(line, $@"^((?:[*-] )?(?:\*\*)?){Regex.Escape(from)}(s?(?:\*\*:|:\*\*|:|\*\* :))", $"$1{to}$2", RegexOptions.IgnoreCase, Patience);
        if (Header == HeaderForm.AsItIs) return line;
        return Regex.Replace(line, @"(?<=^(?:[*-] )?|\| ?)\*\*([\w() ]+?)(?::\*\*|\*\*:)(?=[ \r]|$)", m => Header == HeaderForm.Underscores ? $"__{m.Groups[1].Value}__:" : $"**{m.Groups[1].Value}:**", RegexOptions.None, Patience);
    }

    private static string SwapBullet(string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        if (indent == line.Length || (indent + 1 < line.Length && line[indent + 1] != ' ')) return line;
        return line[indent] switch
        {
            '*' => $"{line[..indent]}-{line[(indent + 1)..]}",
            '-' => $"{line[..indent]}*{line[(indent + 1)..]}",
            _ => line,
        };
    }

    private static string Padded(string number) => int.Parse(number, CultureInfo.InvariantCulture).ToString("0000", CultureInfo.InvariantCulture);

    private static int[] Move(string[] lines, string title)
    {
        int[] all = [.. Enumerable.Range(0, lines.Length)];
        var first = Array.FindIndex(lines, l => string.Equals(l.TrimEnd(), "## " + title, StringComparison.Ordinal) || l.StartsWith($"## {title} (", StringComparison.Ordinal));
        if (first < 0) return all;
        var next = Array.FindIndex(lines, first + 1, l => l.StartsWith("## ", StringComparison.Ordinal));
        return next < 0 ? all : [.. all[..first], .. all[next..], -1, .. all[first..next]];
    }
}
