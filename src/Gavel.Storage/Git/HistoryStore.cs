using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>Histories in the cache: of one HEAD a whole table, of those that went on from it only the commits since.</summary>
/// <param name="circumstances">What else a history depends on.</param>
internal sealed class HistoryStore(ICache cache, string circumstances, string repository)
{
    // Changes with the shape of the bytes.
    private const string Format = "4";
    private const int LongestSince = 256 << 10; // bytes of log; more is worth a new table

    private string LastKey => $"history:{Format}:last:{circumstances}:{repository}";

    /// <returns>Null when nothing is remembered of the commit.</returns>
    public HistoryLayer? Find(string head) => Read(head) is { } kept ? kept.Lay() : null;

    /// <summary>The commits that others may follow: the one that was asked for last, then that of its table.</summary>
    public IEnumerable<string> Known()
    {
        if (Last() is not { } last) yield break;
        yield return last;
        if (cache.Get(KeyOf(last)) is { } bytes && Since.Of(bytes) is { } since) yield return since.Base;
    }

    /// <summary>A commit that was left, for another branch or an older commit, is no longer what others follow.</summary>
    public void Follow(string head)
    {
        if (!string.Equals(Last(), head, StringComparison.Ordinal)) cache.Put(LastKey, Encoding.ASCII.GetBytes(head));
    }

    /// <param name="log">The commits since the last one, newest first.</param>
    /// <returns>Null where only a look at all commits will do.</returns>
    public HistoryLayer? Extend(string last, string head, byte[] log)
    {
        if (Read(last) is not { } kept || kept.Lay() is not { } known || !IsBefore(LogEntry.Parse(log), known.CommitAt(known.Count - 1))) return null;
        var since = new Since(kept.Base, kept.Log.Length == 0 ? log : [.. log, 0, .. kept.Log]);
        if (since.Log.Length > LongestSince) return null;
        cache.Put(KeyOf(head), since.ToBytes());
        if ((kept with { Log = since.Log }).Lay() is not { } layer) return null;
        Follow(head);
        return layer;
    }

    public HistoryLayer Add(string head, List<LogEntry> entries)
    {
        var table = HistoryTable.Build(entries);
        cache.Put(KeyOf(head), [.. table.Bytes, (byte)'T']);
        cache.Put(MessagesKeyOf(table), CommitMessages.Pack(entries.Select(e => e.Message)));
        Follow(head);
        return HistoryLayer.Over(table, [])!;
    }

    /// <summary>The messages of a table's commits, newest first; null when they are not remembered.</summary>
    public string[]? MessagesOf(HistoryTable table) => cache.Get(MessagesKeyOf(table)) is { } bytes ? CommitMessages.Unpack(bytes, table.Count) : null;

    private string? Last() => cache.Get(LastKey) is { Length: 40 } bytes && Encoding.ASCII.GetString(bytes) is var commit && HeadFile.IsCommit(commit) ? commit : null;

    private string KeyOf(string head) => $"history:{Format}:{circumstances}:{head}";

    private string MessagesKeyOf(HistoryTable table) => $"history:{Format}:messages:{circumstances}:{(table.Count == 0 ? "" : table.CommitAt(table.Count - 1).Id)}";

    private Kept? Read(string head)
    {
        if (cache.Get(KeyOf(head)) is not { } bytes) return null;
        if (TableOf(bytes) is { } whole) return new Kept(head, whole, []);
        return Since.Of(bytes) is { } since && cache.Get(KeyOf(since.Base)) is { } below && TableOf(below) is { } table ? new Kept(since.Base, table, since.Log) : null;
    }

    // The table, 'T'.
    private static HistoryTable? TableOf(byte[] bytes) => bytes is [.., (byte)'T'] ? HistoryTable.Open(bytes) : null;

    // Only then does the whole log begin with exactly these commits: a chain from the last one on; or with merges, where each of them is newer than it. Of those
    // whose children are told, git tells the newest first (git-log(1), --date-order), and none of the older commits is told before the last one.
    private static bool IsBefore(List<LogEntry> entries, HistoryCommit last)
    {
        if (entries.Count == 0) return false;
        var (isChain, isNewer) = (true, true);
        var known = new HashSet<string>(StringComparer.Ordinal) { entries[0].Commit };
        for (var i = 0; i < entries.Count; i++)
        {
            isChain &= string.Equals(entries[i].Parents, i + 1 < entries.Count ? entries[i + 1].Commit : last.Id, StringComparison.Ordinal);
            isNewer &= entries[i].Recorded > last.Recorded && known.Contains(entries[i].Commit);
            foreach (var parent in entries[i].Parents.Split(' ')) known.Add(parent);
        }
        return isChain || (isNewer && known.Contains(last.Id));
    }

    /// <param name="Base">The commit of the table.</param>
    private sealed record Kept(string Base, HistoryTable Table, byte[] Log)
    {
        /// <returns>Null where they do something that only a look at all commits can tell.</returns>
        public HistoryLayer? Lay() => HistoryLayer.Over(Table, Log.Length == 0 ? [] : LogEntry.Parse(Log));
    }

    /// <summary>In the cache: the log, the commit of the table, 'S'.</summary>
    /// <param name="Log">Not empty.</param>
    private sealed record Since(string Base, byte[] Log)
    {
        private const int Tail = 41; // bytes

        public static Since? Of(byte[] bytes) => bytes is [.., (byte)'S'] && bytes.Length > Tail ? new Since(Encoding.ASCII.GetString(bytes, bytes.Length - Tail, Tail - 1), bytes[..^Tail]) : null;

        public byte[] ToBytes() => [.. Log, .. Encoding.ASCII.GetBytes(Base), (byte)'S'];
    }
}
