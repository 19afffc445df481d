using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>Fills the tables of a store that find candidates and have nothing yet.</summary>
internal sealed class StoreFiller
{
    private readonly TableFiller _titled;
    private readonly TableFiller _strong;
    private readonly TableFiller _words;
    private readonly List<(string Text, int Token)> _tokens = [($"{DocumentTerms.Gap}", Postings.Gap)];
    private int _wordCount;
    private int _otherCount;

    public StoreFiller(Connection connection)
    {
        // What FTS5 forgets last is what it keeps in memory of a table: it must look again for what is written behind its back.
        foreach (var table in StoreSchema.Candidates) connection.Run($"{StoreSchema.Merging(table)} INSERT INTO {table} ({table}) VALUES ('delete-all');");
        _titled = new TableFiller(connection, "titled", hasPlaces: true);
        _strong = new TableFiller(connection, "strong", hasPlaces: false);
        _words = new TableFiller(connection, "words", hasPlaces: true);
    }

    /// <param name="key">More than the one before.</param>
    public void Add(long key, Postings postings)
    {
        foreach (var word in postings.NewWords) _tokens.Add((word, ++_wordCount));
        foreach (var other in postings.NewOthers) _tokens.Add((other, --_otherCount));
        _titled.Add(key, postings.Titled);
        _strong.Add(key, postings.Strong);
        _words.Add(key, postings.Words);
        if (!_words.IsFull) return; // the others are smaller
        Flush();
    }

    public void Finish()
    {
        Flush();
        foreach (var table in (TableFiller[])[_titled, _strong, _words]) table.Finish();
    }

    // The order of UTF-16 units is that of the bytes of UTF-8, since no word has surrogates.
    private void Flush()
    {
        _tokens.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        foreach (var table in (TableFiller[])[_titled, _strong, _words]) table.Flush(_tokens);
    }
}
