using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;

namespace Gavel.Core.Processes.Mining;

/// <summary>What documents of one process have in common: the headings and the names of header fields, folded to letters and digits.</summary>
internal sealed record Traits(ImmutableHashSet<string> Keys)
{
    public static Traits None { get; } = new(ImmutableHashSet<string>.Empty);

    public bool IsEmpty => Keys.IsEmpty;

    public static Traits Of(Document document)
    {
        var keys = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var field in document.Header) Add(keys, 'f', field.Name);
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading && !ReferenceEquals(heading, document.Title)) Add(keys, 's', heading.Text);
        }
        return new Traits(keys.ToImmutable());
    }

    public static Traits Of(Schema schema)
    {
        var keys = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var field in schema.All<Demand.Field>()) Add(keys, 'f', field.Name);
        foreach (var section in schema.All<Demand.Section>().Where(s => !s.IsOffered && !s.IsRepeatable)) Add(keys, 's', section.Text);
        return new Traits(keys.ToImmutable());
    }

    /// <summary>The share of these that another has; 0 for none at all.</summary>
    public double ShareIn(Traits other) => IsEmpty ? 0 : Keys.Count(other.Keys.Contains) / (double)Keys.Count;

    /// <summary>Jaccard: what both have among what either has.</summary>
    public double LikenessTo(Traits other)
    {
        var both = Keys.Count(other.Keys.Contains);
        return both == 0 ? 0 : both / (double)(Keys.Count + other.Keys.Count - both);
    }

    private static void Add(ImmutableHashSet<string>.Builder keys, char kind, string text)
    {
        var folded = Fold(text);
        if (folded.Length > 0) keys.Add($"{kind}:{folded}");
    }

    /// <summary>Letters and digits, lower case, without a leading number and what stands in parentheses; a plural or "(s)" counts as the singular.</summary>
    public static string Fold(string text)
    {
        text = HeadingReader.WithoutNumber(text);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var head = open > 2 ? text.AsSpan(0, open) : text.AsSpan();
        var letters = string.Create(head.Length, head.ToString(), static (span, source) =>
        {
            var n = 0;
            foreach (var c in source)
            {
                if (char.IsLetterOrDigit(c)) span[n++] = char.ToLowerInvariant(c);
            }
            span[n..].Clear();
        }).TrimEnd('\0').TrimStart("0123456789".ToCharArray());
        return letters.Length > 3 && letters[^1] == 's' && letters[^2] != 's' ? letters[..^1] : letters;
    }
}
