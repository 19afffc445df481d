using Gavel.Core.Catalogs;
using Gavel.Core.Searching;
using Gavel.Core.Text;
using Gavel.Storage.Cache;
using Gavel.Storage.Sqlite;

namespace Gavel.Cli.CommandLine;

/// <summary>Searches what a session works with.</summary>
internal static class Searching
{
    public static SearchResult Search(Session session, SearchQuery query, int limit)
    {
        var catalog = session.Catalog;
        using var progress = new Progress(session.IsQuiet, "reading texts");
        if (session.Cache is FileCache)
        {
            var content = SearchContent.Of(catalog, session.Cancellation);
            using var store = SearchStore.Open(StoreFile(session), ToolVersion.CacheKey);
            if (store?.Search(content, query, limit) is { } result) return result;
        }
        // Without a store, or with one that another process keeps busy: from memory.
        return SearchEngine.Search(new MemoryIndex(SearchDocuments.Of(catalog, session.Cancellation)), query, limit);
    }

    /// <summary>Searches one state of a catalog as often as asked, from several threads: the store is brought to it by the first search.</summary>
    /// <returns>Takes a query, how many hits, and how many of the best are left out.</returns>
    public static Func<SearchQuery, int, int, SearchResult> Over(Session session, Catalog catalog)
    {
        var ready = new Lazy<Func<SearchQuery, int, int, SearchResult>>(() =>
        {
            var store = session.Cache is FileCache ? SearchStore.Open(StoreFile(session), ToolVersion.CacheKey) : null;
            if (store?.Update(SearchContent.Of(catalog, CancellationToken.None)) is not null) return store.Search;
            var index = new MemoryIndex(SearchDocuments.Of(catalog, CancellationToken.None));
            return (query, limit, offset) => SearchEngine.Search(index, query, limit, offset);
        });
        return (query, limit, offset) => ready.Value(query, limit, offset);
    }

    // Work trees of one repository share the cache's folder.
    private static string StoreFile(Session session) =>
        Path.Combine(FileCache.FolderFor(session.Root, Environment.GetEnvironmentVariable), $"search-{Sha256.Hex(session.Root.Folder, 8)}.db");
}
