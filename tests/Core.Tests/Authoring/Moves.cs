using System.Collections.Immutable;
using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>Moves a proposal of a small repository.</summary>
internal static class Moves
{
    private static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax(), new RstSyntax()];
    private static readonly Decider Ann = new("ann", "ann", new DateTimeOffset(2024, 6, 1, 9, 0, 0, TimeSpan.Zero), new DateOnly(2024, 6, 1));

    public static Dictionary<string, string> Run(string repository, string id, string to) => Run(SmallRepository.OnBase(repository).Tree, id, to);

    public static Dictionary<string, string> Run(ITree tree, string id, string to)
    {
        var catalog = Build(tree);
        var outcome = new Deciding(catalog, Build, Syntaxes, new NoHistory()).Move(catalog.Find(id)!, new MoveRequest(to, null, null, IsForced: false), Ann, TestContext.Current.CancellationToken);
        Assert.False(outcome is Outcome.Refused, (outcome as Outcome.Refused)?.Text);
        var done = (Outcome.Done)outcome;
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        Assert.Contains(after.Files, f => f.Path.StartsWith($".gavel/decisions/{id}/2024-06-01T090000Z-move-ann-", StringComparison.Ordinal));
        Assert.Equal(to, Build(after).Find(id)!.StatusText, ignoreCase: true);
        return after.Files.ToDictionary(f => f.Path, f => after.Read(f).Chars, StringComparer.Ordinal);
    }

    private static Catalog Build(ITree tree)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var configuration = tree.Find("gavel.yml") is { } file ? Configuration.Parse(tree.Read(file)).Configuration : null;
        var found = ProcessFinder.Find(tree, new NoHistory(), Syntaxes, configuration, new NoCache(), cancellation);
        return new Workspace(Syntaxes, new NoCache(), RuleWork.Of(RuleSet.All)).Build(tree, new NoHistory(), found.Processes, found.Faults, cancellation);
    }
}
