using System.Collections.Immutable;
using System.Diagnostics;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Storage.Git;
using Gavel.Web.Pages;
using Gavel.Web.Rendering;

namespace Web.Tests.Pages;

/// <summary>A git repository with a few proposals, their history and one decision, in a folder that is gone afterwards.</summary>
internal sealed class SampleRepository : IDisposable
{
    private static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax(), new RstSyntax()];
    private int _commits;

    public SampleRepository()
    {
        Folder = Directory.CreateTempSubdirectory("gavel-pages-").FullName;
        Git("init", "-q", "-b", "trunk");
        Git("remote", "add", "origin", "git@code.example:orchard/ladder.git");
        Write("proposals/template.md", SampleTexts.Template);
        Write("proposals/0001-picking-baskets.md", SampleTexts.Proposal(1, "Picking `baskets`", "Proposed", SampleTexts.Baskets));
        Write("proposals/0002-old-ladders.md", SampleTexts.Proposal(2, "Old ladders", "Accepted", SampleTexts.Ladders));
        Commit("Two proposals", "2024-03-04T09:00:00+01:00");
        Write("proposals/0003-new-ladders.md", SampleTexts.Proposal(3, "New ladders", "Accepted", "They are lighter.", "- **Supersedes**: PIP-2\n"));
        Write("proposals/0002-old-ladders.md", SampleTexts.Proposal(2, "Old ladders", "Superseded", SampleTexts.Ladders.Replace("eleven rungs", "twelve rungs", StringComparison.Ordinal)));
        Commit("New ladders take the place of the old", "2024-06-01T12:00:00+02:00");
        Write("proposals/0004-a-broken-one.md", "# PIP-4: A broken one\n\n- **Status**: Nowhere\n- **Author**: Cy Dee\n\n## Summary\n\n");
        Write("proposals/pictures/tree.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"10\" height=\"10\"/></svg>");
        Write("proposals/pictures/evil.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        Write("gavel.yml", SampleTexts.Configuration);
        Commit("A draft and pictures", "2025-02-03T10:00:00+01:00");
        Write(".gavel/decisions/PIP-1/2025-03-01T101500Z-object-bo-1f2e.yml", "action: object\nby: Bo Vale\nrecordedBy: Bo Vale\non: 2025-03-01T10:15:00Z\nnote: The handles are too thin.\n");
        Commit("An objection", "2025-03-01T11:20:00+01:00");
    }

    public string Folder { get; }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public void Replace(string path, string from, string to)
    {
        var text = File.ReadAllText(PathOf(path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(path), text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Commit(string message, string? date = null)
    {
        date ??= $"2025-04-{++_commits:00}T08:00:00+00:00";
        Git("add", "-A");
        Git(("GIT_COMMITTER_DATE", date), "commit", "-q", "-m", message, "--date", date);
    }

    public void Git(params string[] arguments) => Git(("GAVEL_TEST", "1"), arguments);

    /// <summary>The site of the work tree as it is now.</summary>
    public Site Site(string? address = null, Func<SiteSource, SiteSource>? change = null, ICache? cache = null)
    {
        var root = Root.Find(Folder);
        cache ??= new NoCache();
        using var git = GitRepository.Open(root, cache)!;
        var tree = new WorkTree(root, cache);
        var (configuration, faults) = Configuration.Parse(tree.Read(tree.Find("gavel.yml")!), [.. RuleSet.Infos.Select(r => r.Name)]);
        var cancel = TestContext.Current.CancellationToken;
        var found = ProcessFinder.Find(tree, git.History, Syntaxes, configuration, cache, cancel);
        var catalog = new Workspace(Syntaxes, cache, RuleWork.Of(RuleSet.All)).Build(tree, git.History, found.Processes, [.. faults, .. found.Faults], cancel).WithDates(git.History, cancel);
        var today = git.HeadDate()!.Value;
        var remote = RemoteFile.Read(root)!;
        SiteAddress? place = SiteAddress.Root;
        if (address is not null) Assert.True(SiteAddress.TryParse(address, out place));
        var source = new SiteSource
        {
            Catalog = catalog,
            Today = today,
            Syntaxes = Syntaxes,
            Renderer = new TextRenderer(Syntaxes),
            Report = Checker.Check(catalog, new CheckRequest(today), cancel),
            History = git.History,
            Timelines = Timelines.Read(catalog, git.History, cancel),
            Decisions = DecisionReader.Read(tree),
            Host = RepositoryHost.Parse(remote.Address, remote.Branch, root.Prefix),
            SearchIndex = Gavel.Web.Searching.SearchFiles.Of(catalog, cache, cancel),
            Name = "Orchard",
            Address = place!,
        };
        return new Site(change is null ? source : change(source));
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
    }

    private void Git((string Name, string Value) variable, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = Folder, RedirectStandardError = true };
        start.Environment[variable.Name] = variable.Value;
        using var git = System.Diagnostics.Process.Start(start)!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error);
    }
}
