using System.Collections.Immutable;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

/// <summary>What was mined before an edit, after it.</summary>
public sealed class CarriedMiningTests
{
    private const string Template = "# ZIP NNNN: Title\n\n- **Status:** Draft | Accepted | Rejected\n- **Owner:** _who drives it_\n\n## Why\n\n_Say why it matters to anybody._\n\n## What changes\n\n_Say what._\n\n## Costs\n\n_Say what it costs._\n";

    private readonly CountingCache _cache = new();

    private static string Outline(string text) => ListingAnswers.OfOutline(new MarkdownSyntax().Parse(SourceText.From("a.md", text)));

    [Fact]
    public void An_edit_that_changes_no_answer_asks_one_document()
    {
        var files = Start();
        Find(files);
        files["zips/0007-thing.md"] = Proposal(7, "Accepted") + "\nMore words.\n";
        var tree = new CountingTree(files);
        var found = Find(tree);
        Assert.Equal(["zips/0007-thing.md"], tree.Opened.Distinct(StringComparer.Ordinal));
        Assert.Equal(Show(Fresh(files)), Show(found));
    }

    [Fact]
    public void A_status_that_changes_is_counted_again()
    {
        var files = Start();
        Find(files);
        files["zips/0007-thing.md"] = Proposal(7, "Rejected");
        Assert.Equal(Show(Fresh(files)), Show(Find(files)));
        Assert.Contains("statuses.Rejected=rejected (1 proposal)", Show(Find(files)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nmore:\n  area: x\nstatus: Draft\n---\n", "---\nmore:\n  area: x\n  status: Draft\n---\n")]
    [InlineData("- **Status**: Draft\n- **Area**: x\n", "- Status: Draft\n- Area: x\n")]
    public void A_field_that_stands_elsewhere_or_is_written_otherwise_is_another_answer(string before, string after) => Assert.NotEqual(Outline(before), Outline(after));

    [Fact]
    public void After_each_of_many_edits_it_is_what_mining_anew_finds()
    {
        var random = new Random(11);
        var files = Start();
        for (var round = 0; round < 120; round++)
        {
            Edit(files, random, round);
            Assert.Equal(Show(Fresh(files)), Show(Find(files)));
        }
        Assert.True(_cache.Hits > 20, "nothing was ever carried over");
    }

    [Fact]
    public void In_one_process_a_changed_status_reads_that_document_and_those_that_may_count_as_a_whole()
    {
        var memory = new MiningMemory();
        var files = Start();
        Find(new CountingTree(files), new NoCache(), memory);
        files["zips/0007-thing.md"] = Proposal(7, "Rejected");
        var tree = new CountingTree(files);
        var found = Find(tree, new NoCache(), memory);
        Assert.Equal(["zips/0007-thing.md", "zips/README.md", "zips/template.md"], tree.Opened.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(Show(Fresh(files)), Show(found));
    }

    [Fact]
    public void In_one_process_many_edits_give_what_mining_anew_finds()
    {
        var memory = new MiningMemory();
        var random = new Random(12);
        var files = Start();
        for (var round = 0; round < 120; round++)
        {
            Edit(files, random, round);
            Assert.Equal(Show(Fresh(files)), Show(Find(new CountingTree(files), new NoCache(), memory)));
        }
    }

    [Fact]
    public void Damaged_bytes_are_mined_anew()
    {
        var files = Start();
        Find(files);
        var random = new Random(4);
        for (var round = 0; round < 200; round++)
        {
            _cache.Damage(random);
            files["zips/0003-thing.md"] = Proposal(3, "Accepted") + $"\n{round}\n";
            Assert.Equal(Show(Fresh(files)), Show(Find(files)));
        }
    }

    private static void Edit(Dictionary<string, string> files, Random random, int round)
    {
        var paths = files.Keys.Where(p => p.Contains("/0", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var path = paths[random.Next(paths.Count)];
        switch (random.Next(9))
        {
            case 0: files[path] = files[path].Replace("Accepted", "Draft", StringComparison.Ordinal); break;
            case 1: files[path] = files[path].Replace("Draft", "Accepted", StringComparison.Ordinal); break;
            case 2: files[path] += $"\n## Extra {round}\n\nText.\n"; break;
            case 3: files[path] = files[path].Replace("## Costs", "## Price", StringComparison.Ordinal); break;
            case 4: files["zips/template.md"] = Template + (round % 2 == 0 ? "\n## Rollout\n\n_Say how it reaches people._\n" : ""); break;
            case 5: files[$"zips/{200 + round:0000}-new.md"] = Proposal(200 + round, "Draft"); break;
            case 6 when paths.Count > 10: files.Remove(path); break;
            case 7: files["zips/README.md"] = Index(paths.Where(_ => random.Next(3) > 0)); break;
            default: files[path] += $"\nWords of round {round}.\n"; break;
        }
    }

    private static Dictionary<string, string> Start()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["zips/template.md"] = Template };
        for (var n = 1; n <= 60; n++) files[$"zips/{n:0000}-thing.md"] = Proposal(n, "Accepted");
        files["zips/README.md"] = Index(files.Keys.Where(k => k.Contains("/0", StringComparison.Ordinal)));
        return files;
    }

    private static string Proposal(int number, string status) =>
        $"# ZIP {number:0000}: Thing\n\n- **Status:** {status}\n- **Owner:** Ann\n\n## Why\n\nBecause.\n\n## What changes\n\nThis.\n\n## Costs\n\nFew.\n";

    private static string Index(IEnumerable<string> paths) => "# ZIPs\n\n" + string.Concat(paths.Select(p => $"- [{TreePath.StemOf(p)}]({TreePath.NameOf(p)})\n"));

    private static ProcessesFound Fresh(Dictionary<string, string> files) =>
        ProcessFinder.Find(new CountingTree(files), new NoHistory(), [new MarkdownSyntax()], null, new NoCache(), TestContext.Current.CancellationToken);

    private ProcessesFound Find(Dictionary<string, string> files) => Find(new CountingTree(files));

    private ProcessesFound Find(ITree tree) => Find(tree, _cache, null);

    private static ProcessesFound Find(ITree tree, ICache cache, MiningMemory? memory) =>
        ProcessFinder.Find(tree, new NoHistory(), [new MarkdownSyntax()], null, cache, TestContext.Current.CancellationToken, memory);

    private static string Show(ProcessesFound found) => string.Join('\n', found.Processes.Select((p, i) =>
        $"{p.Name} {p.Digest} {found.Mined[i].Proposals}\n{string.Join('\n', found.Mined[i].Items.Select(item => $"{item.Key}={item.Value} ({item.From})"))}"));

    /// <summary>A tree that knows which files were read.</summary>
    private sealed class CountingTree(Dictionary<string, string> files) : ITree
    {
        private readonly MemoryTree _tree = new(files.Select(f => SourceText.From(f.Key, f.Value)));

        public List<string> Opened { get; } = [];

        public string? Revision => null;

        public ImmutableArray<TreeFile> Files => _tree.Files;

        public TreeFile? Find(string path) => _tree.Find(path);

        public bool HasFolder(string path) => _tree.HasFolder(path);

        public ContentId IdOf(TreeFile file) => _tree.IdOf(file);

        public SourceText Read(TreeFile file)
        {
            lock (Opened) Opened.Add(file.Path);
            return _tree.Read(file);
        }
    }

    private sealed class CountingCache : ICache
    {
        private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);

        /// <summary>How often something was known of the same names.</summary>
        public int Hits { get; private set; }

        public byte[]? Get(string key)
        {
            if (!_values.TryGetValue(key, out var value)) return null;
            if (key.StartsWith("mined:", StringComparison.Ordinal)) Hits++;
            return value;
        }

        public void Put(string key, ReadOnlySpan<byte> value) => _values[key] = value.ToArray();

        public void Damage(Random random)
        {
            foreach (var key in _values.Keys.Where(k => k.StartsWith("mined:", StringComparison.Ordinal)).ToList())
            {
                var bytes = _values[key];
                if (random.Next(2) == 0) _values[key] = bytes[..random.Next(bytes.Length + 1)];
                else if (bytes.Length > 4) bytes[random.Next(4)] ^= (byte)(1 << random.Next(8)); // what the pack's own sums would catch in the values is no case
            }
        }
    }
}
