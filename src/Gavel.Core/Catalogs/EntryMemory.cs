using System.Collections.Concurrent;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>The entries of the last two catalogs that were built, so that who builds one after the other decodes none twice. Safe for use by several threads.</summary>
public sealed class EntryMemory
{
    private volatile ConcurrentDictionary<string, StoredEntry> _now = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, StoredEntry> _before = new(StringComparer.Ordinal);

    /// <summary>A new catalog begins: what the one before the last had and the last had not is forgotten.</summary>
    internal void Begin()
    {
        _before = _now;
        _now = new ConcurrentDictionary<string, StoredEntry>(StringComparer.Ordinal);
    }

    /// <returns>With the process and the file as they are now; null when it is not remembered.</returns>
    internal StoredEntry? Find(string key, Process process, TreeFile file)
    {
        var now = _now;
        if (!now.TryGetValue(key, out var known) && !_before.TryGetValue(key, out known)) return null;
        now[key] = known;
        return known.For(process, file);
    }

    internal void Add(string key, StoredEntry stored) => _now[key] = stored;
}
