using System.Text;

namespace Gavel.Rst.Parsing;

/// <summary>Makes the text that the parser reads: LF between lines, no tab, vertical tab or form feed.</summary>
internal static class Normalizer
{
    /// <summary>The text and, for each of its offsets (its end included), the offset in the given text.</summary>
    public static (string Text, int[] Map) Expand(string text, int tabWidth)
    {
        var result = new StringBuilder(text.Length + (text.Length / 8));
        var map = new List<int>(text.Length + (text.Length / 8) + 1);
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\t')
            {
                var width = tabWidth <= 0 ? 0 : tabWidth - (column % tabWidth);
                for (var k = 0; k < width; k++) Put(' ', i);
                column += width;
            }
            else if (TextClasses.IsLineBreak(c))
            {
                Put('\n', i);
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                column = 0;
            }
            else
            {
                Put(c is '\v' or '\f' ? ' ' : c, i);
                column++;
            }
        }

        map.Add(text.Length);
        return (result.ToString(), [.. map]);

        void Put(char c, int from)
        {
            result.Append(c);
            map.Add(from);
        }
    }
}
