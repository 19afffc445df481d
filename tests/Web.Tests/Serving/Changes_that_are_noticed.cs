using Gavel.Storage.Files;
using Gavel.Web.Serving;

namespace Web.Tests.Serving;

/// <summary>A server learns at once of what moves a branch, whatever the folder and the branch are called.</summary>
public sealed class Changes_that_are_noticed
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Never = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("gavel-proposals", "refs/heads/main")]
    [InlineData("proposals", "refs/heads/gavel/rfc-1-20260101-101500")]
    [InlineData("proposals", "refs/heads/index-page")]
    [InlineData("proposals", "packed-refs")]
    public async Task A_branch_that_moves(string folder, string file)
    {
        using var watched = new Watched(folder);
        watched.Write(file, new string('b', 40));
        Assert.True(await watched.Watcher.WaitAsync(Soon, TestContext.Current.CancellationToken));
        Assert.Null(watched.Watcher.TakeWritten());
    }

    [Theory]
    [InlineData("refs/heads/main.lock")]
    [InlineData("index")]
    [InlineData("gavel/cache.pack")]
    public async Task But_not_of_what_git_and_gavel_keep_for_themselves(string file)
    {
        using var watched = new Watched("proposals");
        watched.Write(file, "x");
        Assert.False(await watched.Watcher.WaitAsync(Never, TestContext.Current.CancellationToken));
    }

    private sealed class Watched : IDisposable
    {
        private readonly string _above = Directory.CreateTempSubdirectory("watched-").FullName;
        private readonly string _git;

        public Watched(string folder)
        {
            _git = Path.Combine(_above, folder, ".git");
            foreach (var below in (string[])["objects", "refs/heads/gavel", "gavel"]) Directory.CreateDirectory(Path.Combine(_git, below));
            Write("HEAD", "ref: refs/heads/main");
            Write("refs/heads/main", new string('a', 40));
            Watcher = new RepositoryWatcher(Root.Find(Path.Combine(_above, folder)));
        }

        public RepositoryWatcher Watcher { get; }

        public void Write(string file, string text) => File.WriteAllText(Path.Combine(_git, file), text);

        public void Dispose()
        {
            Watcher.Dispose();
            Directory.Delete(_above, recursive: true);
        }
    }
}
