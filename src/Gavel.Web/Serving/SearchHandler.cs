using System.Globalization;
using System.Runtime.CompilerServices;
using Gavel.Core.Searching;
using Gavel.Web.Pages;
using Gavel.Web.Pages.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gavel.Web.Serving;

/// <summary>The page of a search, with its hits in it: all that a browser without script needs, and what the script puts in place while somebody types.</summary>
internal sealed class SearchHandler(LiveCatalog live)
{
    private const int MostAtOnce = 200;
    private const int DeepestOffset = 10_000;

    // What was asked lately, as long as the snapshot lives that it was answered from.
    private readonly ConditionalWeakTable<Snapshot, KeptAnswers> _answers = [];

    public Task ShowAsync(HttpContext context)
    {
        var given = context.Request.Query;
        var query = given["q"].ToString();
        var limit = NumberIn(given["limit"], SearchModel.PageSize, 1, MostAtOnce);
        var offset = NumberIn(given["offset"], 0, 0, DeepestOffset);
        CachedPage page;
        StringValues timing;
        using (var lease = live.Rent()) (page, timing) = (PageOf(lease, query, limit, offset), lease.Snapshot.Timing);
        return page.WriteAsync(context, StatusCodes.Status200OK, timing);
    }

    private CachedPage PageOf(Lease lease, string query, int limit, int offset)
    {
        var known = _answers.GetValue(lease.Snapshot, _ => new KeptAnswers());
        if (known.Find(query, limit, offset) is { } page) return page;
        var parsed = SearchQuery.Parse(query);
        var model = new SearchModel(lease.Site.Model)
        {
            Query = query,
            Limit = limit,
            Offset = offset,
            Result = parsed.IsEmpty ? null : lease.Workbench.Search(parsed, limit, offset),
        };
        return known.Keep(query, limit, offset, new CachedPage(PageRenderer.Render<SearchPage, SearchModel>(model)));
    }

    private static int NumberIn(string? text, int fallback, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, least, most) : fallback;
}
