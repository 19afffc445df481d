namespace Gavel.Storage.Sqlite;

/// <summary>The tables of the search store.</summary>
internal static class StoreSchema
{
    /// <summary>Changes with the tables.</summary>
    public const string Format = "4";

    public const string Settings = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        PRAGMA mmap_size = 1073741824;
        """;

    /// <summary>
    /// <c>doc</c> is what ranking looks at, <c>body</c> what excerpts are cut from. The other tables find candidates, the fewest first: <c>titled</c> has titles,
    /// <c>strong</c> words that weigh much, <c>words</c> everything; all have the facts. Each is one column, so that no list has to be read for where in a proposal
    /// a word stands; nothing is stored in them but the index. A <c>term</c> is known by its number in the vectors of documents.
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
        CREATE TABLE frequent (text TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE VIRTUAL TABLE titled USING fts5 (text, content = '', columnsize = 0, tokenize = "ascii tokenchars '='");
        CREATE VIRTUAL TABLE strong USING fts5 (text, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '='");
        CREATE VIRTUAL TABLE words USING fts5 (text, content = '', columnsize = 0, tokenize = "ascii tokenchars '='");
        """;

    /// <summary>The tables that find candidates.</summary>
    public static readonly string[] Candidates = ["titled", "strong", "words"];

    /// <summary>
    /// How a table takes edits (FTS5, section 6: automerge, crisismerge): each is a segment of its own, and eight of one level become one of the next, never sooner. So the
    /// large segment that filling makes is written again seldom, and the seldomer the larger it is.
    /// </summary>
    public static string Merging(string table) =>
        $"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0); INSERT INTO {table} ({table}, rank) VALUES ('crisismerge', {MergedAtOnce});";

    /// <summary>Segments of one level that become one of the next.</summary>
    public const int MergedAtOnce = 8;

    /// <summary>Takes everything out.</summary>
    public const string Clear = """
        DELETE FROM doc; DELETE FROM body; DELETE FROM term; DELETE FROM fact; DELETE FROM frequent;
        INSERT INTO titled (titled) VALUES ('delete-all');
        INSERT INTO strong (strong) VALUES ('delete-all');
        INSERT INTO words (words) VALUES ('delete-all');
        """;
}
