namespace Gavel.Web.Pages;

/// <summary>Keys of front matter that tell a generator of sites how to lay out a page, and readers nothing. Compared without case, with <c>-</c> and <c>_</c> alike.</summary>
internal static class PageSetup
{
    private static readonly string[] Keys =
    [
        "layout", "permalink", "slug", "url", "aliases", "redirect from", "redirect to", "redirects", "weight", "nav order", "nav exclude", "has children", "has toc", "parent", "grand parent", "toc",
        "toc depth", "sidebar", "sidebar position", "sidebar label", "sidebar class name", "hide", "hide table of contents", "hide title", "pagination next", "pagination prev", "search exclude", "sitemap", "published",
        "math", "mathjax", "katex", "mermaid", "comments", "template", "render with liquid", "custom edit url", "html meta", "orphan", "tocdepth", "nocomments", "nosearch",
    ];

    public static bool Is(string key) => Array.Exists(Keys, k => string.Equals(k, key.Replace('-', ' ').Replace('_', ' ').Trim(), StringComparison.OrdinalIgnoreCase));
}
