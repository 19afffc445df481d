using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Fields in a list: the key, bold or plain, at the beginning of each item.</summary>
internal static class ListFields
{
    private const int MostValues = 20;

    public static void Read(SourceText text, Block.List list, bool isBelowTitle, ImmutableArray<HeaderField>.Builder fields)
    {
        var found = new List<HeaderField>();
        var bold = 0;
        foreach (var item in list.Items)
        {
            if (item.IsDone is not null || FieldOf(text, item) is not { } field) continue;
            found.Add(field);
            if (field.Style == HeaderStyle.BoldList) bold++;
        }
        // In some lines somebody forgot the colon; where the status is among the others, the list is the header all the same.
        var isEnough = isBelowTitle && found.Exists(static f => HeaderWords.IsStatusSection(f.Name)) ? found.Count * 2 > list.Items.Length : found.Count * 3 >= list.Items.Length * 2;
        if (!isEnough) return;
        var data = found.Count(static f => KeyShape.IsDatum(f.Value));
        var isHeader = bold * 2 > found.Count
            ? found.Count > 1 || isBelowTitle && data == 1
            : isBelowTitle && data * 4 >= found.Count * 3 && (found.Count > 1 || found.Count == 1 && found[0].Value.Length <= 60);
        if (found.Count > 0 && isHeader) fields.AddRange(found);
    }

    /// <summary>A field whose values stand as a list below its name; null where an item is no datum.</summary>
    public static HeaderField? Below(HeaderField field, Block.List list)
    {
        if (list.Items.Length is 0 or > MostValues) return null;
        var values = new List<string>();
        foreach (var item in list.Items)
        {
            if (item.IsDone is not null || item.Blocks is not [Block.Paragraph only]) return null;
            var value = PlainText.Of(only.Inlines);
            if (!KeyShape.IsDatum(value) || value.Length > 60) return null;
            values.Add(value);
        }
        return field with { Value = string.Join(", ", values), ValueSpan = list.Span, Span = field.Span.Union(list.Span) };
    }

    private static HeaderField? FieldOf(SourceText text, ListItem item)
    {
        if (item.Blocks is not [Block.Paragraph { Inlines: [_, ..] inlines } paragraph, ..] || FieldLine.At(text, inlines, 0, inlines[0].Span.Start) is not { } key) return null;
        var (span, value) = FieldValue.Of(text, inlines, key.ValueIndex, key.ValueStart, paragraph.Inlines[^1].Span.End);
        if (value.Length == 0 && item.Blocks.Length > 1 && item.Blocks[1] is Block.List nested && nested.Items.Length > 0)
        {
            var values = nested.Items.Select(static i => i.Blocks is [Block.Paragraph p, ..] ? PlainText.Of(p.Inlines) : "").Where(static v => v.Length > 0);
            value = string.Join(", ", values);
            span = nested.Span;
        }
        var whole = TextSpan.Between(item.Span.Start, Math.Max(span.End, key.ValueStart));
        return new HeaderField(key.Name, value, whole, key.NameSpan, span, key.IsBold ? HeaderStyle.BoldList : HeaderStyle.PlainList);
    }
}
