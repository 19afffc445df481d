using System.Globalization;
using Gavel.Core.Processes;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Which proposal a path, number or label of the past is of.</summary>
internal sealed class PastIds
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal); // by process and path
    private readonly Dictionary<string, string> _byNumber = new(StringComparer.Ordinal); // by process and number
    private readonly Dictionary<string, List<Snapshot>> _snapshots = new(StringComparer.Ordinal);
    private readonly Catalog _catalog;

    public PastIds(Catalog catalog, IEnumerable<EntryPast> proposals)
    {
        _catalog = catalog;
        var past = new List<(string Key, string Id)>();
        foreach (var (entry, snapshots) in proposals)
        {
            if (entry.Number is { } number) _byNumber.TryAdd(Key(entry.Process, number.ToString(CultureInfo.InvariantCulture)), entry.Id);
            _byPath[Key(entry.Process, entry.Path)] = entry.Id;
            if (entry.Directory is { } directory) _byPath[Key(entry.Process, directory)] = entry.Id;
            foreach (var path in snapshots.Select(s => s.Now.Path).Distinct(StringComparer.Ordinal))
            {
                past.Add((Key(entry.Process, path), entry.Id));
                if (entry.Directory is not null) past.Add((Key(entry.Process, TreePath.FolderOf(path)), entry.Id));
            }
            _snapshots[entry.Id] = snapshots;
        }
        // What has the path now comes before what had it once.
        foreach (var (key, id) in past) _byPath.TryAdd(key, id);
    }

    public string? OfPath(Process process, string path) => _byPath.GetValueOrDefault(Key(process, path.TrimEnd('/')));

    /// <summary>The path that a proposal has now which had this one once; null for a path that none had, and where it has it still.</summary>
    public string? PathNow(Process process, string path) => OfPath(process, path) is { } id && _catalog.Find(id) is { } entry && !string.Equals(entry.Path, path, StringComparison.Ordinal) && !string.Equals(entry.Directory, path.TrimEnd('/'), StringComparison.Ordinal) ? entry.Path : null;

    public string? OfNumber(Process process, int number) => _byNumber.GetValueOrDefault(Key(process, number.ToString(CultureInfo.InvariantCulture)));

    public string? OfLabel(string label) => _catalog.Find(label)?.Id;

    /// <summary>The path that a proposal had after a commit; before its first one, that of the first.</summary>
    public string PathThen(string id, int position)
    {
        if (!_snapshots.TryGetValue(id, out var snapshots) || snapshots.Count == 0) return _catalog.Find(id)?.Path ?? "";
        var (low, high) = (0, snapshots.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (snapshots[middle].By.Position <= position) low = middle + 1;
            else high = middle;
        }
        return snapshots[Math.Max(0, low - 1)].Now.Path;
    }

    private static string Key(Process process, string name) => $"{process.Name}\n{name}";
}
