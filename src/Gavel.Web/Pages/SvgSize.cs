using System.Globalization;
using System.Text;
using Gavel.Core.Documents.Html;

namespace Gavel.Web.Pages;

/// <summary>The size of a drawing by its outermost element (SVG 2, section 8.2): its width and height, else its view box, else what browsers take.</summary>
internal static class SvgSize
{
    private static readonly (int Width, int Height) WithoutAny = (300, 150);

    /// <returns>Null for what is no SVG.</returns>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        var text = bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]
            ? (bytes[0] == 0xff ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes)
            : Encoding.UTF8.GetString(bytes);
        if (Start(text) is not (>= 0 and var start)) return null;
        var reader = new TagReader(text, start + 1);
        string? width = null, height = null, box = null;
        for (var isTag = reader.ReadName(); isTag && reader.ReadAttribute();)
        {
            if (reader.Attribute == "width") width ??= reader.Value;
            else if (reader.Attribute == "height") height ??= reader.Value;
            else if (reader.Attribute == "viewbox") box ??= reader.Value;
        }
        return Of(Length(width), Length(height), ViewBox(box));
    }

    private static (int, int) Of(int? width, int? height, (double Width, double Height)? box) => (width, height, box) switch
    {
        ({ } w, { } h, _) => (w, h),
        ({ } w, null, { } b) => (w, Round(w * b.Height / b.Width)),
        (null, { } h, { } b) => (Round(h * b.Width / b.Height), h),
        (null, null, { } b) => (Round(b.Width), Round(b.Height)),
        ({ } w, null, null) => (w, WithoutAny.Height),
        (null, { } h, null) => (WithoutAny.Width, h),
        _ => WithoutAny,
    };

    // A share of what is around it says nothing here.
    private static int? Length(string? written) => written is null || written.TrimEnd().EndsWith('%') ? null : ImageBox.Pixels(written);

    private static (double Width, double Height)? ViewBox(string? written)
    {
        var parts = (written ?? "").Split((char[])[' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 4
            && double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && width is > 0 and < 1e9
            && double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height is > 0 and < 1e9
            ? (width, height)
            : null;
    }

    private static int Round(double side) => (int)Math.Clamp(Math.Round(side), 1, 99_999);

    /// <returns>Where the first element begins, if it is a drawing; -1 where it is none.</returns>
    private static int Start(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (text[at + 1] is not ('!' or '?')) return Name(text.AsSpan(at + 1)) ? at : -1;
            if (!text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal)) continue;
            at = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (at < 0) return -1;
        }
        return -1;
    }

    private static bool Name(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n>/");
        var name = end < 0 ? tag : tag[..end];
        return name[(name.IndexOf(':') + 1)..].Equals("svg", StringComparison.OrdinalIgnoreCase);
    }
}
