using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Html;

/// <summary>A heading of a rendered text.</summary>
/// <param name="Depth">1 for those right below the title, whatever their level in the file.</param>
public sealed record HtmlHeading(string Text, string Id, int Depth, TextSpan Span);

/// <summary>A document's text as a fragment of HTML, without the document's title and header fields.</summary>
/// <param name="Html">Escaped and limited to <see cref="AllowedHtml"/> by the writer itself; lines are apart by LF.</param>
/// <param name="HasRaw">Its author wrote HTML, which a parser of HTML must still put in order.</param>
public sealed record HtmlBody(string Html, ImmutableArray<HtmlHeading> Headings, bool HasRaw, bool HasDiagram, bool HasCode);
