using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst;

/// <summary>Reads reStructuredText. No text throws; what is wrong becomes a system message and parsing goes on.</summary>
public static class RstParser
{
    /// <summary>Parses a text to a tree as docutils' parser gives it before any transform.</summary>
    public static RstDocument Parse(string text, RstOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = new RstDocument(text, options ?? RstOptions.Default);
        var lines = LineTable.Of(text, document.Options.TabWidth);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.Ends[i] - lines.Starts[i] <= document.Options.LineLengthLimit) continue;
            var span = RstSpan.FromBounds(lines.ToOriginal(lines.Starts[i]), lines.ToOriginal(lines.Ends[i]));
            document.Root.Add(document.Report(RstSeverity.Error, $"Line {i + 1} exceeds the line-length-limit.", 0, span));
            return document;
        }

        new ParseState(document).Bodies.ParseDocument(new Block(lines), document.Root);
        return document;
    }
}
