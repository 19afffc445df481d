using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

/// <summary>What mining finds in real repositories that configure nothing: the gavel.yml that <c>init</c> would write.</summary>
public sealed class CorpusMiningTests
{
    [Theory]
    [InlineData("venice")]
    [InlineData("vdk")]
    [InlineData("ksql")]
    [InlineData("karbor")]
    [InlineData("eips.tar.gz")]
    [InlineData("peps.tar.gz")]
    [InlineData("nova-specs.tar.gz")]
    public void The_configuration_is_the_accepted_one(string corpus)
    {
        var tree = corpus.EndsWith(".tar.gz", StringComparison.Ordinal) ? Corpus.Archive(corpus[..^7]) : Corpus.Tree(corpus);
        var found = ProcessFinder.Find(tree, new NoHistory(), [new MarkdownSyntax(), new RstSyntax()], null, new NoCache(), TestContext.Current.CancellationToken);
        var yaml = ConfigurationWriter.Render(found);
        Assert.Empty(Configuration.Parse(SourceText.From("gavel.yml", yaml)).Faults);
        var folder = Path.Combine(Golden(), corpus.Split('.')[0]);
        var expected = Path.Combine(folder, "expected.yml");
        if (Environment.GetEnvironmentVariable("GAVEL_ACCEPT") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(expected, yaml);
        }
        Assert.Equal(File.ReadAllText(expected), yaml);
    }

    private static string Golden()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(at!.FullName, "tests", "golden"))) at = at.Parent;
        return Path.Combine(at.FullName, "tests", "golden", "processes");
    }
}
