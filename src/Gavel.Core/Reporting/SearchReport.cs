using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Searching;
using Gavel.Core.Text;

namespace Gavel.Core.Reporting;

/// <summary>What a search found.</summary>
public static class SearchReport
{
    public static string RenderJson(SearchResult result) => JsonText.Object(writer =>
    {
        writer.WriteText("query", result.Query);
        writer.WriteNumber("total", result.Total);
        writer.WriteObjects("hits", result.Hits, hit =>
        {
            writer.WriteText("id", hit.Id);
            writer.WriteText("title", hit.Title);
            writer.WriteText("status", hit.Status);
            writer.WriteText("path", hit.Path);
            writer.WriteNumber("line", hit.Excerpt.Line);
            writer.WriteNumber("score", hit.Score);
            writer.WriteText("excerpt", hit.Excerpt.Text);
        });
    });

    /// <param name="entries">The proposals that there are: what no proposal has is said with what they have.</param>
    public static string RenderText(SearchResult result, IEnumerable<CatalogEntry> entries, TextStyle style)
    {
        var text = new StringBuilder();
        foreach (var hit in result.Hits)
        {
            text.Append(style.Bold(TerminalText.Safe(hit.Id))).Append("  ").Append(Marked(hit.Title, hit.TitleMarks, style));
            if (hit.Status is { } status) text.Append("  ").Append(style.Dim(TerminalText.Safe(status)));
            text.Append('\n').Append("  ").Append(style.Cyan(TerminalText.Safe(hit.Path))).Append(style.Dim(":")).Append(hit.Excerpt.Line.ToString(CultureInfo.InvariantCulture));
            if (hit.Heading is { } heading) text.Append(style.Dim("  § ")).Append(TerminalText.Safe(heading));
            text.Append('\n');
            if (hit.Excerpt.Text.Length > 0) text.Append("  ").Append(Wrapped(Marked(hit.Excerpt.Text, hit.Excerpt.Marks, style), hit.Excerpt.Text, style)).Append('\n');
            text.Append('\n');
        }
        return text.Append(Summary(result)).Append(TerminalText.Safe(UnmetFields.Say(result, entries))).Append('\n').ToString();
    }

    private static string Summary(SearchResult result)
    {
        var text = new StringBuilder();
        if (result.Total == 0)
        {
            text.Append("No proposal matches.");
        }
        else
        {
            var count = result.Total.ToString(CultureInfo.InvariantCulture) + (result.IsCapped ? " or more" : "");
            text.Append(result.Total == 1 ? "1 proposal matches" : $"{count} proposals match").Append(result.IsRelaxed ? " some of the words; none has them all" : "");
            if (result.Hits.Length < result.Total) text.Append(CultureInfo.InvariantCulture, $"; shown are {result.Hits.Length} (--limit N)");
            text.Append('.');
        }
        if (!result.Unknown.IsEmpty) text.Append(" Nowhere: ").AppendJoin(", ", result.Unknown.Select(u => $"'{TerminalText.Safe(u)}'")).Append('.');
        return text.ToString();
    }

    private static string Marked(string text, ImmutableArray<TextSpan> marks, TextStyle style)
    {
        if (!style.Colour) return TerminalText.Safe(text);
        var marked = new StringBuilder();
        var at = 0;
        foreach (var mark in marks)
        {
            marked.Append(TerminalText.Safe(text[at..mark.Start])).Append(style.Yellow(TerminalText.Safe(text.Substring(mark.Start, mark.Length))));
            at = mark.End;
        }
        return marked.Append(TerminalText.Safe(text[at..])).ToString();
    }

    // In a pipe one line; on a terminal as many as it takes, broken at spaces.
    private static string Wrapped(string dressed, string plain, TextStyle style)
    {
        if (style.Width is not { } width || TerminalText.WidthOf(plain) <= width - 2) return dressed;
        var text = new StringBuilder();
        var column = 0;
        foreach (var word in dressed.Split(' '))
        {
            var length = TerminalText.WidthOf(Undressed(word));
            if (column > 0 && column + 1 + length > width - 2)
            {
                text.Append("\n  ");
                column = 0;
            }
            else if (column > 0)
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += length;
        }
        return text.ToString();
    }

    private static string Undressed(string word)
    {
        var text = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '\e') i = word.IndexOf('m', i) is var end and >= 0 ? end : word.Length;
            else text.Append(word[i]);
        }
        return text.ToString();
    }
}
