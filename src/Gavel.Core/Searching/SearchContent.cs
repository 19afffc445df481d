using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Trees;

namespace Gavel.Core.Searching;

/// <summary>What is known of a proposal before it is opened.</summary>
/// <param name="Stamp">The same stamp, the same <see cref="SearchDocument"/> but for its standing.</param>
public readonly record struct SearchStamp(string Path, string Stamp, int Standing);

/// <summary>What is to be searched: stamps first, documents when asked for.</summary>
/// <param name="Read">The documents of some of the stamps, by their numbers, in that order.</param>
public sealed record SearchContent(ImmutableArray<SearchStamp> Stamps, Func<IReadOnlyList<int>, IEnumerable<SearchDocument>> Read)
{
    private const int AtOnce = 256; // documents that are opened before the first of them is handed on

    public static SearchContent Of(Catalog catalog, CancellationToken cancellationToken)
    {
        var standing = Standing.Of(catalog);
        var stamps = ImmutableArray.CreateBuilder<SearchStamp>(catalog.Entries.Length);
        for (var i = 0; i < catalog.Entries.Length; i++) stamps.Add(new SearchStamp(catalog.Entries[i].Path, StampOf(catalog.Entries[i], catalog.Tree), standing[i]));
        return new SearchContent(stamps.DrainToImmutable(), numbers => numbers.Chunk(AtOnce).SelectMany(some => SearchDocuments.Of(catalog, some, cancellationToken)));
    }

    private static string StampOf(CatalogEntry entry, ITree tree)
    {
        var hash = 14695981039346656037UL; // FNV-1a over what the entry adds to the text
        Add(entry.Id);
        Add(entry.Title);
        Add(entry.Status ?? entry.StatusText);
        Add(entry.Process.Anchors);
        foreach (var fact in SearchDocumentReader.FactsOf(entry))
        {
            Add(fact.Name);
            Add(fact.Value);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{tree.IdOf(entry.File)}{hash:x16}");

        void Add(string? text)
        {
            foreach (var c in text ?? "\u0001") hash = unchecked((hash ^ c) * 1099511628211UL);
            hash = unchecked((hash ^ 0x1F) * 1099511628211UL);
        }
    }
}
