using System.Collections.Concurrent;

namespace Gavel.Storage.Sqlite;

/// <summary>Values that were read, by key, as long as they are not too much together; then it begins anew. Safe for use by several threads.</summary>
/// <param name="most">In the unit that the values are measured in.</param>
internal sealed class KeptValues<T>(long most)
    where T : class
{
    private readonly ConcurrentDictionary<long, T> _values = new();
    private long _size;

    public T? Find(long key) => _values.GetValueOrDefault(key);

    public void Keep(long key, T value, long size)
    {
        if (Interlocked.Add(ref _size, size) > most)
        {
            _values.Clear();
            Interlocked.Exchange(ref _size, 0);
        }
        _values[key] = value;
    }

    public void Forget(long key) => _values.TryRemove(key, out _); // its size is counted on: that only empties it sooner

    /// <summary>The same without some of them; neither learns what the other reads from now on.</summary>
    public KeptValues<T> Without(IEnumerable<long> keys)
    {
        var rest = new KeptValues<T>(most) { _size = Interlocked.Read(ref _size) };
        foreach (var (key, value) in _values) rest._values[key] = value;
        foreach (var key in keys) rest.Forget(key);
        return rest;
    }
}
