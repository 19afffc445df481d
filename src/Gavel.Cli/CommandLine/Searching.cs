using Gavel.Core.Searching;

namespace Gavel.Cli.CommandLine;

/// <summary>Searches what a session works with.</summary>
internal static class Searching
{
    public static SearchResult Search(Session session, SearchQuery query, int limit)
    {
        using var progress = new Progress(session.IsQuiet, "reading proposals");
        var catalog = session.Catalog;
        var standing = Standing.Of(catalog);
        var documents = new SearchDocument[catalog.Entries.Length];
        Parallel.For(0, documents.Length, new ParallelOptions { CancellationToken = session.Cancellation }, i => documents[i] = SearchDocumentReader.Read(catalog.Entries[i], catalog.Open(catalog.Entries[i]), standing[i]));
        return SearchEngine.Search(new MemoryIndex(documents), query, limit);
    }
}
