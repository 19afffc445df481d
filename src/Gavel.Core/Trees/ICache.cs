namespace Gavel.Core.Trees;

/// <summary>Remembers bytes by a key that says everything they were computed from. May forget at any time. Safe for use by several threads and processes.</summary>
public interface ICache
{
    /// <returns>Null when nothing is remembered.</returns>
    byte[]? Get(string key);

    void Put(string key, ReadOnlySpan<byte> value);

    /// <summary>Hands over what was put since; without it a cache may lose it when the process ends. Never throws for want of space or rights.</summary>
    void Flush() { }
}

/// <summary>Remembers nothing.</summary>
public sealed class NoCache : ICache
{
    public byte[]? Get(string key) => null;

    public void Put(string key, ReadOnlySpan<byte> value) { }
}
