using SQLitePCL;

namespace Gavel.Storage.Sqlite;

/// <summary>A connection to one database file. Not safe for use by several threads at once.</summary>
internal sealed class Connection : IDisposable
{
    private const int BusyTimeout = 3000; // milliseconds that a second writer waits

    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    static Connection() => Batteries_V2.Init();

    /// <exception cref="SqliteException">The file is no database, or cannot be opened.</exception>
    public Connection(string file)
    {
        var code = raw.sqlite3_open_v2(file, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            _handle?.Dispose();
            throw new SqliteException(code, $"{file} cannot be opened");
        }
        raw.sqlite3_busy_timeout(_handle, BusyTimeout);
    }

    public void Run(string sql)
    {
        if (raw.sqlite3_exec(_handle, sql) is var code && code != raw.SQLITE_OK) throw Failed(code);
    }

    /// <summary>A statement that is kept ready; the caller resets it before it asks for it again.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var known)) return known;
        if (raw.sqlite3_prepare_v2(_handle, sql, out var handle) is var code && code != raw.SQLITE_OK) throw Failed(code);
        return _statements[sql] = new Statement(this, handle);
    }

    /// <summary>The first value of the first row; 0 where there is none.</summary>
    public long Number(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.Long(0) : 0;
        statement.Reset();
        return value;
    }

    public long LastKey => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>How many rows were changed on this connection.</summary>
    public long Changes => raw.sqlite3_total_changes(_handle);

    public SqliteException Failed(int code) => new(code & 0xFF, raw.sqlite3_errmsg(_handle).utf8_to_string());

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _handle.Dispose();
    }
}
