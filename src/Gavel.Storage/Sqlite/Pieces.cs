namespace Gavel.Storage.Sqlite;

/// <summary>The pieces that FTS5 keeps a table in (FTS5, section 6: automerge, crisismerge, merge). An edit is a small piece; so many of one level become one of the next.</summary>
internal static class Pieces
{
    private const int Step = 500; // pages that are merged before the pages of what was merged are given back

    /// <summary>Makes one large piece of a table that was filled. It lies above the levels that filling used, so that edits seldom reach it.</summary>
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
    }
}
