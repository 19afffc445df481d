using System.Globalization;
using System.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>The classes of characters that decide where emphasis opens and closes (CommonMark 0.31, sections 2.1 and 6.2).</summary>
internal static class Characters
{
    public static Rune Before(string text, int at) =>
        Rune.TryGetRuneAt(text, at - 1, out var one) ? one
        : at >= 2 && Rune.TryGetRuneAt(text, at - 2, out var two) ? two
        : Rune.ReplacementChar;

    public static Rune At(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    public static (bool IsLeft, bool IsRight) Flanking(Rune before, Rune after)
    {
        var (spaceBefore, spaceAfter) = (Rune.IsWhiteSpace(before), Rune.IsWhiteSpace(after));
        var (markBefore, markAfter) = (IsPunctuation(before), IsPunctuation(after));
        var isLeft = !spaceAfter && (!markAfter || spaceBefore || markBefore);
        var isRight = !spaceBefore && (!markBefore || spaceAfter || markAfter);
        return (isLeft, isRight);
    }

    public static bool IsPunctuation(Rune rune)
    {
        if (rune.IsAscii) return rune.Value is > ' ' and < '0' or > '9' and < 'A' or > 'Z' and < 'a' or > 'z' and < 127;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol
            or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;
    }
}
