namespace Gavel.Storage.Sqlite;

/// <summary>
/// The pieces that FTS5 keeps a table in. Edits are small pieces at level 0; so many of one level become one of the next. A table that was filled is one large
/// piece: it is put so high that the pieces of edits do not reach it, else every few edits all of it would be written again.
/// </summary>
internal static class Pieces
{
    private const int Step = 500; // pages that are merged before the pages of what was merged are given back
    private const int Structure = 10; // the row that lists the pieces
    private const int Above = 12; // levels between what was filled and edits

    /// <summary>Makes one large piece of a table that was filled. The connection remembers the levels as they were: it is spent.</summary>
    public static void Settle(Connection connection, string table)
    {
        var merge = connection.Prepare($"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?1)");
        var pages = -Step; // negative at first: all pieces, of whatever size
        for (var before = -2L; connection.Changes - before >= 2; pages = Step)
        {
            before = connection.Changes;
            merge.Bind(1, pages).Run();
        }
        connection.Run(StoreSchema.Filled(table));
        var select = connection.Prepare($"SELECT block FROM {table}_data WHERE id = {Structure}");
        var raised = select.Step() ? Raise(select.Bytes(0)) : null;
        select.Reset();
        if (raised is null) return;
        connection.Prepare($"UPDATE {table}_data SET block = ?1 WHERE id = {Structure}").Bind(1, raised).Run();
        connection.IsSpent = true;
    }

    /// <summary>
    /// Puts empty levels below. The record is a number of four bytes, then numbers in 7-bit groups: of levels, of pieces, of writes, then for each level how many of
    /// its pieces are being merged, how many it has, and three numbers for each (fts5_index.c).
    /// </summary>
    /// <returns>Null where it is not one piece at rest, or not such a record.</returns>
    private static byte[]? Raise(ReadOnlySpan<byte> record)
    {
        var at = 4;
        if (!Next(record, ref at, out var levels) || !Next(record, ref at, out var pieces) || pieces != 1 || levels is < 1 or > 20) return null;
        var writes = at;
        if (!Next(record, ref at, out _)) return null;
        var rest = at;
        for (var level = 0; level < levels; level++)
        {
            if (!Next(record, ref at, out var merging) || merging != 0 || !Next(record, ref at, out var count)) return null;
            for (var number = 0; number < count * 3; number++)
            {
                if (!Next(record, ref at, out _)) return null;
            }
        }
        if (at != record.Length) return null;
        return [.. record[..4], (byte)(levels + Above), 1, .. record[writes..rest], .. new byte[2 * Above], .. record[rest..]];
    }

    // The first group has the highest bits. A number of more than eight groups is none of ours.
    private static bool Next(ReadOnlySpan<byte> record, ref int at, out long value)
    {
        value = 0;
        for (var groups = 0; groups < 8 && at < record.Length; groups++)
        {
            var group = record[at++];
            value = (value << 7) | (group & 0x7FL);
            if (group < 0x80) return true;
        }
        return false;
    }
}
