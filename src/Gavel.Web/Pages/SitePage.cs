namespace Gavel.Web.Pages;

public enum SitePageKind
{
    Catalog,

    /// <summary>The proposals that share a value: a status, an author, a year.</summary>
    Facet,
    Proposal,

    /// <summary>How a proposal came to be: its timeline and what each revision changed.</summary>
    History,
    Process,
    Numbers,
    Graph,
    Search,
    Follow,

    /// <summary>Atom or iCalendar.</summary>
    Feed,

    /// <summary>For programs: JSON, llms.txt, the sitemap.</summary>
    Data,
    Asset,

    /// <summary>A file of the repository that a text shows.</summary>
    File,

    /// <summary>An address that a proposal had.</summary>
    Redirect,
    NotFound,
}

/// <summary>Something that the site answers.</summary>
/// <param name="Address">From the site's root with a leading slash, not percent-encoded: <c>/</c>, <c>/RFC-54</c>, <c>/feed.xml</c>.</param>
/// <param name="Key">Says everything that the page is made of: the same key, the same bytes.</param>
public sealed record SitePage(string Address, SitePageKind Kind, string Key)
{
    /// <summary>A page for people, whose file is the <c>index.html</c> of a folder; the others are files of their own name.</summary>
    public bool IsHtml => Kind is <= SitePageKind.Follow or SitePageKind.Redirect;

    /// <summary>The path of its file in a published site.</summary>
    public string File => IsHtml ? (Address.Length == 1 ? "index.html" : $"{Address[1..]}/index.html") : Address[1..];

    /// <summary>A published site has it only where a page names its address.</summary>
    public bool IsOnDemand { get; init; }

    /// <summary>The page that it leads to; null for all but a redirect.</summary>
    public string? Target { get; init; }
}

/// <summary>What a browser gets for an address.</summary>
/// <param name="ContentType">With its character set.</param>
public sealed record PageContent(ReadOnlyMemory<byte> Bytes, string ContentType);
