using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>Proposals whose titles share most of their words with a new one.</summary>
internal static class Similar
{
    private const int Most = 5;

    /// <summary>The words that say nothing about a subject.</summary>
    private static readonly HashSet<string> Filler = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "add", "support", "new", "improve", "introduce", "proposal",
    };

    /// <summary>At most five notes, the likest first; one in a closed status says so.</summary>
    public static ImmutableArray<string> Notes(Catalog catalog, string title)
    {
        var mine = Words(title);
        if (mine.Count == 0) return [];
        return
        [
            .. (from entry in catalog.Entries
               let theirs = Words(entry.Title)
               let shared = mine.Count(theirs.Contains)
               let likeness = theirs.Count == 0 ? 0 : (double)shared / Math.Min(mine.Count, theirs.Count)
               where shared >= 2 && likeness >= 0.6 || shared >= 1 && likeness >= 1 && mine.Count <= 2
               orderby likeness descending, entry.Id
               select Say(entry)).Take(Most),
        ];
    }

    private static string Say(CatalogEntry entry) => entry.Kind switch
    {
        StatusKind.Rejected or StatusKind.Withdrawn => $"{entry.Id} '{entry.Title}' is like it and was {entry.Status?.ToLowerInvariant()}: {entry.Path}",
        StatusKind.Superseded => $"{entry.Id} '{entry.Title}' is like it and is superseded: {entry.Path}",
        _ => $"{entry.Id} '{entry.Title}' is like it: {entry.Path}",
    };

    private static HashSet<string> Words(string title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in title.Split([.. title.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length > 1 && !Filler.Contains(word)) words.Add(word.EndsWith('s') && word.Length > 3 ? word[..^1] : word);
        return words;
    }
}
