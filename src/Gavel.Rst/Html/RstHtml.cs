namespace Gavel.Rst.Html;

/// <summary>Writes a resolved document as HTML 5. Safe by default: no raw markup, no scripts, no unknown address schemes.</summary>
public static class RstHtml
{
    /// <summary>The body of the document as an HTML fragment, without <c>html</c> and <c>body</c>. Lines are apart by LF.</summary>
    public static string Write(RstDocument document, RstHtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= RstHtmlOptions.Default;
        var output = new HtmlOutput(document, options);
        new BlockWriter(output, document, options).WriteChildren(document.Root, level: 0);
        return output.ToString();
    }
}
