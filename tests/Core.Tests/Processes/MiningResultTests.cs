using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using static Core.Tests.Processes.MadeUp;

namespace Core.Tests.Processes;

/// <summary>What becomes of what was mined: counts, a cache, a gavel.yml.</summary>
public sealed class MiningResultTests
{
    [Fact]
    public void Any_tree_has_an_answer()
    {
        var random = new Random(20261121);
        string[] parts = ["rfcs", "template", "0000", "NNNN", "docs", "adr", "-", "_", "12", "x", "README", "a b", "{number}", "..", "é", "approved", "2024-01-01", "nnn-template", "kep.yaml", "index"];
        string[] texts = ["", "# T\n", "---\nstatus: [\n", "## A\n\n## B\n\n_x_\n", "\0\0", "| a |\n|---|\n", Doc("1. T"), Template("N. T"), "Status\n======\n\nDraft\n"];
        for (var round = 0; round < 150; round++)
        {
            var files = Enumerable.Range(0, random.Next(1, 25)).Select(_ => (Path: string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => parts[random.Next(parts.Length)])))) + ".md", Text: texts[random.Next(texts.Length)])).DistinctBy(f => f.Path).ToArray();
            var found = Find(files);
            Assert.All(found.Processes, p => Assert.NotEmpty(p.Current.Path));
            var yaml = ConfigurationWriter.Render(found);
            Assert.DoesNotContain(Configuration.Parse(SourceText.From("gavel.yml", yaml)).Faults, f => f.Severity == Gavel.Core.Diagnostics.Severity.Error && !f.Message.Contains("two processes") && !f.Message.Contains("expected a path below") && !f.Message.Contains("expected / between"));
        }
    }

    [Fact]
    public void What_was_mined_is_remembered_by_content()
    {
        (string, string)[] files = [("rfcs/0000-template.md", Template("RFC 0000: Title")), .. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3], "RFC {0}: Thing")];
        var tree = new CountingTree(files.Select(f => SourceText.From(f.Item1, f.Item2)));
        var cache = new MemoryCache();
        var first = ProcessFinder.Find(tree, new NoHistory(), [new MarkdownSyntax()], null, cache, TestContext.Current.CancellationToken);
        tree.Reads = 0;
        var second = ProcessFinder.Find(tree, new NoHistory(), [new MarkdownSyntax()], null, cache, TestContext.Current.CancellationToken);
        Assert.Equal(0, tree.Reads); // templates are read when their schema is asked for
        Assert.Equal(Show(first), Show(second));
        Assert.Equal(first.Processes[0].Digest, second.Processes[0].Digest);
        Assert.Equal(first.Mined[0].Items.Select(i => $"{i.Key}={string.Join("|", i.Parts)} ({i.From})"), second.Mined[0].Items.Select(i => $"{i.Key}={string.Join("|", i.Parts)} ({i.From})"));
    }

    [Fact]
    public void A_file_that_is_lost_while_many_are_read_is_named()
    {
        (string, string)[] files = [("rfcs/0000-template.md", Template("RFC 0000: Title")), .. Docs("rfcs/{0:0000}-thing.md", Enumerable.Range(1, 30), "RFC {0}: Thing")];
        var tree = new CountingTree(files.Select(f => SourceText.From(f.Item1, f.Item2))) { Lost = "rfcs/0030-thing.md" };
        var lost = Assert.Throws<TreeException>(() => ProcessFinder.Find(tree, new NoHistory(), [new MarkdownSyntax()], null, new NoCache(), TestContext.Current.CancellationToken));
        Assert.Equal("rfcs/0030-thing.md: the file is gone", lost.Message);
    }

    [Theory]
    [InlineData("zips")]
    [InlineData("docs, old/zips")]
    public void What_was_mined_makes_a_sound_configuration_that_finds_the_same(string folder)
    {
        (string, string)[] files = [($"{folder}/zip-template.md", Template("ZIP-N: Title")), .. Docs(folder + "/zip-{0}-thing.md", Enumerable.Range(1, 6), "ZIP-{0}: Thing"), ($"{folder}/zip-7-x.md", Doc("ZIP-7: X", "Aproved"))];
        var found = Find(files);
        var yaml = ConfigurationWriter.Render(found);
        var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", yaml));
        Assert.Empty(faults);
        var again = ProcessFinder.Find(new MemoryTree(files.Select(f => SourceText.From(f.Item1, f.Item2))), new NoHistory(), [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken);
        Assert.Equal(Show(found), Show(again));
        Assert.All(yaml.Split('\n').Skip(2).Where(l => l.Length > 0), l => Assert.Contains(" # ", l));
    }

    [Fact]
    public void Of_two_templates_a_new_proposal_starts_from_the_same_before_and_after_it_is_written_down()
    {
        (string, string)[] files =
        [
            ("zips/0000-template.md", Template("ZIP-N: Title")), ("zips/0000-template-short.md", Template("ZIP-N: Title").Replace("## Costs", "## Price", StringComparison.Ordinal)),
            .. Docs("zips/{0:0000}-thing.md", Enumerable.Range(1, 3), "ZIP-{0}: Thing"), .. Docs("zips/{0:0000}-thing.md", Enumerable.Range(4, 3), "ZIP-{0}: Thing").Select(d => (d.Item1, d.Item2.Replace("## Costs", "## Price", StringComparison.Ordinal))),
        ];
        var found = Find(files);
        var (configuration, _) = Configuration.Parse(SourceText.From("gavel.yml", ConfigurationWriter.Render(found)));
        var again = ProcessFinder.Find(new MemoryTree(files.Select(f => SourceText.From(f.Item1, f.Item2))), new NoHistory(), [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken);
        Assert.Equal(2, found.Processes[0].Templates.Length);
        Assert.Equal(found.Processes[0].Current.Path, again.Processes[0].Current.Path);
    }

    [Theory]
    [InlineData("zips/old/**")]
    [InlineData("zips/old")]
    public void Of_what_gavel_yml_excludes_nothing_is_mined(string exclude)
    {
        (string, string)[] files = [("zips/zip-template.md", Template("ZIP-N: Title")), .. Docs("zips/zip-{0}-thing.md", Enumerable.Range(1, 6), "ZIP-{0}: Thing"), .. Docs("zips/old/zip-{0}-thing.md", Enumerable.Range(7, 6), "ZIP-{0}: Thing", "Ancient")];
        var (configuration, _) = Configuration.Parse(SourceText.From("gavel.yml", $"version: 1\nprocesses:\n  - name: ZIP\n    template: zips/zip-template.md\n    files: [\"zips/zip-{{number}}-{{slug}}.md\", \"zips/old/zip-{{number}}-{{slug}}.md\"]\n    exclude: \"{exclude}\"\n"));
        var found = ProcessFinder.Find(new MemoryTree(files.Select(f => SourceText.From(f.Item1, f.Item2))), new NoHistory(), [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken);
        Assert.Equal((6, false), (found.Mined[0].Proposals, found.Processes[0].Statuses.Statuses.Any(s => s.Name == "Ancient")));
    }

    [Fact]
    public void A_transition_between_statuses_that_nobody_has_and_nobody_lists_is_told()
    {
        (string, string)[] files = [("zips/zip-template.md", Template("ZIP-N: Title")), .. Docs("zips/zip-{0}-thing.md", Enumerable.Range(1, 6), "ZIP-{0}: Thing")];
        const string yaml = "version: 1\nprocesses:\n  - name: ZIP\n    template: zips/zip-template.md\n    files: zips/zip-{number}-{slug}.md\n    transitions:\n      - { from: Draft, to: Accepted }\n      - { from: \"*\", to: Acceptd }\n      - { from: Accepted, to: Shipped }\n";
        var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", yaml));
        Assert.Empty(faults);
        var found = ProcessFinder.Find(new MemoryTree(files.Select(f => SourceText.From(f.Item1, f.Item2))), new NoHistory(), [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "8 no proposal and no template has the status 'Acceptd', so that nothing moves by this Did you mean 'Accepted'?",
                "9 no proposal and no template has the status 'Shipped', so that nothing moves by this List the statuses of the process under 'statuses'.",
            ],
            found.Faults.Select(f => $"{f.At.Start.Line} {f.Message} {f.Help}"));
    }

    [Theory]
    [InlineData("ZIP/N: Title", "ZIP")]
    [InlineData("Proposal/ZIP: N - Title", "ZIP")]
    [InlineData(".ZIP N: Title", "ZIP")]
    public void A_mined_name_is_one_that_a_folder_can_have(string title, string name)
    {
        var found = Find([("zips/zip-template.md", Template(title)), .. Docs("zips/zip-{0}-thing.md", Enumerable.Range(1, 6), title.Replace("N", "{0}", StringComparison.Ordinal).Replace("Title", "Thing", StringComparison.Ordinal))]);
        Assert.Equal(name, found.Processes[0].Name);
        Assert.Empty(Configuration.Parse(SourceText.From("gavel.yml", ConfigurationWriter.Render(found))).Faults);
    }

    [Fact]
    public void A_second_process_of_a_name_is_told_apart_by_a_folder_only_where_ids_can_begin_with_it()
    {
        var found = Find([.. Of("zips", 8), .. Of("a:b/zips", 6)]);
        Assert.Equal(["ZIP", "ZIP2"], found.Processes.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Empty(Configuration.Parse(SourceText.From("gavel.yml", ConfigurationWriter.Render(found))).Faults);

        static IEnumerable<(string, string)> Of(string folder, int count) =>
            [($"{folder}/zip-template.md", Template("ZIP-N: Title")), .. Docs($"{folder}/zip-{{0}}-thing.md", Enumerable.Range(1, count), "ZIP-{0}: Thing")];
    }

    [Fact]
    public void A_configured_template_that_is_not_there_is_a_fault()
    {
        var (configuration, _) = Configuration.Parse(SourceText.From("gavel.yml", "version: 1\nprocesses:\n- name: ZIP\n  template: zips/zip-tmplate.md\n  files: zips/zip-{number}.md\n  index: zips/INDEX.md\n"));
        var found = ProcessFinder.Find(new MemoryTree([SourceText.From("zips/zip-template.md", Template("ZIP-N: T")), SourceText.From("zips/zip-1.md", Doc("ZIP-1: T"))]), new NoHistory(), [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken);
        Assert.Equal(["4 there is no file 'zips/zip-tmplate.md'", "6 there is no file 'zips/INDEX.md'"], found.Faults.Select(f => $"{f.At.Start.Line} {f.Message}"));
        Assert.Equal("Did you mean 'zips/zip-template.md'?", found.Faults[0].Help);
    }

    [Fact]
    public void The_sections_that_proposals_have_are_counted()
    {
        var found = Find([("rfcs/0000-template.md", Template("RFC-0000: Title")), .. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3, 4, 5], "RFC-{0}: Thing"), ("rfcs/0006-short.md", "# RFC-6: Short\n\n- **Status:** Draft\n\n## Why\n\nBecause.\n")]);
        var sections = found.Processes[0].Current.All<Gavel.Core.Templates.Demand.Section>().ToDictionary(s => s.Text, s => s.Use);
        Assert.Equal((6, 6), sections["Why"]);
        Assert.Equal((5, 6), sections["Costs"]);
    }

    [Fact]
    public void What_most_finished_proposals_keep_of_the_template_may_stay()
    {
        const string kept = "_This text is under a licence that everybody may read._";
        var template = Template("RFC-0000: Title") + "\n## Licence\n\n" + kept + "\n";
        (string, string)[] docs = [.. Docs("rfcs/{0:0000}-thing.md", [1, 2, 3, 4, 5, 6], "RFC-{0}: Thing").Select(d => (d.Item1, d.Item2 + "\n## Licence\n\n" + kept + "\n"))];
        var leftovers = Find([("rfcs/0000-template.md", template), .. docs]).Processes[0].Current.Leftovers;
        Assert.DoesNotContain(leftovers, l => l.Text.Contains("licence that everybody") && !l.MayStay);
        Assert.Contains(leftovers, l => l.Text.Contains("Say why") && !l.MayStay);
    }

    private sealed class MemoryCache : ICache
    {
        private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);

        public byte[]? Get(string key) => _values.GetValueOrDefault(key);

        public void Put(string key, ReadOnlySpan<byte> value) => _values[key] = value.ToArray();
    }

    private sealed class CountingTree(IEnumerable<SourceText> texts) : ITree
    {
        private readonly MemoryTree _tree = new(texts);

        public int Reads;

        public string? Lost { get; init; }

        public string? Revision => null;

        public System.Collections.Immutable.ImmutableArray<TreeFile> Files => _tree.Files;

        public TreeFile? Find(string path) => _tree.Find(path);

        public bool HasFolder(string path) => _tree.HasFolder(path);

        public ContentId IdOf(TreeFile file) => _tree.IdOf(file);

        public SourceText Read(TreeFile file)
        {
            Interlocked.Increment(ref Reads);
            if (file.Path == Lost) throw new TreeException($"{file.Path}: the file is gone");
            return _tree.Read(file);
        }
    }
}
