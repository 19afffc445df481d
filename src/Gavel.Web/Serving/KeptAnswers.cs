using Gavel.Storage.Cache;

namespace Gavel.Web.Serving;

/// <summary>Pages of searches that were asked for lately; when they are too much together it begins anew. Safe for use by several threads.</summary>
internal sealed class KeptAnswers
{
    /// <summary>Bytes.</summary>
    public const long Most = 8 << 20;

    private const int Forms = 2; // a page and its packed forms, about

    private readonly KeptValues<(string Query, int Limit, int Offset), CachedPage> _pages = new(Most);

    public int Count => _pages.Count;

    public CachedPage? Find(string query, int limit, int offset) => _pages.Find((query, limit, offset));

    public CachedPage Keep(string query, int limit, int offset, CachedPage page)
    {
        _pages.Keep((query, limit, offset), page, ((long)page.Length * Forms) + (query.Length * sizeof(char)) + 200);
        return page;
    }
}
