using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Plans;

/// <summary>What a reader sees of inlines, once as it is and once with code blotted out, so that no word is found in it.</summary>
/// <param name="Shown">White space folded.</param>
/// <param name="Masked">The same length.</param>
/// <param name="IsStruck">All of it is struck through.</param>
internal sealed record ItemLine(string Shown, string Masked, bool IsStruck)
{
    private const char Blot = '\u0001';

    public static ItemLine Of(ImmutableArray<Inline> inlines, Func<Inline.Styled, bool> isStruck)
    {
        var shown = new StringBuilder();
        var masked = new StringBuilder();
        var struck = 0;
        var open = new Stack<(Inline Inline, bool IsStruck)>();
        var inHtml = false;
        for (var i = inlines.Length - 1; i >= 0; i--) open.Push((inlines[i], false));
        while (open.TryPop(out var next))
        {
            var isStruckHere = next.IsStruck || inHtml;
            switch (next.Inline)
            {
                case Inline.Run run: Append(run.Text, isCode: false, isStruckHere); break;
                case Inline.Code code: Append(code.Text, isCode: true, isStruckHere); break;
                case Inline.LineBreak: Append(" ", isCode: false, isStruckHere); break;
                case Inline.Styled styled: Push(styled.Children, isStruckHere || isStruck(styled)); break;
                case Inline.Link { IsImage: false } link: Push(link.Children, isStruckHere); break;
                case Inline.Html html when IsBreak(html.Text): Append(" ", isCode: false, isStruckHere); break;
                case Inline.Html html when OpensStrike(html.Text): inHtml = true; break;
                case Inline.Html html when html.Text.StartsWith("</", StringComparison.Ordinal): inHtml = false; break;
            }
        }
        return new ItemLine(shown.ToString().TrimEnd(), masked.ToString()[..shown.ToString().TrimEnd().Length], struck > 0 && 2 * struck > shown.Length);

        void Push(ImmutableArray<Inline> children, bool isStruckHere)
        {
            for (var i = children.Length - 1; i >= 0; i--) open.Push((children[i], isStruckHere));
        }

        void Append(string text, bool isCode, bool isStruckHere)
        {
            foreach (var c in text)
            {
                var isSpace = char.IsWhiteSpace(c);
                if (isSpace && (shown.Length == 0 || shown[^1] == ' ')) continue;
                shown.Append(isSpace ? ' ' : c);
                masked.Append(isSpace ? ' ' : isCode ? Blot : c);
                if (isStruckHere) struck++;
            }
        }
    }

    /// <summary>The tag that begins another line.</summary>
    public static bool IsBreak(string html) => html.StartsWith("<br", StringComparison.OrdinalIgnoreCase) && html.Length > 3 && !char.IsLetterOrDigit(html[3]);

    private static bool OpensStrike(string html) =>
        html.StartsWith("<s>", StringComparison.OrdinalIgnoreCase) || html.StartsWith("<del", StringComparison.OrdinalIgnoreCase) || html.StartsWith("<strike", StringComparison.OrdinalIgnoreCase);
}
