using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents.Headers;
using Gavel.Core.Documents.Html;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Transforms;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>reStructuredText as docutils and Sphinx read it.</summary>
public sealed class RstSyntax : ISyntax
{
    /// <summary>What resolves references; titles, docinfo and contents stay where the author wrote them.</summary>
    private static readonly ImmutableArray<string> Transforms =
    [
        "references.PropagateTargets", "references.AnonymousHyperlinks", "references.IndirectHyperlinks", "references.Footnotes", "references.MatchReferences",
    ];

    // Of the text that a thread parsed last its tree, until its ids are asked for, which comes next.
    [ThreadStatic]
    private static (SourceText Text, RstDocument Tree)? _last;

    public string Name => "rst";

    public bool Reads(string path) =>
        path.EndsWith(".rst", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rest", StringComparison.OrdinalIgnoreCase);

    public Document Parse(SourceText text)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var front = FrontMatterOf(text, faults);
        var parsed = ParseTree(text, front?.Span);
        _last = (text, parsed);
        RstFaults.Collect(text, parsed, faults);
        var tree = new SectionTree(new TextSpan(0, text.Chars.Length));
        new BlockReader(parsed).Read(tree);
        var root = tree.Build();
        var header = HeaderReader.Read(text, root, front?.Fields ?? []);
        faults.Sort(static (a, b) => a.At.Span.CompareTo(b.At.Span));
        return new Document(text, front?.Span, header.Fields, root, faults.DrainToImmutable()) { Syntax = Name, Title = header.Title };
    }

    /// <summary>The ids that docutils gives, which the targets of links within the page use; other conventions add theirs.</summary>
    public IEnumerable<string> AnchorsOf(Document document, string convention)
    {
        var ids = new List<string>();
        var tree = _last is { } last && ReferenceEquals(last.Text, document.Text) ? last.Tree : ParseTree(document.Text, document.FrontMatter);
        _last = null; // larger than the document, which may stay for long
        foreach (var element in tree.Root.Descendants())
        {
            if (element.Kind is not (RstKind.FootnoteReference or RstKind.CitationReference or RstKind.Problematic or RstKind.SystemMessage)) ids.AddRange(element.Ids);
        }
        if (convention != "docutils") ids.AddRange(Anchors.Of(document, convention));
        return ids.Distinct(StringComparer.Ordinal);
    }

    public HtmlBody RenderHtml(Document document, HtmlRequest request)
    {
        var parsed = RstParser.Parse(Body(document.Text, document.FrontMatter), OptionsFor(document.Text) with { DocTitleTransform = false, DocInfoTransform = false, ReportLevel = RstSeverity.Error, SmartQuotes = true });
        return RstPage.Write(document, RstTransforms.Resolve(parsed), request);
    }

    /// <summary>Between lines of three dashes, as site generators have it; a title may stand between such lines too, but no key.</summary>
    private static FrontMatter? FrontMatterOf(SourceText text, ImmutableArray<Diagnostic>.Builder faults) =>
        text.Chars.StartsWith("---\n", StringComparison.Ordinal) || text.Chars.StartsWith("---\r", StringComparison.Ordinal) ? Headers.FrontMatter.Read(text, faults) : null;

    /// <summary>The text in the same length, with blanks for what docutils would not understand.</summary>
    private static string Body(SourceText text, TextSpan? front)
    {
        var body = ConflictMarks.Hide(text.Chars);
        if (front is not { } hidden) return body;
        return string.Concat(string.Create(hidden.End, body, static (blank, source) =>
        {
            for (var i = 0; i < blank.Length; i++) blank[i] = source[i] is '\r' or '\n' ? source[i] : ' ';
        }), body.AsSpan(hidden.End));
    }

    private static RstDocument ParseTree(SourceText text, TextSpan? front)
    {
        var parsed = RstParser.Parse(Body(text, front), OptionsFor(text));
        RstTransforms.Apply(parsed, Transforms);
        return parsed;
    }

    private static RstOptions OptionsFor(SourceText text) =>
        new()
        {
            SourceName = text.Path,
            ReportLevel = RstSeverity.Info,
            Rfc2822Header = RfcHeader.Starts(text.Chars),
            Registry = KeptDirectives.Registry,
        };
}
