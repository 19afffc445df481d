using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>What a reader sees of inlines.</summary>
public static class PlainText
{
    /// <summary>Without markup and comments; white space folded to one space, none at the ends.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        if (inlines is [Inline.Run run]) return Fold(run.Text);
        var text = new StringBuilder();
        Append(inlines, text);
        return Fold(text.ToString());
    }

    /// <summary>Without markup and comments; white space as it is.</summary>
    public static string Raw(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString();
    }

    /// <inheritdoc cref="Fold(ReadOnlySpan{char})"/>
    public static string Fold(string text) => IsFolded(text) ? text : Fold(text.AsSpan());

    /// <summary>Each run of white space as one space, none at the ends.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        char[]? rented = null;
        var result = text.Length <= 1024 ? stackalloc char[text.Length] : (rented = ArrayPool<char>.Shared.Rent(text.Length));
        var length = 0;
        foreach (var c in text)
        {
            if (!Letters.IsWhiteSpace(c)) result[length++] = c;
            else if (length > 0 && result[length - 1] != ' ') result[length++] = ' ';
        }
        if (length > 0 && result[length - 1] == ' ') length--;
        var folded = result[..length].ToString();
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    private static bool IsFolded(string text)
    {
        var wasSpace = true;
        foreach (var c in text)
        {
            var isSpace = Letters.IsWhiteSpace(c);
            if (isSpace && (wasSpace || c != ' ')) return false;
            wasSpace = isSpace;
        }
        return !wasSpace || text.Length == 0;
    }

    private static void Append(ImmutableArray<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Run run: text.Append(run.Text); break;
                case Inline.Code code: text.Append(code.Text); break;
                case Inline.Styled styled: Append(styled.Children, text); break;
                case Inline.Link link: Append(link.Children, text); break;
                case Inline.LineBreak: text.Append(' '); break;
            }
        }
    }
}
