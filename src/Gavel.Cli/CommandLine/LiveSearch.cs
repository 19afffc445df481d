using Gavel.Core.Catalogs;
using Gavel.Core.Searching;
using Gavel.Storage.Sqlite;

namespace Gavel.Cli.CommandLine;

/// <summary>Searches the catalogs that follow each other in a server, in one store that stays open. Safe for use by several threads.</summary>
internal sealed class LiveSearch : IDisposable
{
    private readonly Lazy<SearchStore?> _store;
    private readonly Lock _updating = new();
    private long _asked; // numbers the catalogs
    private long _held; // whose texts the store has

    /// <param name="session">Names the place of the store.</param>
    public LiveSearch(Session session) => _store = new Lazy<SearchStore?>(() => Searching.OpenStore(session));

    /// <summary>Searches one state of a catalog as often as asked: the first search brings the store to it. A catalog that was replaced meanwhile is answered from the one that replaced it.</summary>
    /// <returns>Takes a query, how many hits, and how many of the best are left out.</returns>
    public Func<SearchQuery, int, int, SearchResult> Over(Catalog catalog)
    {
        var number = Interlocked.Increment(ref _asked);
        var memory = new Lazy<MemoryIndex>(() => new MemoryIndex(SearchDocuments.Of(catalog, CancellationToken.None)));
        return (query, limit, offset) => _store.Value is { } store && IsIn(store, catalog, number)
            ? store.Search(query, limit, offset)
            : SearchEngine.Search(memory.Value, query, limit, offset);
    }

    public void Dispose()
    {
        if (_store.IsValueCreated) _store.Value?.Dispose();
    }

    // False where another process keeps the store busy.
    private bool IsIn(SearchStore store, Catalog catalog, long number)
    {
        if (Volatile.Read(ref _held) >= number) return true;
        lock (_updating)
        {
            if (_held >= number) return true;
            if (store.Update(SearchContent.Of(catalog, CancellationToken.None)) is null) return false;
            Volatile.Write(ref _held, number);
            return true;
        }
    }
}
