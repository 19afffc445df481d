using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Storage.Files;
using Gavel.Storage.Git;
using Web.Tests.Pages;

namespace Web.Tests.Publishing;

public sealed class Texts_that_stay_parsed : IDisposable
{
    private readonly SampleRepository _repository = new();
    private readonly string _place = Directory.CreateTempSubdirectory("gavel-parsed-").FullName;

    public void Dispose()
    {
        _repository.Dispose();
        Directory.Delete(_place, recursive: true);
    }

    [Theory, InlineData("committed"), InlineData("edited"), InlineData("renamed")]
    public void Histories_are_the_same_whether_the_text_of_now_is_read_again_or_not(string state)
    {
        if (state != "committed") _repository.Replace("proposals/0002-old-ladders.md", "twelve rungs", "thirteen rungs");
        if (state == "renamed")
        {
            File.Move(_repository.PathOf("proposals/0002-old-ladders.md"), _repository.PathOf("proposals/0002-ladders.md"));
            _repository.Commit("Another name");
        }
        using var cache = new FileCache(_place, "test");
        var kept = Catalog(new NoCache(), long.MaxValue);
        _ = Catalog(cache, 0);
        var known = Catalog(cache, 0); // every entry out of the cache, so that nothing is parsed
        Assert.Equal(Events(known), Events(kept));
        Assert.NotEmpty(Events(kept));
    }

    private IEnumerable<string> Events(Catalog catalog)
    {
        using var git = GitRepository.Open(Root.Find(_repository.Folder), new NoCache())!;
        var timelines = Timelines.Read(catalog, git.History, TestContext.Current.CancellationToken);
        return [.. catalog.Entries.SelectMany(e => timelines.Of(e.Id).Events.Select(h => $"{e.Id} {h}"))];
    }

    private Catalog Catalog(ICache cache, long mostParsed)
    {
        var root = Root.Find(_repository.Folder);
        var tree = new WorkTree(root, cache);
        var cancel = TestContext.Current.CancellationToken;
        using var git = GitRepository.Open(root, cache)!;
        var (configuration, _) = Configuration.Parse(tree.Read(tree.Find("gavel.yml")!), [.. RuleSet.Infos.Select(r => r.Name)]);
        var found = ProcessFinder.Find(tree, git.History, [new MarkdownSyntax(), new RstSyntax()], configuration, cache, cancel);
        return new Workspace([new MarkdownSyntax(), new RstSyntax()], cache, RuleWork.Of(RuleSet.All)) { MostParsed = mostParsed }.Build(tree, git.History, found.Processes, found.Faults, cancel);
    }
}
