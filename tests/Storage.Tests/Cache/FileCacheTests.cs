using Gavel.Storage.Cache;

namespace Storage.Tests.Cache;

public sealed class FileCacheTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_is_written_before_something_is_put()
    {
        using (var cache = Open()) Assert.Null(cache.Get("a:1"));
        Assert.False(Directory.Exists(_folder.Full("c")));
    }

    [Fact]
    public void Each_area_is_one_file_that_another_process_can_read()
    {
        using (var cache = Open())
        {
            for (var i = 0; i < 1000; i++) cache.Put($"documents:{i}", Value(i));
            cache.Put("no area", [1]);
        }
        Assert.Equal(["documents.pack", "other.pack"], Directory.GetFiles(_folder.Full("c"), "*.pack").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var again = Open();
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(Value(i), again.Get($"documents:{i}")));
    }

    [Fact]
    public void Another_version_of_the_tool_sees_nothing()
    {
        using (var cache = Open()) cache.Put("a:1", [1]);
        using var other = new FileCache(_folder.Full("c"), "2");
        Assert.Null(other.Get("a:1"));
    }

    /// <summary>Whatever becomes of the file, an entry is whole or not there, and the cache goes on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_torn_file_gives_whole_values_or_none(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            using (var cache = Open())
            {
                for (var i = 0; i < 20; i++) cache.Put($"a:{i}", Value(i));
            }
            var path = _folder.Full("c/a.pack");
            var bytes = File.ReadAllBytes(path);
            if (random.Next(2) == 0) bytes = bytes[..random.Next(bytes.Length)];
            for (var j = random.Next(4); j > 0 && bytes.Length > 0; j--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, bytes);
            using (var torn = Open())
            {
                for (var i = 0; i < 20; i++)
                {
                    if (torn.Get($"a:{i}") is { } value) Assert.Equal(Value(i), value);
                }
                torn.Put("a:new", [7]);
            }
            using var later = Open();
            Assert.Equal([7], later.Get("a:new"));
        }
    }

    [Fact]
    public void It_stays_within_its_limit_and_keeps_what_is_used()
    {
        for (var run = 0; run < 60; run++)
        {
            using var cache = new FileCache(_folder.Full("c"), "1", limit: 100_000);
            if (run > 0) Assert.NotNull(cache.Get("a:always"));
            else cache.Put("a:always", [1]);
            cache.Put($"a:{run}", new byte[5_000]);
        }
        Assert.InRange(new FileInfo(_folder.Full("c/a.pack")).Length, 5_000, 100_000);
        using var last = new FileCache(_folder.Full("c"), "1", limit: 100_000);
        Assert.NotNull(last.Get("a:59"));
        Assert.Null(last.Get("a:0"));
        last.Put("a:huge", new byte[90_000]);
        last.Flush();
        Assert.NotNull(last.Get("a:59"));
    }

    [Fact]
    public void Parallel_runs_lose_nothing_of_each_other()
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using var cache = Open();
            _ = cache.Get("a:0");
            cache.Put($"a:{i}", Value(i));
        });
        using var all = Open();
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(Value(i), all.Get($"a:{i}")));
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: links need a right there");
        Directory.CreateDirectory(_folder.Full("c"));
        for (var i = 0; i < 8; i++) File.CreateSymbolicLink(_folder.Full($"c/area{i}.lock"), _folder.Full($"c/area{i}.lock"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using (var cache = Open())
        {
            for (var i = 0; i < 8; i++) cache.Put($"area{i}:1", [1]);
        }
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8)); // a wait for each would be sixteen
    }

    [Fact]
    public void It_may_be_deleted_at_any_time_and_may_be_impossible_to_write()
    {
        using (var cache = Open())
        {
            cache.Put("a:1", [1]);
            cache.Flush();
            _ = cache.Get("a:1");
            Directory.Delete(_folder.Full("c"), recursive: true);
            cache.Put("a:2", [2]);
        }
        using (var cache = Open()) Assert.Equal([2], cache.Get("a:2"));

        _folder.Write("file", "in the way");
        using var impossible = new FileCache(_folder.Full("file/c"), "1");
        impossible.Put("a:1", [1]);
        impossible.Flush();
        Assert.Equal([1], impossible.Get("a:1"));
    }

    private FileCache Open() => new(_folder.Full("c"), "1");

    private static byte[] Value(int seed)
    {
        var bytes = new byte[seed % 17 * 13];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
