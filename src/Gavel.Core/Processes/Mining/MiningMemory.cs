using System.Collections.Concurrent;

namespace Gavel.Core.Processes.Mining;

/// <summary>What documents said in the last two minings, so that who mines one tree after the other asks only those that say something else. Safe for use by several threads.</summary>
public sealed class MiningMemory
{
    private volatile ConcurrentDictionary<Key, object> _now = new();
    private volatile ConcurrentDictionary<Key, object> _before = new();

    /// <summary>Another mining begins: what the one before the last was told and the last was not is forgotten.</summary>
    internal void Begin()
    {
        _before = _now;
        _now = new ConcurrentDictionary<Key, object>();
    }

    /// <returns>Null when it is not remembered.</returns>
    internal Told<T>? Find<T>(string path, string content, string question)
    {
        var now = _now;
        var key = new Key(path, content, question);
        if (!now.TryGetValue(key, out var told) && !_before.TryGetValue(key, out told)) return null;
        now[key] = told;
        return (Told<T>)told;
    }

    internal void Add<T>(string path, string content, string question, Told<T> told) => _now[new Key(path, content, question)] = told;

    /// <param name="Value">Nobody changes it.</param>
    /// <param name="Answer">Its digest.</param>
    internal sealed record Told<T>(T Value, string Answer);

    private readonly record struct Key(string Path, string Content, string Question);
}
