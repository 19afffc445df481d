using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Cuts whole blocks out of a text with the blank lines that they leave, so that what is left stands as if they had never been there.</summary>
internal static class BlockCuts
{
    /// <summary>Where all blocks of a list item go, the item goes with its marker.</summary>
    public static List<TextSpan> WithMarkers(Document document, HashSet<TextSpan> blocks)
    {
        var result = new List<TextSpan>(blocks);
        // Inner lists come after their items, so that the outer item is seen again once its list is gone.
        foreach (var list in document.Root.BlocksBelow().OfType<Block.List>().Reverse())
        {
            var gone = 0;
            foreach (var item in list.Items)
            {
                if (item.Blocks.IsEmpty || !item.Blocks.All(b => blocks.Contains(b.Span))) continue;
                result.Add(item.Span);
                gone++;
            }
            if (gone == list.Items.Length) blocks.Add(list.Span);
        }
        return result;
    }

    /// <param name="blocks">Blocks that share no line with anything else are cut; others are left alone.</param>
    /// <returns>Spans of whole lines, ordered, apart from each other.</returns>
    public static List<TextSpan> Of(SourceText text, IEnumerable<TextSpan> blocks)
    {
        var lines = text.Lines;
        var isCut = new bool[lines.Count + 2];
        foreach (var block in blocks)
        {
            if (block.IsEmpty || !StandsAlone(text, block)) continue;
            for (var line = lines.LineOf(block.Start); line <= lines.LineOf(block.End - 1); line++) isCut[line] = true;
        }
        var cuts = new List<TextSpan>();
        for (var line = 1; line <= lines.Count; line++)
        {
            if (!isCut[line]) continue;
            var last = EndOfRun(text, isCut, line);
            cuts.Add(Cut(text, line, last));
            line = Math.Max(line, lines.LineOf(cuts[^1].End) - 1);
            line = Math.Max(line, last);
        }
        return cuts;
    }

    /// <summary>The last line of the blocks that follow with nothing but blank lines between them.</summary>
    private static int EndOfRun(SourceText text, bool[] isCut, int line)
    {
        var last = line;
        for (var next = line + 1; next <= text.Lines.Count; next++)
        {
            if (isCut[next]) last = next;
            else if (!IsBlank(text, next)) break;
        }
        return last;
    }

    // Where blank lines stand on both sides, those before stay; at the end of the file those before go too.
    private static TextSpan Cut(SourceText text, int first, int last)
    {
        var lines = text.Lines;
        var before = first;
        while (before > 1 && IsBlank(text, before - 1)) before--;
        var after = last;
        while (after < lines.Count && IsBlank(text, after + 1)) after++;
        if (after == lines.Count)
        {
            var start = before > 1 ? lines.StartOf(before) : lines.StartOf(first);
            return TextSpan.Between(start, text.Chars.Length);
        }
        var keepsAfter = before == first && first > 1;
        return TextSpan.Between(lines.StartOf(first), lines.FullSpanOf(keepsAfter ? last : after).End);
    }

    private static bool StandsAlone(SourceText text, TextSpan block)
    {
        var lines = text.Lines;
        var start = lines.StartOf(lines.LineOf(block.Start));
        var end = lines.SpanOf(lines.LineOf(block.End - 1)).End;
        return text.Chars.AsSpan(start, block.Start - start).IsWhiteSpace() && (block.End >= end || text.Chars.AsSpan(block.End, end - block.End).IsWhiteSpace());
    }

    private static bool IsBlank(SourceText text, int line) => text.Slice(text.Lines.SpanOf(line)).IsWhiteSpace();
}
