using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Core.Searching;

/// <summary>What is searched of a catalog.</summary>
public static class SearchDocuments
{
    /// <summary>All of it, in the order of the entries. Opens every proposal.</summary>
    /// <exception cref="Trees.TreeException">A file cannot be read any more.</exception>
    public static ImmutableArray<SearchDocument> Of(Catalog catalog, CancellationToken cancellationToken) => Of(catalog, [.. Enumerable.Range(0, catalog.Entries.Length)], cancellationToken);

    /// <summary>Some of it: the entries of these numbers.</summary>
    /// <exception cref="Trees.TreeException">A file cannot be read any more.</exception>
    public static ImmutableArray<SearchDocument> Of(Catalog catalog, IReadOnlyList<int> entries, CancellationToken cancellationToken)
    {
        var standing = Standing.Of(catalog);
        var documents = new SearchDocument[entries.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            if (entries.Count == 1) Read(0);
            else Parallel.For(0, entries.Count, options, Read);
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(i => i is Trees.TreeException) is { } broken)
        {
            throw new Trees.TreeException(broken.Message, broken);
        }
        return [.. documents];

        void Read(int i) => documents[i] = SearchDocumentReader.Read(catalog.Entries[entries[i]], catalog.Open(catalog.Entries[entries[i]]), standing[entries[i]]);
    }
}
