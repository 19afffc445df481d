using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Html;

/// <summary>Writes a table with its caption, header rows and spanning cells.</summary>
internal sealed class TableWriter(HtmlOutput output, BlockWriter blocks, RstHtmlOptions options)
{
    public void Write(RstElement table, int level)
    {
        output.Line().Open("table", table).Line();
        foreach (var child in table.Children)
        {
            if (child is not RstElement element) continue;
            if (element.Kind == RstKind.Title)
            {
                output.Open("caption", element);
                blocks.WriteInlines(element);
                output.Close("caption").Line();
            }
            else if (element.Kind == RstKind.Tgroup)
            {
                WriteGroup(element, level);
            }
        }

        output.Close("table").Line();
    }

    private void WriteGroup(RstElement group, int level)
    {
        var stubs = new List<bool>();
        foreach (var child in group.Children)
        {
            if (child is not RstElement part) continue;
            if (part.Kind == RstKind.Colspec) stubs.Add(part["stub"] is not null);
            if (part.Kind is not (RstKind.Thead or RstKind.Tbody)) continue;
            var tag = part.Kind == RstKind.Thead ? "thead" : "tbody";
            output.Open(tag, part).Line();
            foreach (var row in part.Children)
            {
                if (row is RstElement { Kind: RstKind.Row } cells && options.IsLeftOut?.Invoke(cells) != true) WriteRow(cells, part.Kind == RstKind.Thead, stubs, level);
            }

            output.Close(tag).Line();
        }
    }

    private void WriteRow(RstElement row, bool isHeader, List<bool> stubs, int level)
    {
        output.Open("tr", row).Line();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is not RstElement { Kind: RstKind.Entry } entry) continue;
            var tag = isHeader || (i < stubs.Count && stubs[i]) ? "th" : "td";
            output.Open(tag, entry, "", o =>
            {
                Span(o, "colspan", entry["morecols"]);
                Span(o, "rowspan", entry["morerows"]);
            });
            blocks.WriteChildren(entry, level);
            output.Close(tag).Line();
        }

        output.Close("tr").Line();
    }

    private static void Span(HtmlOutput output, string name, string? more)
    {
        if (int.TryParse(more, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000)
            output.Attribute(name, (count + 1).ToString(CultureInfo.InvariantCulture));
    }
}
