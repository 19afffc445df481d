using Gavel.Core.Text;

namespace Gavel.Core.Documents.Html;

/// <summary>Tells what of a text was read as header fields, which a page shows as data.</summary>
internal sealed class HeaderFilter
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    public HeaderFilter(Document document)
    {
        var own = document.Header.Where(static f => f.In is null && f.Style is not (HeaderStyle.SectionField or HeaderStyle.Sidecar)).ToArray();
        _starts = [.. own.Select(static f => f.Span.Start).Order()];
        _ends = [.. own.Select(static f => f.Span.End).Order()];
    }

    public bool Holds(TextSpan span)
    {
        if (_starts.Length == 0 || span.Start >= _ends[^1]) return false;
        return CountBelow(_starts, span.End) > CountBelow(_ends, span.Start + 1);
    }

    /// <summary>The block without fields; null when nothing else is in it.</summary>
    public Block? Without(Block block)
    {
        if (!Holds(block.Span)) return block;
        switch (block)
        {
            case Block.List list:
                var items = list.Items.RemoveAll(i => i.Blocks.Length > 0 && Holds(i.Blocks[^1].Span));
                return items.IsEmpty ? null : list with { Items = items };
            case Block.Table table:
                var rows = table.Rows.RemoveAll(r => Holds(r.Span));
                return rows.All(static r => r.IsHeader) ? null : table with { Rows = rows };
            case Block.Paragraph or Block.Code or Block.Fields: return null;
            default: return block;
        }
    }

    private static int CountBelow(int[] sorted, int limit)
    {
        var at = Array.BinarySearch(sorted, limit);
        if (at < 0) return ~at;
        while (at > 0 && sorted[at - 1] == limit) at--;
        return at;
    }
}
