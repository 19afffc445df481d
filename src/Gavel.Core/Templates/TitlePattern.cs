using System.Collections.Immutable;

namespace Gavel.Core.Templates;

public enum TitlePart
{
    Literal,
    Number,
    Title,
    Other,
}

/// <param name="Text">The literal, or the placeholder as the template writes it.</param>
public sealed record TitleToken(TitlePart Part, string Text);

/// <summary>How a title is put together. Reading is tolerant of the separators and the case that people use; writing is not.</summary>
public sealed record TitlePattern(ImmutableArray<TitleToken> Tokens)
{
    /// <summary>The word before the number: <c>RFC</c>; null where there is no number or no word.</summary>
    public string? Name
    {
        get
        {
            for (var i = 1; i < Tokens.Length; i++)
            {
                if (Tokens[i].Part != TitlePart.Number || Tokens[i - 1].Part != TitlePart.Literal) continue;
                var word = Tokens[i - 1].Text.TrimEnd(' ', '-', '#', '_', ':').TrimStart();
                return word.Length == 0 ? null : word[(word.LastIndexOf(' ') + 1)..];
            }
            return null;
        }
    }

    public bool HasNumber => Tokens.Any(t => t.Part == TitlePart.Number);

    /// <summary>The pattern for people and JSON: <c>RFC {number} - {title}</c>.</summary>
    public override string ToString() =>
        string.Concat(Tokens.Select(t => t.Part switch
        {
            TitlePart.Number => "{number}",
            TitlePart.Title => "{title}",
            TitlePart.Other => t.Text,
            _ => t.Text,
        }));
}
