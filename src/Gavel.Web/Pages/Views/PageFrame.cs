namespace Gavel.Web.Pages.Views;

/// <summary>What the frame around a page says of it.</summary>
/// <param name="Title">Without the site's name.</param>
/// <param name="Address">Null for a page without one of its own (404).</param>
public sealed record PageFrame(string Title, string? Address)
{
    public string? Description { get; init; }

    /// <summary>The address of a feed of this page; null for that of everything.</summary>
    public string? Feed { get; init; }

    public string Class { get; init; } = "";

    /// <summary>Which version of what the page shows; null for pages of no one version.</summary>
    public string? Revision { get; init; }

    public bool HasDiagram { get; init; }

    public bool HasCode { get; init; }

    /// <summary>What <c>e</c> opens; null where it cannot be edited from here.</summary>
    public string? Edit { get; init; }
}
