using System.Collections.Concurrent;

namespace Gavel.Storage.Cache;

/// <summary>Values that were worked out, by key, as long as they are not too much together; then it begins anew. Safe for use by several threads.</summary>
/// <param name="most">In the unit that the values are measured in.</param>
public sealed class KeptValues<TKey, T>(long most)
    where TKey : notnull
    where T : class
{
    private readonly ConcurrentDictionary<TKey, T> _values = new();
    private long _size;

    public int Count => _values.Count;

    public T? Find(TKey key) => _values.GetValueOrDefault(key);

    public void Keep(TKey key, T value, long size)
    {
        if (Interlocked.Add(ref _size, size) > most)
        {
            _values.Clear();
            Interlocked.Exchange(ref _size, size);
        }
        _values[key] = value;
    }

    public void Forget(TKey key) => _values.TryRemove(key, out _); // its size is counted on: that only empties it sooner

    /// <summary>The same without some of them; neither learns what the other reads from now on.</summary>
    public KeptValues<TKey, T> Without(IEnumerable<TKey> keys)
    {
        var rest = new KeptValues<TKey, T>(most) { _size = Interlocked.Read(ref _size) };
        foreach (var (key, value) in _values) rest._values[key] = value;
        foreach (var key in keys) rest.Forget(key);
        return rest;
    }
}
