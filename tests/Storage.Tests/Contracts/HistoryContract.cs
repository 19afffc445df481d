using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Storage.Git;

namespace Storage.Tests.Contracts;

/// <summary>What every history promises, the empty one too.</summary>
public abstract class HistoryContract
{
    /// <param name="commits">Each is the whole content of the files it changes; an empty content deletes.</param>
    protected abstract IHistory Create(IReadOnlyList<(string Path, string Content)[]> commits);

    [Fact]
    public void An_unknown_path_has_no_versions() => Assert.Empty(Create([[("a.md", "x")]]).Of("b.md"));

    [Fact]
    public void An_unknown_blob_has_no_text() => Assert.Null(Create([[("a.md", "x")]]).Read(new ContentId(new string('a', 40)), "a.md"));

    [Fact]
    public void Versions_are_oldest_first_and_their_texts_can_be_read()
    {
        var history = Create([[("a.md", "one"), ("b.md", "b")], [("a.md", "two")], [("b.md", "c")], [("a.md", "three")]]);

        var versions = history.Of("a.md");
        if (history.Head is null) Assert.Empty(versions);
        else Assert.Equal(["one", "two", "three"], versions.Select(v => history.Read(v.Id, v.Path)!.Chars));
        Assert.Equal(versions.Select(v => v.Recorded.UtcTicks).Order(), versions.Select(v => v.Recorded.UtcTicks));
        Assert.All(versions, v => Assert.Matches("^[0-9a-f]{40}$", v.Commit));
    }

    [Fact]
    public void The_same_question_gets_the_same_answer()
    {
        var history = Create([[("a.md", "one")], [("a.md", "two")]]);
        Assert.Equal(history.Of("a.md"), history.Of("a.md"));
    }
}

public sealed class NoHistoryTests : HistoryContract
{
    protected override IHistory Create(IReadOnlyList<(string Path, string Content)[]> commits) => new NoHistory();
}

public class GitHistoryContractTests : HistoryContract, IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Init();
    private readonly List<IDisposable> _open = [];

    public void Dispose()
    {
        _open.ForEach(o => o.Dispose());
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual ICache Cache(string folder) => new NoCache();

    protected override IHistory Create(IReadOnlyList<(string Path, string Content)[]> commits)
    {
        var cache = Cache(_folder.Full(".git/gavel"));
        GitRepository? repository = null;
        foreach (var commit in commits)
        {
            foreach (var (path, content) in commit) _folder.Write(path, Encoding.UTF8.GetBytes(content));
            _folder.CommitAll("change");
            _open.Add(repository = _folder.Repository(cache));
            _ = repository.History.Of("a.md"); // a cached history grows with each commit
            cache.Flush();
        }
        return repository!.History;
    }
}

public sealed class CachedGitHistoryTests : GitHistoryContractTests
{
    protected override ICache Cache(string folder) => new FileCache(folder, "1");
}
