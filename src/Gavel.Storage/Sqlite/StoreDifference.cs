using System.Collections.Immutable;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>What differs between a store and the content: documents to take out, numbers of stamps to put in, documents that only stand otherwise.</summary>
internal sealed record StoreDifference(List<long> Gone, List<int> Fresh, List<(long Key, int Standing)> Moved)
{
    public bool IsNone => Gone.Count == 0 && Fresh.Count == 0 && Moved.Count == 0;

    /// <summary>Reads all that the store has.</summary>
    public static StoreDifference Of(Connection connection, SearchContent content)
    {
        var known = new Dictionary<string, (long Key, SearchStamp Stamp)>(StringComparer.Ordinal);
        var select = connection.Prepare("SELECT key, path, stamp, standing FROM doc");
        while (select.Step()) known.Add(select.Text(1), (select.Long(0), new SearchStamp(select.Text(1), select.Text(2), (int)select.Long(3))));
        select.Reset();
        return Between(known, content.Stamps, 0, content.Stamps.Length);
    }

    /// <summary>Asks the store only for what differs.</summary>
    /// <param name="before">What the store was brought to, and still has.</param>
    public static StoreDifference Of(Connection connection, ImmutableArray<SearchStamp> before, SearchContent content)
    {
        var now = content.Stamps;
        var most = Math.Min(before.Length, now.Length);
        var (first, last) = (0, 0); // how many are the same at both ends
        while (first < most && before[first] == now[first]) first++;
        while (last < most - first && before[before.Length - 1 - last] == now[now.Length - 1 - last]) last++;
        var known = new Dictionary<string, (long Key, SearchStamp Stamp)>(StringComparer.Ordinal);
        var select = connection.Prepare("SELECT key FROM doc WHERE path = ?1");
        var same = now.AsSpan()[first..^last].ToArray().ToHashSet();
        for (var i = first; i < before.Length - last; i++)
        {
            // What is the same at another place needs no key.
            var key = 0L;
            if (!same.Contains(before[i]))
            {
                if (!select.Bind(1, before[i].Path).Step()) throw new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, "the search store lacks a document");
                key = select.Long(0);
                select.Reset();
            }
            known.Add(before[i].Path, (key, before[i]));
        }
        return Between(known, now, first, now.Length - last);
    }

    private static StoreDifference Between(Dictionary<string, (long Key, SearchStamp Stamp)> known, ImmutableArray<SearchStamp> now, int from, int to)
    {
        var difference = new StoreDifference([], [], []);
        for (var i = from; i < to; i++)
        {
            var wanted = now[i];
            if (known.Remove(wanted.Path, out var row) && row.Stamp.Stamp == wanted.Stamp)
            {
                if (row.Stamp.Standing != wanted.Standing) difference.Moved.Add((row.Key, wanted.Standing));
                continue;
            }
            if (row.Stamp.Stamp is not null) difference.Gone.Add(row.Key);
            difference.Fresh.Add(i);
        }
        difference.Gone.AddRange(known.Values.Select(k => k.Key));
        difference.Gone.Sort();
        return difference;
    }
}
