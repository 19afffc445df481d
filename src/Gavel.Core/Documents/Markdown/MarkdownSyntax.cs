using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents.Headers;
using Gavel.Core.Documents.Html;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>
/// Markdown as GitHub reads it. Markdig finds the blocks; inlines, tables, front matter and comments are read here, because their spans must be exact
/// and their time linear.
/// </summary>
public sealed class MarkdownSyntax : ISyntax
{
    public string Name => "markdown";

    public bool Reads(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".mdown", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".mkd", StringComparison.OrdinalIgnoreCase);

    public Document Parse(SourceText text)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var frontMatter = FrontMatter.Read(text, faults);
        var guard = new SourceGuard(text, frontMatter?.Span, faults);
        var blocks = MarkdigBlocks.Parse(guard.Text);
        if (guard.HideConflicts(blocks)) blocks = MarkdigBlocks.Parse(guard.Text);

        var bodyStart = frontMatter is { Span: { Start: 0, End: var end } } ? end : 0;
        var tree = new SectionTree(TextSpan.Between(bodyStart, text.Chars.Length));
        var converter = new BlockConverter(text.Chars);
        converter.Convert(blocks, tree);
        foreach (var span in converter.UnclosedComments)
            faults.Add(SourceGuard.Fault(text, new TextSpan(span.Start, 4), "syntax", Severity.Warning, "comment '<!--' is never closed; it hides the text behind it"));

        foreach (var span in converter.WronglyClosedComments)
            faults.Add(SourceGuard.Fault(text, span, "syntax", Severity.Warning, "'--!>' closes no comment; it goes on to the next '-->'"));
        var root = tree.Build();
        var (read, title) = HeaderReader.Read(text, root, frontMatter?.Fields ?? []);
        (root, var fields) = StatusHeading.Take(text, root, read);
        faults.Sort(static (a, b) => a.At.Span.CompareTo(b.At.Span));
        return new Document(text, frontMatter?.Span, fields, root, faults.DrainToImmutable()) { Syntax = Name, Title = title };
    }

    public IEnumerable<string> AnchorsOf(Document document, string convention) => Anchors.Of(document, convention);

    public HtmlBody RenderHtml(Document document, HtmlRequest request) => MarkdownHtml.Write(document, request);
}
