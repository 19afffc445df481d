using System.Collections.Immutable;

namespace Gavel.Web.Rendering;

/// <summary>A line of a page's table of contents.</summary>
/// <param name="Id">The heading's anchor in the page.</param>
/// <param name="Level">1 for the highest headings below the title.</param>
/// <param name="SourceLine">1-based line of the heading in the file.</param>
public sealed record ContentsLine(string Title, string Id, int Level, int SourceLine);

/// <summary>A proposal's own text as safe HTML: without its title and its header fields, which the page shows as data.</summary>
/// <param name="Html">Went through the sanitizer. Each block carries <c>data-line</c>, its first line in the file, 1-based.</param>
/// <param name="HasDiagram">The page needs the script that draws diagrams.</param>
/// <param name="HasCode">The page needs the script that colours code.</param>
/// <param name="Images">Paths in the tree of the images that the text shows, sorted; the site carries them below <c>/files/</c>.</param>
public sealed record RenderedText(string Html, ImmutableArray<ContentsLine> Contents, bool HasDiagram, bool HasCode, ImmutableArray<string> Images);
