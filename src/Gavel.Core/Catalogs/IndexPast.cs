using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What an index said of a proposal.</summary>
/// <param name="Status">As written; null where the index has no column or heading for it.</param>
internal sealed record IndexWord(string? Status, string? Title);

/// <summary>A change of the row that an index has of a proposal.</summary>
internal sealed record IndexRowChange(string Id, FileVersion By, VersionChange Change);

/// <summary>Follows the rows of an index through its versions.</summary>
internal sealed class IndexPast(EntryReader reader, ITree tree, Process process, Func<string, string?> idOfPath, Func<int, string?> idOfNumber, Func<string, string?> idOfLabel)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, IndexWord>> _read = new(StringComparer.Ordinal);

    public static List<(ContentId Id, string Path)> Wanted(ImmutableArray<FileVersion> versions)
    {
        var wanted = new List<(ContentId, string)>();
        var seen = new HashSet<(string, string)>();
        foreach (var version in versions)
        {
            if (version.Before is { } before && seen.Add((before.Sha, version.From))) wanted.Add((before, version.From));
            if (version.BeforeMerged is { } merged && seen.Add((merged.Sha, version.Path))) wanted.Add((merged, version.Path));
            if (seen.Add((version.Id.Sha, version.Path))) wanted.Add((version.Id, version.Path));
        }
        return wanted;
    }

    /// <summary>Oldest first; by id within a version.</summary>
    public List<IndexRowChange> Tell(ImmutableArray<FileVersion> versions, Func<ContentId, string, SourceText?> text)
    {
        var changes = new List<IndexRowChange>();
        IReadOnlyDictionary<string, IndexWord> none = new Dictionary<string, IndexWord>(StringComparer.Ordinal);
        var last = none;
        for (var i = 0; i < versions.Length; i++)
        {
            var version = versions[i];
            var now = WordsOf(version.Id, version.Path, text) ?? last;
            var before = version.Before is { } blob ? WordsOf(blob, version.From, text) ?? last : last;
            var merged = version.BeforeMerged is { } other ? WordsOf(other, version.Path, text) : null;
            last = now;
            if (version.IsCutOff) continue;
            foreach (var id in now.Keys.Union(before.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var (a, b) = (before.GetValueOrDefault(id), now.GetValueOrDefault(id));
                if (merged is not null && Equals(merged.GetValueOrDefault(id), b)) continue;
                foreach (var change in Between(a, b)) changes.Add(new IndexRowChange(id, version, change));
            }
        }
        return changes;
    }

    private static IEnumerable<VersionChange> Between(IndexWord? old, IndexWord? now)
    {
        if (!string.Equals(old?.Status, now?.Status, StringComparison.Ordinal)) yield return new VersionChange(TimelineEventKind.Index, "status", old?.Status, now?.Status);
        // The title of a row that comes or goes is told only where nothing else of it can be.
        var comesOrGoes = old is null || now is null;
        if (!string.Equals(old?.Title, now?.Title, StringComparison.Ordinal) && (!comesOrGoes || (old?.Status ?? now?.Status) is null)) yield return new VersionChange(TimelineEventKind.Index, "title", old?.Title, now?.Title);
    }

    private IReadOnlyDictionary<string, IndexWord>? WordsOf(ContentId id, string path, Func<ContentId, string, SourceText?> text)
    {
        var key = $"{id} {path}";
        if (_read.TryGetValue(key, out var known)) return known;
        if (text(id, path) is not { } source || reader.ParseThen(source, null) is not { } page) return null;
        var words = new Dictionary<string, IndexWord>(StringComparer.Ordinal);
        foreach (var row in IndexReader.Read(page, process, tree).Rows)
        {
            if (IdOf(row) is { } about) words.TryAdd(about, new IndexWord(row.Status?.Value is { Length: > 0 } status ? status : row.Status is null && row.Group.Length > 0 && process.Statuses.Find(row.Group) is not null ? row.Group : null, row.Title));
        }
        return _read[key] = words;
    }

    private string? IdOf(IndexRow row) =>
        (row.Target is { } target ? idOfPath(target.TrimEnd('/')) : null) ?? (row.Number is { } number ? idOfNumber(number) : null) ?? (row.Target is null ? idOfLabel(row.Label) : null);
}
