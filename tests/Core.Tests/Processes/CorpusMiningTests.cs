using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

/// <summary>What mining finds in real repositories that configure nothing.</summary>
public sealed class CorpusMiningTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("venice")]
    [InlineData("vdk")]
    [InlineData("ksql")]
    [InlineData("karbor")]
    [InlineData("tar:eips")]
    [InlineData("tar:peps")]
    [InlineData("tar:nova-specs")]
    public void Show(string name)
    {
        var tree = name.StartsWith("tar:") ? Corpus.Archive(name[4..]) : Corpus.Tree(name);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = ProcessFinder.Find(tree, new NoHistory(), [new MarkdownSyntax(), new Gavel.Core.Documents.Rst.RstSyntax()], null, new NoCache(), TestContext.Current.CancellationToken);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        for (var i = 0; i < found.Processes.Length; i++)
        {
            var p = found.Processes[i];
            output.WriteLine($"{p.Name} {p.Folder} width {p.NumberWidth} field {p.StatusField} proposals {found.Mined[i].Proposals} templates {string.Join(' ', p.Templates.Select(t => t.Path))}");
            foreach (var item in found.Mined[i].Items) output.WriteLine($"  {item.Key}: {item.Value}   # {item.From}");
        }
    }
}
