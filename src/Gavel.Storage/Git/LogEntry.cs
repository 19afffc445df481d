using System.Globalization;
using System.Text;

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
        var entries = new List<LogEntry>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!output.IsEmpty)
        {
            var token = Next(ref output).TrimStart((byte)'\n');
            if (token.IsEmpty) continue;
            if (token[0] == 1) entries.Add(Header(token[1..], names));
            else if (token[0] == ':' && entries.Count > 0) AddChange(entries[^1].Changes, token, ref output);
        }
        return entries;
    }

    private static LogEntry Header(ReadOnlySpan<byte> token, Dictionary<string, string> names)
    {
        var parts = Encoding.UTF8.GetString(token).Split('\u0002', 6);
        var date = parts.Length > 1 && DateTimeOffset.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : DateTimeOffset.UnixEpoch;
        return new LogEntry(parts[0], date, Shared(2), Shared(3), parts.Length > 4 ? parts[4] : "", parts.Length > 5 ? parts[5].TrimEnd() : "", []);

        string Shared(int at)
        {
            var text = parts.Length > at ? parts[at] : "";
            return names.TryAdd(text, text) ? text : names[text];
        }
    }

    // ":<mode> <mode> <sha> <sha> <status>[score] NUL <path> [NUL <path>]"; of a merge with n parents n colons, n+1 modes, n+1 ids, n letters, one path.
    private static void AddChange(List<LogChange> changes, scoped ReadOnlySpan<byte> token, ref ReadOnlySpan<byte> output)
    {
        var text = Encoding.ASCII.GetString(token);
        var parents = text.AsSpan().IndexOfAnyExcept(':');
        var parts = text.Split(' ');
        var path = Encoding.UTF8.GetString(Next(ref output));
        if (parents < 1 || parts.Length != 2 * (parents + 1) + 1) return;
        var (sha, status) = (parts[^2], parts[^1][0]);
        var before = BlobOf(parts[parents + 1]);
        if (parents > 1)
        {
            var isGone = sha.AsSpan().IndexOfAnyExcept('0') < 0;
            status = isGone ? 'D' : parts[^1].AsSpan().IndexOfAnyExcept('A') < 0 ? 'A' : 'M';
        }
        else if (status is 'R' or 'C')
        {
            var to = Encoding.UTF8.GetString(Next(ref output));
            changes.Add(status == 'R' ? new LogChange('R', path, to, sha, before) : new LogChange('A', to, to, sha));
            return;
        }
        changes.Add(new LogChange(status, path, path, sha, before, parents > 1 ? BlobOf(parts[parents + 2]) : ""));
    }

    private static string BlobOf(string sha) => sha.AsSpan().IndexOfAnyExcept('0') < 0 ? "" : sha;

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> output)
    {
        var end = output.IndexOf((byte)0);
        var token = end < 0 ? output : output[..end];
        output = end < 0 ? [] : output[(end + 1)..];
        return token;
    }
}
