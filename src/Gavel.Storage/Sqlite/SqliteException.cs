namespace Gavel.Storage.Sqlite;

/// <summary>The database could not do what it was asked.</summary>
/// <param name="code">SQLite's primary result code.</param>
internal sealed class SqliteException(int code, string message) : IOException(message)
{
    public bool IsBusy => code is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
}
