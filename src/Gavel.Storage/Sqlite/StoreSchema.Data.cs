namespace Gavel.Storage.Sqlite;

/// <summary>The tables of the search store.</summary>
internal static class StoreSchema
{
    /// <summary>Changes with the tables.</summary>
    public const string Format = "1";

    public const string Settings = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        """;

    /// <summary>
    /// <c>doc</c> is what ranking looks at, <c>body</c> what excerpts are cut from; <c>words</c> finds candidates. The columns of <c>words</c> are tiers:
    /// title, then words that weigh much, then all; nothing is stored in it but the index. A <c>term</c> is known by its number in the vectors of documents.
    /// </summary>
    public const string Tables = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE doc (
          key INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, id TEXT NOT NULL, idkey TEXT NOT NULL,
          number INTEGER, standing INTEGER NOT NULL, titles INTEGER NOT NULL, vector BLOB NOT NULL);
        CREATE TABLE body (key INTEGER PRIMARY KEY, record BLOB NOT NULL);
        CREATE TABLE term (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, docs INTEGER NOT NULL, titles INTEGER NOT NULL);
        CREATE INDEX title_term ON term (text) WHERE titles > 0;
        CREATE TABLE fact (name TEXT PRIMARY KEY, docs INTEGER NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5 (title, strong, text, facts, content = '', columnsize = 0, tokenize = "ascii tokenchars '='");
        INSERT INTO words (words, rank) VALUES ('hashsize', 67108864);
        """;
}
