using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Gavel.Core.Reporting;
using Gavel.Core.Searching;
using Gavel.Core.Text;
using Microsoft.AspNetCore.Components;

namespace Gavel.Web.Pages;

/// <summary>The page that searches; on a live server with what was found.</summary>
internal sealed record SearchModel(SiteModel Site)
{
    /// <summary>Hits on a page.</summary>
    public const int PageSize = 20;

    public string Query { get; init; } = "";

    public int Limit { get; init; } = PageSize;

    /// <summary>How many of the best were left out.</summary>
    public int Offset { get; init; }

    /// <summary>Null where nothing was asked, or the browser looks by itself.</summary>
    public SearchResult? Result { get; init; }

    /// <summary>How many match, and what is not as it was asked for.</summary>
    public string Summary
    {
        get
        {
            if (Result is not { } result) return "";
            var nowhere = result.Unknown.IsEmpty ? "" : $" Nowhere: {string.Join(", ", result.Unknown)}.";
            nowhere += UnmetFields.Say(result, Site.Catalog.Entries);
            if (result.Total == 0) return $"Nothing matches. Take a word away, or search for its beginning.{nowhere}";
            var count = result.Total == 1 ? "1 matches" : $"{result.Total.ToString(CultureInfo.InvariantCulture)}{(result.IsCapped ? " or more" : "")} match";
            return $"{count}{(result.IsRelaxed ? " some of the words; none has them all" : "")}.{nowhere}";
        }
    }

    /// <summary>Where the hits before these are; null on the first page.</summary>
    public string? Previous => Offset > 0 ? AddressOf(Math.Max(0, Offset - Limit)) : null;

    /// <summary>Where the hits behind these are; null on the last page.</summary>
    public string? Next => Result is { } result && Offset + result.Hits.Length < result.Total && !result.Hits.IsEmpty ? AddressOf(Offset + Limit) : null;

    /// <summary>The page of a hit, at the heading above what it shows; null for a proposal that is gone.</summary>
    public string? AddressOf(SearchHit hit) =>
        Site.Catalog.Find(hit.Id) is { } entry ? Site.Href(entry) + (hit.Anchor is { } anchor ? "#" + Uri.EscapeDataString(anchor) : "") : null;

    /// <summary>A text with what was searched marked.</summary>
    public static MarkupString Marked(string text, ImmutableArray<TextSpan> marks)
    {
        var html = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var mark in marks)
        {
            html.Append(WebUtility.HtmlEncode(text[at..mark.Start])).Append("<mark>").Append(WebUtility.HtmlEncode(text[mark.Start..mark.End])).Append("</mark>");
            at = mark.End;
        }
        return new MarkupString(html.Append(WebUtility.HtmlEncode(text[at..])).ToString());
    }

    private string AddressOf(int offset)
    {
        var address = $"{Site.Href(Addresses.Search)}?q={Uri.EscapeDataString(Query)}";
        if (offset > 0) address += string.Create(CultureInfo.InvariantCulture, $"&offset={offset}");
        return Limit == PageSize ? address : address + string.Create(CultureInfo.InvariantCulture, $"&limit={Limit}");
    }
}
