using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>The elements around the rows of a table.</summary>
internal static class TableBuilder
{
    public static (RstElement Table, RstElement Group) Begin(ReadOnlySpan<int> widths, RstSpan span, int stubColumns = 0)
    {
        var table = new RstElement(RstKind.Table, span);
        var group = new RstElement(RstKind.Tgroup, span) { ["cols"] = widths.Length.ToString(CultureInfo.InvariantCulture) };
        table.Add(group);
        for (var i = 0; i < widths.Length; i++)
        {
            var column = new RstElement(RstKind.Colspec, span) { ["colwidth"] = widths[i].ToString(CultureInfo.InvariantCulture) };
            if (i < stubColumns) column["stub"] = "1";
            group.Add(column);
        }

        return (table, group);
    }

    public static RstElement Add(RstElement group, RstKind kind)
    {
        var part = new RstElement(kind, group.Span);
        group.Add(part);
        return part;
    }
}
