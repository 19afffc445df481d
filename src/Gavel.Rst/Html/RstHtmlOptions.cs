using Gavel.Rst.Tree;

namespace Gavel.Rst.Html;

/// <summary>How a document becomes HTML.</summary>
public sealed record RstHtmlOptions
{
    public static RstHtmlOptions Default { get; } = new();

    /// <summary>The level of the topmost section's heading, 1 to 6. A document title takes it where there is one.</summary>
    public int TopHeadingLevel { get; init; } = 1;

    /// <summary>Whether raw HTML goes through as it is. Only for texts that are trusted as much as the program; else it is shown as text.</summary>
    public bool TrustRaw { get; init; }

    /// <summary>Whether messages of the parser are shown where they stand.</summary>
    public bool ShowMessages { get; init; }

    /// <summary>Changes the address of a link or image; null leaves it out. Called for safe addresses only, and its answer is checked again.</summary>
    public Func<string, string?>? RewriteAddress { get; init; }

    /// <summary>
    /// The address of a reference (<c>refuri</c>) or of a role that names something elsewhere (<c>reftarget</c>); null leaves the link out. Instead of
    /// <see cref="RewriteAddress"/>; its answer is checked again.
    /// </summary>
    public Func<RstElement, string?>? AddressOf { get; init; }

    /// <summary>Elements of which nothing is written.</summary>
    public Func<RstElement, bool>? IsLeftOut { get; init; }

    /// <summary>HTML to write in the place of an element, trusted as it is; null for the usual. Told whether the element stands in a link, where no other may stand.</summary>
    public Func<RstElement, bool, string?>? Instead { get; init; }

    /// <summary>Which of some classes are written, apart by spaces; null for all.</summary>
    public Func<string, string>? ClassesOf { get; init; }

    /// <summary>The section whose title is the document's own: its heading is left out, and those below count from the top.</summary>
    public RstSection? TitleSection { get; init; }

    /// <summary>
    /// For a text that stands in a page: sections are no elements, their headings have the ids and an anchor; blocks have their line as <c>data-line</c>;
    /// tables stand in a box that scrolls; boxes are notes and no landmarks; nothing has a style.
    /// </summary>
    public bool InPage { get; init; }
}
