using Gavel.Core.Documents.Html;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>A front end: text in one syntax becomes a document. Never throws, whatever the text.</summary>
public interface ISyntax
{
    /// <summary><c>markdown</c> or <c>rst</c>.</summary>
    string Name { get; }

    /// <summary>By the file's extension, without case.</summary>
    bool Reads(string path);

    Document Parse(SourceText text);

    /// <summary>The anchors of a document's headings and explicit targets, in the order of the text, by the convention named in <c>gavel.yml</c> (<c>anchors</c>).</summary>
    IEnumerable<string> AnchorsOf(Document document, string convention);

    /// <summary>The document's text for readers, without its title and header fields. The ids of headings are those of <see cref="AnchorsOf"/>.</summary>
    HtmlBody RenderHtml(Document document, HtmlRequest request);
}
