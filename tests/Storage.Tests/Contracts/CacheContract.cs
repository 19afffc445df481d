using Gavel.Core.Trees;
using Gavel.Storage.Cache;

namespace Storage.Tests.Contracts;

/// <summary>What every cache promises; one that remembers nothing keeps it too.</summary>
public abstract class CacheContract
{
    protected abstract ICache Create();

    protected virtual bool Remembers => true;

    [Fact]
    public void An_unknown_key_gives_nothing() => Assert.Null(Create().Get("area:unknown"));

    [Fact]
    public void A_value_comes_back_under_its_key_alone()
    {
        var cache = Create();
        cache.Put("area:one", [1, 2, 3]);
        cache.Put("area:two", []);
        cache.Flush();

        Assert.Equal(Remembers ? [1, 2, 3] : null, cache.Get("area:one"));
        Assert.Equal(Remembers ? [] : null, cache.Get("area:two"));
        Assert.Null(cache.Get("other:one"));
        Assert.Null(cache.Get("area:ONE"));
    }

    [Fact]
    public void The_last_value_of_a_key_counts()
    {
        var cache = Create();
        cache.Put("k", [1]);
        cache.Flush();
        cache.Put("k", [2]);
        Assert.Equal(Remembers ? [2] : null, cache.Get("k"));
        cache.Flush();
        Assert.Equal(Remembers ? [2] : null, cache.Get("k"));
    }

    [Fact]
    public void Who_changes_a_value_it_got_changes_no_other()
    {
        var cache = Create();
        byte[] value = [1, 2, 3];
        cache.Put("k", value);
        value[0] = 9;
        if (cache.Get("k") is { } got) got[1] = 9;

        Assert.Equal(Remembers ? [1, 2, 3] : null, cache.Get("k"));
    }

    [Fact]
    public void Several_threads_may_use_it()
    {
        var cache = Create();
        Parallel.For(0, 400, i =>
        {
            cache.Put($"a{i % 3}:{i}", BitConverter.GetBytes(i));
            if (i % 50 == 0) cache.Flush();
            if (cache.Get($"a{i % 3}:{i}") is { } value) Assert.Equal(i, BitConverter.ToInt32(value));
        });
        cache.Flush();
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal(Remembers ? BitConverter.GetBytes(i) : null, cache.Get($"a{i % 3}:{i}")));
    }
}

public sealed class NoCacheTests : CacheContract
{
    protected override ICache Create() => new NoCache();

    protected override bool Remembers => false;
}

public sealed class FileCacheContractTests : CacheContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ICache Create() => new FileCache(_folder.Full("cache"), "1.0");
}
