using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>Writes a status where the process keeps it: in a field, by a folder, or in the index.</summary>
internal sealed class StatusChange(Catalog catalog, ImmutableArray<ISyntax> syntaxes)
{
    /// <param name="written">The status with its parameter, as it is to be written.</param>
    /// <returns>A change of the catalog's tree with the path after it, or why there is none.</returns>
    public (ChangeSet Changes, string Path, Outcome.Refused? Refusal) Run(CatalogEntry entry, Proposal proposal, Status to, string written, CancellationToken cancellationToken)
    {
        if (entry.Process.StatusPlace == StatusPlace.Index) return InIndex(entry, to, written);
        var (changes, path, refusal) = entry.Process.StatusPlace switch
        {
            StatusPlace.Folder => InFolder(entry, proposal, to, written, cancellationToken),
            StatusPlace.None => Refused(entry, $"{entry.Process.Name} keeps no status; name the place in gavel.yml with 'status'"),
            _ => InField(entry, proposal, written),
        };
        return refusal is null ? (new RowMove(catalog).Run(entry, to, changes), path, null) : (changes, path, refusal);
    }

    private static (ChangeSet, string, Outcome.Refused?) InField(CatalogEntry entry, Proposal proposal, string written)
    {
        var name = entry.Process.StatusField ?? "Status";
        return SetField.Change(proposal, name, proposal.Schema.FindField(name), written) is { } change
            ? (change, entry.Path, null)
            : Refused(entry, $"{entry.Path} has no header that '{name}' could be written in");
    }

    private (ChangeSet, string, Outcome.Refused?) InFolder(CatalogEntry entry, Proposal proposal, Status to, string written, CancellationToken cancellationToken)
    {
        var parts = entry.Path.Split('/');
        var folder = proposal.FileMatch?.Status ?? ProposalIdentity.StatusFolderOf(entry.Process, parts) ?? proposal.FileMatch?.Folder;
        var at = folder is null ? -1 : Array.FindLastIndex(parts, parts.Length - 2, p => string.Equals(p, TreePath.NameOf(folder), StringComparison.OrdinalIgnoreCase));
        if (at < 0) return Refused(entry, $"{entry.Path} lies in no folder that names a status");
        parts[at] = FolderOf(entry.Process, to);
        var path = string.Join('/', parts);
        var (from, target) = entry.Directory is { } directory && at < directory.Split('/').Length ? (directory, string.Join('/', parts.Take(directory.Split('/').Length))) : (entry.Path, path);
        if (catalog.Tree.Find(target) is not null || catalog.Tree.HasFolder(target))
            return (ChangeSet.Empty, entry.Path, new Outcome.Refused(RefusalCode.Exists, $"{target} is already there"));
        ImmutableArray<FileMove> moves = [new FileMove(from, target)];
        var changes = new ChangeSet([], moves, []);
        // A field that says the status too says it on.
        if (proposal.Document.Header.FirstOrDefault(f => string.Equals(f.Name, "Status", StringComparison.OrdinalIgnoreCase)) is { Value.Length: > 0 } field && entry.Process.Statuses.Find(field.Value) is not null)
            changes = changes.Add(FieldText.Replace(proposal.Document, field, written, keepMarkup: true));
        var links = new LinkRewriter(catalog.Tree, syntaxes, moves).Run(cancellationToken);
        return (changes.Add(links), path, null);
    }

    /// <summary>As the folder of that status is called where there is one, else as the others are spelled.</summary>
    private string FolderOf(Process process, Status to)
    {
        var folders = catalog.Tree.Files.Where(f => process.Folder.Length == 0 || f.Path.StartsWith(process.Folder + "/", StringComparison.Ordinal))
            .SelectMany(f => TreePath.FolderOf(f.Path).Split('/')).Distinct(StringComparer.Ordinal).Where(f => StatusOf(process, f) is not null).Order(StringComparer.Ordinal).ToList();
        if (folders.Find(f => string.Equals(StatusOf(process, f)!.Name, to.Name, StringComparison.Ordinal)) is { } known) return known;
        var name = to.Name.Replace(' ', folders.Exists(f => f.Contains('_', StringComparison.Ordinal)) ? '_' : '-');
        return folders.TrueForAll(f => string.Equals(f, f.ToLowerInvariant(), StringComparison.Ordinal)) ? name.ToLowerInvariant() : name;
    }

    private static Status? StatusOf(Process process, string folder) =>
        (process.Statuses.Find(folder.Replace('-', ' ').Replace('_', ' ')) ?? process.Statuses.Find(folder))?.Status;

    private (ChangeSet, string, Outcome.Refused?) InIndex(CatalogEntry entry, Status to, string written)
    {
        var index = catalog.Indexes.FirstOrDefault(i => string.Equals(i.Process, entry.Process.Name, StringComparison.Ordinal) && i.Rows.Any(r => RowMove.IsOf(r, entry)));
        if (index?.Rows.FirstOrDefault(r => RowMove.IsOf(r, entry)) is not { } row) return Refused(entry, $"{entry.Id} has no row in {entry.Process.Index}, which keeps its status; write one with: gavel index");
        var text = catalog.Tree.Read(catalog.Tree.Find(index.Path)!);
        if (row.Status is { } cell) return (ChangeSet.Edit(text, cell.At.Span, written), entry.Path, null);
        // The heading over a row is its status: the row goes below those of the other heading.
        return new RowMove(catalog).Into(index, row, entry, to, ChangeSet.Empty) is { } moved
            ? (moved, entry.Path, null)
            : Refused(entry, $"{index.Path} has no list under a heading '{to.Name}' where the row of {entry.Id} could go; add one with another row first");
    }

    private static (ChangeSet, string, Outcome.Refused?) Refused(CatalogEntry entry, string text) => (ChangeSet.Empty, entry.Path, new Outcome.Refused(RefusalCode.NotAllowed, text));
}
