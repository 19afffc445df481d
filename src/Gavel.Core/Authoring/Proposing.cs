using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>Operations on a proposal together with what follows from them elsewhere: index rows, links, the other end of a relation.</summary>
/// <param name="catalog">The proposals as they are.</param>
/// <param name="rebuild">The catalog of a tree that was changed.</param>
public sealed class Proposing(Catalog catalog, Func<ITree, Catalog> rebuild, ImmutableArray<ISyntax> syntaxes)
{
    /// <summary>What git knows: a path that nobody has seen needs no redirect. Null where that is not known.</summary>
    public IHistory? History { get; init; }

    public Outcome New(NewRequest request)
    {
        var relation = request.Supersedes is null ? null : RelationName(request.Process.Current, RelationWords.Supersedes);
        if (request.Supersedes is { } old) request = request with { Fields = request.Fields.Add((relation ?? "Supersedes", old)) };
        if (NewProposal.Run(catalog, request) is not Outcome.Done done) return NewProposal.Run(catalog, request);
        var tree = new ChangedTree(catalog.Tree);
        if (!tree.TryApply(done.Changes)) return new Outcome.Refused(RefusalCode.Exists, $"{done.Path} is already there");
        if (request.Supersedes is { } replaced && catalog.Find(replaced) is { } entry)
        {
            var proposal = catalog.Open(entry.Id);
            var name = RelationName(proposal.Schema, RelationWords.SupersededBy) ?? "Superseded by";
            var demand = proposal.Schema.FindField(name);
            if (SetField.Change(proposal, name, demand, done.Id) is { } other && tree.TryApply(other))
                done = done with { Notes = done.Notes.Add($"{entry.Id} now says that {done.Id} supersedes it; its status '{entry.Status ?? entry.StatusText}' was not changed") };
            else
                done = done with { Notes = done.Notes.Add($"{entry.Id} has no header to say in that {done.Id} supersedes it") };
        }
        return WithIndex(done, tree, request.Today);
    }

    public Outcome Renumber(CatalogEntry entry, int? number, DateOnly today, CancellationToken cancellationToken) =>
        Moved(entry, new Mover(catalog, syntaxes).Renumber(catalog.Open(entry), number, cancellationToken), today);

    public Outcome Rename(CatalogEntry entry, string title, DateOnly today, CancellationToken cancellationToken) =>
        Moved(entry, new Mover(catalog, syntaxes).Rename(catalog.Open(entry), title, cancellationToken), today);

    private Outcome Moved(CatalogEntry entry, Outcome outcome, DateOnly today)
    {
        if (outcome is not Outcome.Done done) return outcome;
        var tree = new ChangedTree(catalog.Tree);
        return tree.TryApply(done.Changes) && tree.TryApply(RedirectsOf(entry, done.Changes, tree, History))
            ? WithIndex(done, tree, today)
            : new Outcome.Refused(RefusalCode.Uncommitted, "the change does not fit the files any more; try again");
    }

    /// <summary>The old paths of what moved, for whoever has a link to them.</summary>
    /// <param name="history">Null where nothing is known of it.</param>
    internal static ChangeSet RedirectsOf(CatalogEntry entry, ChangeSet changes, ITree tree, IHistory? history) =>
        changes.Moves.IsEmpty ? ChangeSet.Empty : Redirects.Following(tree, changes.Moves, wereHeld: history is not { Head: not null } || WasHeld(entry.Path, tree, history));

    // What came back to an older path of its own since the last commit: that path was held once.
    private static bool WasHeld(string path, ITree tree, IHistory history) =>
        !history.Of(path).IsEmpty || Redirects.Read(tree).FormerPathsOf(path).Any(former => history.Of(former).Any(v => string.Equals(v.Path, path, StringComparison.Ordinal)));

    /// <summary>Rows of the index follow, where it has rows about the proposal's process.</summary>
    internal Outcome.Done WithIndex(Outcome.Done done, ChangedTree tree, DateOnly today)
    {
        if (!catalog.Indexes.IsEmpty) tree.TryApply(IndexUpdate.Run(rebuild(tree), today, new HashSet<string>([done.Id], StringComparer.OrdinalIgnoreCase)).Changes);
        var changes = tree.ToChangeSet();
        return done with { Changes = changes, Changed = Changes.PathsOf(changes) };
    }

    private static string? RelationName(Schema schema, IReadOnlyCollection<string> words) =>
        schema.All<Demand.Field>().Select(f => f.Name)
            .FirstOrDefault(name => words.Contains(string.Concat(name.Where(char.IsLetter)).ToLowerInvariant()));
}
