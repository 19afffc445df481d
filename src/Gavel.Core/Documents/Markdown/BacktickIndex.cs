namespace Gavel.Core.Documents.Markdown;

/// <summary>Finds the run of backticks that closes a code span. Remembers the last run of each length, so that a text of unclosed ones is read twice at most.</summary>
internal struct BacktickIndex
{
    private Dictionary<int, int>? _lastOfLength;

    /// <param name="from">Behind the opening run.</param>
    /// <returns>Where the closing run begins; -1 when there is none.</returns>
    public int FindClosing(string text, int from, int end, int length)
    {
        _lastOfLength ??= Index(text, from, end);
        if (!_lastOfLength.TryGetValue(length, out var last) || last < from) return -1;
        var at = from;
        while (at < end)
        {
            var (start, runLength) = NextRun(text, at, end);
            if (start < 0) return -1;
            if (runLength == length) return start;
            at = start + runLength;
        }
        return -1;
    }

    private static Dictionary<int, int> Index(string text, int from, int end)
    {
        var last = new Dictionary<int, int>();
        var at = from;
        while (NextRun(text, at, end) is ( >= 0, _) run)
        {
            last[run.Length] = run.Start;
            at = run.Start + run.Length;
        }
        return last;
    }

    private static (int Start, int Length) NextRun(string text, int at, int end)
    {
        var skip = text.AsSpan(at, end - at).IndexOf('`');
        if (skip < 0) return (-1, 0);
        var start = at + skip;
        var stop = start;
        while (stop < end && text[stop] == '`') stop++;
        return (start, stop - start);
    }
}
