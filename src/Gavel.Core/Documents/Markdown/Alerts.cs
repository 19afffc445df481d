using System.Collections.Immutable;

namespace Gavel.Core.Documents.Markdown;

/// <summary>A quote that begins with <c>[!NOTE]</c> (GitHub's alerts).</summary>
internal sealed record Alerts(string Kind, string Title, ImmutableArray<Block> Blocks)
{
    private static readonly string[] Kinds = ["Note", "Tip", "Important", "Warning", "Caution"];

    /// <returns>Null for any other quote.</returns>
    public static Alerts? Read(Block.Quote quote)
    {
        if (quote.Blocks is not [Block.Paragraph { Inlines: [Inline.Run first, ..] inlines } paragraph, ..] || !first.Text.StartsWith("[!", StringComparison.Ordinal)) return null;
        if (inlines.Length > 1 && inlines[1] is not Inline.LineBreak) return null;
        foreach (var kind in Kinds)
        {
            var text = first.Text.AsSpan().Trim();
            if (!text.EndsWith("]") || !text[2..^1].Equals(kind, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = inlines.RemoveRange(0, Math.Min(2, inlines.Length));
            var blocks = rest.IsEmpty ? quote.Blocks.RemoveAt(0) : quote.Blocks.SetItem(0, paragraph with { Inlines = rest });
            return new Alerts(kind.ToLowerInvariant(), kind, blocks);
        }
        return null;
    }
}
