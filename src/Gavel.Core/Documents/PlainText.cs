using System.Collections.Immutable;
using System.Text;

namespace Gavel.Core.Documents;

/// <summary>What a reader sees of inlines.</summary>
public static class PlainText
{
    /// <summary>Without markup and comments; white space folded to one space, none at the ends.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
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

    /// <summary>Each run of white space as one space, none at the ends.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
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
