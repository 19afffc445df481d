using System.Globalization;

namespace Gavel.Core.Documents.Html;

/// <summary>The box that a page reserves for an image: what its author asked for, in the proportions of the image.</summary>
public static class ImageBox
{
    /// <summary>Pixels of the column that shares of it are taken of.</summary>
    private const int Column = 680;

    private const int Largest = 100_000;

    /// <param name="own">The size of the image; null when it is not known.</param>
    /// <param name="width">Asked for; null or 0 where nothing is.</param>
    /// <returns>0 for a side that is not known.</returns>
    public static (int Width, int Height) Of((int Width, int Height)? own, int? width, int? height)
    {
        var (w, h) = (width ?? 0, height ?? 0);
        if (own is not { } size) return (w, h);
        if (w <= 0 && h <= 0) return size;
        if (w > 0 && h > 0) return (w, h);
        return w > 0 ? (w, Share(w, size.Height, size.Width)) : (Share(h, size.Width, size.Height), h);
    }

    /// <summary>A length in pixels.</summary>
    /// <param name="of">What a share in percent is of; null for the column.</param>
    /// <returns>Null for what is no length.</returns>
    public static int? Pixels(string? written, int? of = null)
    {
        var text = written.AsSpan().Trim();
        var length = text.LastIndexOfAnyInRange('0', '9') + 1;
        if (length == 0 || !double.TryParse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        double? each = text[length..].TrimStart() switch
        {
            "" or "px" => 1,
            "%" => (of ?? Column) / 100.0,
            "pt" => 4 / 3.0,
            "pc" or "em" or "rem" => 16,
            "ex" => 8,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            _ => null,
        };
        return each * number is >= 1 and < Largest and var pixels ? (int)Math.Round(pixels) : null;
    }

    private static int Share(int side, int part, int whole) => (int)Math.Clamp(Math.Round((double)side * part / whole), 1, Largest);
}
