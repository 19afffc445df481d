namespace Gavel.Storage.Git;

/// <param name="Status">A (added), M (modified), D (deleted), R (renamed), T (another type).</param>
/// <param name="From">The path before; the same as <paramref name="Path"/> unless renamed.</param>
/// <param name="Sha">The blob afterwards.</param>
/// <param name="Before">The blob in the parent; empty where it had none.</param>
/// <param name="Before2">Of a merge, the blob in the second parent; empty otherwise.</param>
internal readonly record struct LogChange(char Status, string From, string Path, string Sha, string Before = "", string Before2 = "");

/// <summary>A commit of <c>git log</c> with what it changed.</summary>
/// <param name="Parents">Commit ids, separated by spaces.</param>
/// <param name="Message">As it was written, without the line end.</param>
internal sealed record LogEntry(string Commit, DateTimeOffset Recorded, string Person, string Email, string Parents, string Message, List<LogChange> Changes)
{
    /// <summary>What <see cref="Parse"/> reads. Children come before their parents, newest first; a merge shows only what differs from all its parents.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "log", "--date-order", "--root", "-c", "--raw", "-z", "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=all", "--encoding=UTF-8", "-O/dev/null", "-l2000", "--format=%x01%H%x02%cI%x02%aN%x02%aE%x02%P%x02%B",
    ];

    /// <summary>Reads the NUL-separated output (git-diff(1), raw output format); what does not fit is skipped.</summary>
    public static List<LogEntry> Parse(ReadOnlySpan<byte> output)
    {
        var parser = new LogParser();
        parser.Add(output);
        return parser.Finish();
    }
}
