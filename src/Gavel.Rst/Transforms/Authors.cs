using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Splits the body of an <c>authors</c> field into its names.</summary>
internal static class Authors
{
    private const string Separators = ";,";

    /// <returns>The content of each author, or null when the body is none of the shapes that hold authors.</returns>
    public static List<RstNode[]>? Read(TransformContext context, RstElement body)
    {
        var authors = body.Count switch
        {
            1 when body[0] is RstElement { Kind: RstKind.Paragraph } paragraph => FromText(context, paragraph),
            1 when body[0] is RstElement { Kind: RstKind.BulletList } list => FromList(list),
            > 1 => FromParagraphs(body),
            _ => null,
        };
        return authors is { Count: > 0 } ? authors : null;
    }

    private static List<RstNode[]> FromText(TransformContext context, RstElement paragraph)
    {
        var text = paragraph.InnerText;
        var source = context.Document.Slice(paragraph.Span).ToString();
        var cuts = new List<int>();
        foreach (var separator in Separators)
        {
            cuts = Cuts(text, source, separator);
            if (cuts.Count > 0) break;
        }

        var authors = new List<RstNode[]>();
        var start = 0;
        foreach (var cut in cuts.Append(text.Length))
        {
            var name = text[start..cut].Trim();
            if (name.Length > 0) authors.Add([new RstText(name) { Span = paragraph.Span }]);
            start = cut + 1;
        }

        return authors;
    }

    /// <summary>Where a separator stands that no backslash escapes in the source.</summary>
    private static List<int> Cuts(string text, string source, char separator)
    {
        var cuts = new List<int>();
        for (var i = text.IndexOf(separator, StringComparison.Ordinal); i >= 0; i = text.IndexOf(separator, i + 1)) cuts.Add(i);
        if (!source.Contains('\\')) return cuts;

        var escaped = new List<bool>();
        var backslashes = 0;
        foreach (var c in source)
        {
            if (c == separator) escaped.Add(backslashes % 2 == 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        if (escaped.Count != cuts.Count) return cuts;
        var kept = new List<int>();
        for (var i = 0; i < cuts.Count; i++)
        {
            if (!escaped[i]) kept.Add(cuts[i]);
        }

        return kept;
    }

    private static List<RstNode[]>? FromList(RstElement list)
    {
        var authors = new List<RstNode[]>();
        foreach (var child in list.Children)
        {
            if (child is not RstElement { Kind: RstKind.ListItem, Count: 1 } item || item[0] is not RstElement { Kind: RstKind.Paragraph } paragraph) return null;
            authors.Add(paragraph.Detach());
        }

        return authors;
    }

    private static List<RstNode[]>? FromParagraphs(RstElement body)
    {
        var authors = new List<RstNode[]>();
        foreach (var child in body.Children)
        {
            if (child is RstElement { Kind: RstKind.Comment }) continue;
            if (child is not RstElement { Kind: RstKind.Paragraph }) return null;
        }

        foreach (var child in body.Children)
        {
            if (child is RstElement { Kind: RstKind.Paragraph } paragraph) authors.Add(paragraph.Detach());
        }

        return authors;
    }
}
