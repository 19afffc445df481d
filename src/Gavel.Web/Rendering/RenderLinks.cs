namespace Gavel.Web.Rendering;

/// <summary>
/// What a site has for the links of a text. Paths are those of the tree, with <c>/</c>, never outside of its root. Addresses are written as they are given:
/// a site below a sub-path gives addresses with it, or relative ones.
/// </summary>
public sealed record RenderLinks
{
    /// <summary>Knows no page and no file: links to files stay as they are written, images become their descriptions.</summary>
    public static RenderLinks None { get; } = new();

    /// <summary>The address of the page about a file or a folder (<c>/RFC-54</c>); null when there is none. A pointer file gives the page that it points to.</summary>
    public Func<string, string?> PageOf { get; init; } = static _ => null;

    /// <summary>The title of the page about a file or a folder, for links without words of their own; null when it is not known.</summary>
    public Func<string, string?> TitleOf { get; init; } = static _ => null;

    /// <summary>The address of the page of a proposal by its id in lower case (<c>pep-8</c>), for roles that name documents by number; null when there is none.</summary>
    public Func<string, string?> PageOfId { get; init; } = static _ => null;

    /// <summary>The address at which the site serves a file of the tree (<c>/files/images/a.png</c>); null when the tree has no such file.</summary>
    public Func<string, string?> FileOf { get; init; } = static _ => null;

    /// <summary>The address of a file or a folder on the repository's host; null when there is no host or no such file.</summary>
    public Func<string, string?> OnHost { get; init; } = static _ => null;

    /// <summary>The size of an image in pixels, so that its box is reserved; null when it is not known.</summary>
    public Func<string, (int Width, int Height)?> SizeOf { get; init; } = static _ => null;

    /// <summary>The path in the tree that an address of another host means (a file of this repository on its host, a page of the project's own site); null for any other.</summary>
    public Func<string, string?> PathOfAddress { get; init; } = static _ => null;

    /// <summary>What none of these knows leads nowhere and keeps its words alone. Where it is false such a link stays as it is written.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The convention for the anchors of headings, as <c>gavel.yml</c> names it.</summary>
    public string Anchors { get; init; } = "github";
}
