using System.Collections.Immutable;
using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
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
        var catalog = SmallRepository.CatalogOf(tree);
        var outcome = new Deciding(catalog, SmallRepository.CatalogOf, Syntaxes, new NoHistory()).Move(catalog.Find(id)!, new MoveRequest(to, null, null, IsForced: false), Ann, TestContext.Current.CancellationToken);
        Assert.False(outcome is Outcome.Refused, (outcome as Outcome.Refused)?.Text);
        var done = (Outcome.Done)outcome;
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        Assert.Contains(after.Files, f => f.Path.StartsWith($".gavel/decisions/{id}/2024-06-01T090000Z-move-ann-", StringComparison.Ordinal));
        Assert.Equal(to, SmallRepository.CatalogOf(after).Find(id)!.StatusText, ignoreCase: true);
        return after.Files.ToDictionary(f => f.Path, f => after.Read(f).Chars, StringComparer.Ordinal);
    }
}
