using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>
/// The full-text index of one root in a file: derived, safe to delete at any time, and safe under several processes and threads. A damaged file or one of
/// another version is made anew. Each search sees one state of the store.
/// </summary>
public sealed class SearchStore : IDisposable
{
    private const int Big = 200; // documents after which the log is folded into the file

    private readonly ConcurrentBag<(Connection Connection, SqliteIndex Index)> _idle = [];
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount); // more at once only wait for each other in worse places
    private StoreState _state = new("");
    private volatile Brought? _brought;
    private readonly string _file;
    private readonly string _version;

    private SearchStore(string file, string version)
    {
        _file = file;
        _version = version;
    }

    // What the store had at one of its states.
    private sealed record Brought(string Generation, ImmutableArray<SearchStamp> Stamps);

    /// <param name="file">Made with its folder where it is missing.</param>
    /// <param name="version">The tool's version: another one makes the store anew.</param>
    /// <returns>Null where there can be no store: the folder cannot be written, the database does not work here.</returns>
    public static SearchStore? Open(string file, string version)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var store = new SearchStore(file, version);
            for (var isSecond = false; ; isSecond = true)
            {
                try
                {
                    store.Return(store.Take());
                    return store;
                }
                catch (SqliteException e) when (!e.IsBusy && !isSecond)
                {
                    store.Discard();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }

    /// <summary>Brings the store to the content. Others that write wait.</summary>
    /// <returns>How many documents were read; null where another process kept the store busy.</returns>
    /// <exception cref="IOException">The database failed.</exception>
    public int? Update(SearchContent content) => Within(content, _ => 0) is { } done ? done.Read : null;

    /// <summary>Searches the content as it is: what changed since the last time is read first.</summary>
    /// <returns>Null where another process kept the store busy.</returns>
    /// <exception cref="IOException">The database failed.</exception>
    public SearchResult? Search(SearchContent content, SearchQuery query, int limit, int offset = 0) =>
        Within(content, index => SearchEngine.Search(index, query, limit, offset)) is { } done ? done.Result : null;

    /// <summary>Searches what was last brought in.</summary>
    /// <exception cref="IOException">The database failed.</exception>
    public SearchResult Search(SearchQuery query, int limit, int offset = 0)
    {
        _turns.Wait();
        try
        {
            return Run(one =>
            {
                one.Connection.Run("BEGIN");
                one.Index.Refresh();
                var result = SearchEngine.Search(one.Index, query, limit, offset);
                one.Connection.Run("COMMIT");
                return result;
            });
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        CloseIdle();
        _turns.Dispose();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var one)) one.Connection.Dispose();
    }

    private (T Result, int Read)? Within<T>(SearchContent content, Func<SqliteIndex, T> use)
    {
        try
        {
            return Run(one =>
            {
                var (connection, index) = one;
                connection.Run("BEGIN");
                var difference = Compare(connection, content);
                if (!difference.IsNone)
                {
                    connection.Run("ROLLBACK; BEGIN IMMEDIATE");
                    difference = Compare(connection, content);
                    if (!difference.IsNone) difference = Write(connection, difference, content);
                }
                index.Refresh();
                var result = use(index);
                var generation = StoreWriter.GenerationOf(connection);
                connection.Run("COMMIT");
                _brought = new Brought(generation, content.Stamps);
                if (difference.Fresh.Count >= Big) connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
                return (result, difference.Fresh.Count);
            });
        }
        catch (SqliteException e) when (e.IsBusy)
        {
            return null;
        }
    }

    // What this process brought in last needs not to be read, as long as nobody else wrote.
    private StoreDifference Compare(Connection connection, SearchContent content) =>
        _brought is { } last && last.Generation == StoreWriter.GenerationOf(connection)
            ? StoreDifference.Of(connection, last.Stamps, content)
            : StoreDifference.Of(connection, content);

    private StoreDifference Write(Connection connection, StoreDifference difference, SearchContent content)
    {
        var before = StoreWriter.GenerationOf(connection);
        var change = new StoreWriter(connection).Apply(difference, content);
        if (Volatile.Read(ref _state) is var known && known.Generation == before)
            Interlocked.CompareExchange(ref _state, known.After(StoreWriter.GenerationOf(connection), change), known);
        return change.Difference;
    }

    private T Run<T>(Func<(Connection Connection, SqliteIndex Index), T> use)
    {
        var one = Take();
        try
        {
            var result = use(one);
            Return(one);
            return result;
        }
        catch
        {
            one.Connection.Dispose(); // a transaction may be open on it
            throw;
        }
    }

    // What was kept of another state is let go.
    private StoreState StateOf(string generation)
    {
        var known = Volatile.Read(ref _state);
        if (known.Generation == generation) return known;
        var fresh = new StoreState(generation);
        return Interlocked.CompareExchange(ref _state, fresh, known) == known ? fresh : StateOf(generation);
    }

    private (Connection Connection, SqliteIndex Index) Take()
    {
        if (_idle.TryTake(out var idle)) return idle;
        var connection = new Connection(_file);
        try
        {
            Prepare(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        return (connection, new SqliteIndex(connection, StateOf));
    }

    private void Return((Connection, SqliteIndex) one) => _idle.Add(one);

    private void Prepare(Connection connection)
    {
        connection.Run(StoreSchema.Settings);
        if (IsSound(connection)) return;
        connection.Run("BEGIN IMMEDIATE");
        if (connection.Number("SELECT count(*) FROM sqlite_master") == 0)
        {
            connection.Run(StoreSchema.Tables);
            connection.Prepare("INSERT INTO meta (name, value) VALUES ('version', ?1)").Bind(1, Version).Run();
        }
        connection.Run("COMMIT");
        if (!IsSound(connection)) throw new SqliteException(SQLitePCL.raw.SQLITE_NOTADB, "the search store is of another version");
    }

    private string Version => $"{StoreSchema.Format}:{_version}";

    private bool IsSound(Connection connection)
    {
        if (connection.Number("SELECT count(*) FROM sqlite_master WHERE name = 'meta'") == 0) return false;
        var select = connection.Prepare("SELECT value FROM meta WHERE name = 'version'");
        var version = select.Step() ? select.Text(0) : "";
        select.Reset();
        return version == Version;
    }

    private void Discard()
    {
        CloseIdle();
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(_file + end);
    }
}
