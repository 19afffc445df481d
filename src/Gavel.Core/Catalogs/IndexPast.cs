using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Follows the rows that an index has of proposals through its versions. Where the index holds the statuses, they are the proposals' own.</summary>
internal sealed class IndexPast(EntryReader reader, IHistory history, ITree tree, Process process, PastIds ids)
{
    private const int FewTexts = 8;

    /// <param name="first">The position of the first commit to tell of.</param>
    /// <returns>In the order of the commits; by id within one.</returns>
    public IEnumerable<(string Id, RawEvent Raw)> Tell(int first)
    {
        if (process.Index is not { } path) yield break;
        var versions = history.Of(path);
        var texts = new Texts(reader, history, versions, first);
        for (var i = 0; i < versions.Length; i++)
        {
            var version = versions[i];
            if (version.Position < first || version.IsCutOff) continue;
            var before = version.Before is { } blob ? texts.Of(blob, version.From) : i > 0 ? texts.Of(versions[i - 1].Id, versions[i - 1].Path) : null;
            if (texts.Of(version.Id, version.Path) is not { } now) continue;
            var (wordsBefore, words) = Read(before, now);
            var merged = version.BeforeMerged is { } other && texts.Of(other, version.Path) is { } second ? Read(null, second).Now : null;
            foreach (var id in words.Keys.Union(wordsBefore.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var word = words.GetValueOrDefault(id);
                if (merged is not null && Equals(merged.GetValueOrDefault(id), word)) continue;
                foreach (var change in Between(wordsBefore.GetValueOrDefault(id), word)) yield return (id, RawEvent.Of(change, version, version.Path));
            }
            if (i == versions.Length - 1) history.Remember(now);
        }
    }

    private IEnumerable<VersionChange> Between(IndexWord? old, IndexWord? now)
    {
        if (!string.Equals(old?.Status, now?.Status, StringComparison.Ordinal))
        {
            yield return process.StatusPlace == StatusPlace.Index
                ? new VersionChange(TimelineEventKind.Status, null, TimelineFinish.NameOf(process, old?.Status), TimelineFinish.NameOf(process, now?.Status))
                : new VersionChange(TimelineEventKind.Index, "status", old?.Status, now?.Status);
        }
        // The title of a row that comes or goes is told only where nothing else of it can be.
        var comesOrGoes = old is null || now is null;
        if (!string.Equals(old?.Title, now?.Title, StringComparison.Ordinal) && (!comesOrGoes || (old?.Status ?? now?.Status) is null)) yield return new VersionChange(TimelineEventKind.Index, "title", old?.Title, now?.Title);
    }

    // Only the rows that differ, where they are lines of their own.
    private (Dictionary<string, IndexWord> Before, Dictionary<string, IndexWord> Now) Read(SourceText? before, SourceText now)
    {
        if (before is null) return (new Dictionary<string, IndexWord>(StringComparer.Ordinal), WordsOf(now));
        var (old, reduced) = IndexLines.WithoutCommon(before.Chars, now.Chars);
        return (WordsOf(SourceText.From(before.Path, old)), WordsOf(SourceText.From(now.Path, reduced)));
    }

    private Dictionary<string, IndexWord> WordsOf(SourceText text)
    {
        var words = new Dictionary<string, IndexWord>(StringComparer.Ordinal);
        if (reader.ParseThen(text, null) is not { } page) return words;
        foreach (var row in IndexReader.Read(page, process, tree, path => ids.PathNow(process, path)).Rows)
        {
            if (IdOf(row) is not { } id) continue;
            var status = row.Status?.Value is { Length: > 0 } cell ? cell : row.Status is null && row.Group.Length > 0 && process.Statuses.Find(row.Group) is not null ? row.Group : null;
            words.TryAdd(id, new IndexWord(status, row.Title));
        }
        return words;
    }

    private string? IdOf(IndexRow row) =>
        (row.Target is { } target ? ids.OfPath(process, target) : null) ?? (row.Number is { } number ? ids.OfNumber(process, number) : null) ?? (row.Target is null ? ids.OfLabel(row.Label) : null);

    /// <summary>What an index said of a proposal.</summary>
    /// <param name="Status">As written; null where the index has no column or heading for it.</param>
    private sealed record IndexWord(string? Status, string? Title);

    /// <summary>The index's texts, in one stream where they are many.</summary>
    private sealed class Texts
    {
        private readonly Dictionary<(string, string), SourceText?> _texts = [];

        public Texts(EntryReader reader, IHistory history, ImmutableArray<FileVersion> versions, int first)
        {
            var wanted = new List<TextVersion>();
            for (var i = 0; i < versions.Length; i++)
            {
                var version = versions[i];
                if (version.Position < first) continue;
                if (version.Before is { } before) Want(before, version.From);
                else if (i > 0) Want(versions[i - 1].Id, versions[i - 1].Path);
                if (version.BeforeMerged is { } merged) Want(merged, version.Path);
                Want(version.Id, version.Path);
            }
            var at = 0;
            foreach (var text in wanted.Count <= FewTexts ? wanted.Select(w => reader.TextNow(w.Path, w.Id) ?? history.Read(w.Id, w.Path)) : history.ReadMany(wanted)) _texts[(wanted[at].Id.Sha, wanted[at++].Path)] = text;

            void Want(ContentId id, string path)
            {
                if (_texts.TryAdd((id.Sha, path), null)) wanted.Add(new TextVersion(id, path));
            }
        }

        public SourceText? Of(ContentId id, string path) => _texts.GetValueOrDefault((id.Sha, path));
    }
}
