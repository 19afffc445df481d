using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Where proposals say their status, and which statuses there are.</summary>
internal static class StatusMiner
{
    private const int MostScanned = 4000; // documents whose status is read
    private const int MostWords = 4; // of a status
    private const int LeastUnknown = 3; // proposals that use a word of no known kind before it counts as a status

    /// <summary>The header field that holds the status, as the template or else the proposals spell it.</summary>
    /// <returns>Null when there is none.</returns>
    public static Demand.Field? FieldOf(Schema schema)
    {
        foreach (var name in StatusWords.FieldNames)
        {
            if (schema.FindField(name) is { } field) return field;
        }
        // A field whose values are statuses, whatever it is called.
        return schema.All<Demand.Field>().FirstOrDefault(f => f.Values.Length > 1 && f.Values.Count(v => StatusText.KindOf(v) is not null) * 2 > f.Values.Length);
    }

    /// <summary>The field's name by the proposals alone.</summary>
    public static string? FieldOf(IEnumerable<Document> sample)
    {
        var documents = sample.ToList();
        foreach (var name in StatusWords.FieldNames)
        {
            var spellings = documents.Select(d => d.Header.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))?.Name
                ?? d.Root.SelfAndDescendants().FirstOrDefault(s => string.Equals(s.Heading?.Text, name, StringComparison.OrdinalIgnoreCase))?.Heading!.Text).OfType<string>().ToList();
            if (spellings.Count * 2 > documents.Count) return spellings.GroupBy(s => s, StringComparer.Ordinal).MaxBy(g => g.Count())!.Key;
        }
        return null;
    }

    /// <summary>A field of another name whose every value is a status, and not the same one.</summary>
    public static string? FieldByValues(IEnumerable<Document> sample)
    {
        var documents = sample.ToList();
        foreach (var name in documents.SelectMany(d => d.Header).Where(f => f.Parent.Length == 0).Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var values = documents.Select(d => d.Header.FirstOrDefault(f => f.Parent.Length == 0 && string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))?.Value).OfType<string>().Where(v => v.Length > 0).ToList();
            if (values.Count < LeastUnknown || values.Count * 2 <= documents.Count || !values.TrueForAll(v => v.Count(c => c == ' ') < MostWords)) continue;
            var kinds = values.ConvertAll(v => StatusText.KindOf(StatusText.HeadOf(StatusText.Clean(v))));
            // A status that was misspelled is one.
            for (var i = 0; i < kinds.Count; i++)
            {
                if (kinds[i] is null && StatusSpelling.Meant(values[i], Vocabulary.Empty) is { } meant) kinds[i] = StatusText.KindOf(meant);
            }
            if (!kinds.Contains(null) && kinds.Distinct().Count() > 1) return name;
        }
        return null;
    }

    /// <summary>How often each status is said, without parameters.</summary>
    public static Dictionary<string, int> InUse(Listing listing, IEnumerable<TreeFile> files, string field, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in Listing.Each(Cluster.Spread([.. files], MostScanned), f => listing.ValueOf(f, field), cancellationToken))
        {
            if (value is null) continue;
            var head = StatusText.HeadOf(StatusText.Clean(value));
            if (head.Length is > 0 and < 40) counts[head] = counts.GetValueOrDefault(head) + 1;
        }
        return counts;
    }

    /// <summary>A template's values in their order, with what proposals use instead of them.</summary>
    public static ImmutableArray<MinedStatus> FromTemplate(ImmutableArray<string> values, Dictionary<string, int> inUse)
    {
        var vocabulary = Vocabulary.Of(values);
        var aliases = vocabulary.Statuses.ToDictionary(s => s.Name, _ => new List<string>(), StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, count) in inUse.OrderBy(u => u.Key, StringComparer.Ordinal))
        {
            if (vocabulary.Find(text) is { } match) counts[match.Status.Name] = counts.GetValueOrDefault(match.Status.Name) + count;
            else if (text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'') && vocabulary.Nearest(text) is { } near) aliases[near.Name].Add(text);
        }
        var listed = vocabulary.Statuses.Select((s, i) => new MinedStatus(s.Name, i == 0 && StatusWords.BeginsSo.Contains(s.Name, StringComparer.OrdinalIgnoreCase) ? StatusKind.Open : s.Kind, counts.GetValueOrDefault(s.Name), [.. aliases[s.Name]]));
        // A template that lists nothing but beginnings leaves the rest to the editors.
        if (!StatusText.AreBeginnings(values)) return [.. listed];
        var later = FromProposals(null, inUse.Where(u => vocabulary.Find(u.Key) is null && StatusText.KindOf(u.Key) is not null).ToDictionary(StringComparer.Ordinal));
        return [.. listed.Select(s => s with { Aliases = [.. s.Aliases.Where(a => !later.Any(l => string.Equals(l.Name, a, StringComparison.OrdinalIgnoreCase)))] }), .. later];
    }

    /// <summary>What a page explains in its order, and behind it what proposals use besides; what the template begins with comes first.</summary>
    public static ImmutableArray<MinedStatus> FromPage(ImmutableArray<string> terms, string? initial, Dictionary<string, int> inUse)
    {
        var first = initial is null ? "" : StatusText.HeadOf(StatusText.Clean(initial));
        var listed = FromTemplate(terms, inUse);
        var known = new Vocabulary([.. listed.Select(s => new Status(s.Name, s.Kind, s.Aliases))]);
        var others = FromProposals(initial, inUse.Where(u => known.Find(u.Key) is null).ToDictionary(StringComparer.Ordinal)).Where(s => known.Find(s.Name) is null);
        return [.. listed.Concat(others).OrderBy(s => !string.Equals(s.Name, first, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The statuses that proposals use where no template lists them: by kind, then by how often.</summary>
    /// <param name="initial">What the template shows; null for nothing.</param>
    public static ImmutableArray<MinedStatus> FromProposals(string? initial, Dictionary<string, int> inUse)
    {
        var spellings = inUse.GroupBy(u => u.Key, StringComparer.OrdinalIgnoreCase)
            .Select(g => (Name: g.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).First().Key, Count: g.Sum(u => u.Value)))
            .Where(u => StatusText.KindOf(u.Name) is not null ? u.Name.Count(c => c == ' ') < 4 : u.Count >= LeastUnknown && u.Name.Any(char.IsLetter)).ToList();
        var first = initial is null ? "" : StatusText.HeadOf(StatusText.Clean(initial));
        if (first.Length > 0 && StatusText.KindOf(first) is not null && !spellings.Exists(s => string.Equals(s.Name, first, StringComparison.OrdinalIgnoreCase))) spellings.Add((first, 0));
        return
        [
            .. spellings.Select(s => new MinedStatus(s.Name, StatusText.KindOf(s.Name) ?? StatusKind.Open, s.Count, []))
                .OrderBy(s => !string.Equals(s.Name, first, StringComparison.OrdinalIgnoreCase)).ThenBy(s => s.Kind).ThenByDescending(s => s.Count).ThenBy(s => s.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The folders that stand for statuses.</summary>
    public static ImmutableArray<MinedStatus> FromFolders(IEnumerable<string> names)
    {
        var counts = names.GroupBy(n => n, StringComparer.Ordinal).Select(g => (Name: g.Key, Count: g.Count()));
        return [.. counts.Select(c => new MinedStatus(c.Name, StatusText.KindOf(c.Name) ?? StatusKind.Open, c.Count, [])).OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>The headings of an index: "Approved" of "Approved Specs", which stays an alias.</summary>
    public static ImmutableArray<MinedStatus> FromHeadings(IEnumerable<string> headings)
    {
        var statuses = headings.Distinct(StringComparer.Ordinal).Select(h => (Heading: h, Name: WithoutNoun(h))).GroupBy(h => h.Name, StringComparer.OrdinalIgnoreCase);
        return [.. statuses.Select(g => new MinedStatus(g.First().Name, StatusText.KindOf(g.Key) ?? StatusKind.Open, 0, [.. g.Select(h => h.Heading).Where(h => !string.Equals(h, g.First().Name, StringComparison.Ordinal))]))];
    }

    private static string WithoutNoun(string heading)
    {
        var words = heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(w => !ProcessWords.ProposalFolders.Contains(NameWords.Singular(w.ToLowerInvariant()), StringComparer.Ordinal)).ToArray();
        return kept.Length > 0 && StatusText.KindOf(string.Join(' ', kept)) is not null ? string.Join(' ', kept) : heading;
    }

    public static string Where(Reason source) => source is Reason.TemplateLine line ? $"{ShortPath(line.At.Path)}:{line.At.Start.Line}" : "the template";

    // A README needs the name of its folder to be known by.
    private static string ShortPath(string path) =>
        ProcessWords.MainDocuments.Contains(TreePath.StemOf(path), StringComparer.OrdinalIgnoreCase)
            ? TreePath.Join(TreePath.NameOf(TreePath.FolderOf(path)), TreePath.NameOf(path))
            : TreePath.NameOf(path);
}
