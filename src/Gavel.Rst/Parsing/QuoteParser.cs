using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Block quotes with their attributions.</summary>
internal sealed class QuoteParser(ParseState state, BodyParser bodies)
{
    public void Read(Frame frame)
    {
        var indented = frame.Indented(frame.Line);
        Append(indented.Content.WithoutBlankTop(), frame.Parent, null);
        frame.Line = indented.End;
        if (!indented.BlankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Block quote"));
    }

    /// <summary>Reads a block as quotes: an attribution ends one and begins the next.</summary>
    /// <param name="block">The lines without their common indentation.</param>
    /// <param name="parent">Takes the quotes and messages.</param>
    /// <param name="cssClass">A class for each quote, or null.</param>
    public void Append(Block block, RstElement parent, string? cssClass)
    {
        while (!block.IsEmpty)
        {
            var quote = new RstElement(RstKind.BlockQuote) { Line = block.NumberOf(block.From) };
            if (cssClass is not null) quote.Labels.Classes.Add(cssClass);
            parent.Add(quote);
            if (!FindAttribution(block, out var start, out var end, out var length, out var indent))
            {
                quote.Span = block.Span();
                bodies.Parse(block, quote);
                return;
            }

            quote.Span = block.Part(block.From, end).Span();
            bodies.Parse(block.Part(block.From, start), quote);
            Attribution(block.Part(start, end, indent, length), quote, parent);
            block = (end < block.To ? block.Part(end, block.To) : block with { From = block.To }).WithoutBlankTop();
        }
    }

    private void Attribution(in Block lines, RstElement quote, RstElement parent)
    {
        var attribution = new RstElement(RstKind.Attribution, lines.Span()) { Line = lines.NumberOf(lines.From) };
        quote.Add(attribution);
        foreach (var message in state.ParseInline(TextRun.Of(lines), attribution, attribution.Line, parent)) parent.Add(message);
    }

    private static bool FindAttribution(in Block block, out int start, out int end, out int length, out int indent)
    {
        end = length = indent = 0;
        var seen = false;
        var blank = -1;
        for (start = block.From; start < block.To; start++)
        {
            if (block.IsBlank(start))
            {
                blank = start;
                continue;
            }

            if (seen && blank == start - 1)
            {
                length = Dashes(block.Line(start));
                if (length > 0 && Shape(block, start, out end, out indent)) return true;
            }

            seen = true;
        }

        return false;
    }

    /// <summary>The length of the dashes with the spaces after them; 0 where the line has none or nothing after them.</summary>
    private static int Dashes(ReadOnlySpan<char> line)
    {
        var length = line[0] == '\u2014' ? 1 : line.StartsWith("---") ? 3 : line.StartsWith("--") ? 2 : 0;
        if (length == 0 || (length < line.Length && length > 1 && line[length] == '-')) return 0;
        while (length < line.Length && line[length] == ' ') length++;
        return length < line.Length ? length : 0;
    }

    /// <summary>Where the attribution ends; false if its later lines are not indented alike.</summary>
    private static bool Shape(in Block block, int start, out int end, out int indent)
    {
        indent = -1;
        for (end = start + 1; end < block.To && !block.IsBlank(end); end++)
        {
            var here = block.IndentOf(end);
            if (indent < 0) indent = here;
            else if (here != indent) return false;
        }

        indent = Math.Max(indent, 0);
        return true;
    }
}
