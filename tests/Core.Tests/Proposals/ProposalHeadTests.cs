using Core.Tests.Processes;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Trees;

namespace Core.Tests.Proposals;

/// <summary>The head of a proposal, read alone, says what the whole proposal says.</summary>
public sealed class ProposalHeadTests
{
    private static readonly ISyntax[] Syntaxes = [new MarkdownSyntax(), new RstSyntax()];

    [Theory]
    [InlineData("venice")]
    [InlineData("vdk")]
    [InlineData("ksql")]
    [InlineData("karbor")]
    [InlineData("eips.tar.gz")]
    [InlineData("nova-specs.tar.gz")]
    public void Title_and_status_are_those_of_the_whole_proposal(string corpus)
    {
        var tree = corpus.EndsWith(".tar.gz", StringComparison.Ordinal) ? Corpus.Archive(corpus[..^7]) : Corpus.Tree(corpus);
        var found = ProcessFinder.Find(tree, new NoHistory(), [.. Syntaxes], null, new NoCache(), TestContext.Current.CancellationToken);
        var compared = 0;
        foreach (var process in found.Processes)
        {
            foreach (var schema in process.Templates.Select(t => t.Schema))
            {
                var reader = new ProposalReader(process, schema);
                foreach (var file in tree.Files.Where(f => f.Path.StartsWith(process.Folder, StringComparison.Ordinal)).Take(120))
                {
                    if (Array.Find(Syntaxes, s => s.Reads(file.Path)) is not { } syntax) continue;
                    var document = syntax.Parse(tree.Read(file));
                    var facts = new PathFacts(process.Files.Select(p => p.Match(file.Path)).FirstOrDefault(m => m is not null));
                    var whole = reader.Read(document, facts);
                    Assert.Equal(new ProposalHead(schema, whole.Title, whole.StatusText, whole.Status), reader.ReadHead(document, facts));
                    compared++;
                }
            }
        }
        Assert.True(compared > 5, $"{corpus}: only {compared} documents");
    }
}
