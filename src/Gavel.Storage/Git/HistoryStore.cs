using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>Histories in the cache: of one HEAD a whole table, of those that went on from it only the commits since.</summary>
/// <param name="circumstances">What else a history depends on.</param>
internal sealed class HistoryStore(ICache cache, string circumstances, string repository)
{
    // Changes with the shape of the bytes.
    private const string Format = "3";
    private const int LongestSince = 256 << 10; // bytes of log; more is worth a new table

    private string LastKey => $"history:{Format}:last:{circumstances}:{repository}";

    /// <returns>Null when nothing is remembered of the commit.</returns>
    public HistoryLayer? Find(string head)
    {
        if (cache.Get(KeyOf(head)) is not { Length: > 0 } bytes) return null;
        if (bytes[0] == 'T') return HistoryTable.Open(bytes[1..]) is { } whole ? HistoryLayer.Over(whole, []) : null;
        if (Split(bytes) is not { } since || cache.Get(KeyOf(since.Base)) is not { Length: > 0 } below || below[0] != 'T') return null;
        return HistoryTable.Open(below[1..]) is { } table ? HistoryLayer.Over(table, LogEntry.Parse(since.Log)) : null;
    }

    /// <summary>The commits that others may follow: the one that was asked for last, then that of its table.</summary>
    public IEnumerable<string> Known()
    {
        if (Last() is not { } last) yield break;
        yield return last;
        if (cache.Get(KeyOf(last)) is { Length: > 0 } bytes && bytes[0] == 'S' && Split(bytes) is { } since) yield return since.Base;
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
        if (Find(last) is not { } known || !IsBefore(LogEntry.Parse(log), known.CommitAt(known.Count - 1)) || cache.Get(KeyOf(last)) is not { Length: > 0 } bytes) return null;
        var below = last;
        if (bytes[0] != 'T')
        {
            if (Split(bytes) is not { } since) return null;
            below = since.Base;
            log = [.. log, 0, .. since.Log];
        }
        if (log.Length > LongestSince) return null;
        cache.Put(KeyOf(head), [(byte)'S', .. Encoding.ASCII.GetBytes(below), .. log]);
        if (Find(head) is not { } layer) return null;
        Follow(head);
        return layer;
    }

    public HistoryLayer Add(string head, List<LogEntry> entries)
    {
        var table = HistoryTable.Build(entries);
        cache.Put(KeyOf(head), [(byte)'T', .. table.Bytes]);
        cache.Put(MessagesKeyOf(table), CommitMessages.Pack(entries.Select(e => e.Message)));
        Follow(head);
        return HistoryLayer.Over(table, [])!;
    }

    /// <summary>The messages of a table's commits, newest first; null when they are not remembered.</summary>
    public string[]? MessagesOf(HistoryTable table) => cache.Get(MessagesKeyOf(table)) is { } bytes ? CommitMessages.Unpack(bytes, table.Count) : null;

    private string? Last() => cache.Get(LastKey) is { Length: 40 } bytes && Encoding.ASCII.GetString(bytes) is var commit && HeadFile.IsCommit(commit) ? commit : null;

    private string KeyOf(string head) => $"history:{Format}:{circumstances}:{head}";

    private string MessagesKeyOf(HistoryTable table) => $"history:{Format}:messages:{circumstances}:{(table.Count == 0 ? "" : table.CommitAt(table.Count - 1).Id)}";

    // 'S', the commit of the table, the log.
    private static (string Base, byte[] Log)? Split(byte[] bytes) => bytes[0] == 'S' && bytes.Length > 41 ? (Encoding.ASCII.GetString(bytes, 1, 40), bytes[41..]) : null;

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
}
