namespace Gavel.Core.Documents;

/// <summary>The addresses of headings within a page, by the rules of the program that renders it.</summary>
public static class Anchors
{
    /// <summary>Those of headings and explicit targets, in the order of the text. A name that is used again gets a number behind it.</summary>
    /// <param name="convention"><c>github</c>, <c>gitlab</c>, <c>kramdown</c>, <c>python-markdown</c> or <c>docutils</c>; anything else reads as <c>github</c>.</param>
    public static IEnumerable<string> Of(Document document, string convention) => [];
}
