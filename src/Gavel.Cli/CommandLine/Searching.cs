using Gavel.Core.Searching;

namespace Gavel.Cli.CommandLine;

/// <summary>Searches what a session works with.</summary>
internal static class Searching
{
    public static SearchResult Search(Session session, SearchQuery query, int limit)
    {
        using var progress = new Progress(session.IsQuiet, "reading proposals");
        var documents = SearchDocuments.Of(session.Catalog, session.Cancellation);
        return SearchEngine.Search(new MemoryIndex(documents), query, limit);
    }
}
