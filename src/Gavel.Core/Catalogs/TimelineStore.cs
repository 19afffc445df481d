using System.Text;
using Gavel.Core.Decisions;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Timelines in the cache: of one commit all, of those that followed it only the changed ones.</summary>
internal sealed class TimelineStore
{
    // Changes with the shape of the bytes, and with what timelines tell.
    private const string Format = "2";
    private const int MostLaidOver = 1 << 20; // bytes; more is worth a whole new block

    private readonly EntryStore _store;
    private readonly string _context;
    private readonly string _entries;

    public TimelineStore(EntryStore store, Catalog catalog, EntryReader reader)
    {
        _store = store;
        var context = new StringBuilder(Format).Append('\n');
        foreach (var process in catalog.Processes) context.Append(reader.DigestOf(process)).Append(' ').Append(process.Index).Append('\n');
        if (catalog.Tree.HasFolder(DecisionName.Folder))
        {
            foreach (var file in catalog.Tree.Files.Where(f => f.Path.StartsWith(DecisionName.Folder + "/", StringComparison.Ordinal))) context.Append(file.Path).Append(' ').Append(catalog.Tree.IdOf(file).Sha).Append('\n');
        }
        _context = Hash(context);
        var entries = new StringBuilder();
        foreach (var entry in catalog.Entries) entries.Append(entry.Id).Append('\n').Append(entry.Path).Append('\n').Append(TemplateOf(entry)).Append('\n');
        _entries = Hash(entries);
    }

    public static string TemplateOf(CatalogEntry entry) => $"{entry.TemplatePath} {entry.TemplateRevision}";

    /// <returns>Null when nothing is remembered.</returns>
    public KeptTimelines? Find(string stamp) => Open(KeyOf(stamp));

    /// <summary>What new commits may add to: what was read last, of an earlier commit or of other proposals, then what that was laid over, which another branch may share.</summary>
    public IEnumerable<KeptTimelines> Known()
    {
        if (_store.FindText(LastKey) is not { } key || Open(key) is not { } last) yield break;
        yield return last;
        if (last.Over is not null) yield return last with { Over = null };
    }

    /// <summary>What was left, for another branch or an older commit, is no longer what new commits add to.</summary>
    public void Follow(string stamp)
    {
        if (!string.Equals(_store.FindText(LastKey), KeyOf(stamp), StringComparison.Ordinal)) _store.AddText(LastKey, KeyOf(stamp));
    }

    /// <summary>As <see cref="Add"/>, for this one time.</summary>
    public static KeptTimelines Unkept(string head, IReadOnlyList<KeptTimeline> timelines) => new("", PackedTimelines.Open(PackedTimelines.Pack(head, timelines))!, null);

    public KeptTimelines Add(string stamp, string head, IReadOnlyList<KeptTimeline> timelines)
    {
        var bytes = PackedTimelines.Pack(head, timelines);
        _store.AddBytes(KeyOf(stamp), [.. bytes, (byte)'T']);
        Follow(stamp);
        return new KeptTimelines(KeyOf(stamp), PackedTimelines.Open(bytes)!, null);
    }

    /// <returns>Null where so much changed that it is better to keep all anew.</returns>
    public KeptTimelines? Extend(KeptTimelines last, string stamp, string head, IReadOnlyList<KeptTimeline> changed)
    {
        var over = changed.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var id in last.Over?.Ids ?? []) over.TryAdd(id, last.Over!.Find(id)!);
        var sorted = new List<KeptTimeline>(over.Values);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        var bytes = PackedTimelines.Pack(head, sorted);
        if (bytes.Length > MostLaidOver) return null;
        var below = Encoding.UTF8.GetBytes(last.BaseKey);
        _store.AddBytes(KeyOf(stamp), [.. bytes, .. below, (byte)below.Length, (byte)'S']);
        Follow(stamp);
        return new KeptTimelines(last.BaseKey, last.Base, PackedTimelines.Open(bytes));
    }

    private string LastKey => $"timelines:last/{_context}";

    private string KeyOf(string stamp) => $"timelines:{_context}/{_entries}/{stamp}";

    private KeptTimelines? Open(string key)
    {
        // All timelines, 'T'; or those that are newer, the key of the others, its length, 'S'.
        if (_store.FindBytes(key) is not { Length: > 2 } bytes) return null;
        if (bytes[^1] == 'T') return PackedTimelines.Open(bytes) is { } whole ? new KeptTimelines(key, whole, null) : null;
        if (bytes[^1] != 'S' || bytes.Length < 2 + bytes[^2]) return null;
        var below = Encoding.UTF8.GetString(bytes, bytes.Length - 2 - bytes[^2], bytes[^2]);
        if (_store.FindBytes(below) is not [.., (byte)'T'] first) return null;
        return PackedTimelines.Open(first) is { } table && PackedTimelines.Open(bytes) is { } over ? new KeptTimelines(below, table, over) : null;
    }

    private static string Hash(StringBuilder text) => Sha256.Hex(text.ToString(), 24);
}

/// <param name="BaseKey">Under which the cache has the base.</param>
/// <param name="Over">What is newer than the base; null where nothing is.</param>
internal sealed record KeptTimelines(string BaseKey, PackedTimelines Base, PackedTimelines? Over)
{
    /// <summary>The commit that the history ended at.</summary>
    public string Head => (Over ?? Base).Head;

    public IEnumerable<string> Ids => Over is null ? Base.Ids : Base.Ids.Union(Over.Ids, StringComparer.Ordinal);

    public KeptTimeline? Find(string id) => Over?.Find(id) ?? Base.Find(id);

    public (string Path, string Template)? About(string id) => Over?.About(id) ?? Base.About(id);
}
