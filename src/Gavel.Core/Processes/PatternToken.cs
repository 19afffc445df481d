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

internal readonly record struct PatternToken(PatternPart Part, string Text)
{
    private static readonly (string Name, PatternPart Part)[] Names =
    [
        ("{number}", PatternPart.Number), ("{slug}", PatternPart.Slug), ("{date}", PatternPart.Date), ("{status}", PatternPart.Status), ("{folder}", PatternPart.Folder),
    ];

    /// <summary>The placeholders that a pattern may have, with braces.</summary>
    public static IEnumerable<string> Placeholders => Names.Select(n => n.Name);

    public static ImmutableArray<PatternToken> Parse(string pattern)
    {
        var tokens = ImmutableArray.CreateBuilder<PatternToken>();
        var start = 0;
        for (var i = 0; i < pattern.Length;)
        {
            var known = pattern[i] == '{' ? Array.Find(Names, n => string.CompareOrdinal(pattern, i, n.Name, 0, n.Name.Length) == 0) : default;
            if (known.Name is null)
            {
                i++;
                continue;
            }
            if (i > start) tokens.Add(new PatternToken(PatternPart.Literal, pattern[start..i]));
            tokens.Add(new PatternToken(known.Part, known.Name));
            i += known.Name.Length;
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
}
