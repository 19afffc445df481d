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
        using (var store = OpenStore(session))
        {
            if (store?.Search(SearchContent.Of(catalog, session.Cancellation), query, limit) is { } result) return result;
        }
        // Without a store, or with one that another process keeps busy: from memory.
        return SearchEngine.Search(new MemoryIndex(SearchDocuments.Of(catalog, session.Cancellation)), query, limit);
    }

    /// <returns>Null without a cache, and where there can be no store.</returns>
    public static SearchStore? OpenStore(Session session) => session.Cache is FileCache ? SearchStore.Open(StoreFile(session), ToolVersion.CacheKey) : null;

    // Work trees of one repository share the cache's folder.
    private static string StoreFile(Session session) =>
        Path.Combine(FileCache.FolderFor(session.Root, Environment.GetEnvironmentVariable), $"search-{Sha256.Hex(session.Root.Folder, 8)}.db");
}
