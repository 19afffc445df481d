using System.Collections.Concurrent;

namespace Gavel.Web.Serving;

/// <summary>Pages of searches that were asked for lately; when they are too much together it begins anew. Safe for use by several threads.</summary>
internal sealed class KeptAnswers
{
    /// <summary>Bytes.</summary>
    public const long Most = 8 << 20;

    private const int Forms = 2; // a page and its packed forms, about

    private readonly ConcurrentDictionary<(string Query, int Limit, int Offset), CachedPage> _pages = new();
    private long _size;

    public int Count => _pages.Count;

    public CachedPage? Find(string query, int limit, int offset) => _pages.GetValueOrDefault((query, limit, offset));

    public CachedPage Keep(string query, int limit, int offset, CachedPage page)
    {
        if (Interlocked.Add(ref _size, SizeOf(query, page)) > Most)
        {
            _pages.Clear();
            Interlocked.Exchange(ref _size, SizeOf(query, page));
        }
        return _pages[(query, limit, offset)] = page;
    }

    private static long SizeOf(string query, CachedPage page) => ((long)page.Length * Forms) + (query.Length * sizeof(char)) + 200;
}
