using System.Collections.Immutable;

namespace Gavel.Core.Processes;

/// <summary>A part of a file pattern.</summary>
public enum PatternPart
{
    Literal,
    Number,
    Slug,
    Date,
    Status,
    Folder,
}

/// <summary>A class: collections of value types are compiled at start.</summary>
internal sealed record PatternToken(PatternPart Part, string Text)
{
    private static readonly PatternToken[] Names =
    [
        new(PatternPart.Number, "{number}"), new(PatternPart.Slug, "{slug}"), new(PatternPart.Date, "{date}"), new(PatternPart.Status, "{status}"), new(PatternPart.Folder, "{folder}"),
    ];

    /// <summary>The placeholders that a pattern may have, with braces.</summary>
    public static IEnumerable<string> Placeholders => Names.Select(n => n.Text);

    public static ImmutableArray<PatternToken> Parse(string pattern)
    {
        var tokens = ImmutableArray.CreateBuilder<PatternToken>();
        var start = 0;
        for (var i = 0; i < pattern.Length;)
        {
            var known = pattern[i] == '{' ? Array.Find(Names, n => string.CompareOrdinal(pattern, i, n.Text, 0, n.Text.Length) == 0) : null;
            if (known is null)
            {
                i++;
                continue;
            }
            if (i > start) tokens.Add(new PatternToken(PatternPart.Literal, pattern[start..i]));
            tokens.Add(known);
            i += known.Text.Length;
            start = i;
        }
        if (start < pattern.Length) tokens.Add(new PatternToken(PatternPart.Literal, pattern[start..]));
        return tokens.ToImmutable();
    }

    /// <summary>The same pattern for a name that has a number and no slug: <c>klip-{number}.md</c>.</summary>
    /// <returns>Default when a slug does not follow a number.</returns>
    public static ImmutableArray<PatternToken> WithoutSlug(ImmutableArray<PatternToken> tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Part != PatternPart.Slug || tokens[i - 1].Part != PatternPart.Literal || tokens[i - 1].Text.AsSpan().ContainsAnyExcept("-_. ")) continue;
            if (i < 2 || tokens[i - 2].Part is not (PatternPart.Number or PatternPart.Date)) continue;
            return tokens.RemoveRange(i - 1, 2);
        }
        return default;
    }

    /// <summary>Whether a part comes twice.</summary>
    public static bool Repeat(ImmutableArray<PatternToken> tokens)
    {
        var seen = 0;
        foreach (var token in tokens)
        {
            var bit = 1 << (int)token.Part;
            if (token.Part != PatternPart.Literal && (seen & bit) != 0) return true;
            seen |= bit;
        }
        return false;
    }
}
