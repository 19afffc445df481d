using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Web.Publishing;
using Web.Tests.Pages;

namespace Web.Tests.Publishing;

public sealed class Publishing_a_site : IDisposable
{
    private readonly SampleRepository _repository = new();
    private readonly string _place = Directory.CreateTempSubdirectory("gavel-site-").FullName;
    private readonly MemoryCache _cache = new();

    public void Dispose()
    {
        _repository.Dispose();
        Directory.Delete(_place, recursive: true);
    }

    [Fact]
    public void The_same_commit_gives_the_same_bytes()
    {
        Publish("one", new NoCache());
        Publish("two", new NoCache());
        Assert.Equal(Files("one"), Files("two"));
    }

    [Fact]
    public void Nothing_is_made_anew_when_nothing_changed()
    {
        Publish("site", _cache);
        Assert.Equal(0, Publish("site", _cache).Rendered);
    }

    [Fact]
    public void A_site_that_is_made_of_the_same_is_answered_without_a_catalog()
    {
        var folder = Path.Combine(_place, "site");
        Assert.Null(Begin().FindUnchanged("stamp"));
        var done = Assert.IsType<PublishOutcome.Done>(Begin().Finish(_repository.Site(cache: _cache), "stamp", TestContext.Current.CancellationToken));
        Assert.Equal(done with { Rendered = 0 }, Begin().FindUnchanged("stamp"));
        Assert.Null(Begin().FindUnchanged("another"));
        Assert.Null(Begin().FindUnchanged(""));
        File.WriteAllText(Path.Combine(folder, "CNAME"), "example.org"); // somebody else's
        Assert.NotNull(Begin().FindUnchanged("stamp"));
        File.SetLastWriteTimeUtc(Path.Combine(folder, "index.html"), DateTime.UnixEpoch);
        Assert.Null(Begin().FindUnchanged("stamp"));

        Publication Begin() => Publication.Begin(folder, _cache, spare: null);
    }

    [Fact]
    public void Of_a_run_that_could_not_tell_what_it_was_made_of_nothing_is_answered_later()
    {
        Publish("site", _cache);
        Assert.Null(Publication.Begin(Path.Combine(_place, "site"), _cache, spare: null).FindUnchanged(""));
    }

    public static TheoryData<string> Edits => ["text", "status", "title", "new", "gone", "renamed", "decision", "committed", "template", "configuration", "picture"];

    [Theory, MemberData(nameof(Edits))]
    public void After_an_edit_the_site_is_that_of_a_full_run(string edit)
    {
        Publish("site", _cache);
        Edit(edit);
        var done = Publish("site", _cache);
        Publish("full", new NoCache());
        Assert.Equal(Files("full"), Files("site"));
        Assert.True(done.Rendered > 0);
    }

    [Fact]
    public void What_would_mend_a_fault_is_said_anew_when_another_file_changes_it()
    {
        _repository.Write("proposals/0006-scales.md", SampleTexts.Proposal(6, "Scales", "Draft", "See [the weights](0005-carts.md#weightz)."));
        _repository.Write("proposals/0005-carts.md", SampleTexts.Proposal(5, "Carts", "Draft", "Pushed.\n\n### Weights\n\nLight."));
        Publish("site", _cache);
        Assert.Contains("#weights&#39;", Page(), StringComparison.Ordinal);
        _repository.Replace("proposals/0005-carts.md", "### Weights", "### Weighty");
        Publish("site", _cache);
        Assert.Contains("#weighty&#39;", Page(), StringComparison.Ordinal);

        string Page() => File.ReadAllText(Path.Combine(_place, "site", "PIP-6", "index.html"));
    }

    // Each run takes over pages, the index and the folder of the run before the last.
    [Fact]
    public void After_every_edit_of_many_the_site_is_that_of_a_full_run()
    {
        using var cache = new FileCache(Path.Combine(_place, "cache"), "test");
        var spare = Path.Combine(_place, "spare");
        Publish("site", cache, spare);
        foreach (var edit in Edits.Select(e => e.Data).Append("text back"))
        {
            Edit(edit);
            Publish("site", cache, spare);
            Publish("full", new NoCache());
            Assert.Equal(Files("full"), Files("site"));
            Assert.Equal(0, Publish("site", cache, spare).Rendered);
        }
    }

    [Fact]
    public void A_spare_folder_that_is_not_as_it_was_left_is_brought_in_order()
    {
        var spare = Path.Combine(_place, "spare");
        Publish("site", _cache, spare);
        Edit("text");
        Publish("site", _cache, spare);
        File.WriteAllText(Path.Combine(spare, "PIP-2", "index.html"), "something else");
        File.Delete(Path.Combine(spare, "index.html"));
        File.WriteAllText(Path.Combine(spare, "left.txt"), "by a run that was killed");
        Directory.CreateDirectory(Path.Combine(spare, "empty", "folder"));
        Edit("title");
        Publish("site", _cache, spare);
        Publish("full", new NoCache());
        Assert.Equal(Files("full"), Files("site"));
        Assert.False(Directory.Exists(Path.Combine(_place, "site", "empty")));
    }

    [Fact]
    public void The_site_of_before_is_never_written_into()
    {
        var spare = Path.Combine(_place, "spare");
        Publish("site", _cache, spare);
        Edit("text");
        Publish("site", _cache, spare);
        var before = Files("spare");
        var first = File.ReadAllBytes(Path.Combine(spare, "PIP-1", "index.html"));
        using var held = File.OpenRead(Path.Combine(spare, "PIP-1", "index.html")); // as a server has it open
        Edit("status");
        Publish("site", _cache, spare);
        var now = new byte[held.Length];
        held.ReadExactly(now);
        Assert.Equal(first, now);
        Assert.NotEqual(before, Files("site"));
    }

    [Fact]
    public void An_edit_of_a_text_makes_few_pages_anew()
    {
        Publish("site", _cache);
        Edit("text");
        Assert.InRange(Publish("site", _cache).Rendered, 1, 9); // its page, and the search index
    }

    [Fact]
    public void A_page_that_somebody_touched_is_made_anew()
    {
        var page = Path.Combine(_place, "site", "PIP-1", "index.html");
        Publish("site", _cache);
        var before = File.ReadAllBytes(page);
        File.WriteAllText(page, "gone");
        Publish("site", _cache);
        Assert.Equal(before, File.ReadAllBytes(page));
    }

    [Fact]
    public void A_folder_with_other_files_is_refused_and_kept()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_place, "site"));
        File.WriteAllText(Path.Combine(folder.FullName, "thesis.txt"), "years of work");
        var outcome = Publisher.Run(_repository.Site(), folder.FullName, _cache, TestContext.Current.CancellationToken);
        Assert.Equal("thesis.txt", Assert.IsType<PublishOutcome.Foreign>(outcome).Example);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void What_others_put_into_the_site_stays_and_what_is_gone_goes()
    {
        Publish("site", _cache);
        File.WriteAllText(Path.Combine(_place, "site", "CNAME"), "orchard.example\n");
        Edit("gone");
        Publish("site", _cache);
        Assert.True(File.Exists(Path.Combine(_place, "site", "CNAME")));
        Assert.False(Directory.Exists(Path.Combine(_place, "site", "PIP-4")));
        Assert.Equal(["site"], Directory.EnumerateFileSystemEntries(_place).Select(Path.GetFileName));
    }

    [Fact]
    public void A_run_that_is_stopped_leaves_the_old_site_whole()
    {
        Publish("site", _cache);
        var before = Files("site");
        Edit("title");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Publisher.Run(_repository.Site(), Path.Combine(_place, "site"), new NoCache(), stop.Token));
        Assert.Equal(before, Files("site"));
        Assert.Equal(["site"], Directory.EnumerateFileSystemEntries(_place).Select(Path.GetFileName));
    }

    [Fact]
    public void A_former_address_leads_to_the_page_of_now()
    {
        _repository.Git("mv", "proposals/0004-a-broken-one.md", "proposals/0009-a-broken-one.md");
        _repository.Replace("proposals/0009-a-broken-one.md", "PIP-4", "PIP-9");
        _repository.Commit("Another number");
        Publish("site", _cache);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=/PIP-9\">", File.ReadAllText(Path.Combine(_place, "site", "PIP-4", "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_that_draw_come_only_with_a_page_that_has_a_diagram()
    {
        Publish("site", _cache);
        var scripts = Path.Combine(_place, "site", "assets");
        Assert.SkipWhen(!_repository.Site().Pages.Any(p => p.IsOnDemand), "skipped: npm restored no scripts");
        Assert.NotEmpty(Directory.EnumerateFiles(scripts, "mermaid.*"));
        _repository.Replace("proposals/0001-picking-baskets.md", "```mermaid", "```text");
        Publisher.Run(_repository.Site(change: s => s with { History = new NoHistory(), Timelines = Gavel.Core.Timelines.TimelineSet.None }), Path.Combine(_place, "site"), _cache, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFiles(scripts, "mermaid.*"));
    }

    private void Edit(string edit)
    {
        const string Baskets = "proposals/0001-picking-baskets.md";
        switch (edit)
        {
            case "text": _repository.Replace(Baskets, "People fall", "Pickers fall"); break;
            case "status": _repository.Replace(Baskets, "**Status**: Proposed", "**Status**: Accepted"); break;
            case "title": _repository.Replace("proposals/0003-new-ladders.md", "PIP-3: New ladders", "PIP-3: Newer ladders"); break;
            case "new": _repository.Write("proposals/0005-carts.md", SampleTexts.Proposal(5, "Carts", "Draft", "As PIP-1 says.")); break;
            case "gone": File.Delete(_repository.PathOf("proposals/0004-a-broken-one.md")); break;
            case "renamed": File.Move(_repository.PathOf(Baskets), _repository.PathOf("proposals/0001-baskets.md")); break;
            case "decision": _repository.Write(".gavel/decisions/PIP-1/2025-03-02T101500Z-approve-ann-0000.yml", "action: approve\nby: Ann Lee\nrecordedBy: Ann Lee\non: 2025-03-02T10:15:00Z\n"); break;
            case "committed":
                var baskets = File.Exists(_repository.PathOf(Baskets)) ? Baskets : "proposals/0001-baskets.md";
                File.AppendAllText(_repository.PathOf(baskets), "\nPickers read this.\n");
                _repository.Commit("Pickers");
                break;
            case "template": _repository.Replace("proposals/template.md", "## Motivation", "## Reasons"); break;
            case "configuration": _repository.Replace("gavel.yml", "Milestones: { required: false }", "Milestones: { required: true }"); break;
            case "text back": _repository.Replace("proposals/0001-baskets.md", "Pickers fall", "People fall"); break;
            case "picture": _repository.Replace("proposals/pictures/tree.svg", "10\" height=\"10\"/>", "9\" height=\"9\"/>"); break;
            default: throw new ArgumentOutOfRangeException(nameof(edit));
        }
    }

    private PublishOutcome.Done Publish(string name, ICache cache, string? spare = null) =>
        Assert.IsType<PublishOutcome.Done>(Publication.Begin(Path.Combine(_place, name), cache, spare).Finish(_repository.Site(cache: cache), "", TestContext.Current.CancellationToken));

    private SortedDictionary<string, string> Files(string name)
    {
        var folder = Path.Combine(_place, name);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));
        return new SortedDictionary<string, string>(files, StringComparer.Ordinal);
    }

    private sealed class MemoryCache : ICache
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte[]> _values = new(StringComparer.Ordinal);

        public byte[]? Get(string key) => _values.GetValueOrDefault(key);

        public void Put(string key, ReadOnlySpan<byte> value) => _values[key] = value.ToArray();
    }
}
