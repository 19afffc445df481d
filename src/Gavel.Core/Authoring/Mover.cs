using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules.Titles;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>Gives a proposal another number or another title: file or folder, title, fields, index row and links in one step.</summary>
public sealed class Mover(Catalog catalog, ImmutableArray<ISyntax> syntaxes)
{
    /// <param name="number">Null for the next free one.</param>
    public Outcome Renumber(Proposal proposal, int? number, CancellationToken cancellationToken)
    {
        var process = proposal.Process;
        if (process.Numbering == Numbering.None) return new Outcome.Refused(RefusalCode.NotAllowed, $"{process.Name} has no numbers");
        var next = number ?? Numbers.NextFree(catalog, process);
        if (next == proposal.Number) return new Outcome.Refused(RefusalCode.NumberTaken, $"{proposal.Id} has that number already");
        if (Numbers.Holder(catalog, process, next) is { } holder)
            return new Outcome.Refused(RefusalCode.NumberTaken, $"{process.Name} {next} is taken by {holder}; {Numbers.NextFree(catalog, process)} is free");
        return Run(proposal, next, proposal.Title, $"{process.Name}-{next}", cancellationToken);
    }

    public Outcome Rename(Proposal proposal, string title, CancellationToken cancellationToken)
    {
        var folded = PlainText.Fold(title);
        if (folded.Length == 0) return new Outcome.Refused(RefusalCode.NotAllowed, "a proposal needs a title");
        return Run(proposal, proposal.Number, folded, proposal.Id, cancellationToken);
    }

    private Outcome Run(Proposal proposal, int? number, string title, string id, CancellationToken cancellationToken)
    {
        var renamed = !string.Equals(title, proposal.Title, StringComparison.Ordinal);
        var path = NewPath(proposal, number, renamed ? TitleText.Slug(title) : null);
        var moves = ImmutableArray<FileMove>.Empty;
        if (!string.Equals(path, proposal.Path, StringComparison.Ordinal))
        {
            var isFolder = proposal.Directory is not null;
            var (from, to) = isFolder ? (proposal.Directory!, TreePath.FolderOf(path)) : (proposal.Path, path);
            var isSameFile = string.Equals(from, to, StringComparison.OrdinalIgnoreCase);
            if (!isSameFile && (catalog.Tree.Find(to) is not null || catalog.Tree.HasFolder(to)))
                return new Outcome.Refused(RefusalCode.Exists, $"{to} is already there");
            moves = [new FileMove(from, to)];
        }
        var newId = number is null && !moves.IsEmpty ? ProposalNames.IdOf(proposal.Process, path) ?? id : id;
        var changes = new ChangeSet([], moves, [])
            .Add(TitleChange(proposal, number, title))
            .Add(FieldChanges(proposal, number, title, path));
        var links = new LinkRewriter(catalog.Tree, syntaxes, moves) { Id = string.Equals(newId, proposal.Id, StringComparison.Ordinal) ? null : (proposal.Id, newId) };
        changes = Merge(Merge(changes, links.Run(cancellationToken)), ReferenceChanges(proposal, newId));
        changes = Decisions(proposal.Id, newId, changes);
        return new Outcome.Done(newId, number, path, changes, Changes.PathsOf(changes));
    }

    private string NewPath(Proposal proposal, int? number, string? slug)
    {
        foreach (var pattern in proposal.Process.Files)
        {
            if (pattern.Match(proposal.Path) is not { } match) continue;
            var digits = match.Number ?? "";
            var written = number is { } n && n != proposal.Number ? n.ToString().PadLeft(digits.StartsWith('0') ? digits.Length : NewProposal.Width(catalog, proposal.Process), '0') : match.Number;
            return pattern.Format(written, slug ?? match.Slug, match.Date, match.Status, match.Folder) is var path && TreePath.NameOf(path) is { } name
                && string.Equals(name, TreePath.NameOf(proposal.Path), StringComparison.OrdinalIgnoreCase)
                ? TreePath.Join(TreePath.FolderOf(path), TreePath.NameOf(proposal.Path))
                : path;
        }
        return proposal.Path;
    }

    private static ChangeSet TitleChange(Proposal proposal, int? number, string title)
    {
        if (proposal.Document.Title is not { } heading) return ChangeSet.Empty;
        var text = proposal.Text;
        var old = text.Substring(heading.TextSpan);
        var written = old;
        var numberAt = proposal.Number is { } before ? NumberIn(old, before) : null;
        var titleAt = old.LastIndexOf(proposal.Title, StringComparison.Ordinal);
        if (titleAt >= 0) written = written[..titleAt] + title + written[(titleAt + proposal.Title.Length)..];
        else if (!string.Equals(title, proposal.Title, StringComparison.Ordinal)) written = TitleText.Format(proposal.Schema.Title?.Pattern, number?.ToString(), title);
        var keepsNumber = titleAt < 0 ? ReferenceEquals(written, old) : numberAt?.End <= titleAt;
        if (keepsNumber && numberAt is { } at && number is { } now)
            written = written[..at.Start] + now.ToString().PadLeft(old[at.Start] == '0' ? at.Length : 1, '0') + written[at.End..];
        if (string.Equals(written, old, StringComparison.Ordinal)) return ChangeSet.Empty;
        return heading.Style is HeadingStyle.Overlined or HeadingStyle.Underlined
            ? Scaffold.Adornments(text, heading, written)
            : ChangeSet.Edit(text, heading.TextSpan, written);
    }

    private static TextSpan? NumberIn(string title, int number)
    {
        for (var i = 0; i < title.Length; i++)
        {
            if (!char.IsAsciiDigit(title[i])) continue;
            var end = i;
            while (end < title.Length && char.IsAsciiDigit(title[end])) end++;
            if (int.TryParse(title.AsSpan(i, end - i), out var found) && found == number) return TextSpan.Between(i, end);
            i = end;
        }
        return null;
    }

    /// <summary>Fields that hold the number, the title or the address: those whose pattern the template gives, and those whose old value says so.</summary>
    private static ChangeSet FieldChanges(Proposal proposal, int? number, string title, string path)
    {
        var values = new KnownValues(proposal.Process, number, title, TreePath.StemOf(path), Author: null, default);
        var old = values with { Number = proposal.Number, Title = proposal.Title, Slug = TreePath.StemOf(proposal.Path) };
        var changes = ChangeSet.Empty;
        var asked = proposal.AnswersTo<Demand.Field>().Where(a => a.Answer.Field is not null).ToList();
        var others = proposal.Document.Header.Where(f => f.Parent.Length == 0 && (NumberMismatch.IsOwnNumber(proposal.Process, f.Name) || HeaderWords.IsTitle(f.Name)) && !asked.Exists(a => ReferenceEquals(a.Answer.Field, f)));
        foreach (var (field, form) in asked.Where(a => a.Answer.State == AnswerState.Given).Select(a => (a.Answer.Field!, a.Demand.Pattern)).Concat(others.Select(f => (f, (string?)null))))
        {
            string? now = null;
            if (form is { } pattern && string.Equals(old.Fill(pattern), field.Value, StringComparison.OrdinalIgnoreCase)) now = values.Fill(pattern);
            else if (number is not null && field.Value.Length > 0 && field.Value.All(char.IsAsciiDigit) && int.TryParse(field.Value, out var held) && held == proposal.Number) now = number.Value.ToString().PadLeft(field.Value[0] == '0' ? field.Value.Length : 1, '0');
            else if (string.Equals(field.Value, proposal.Title, StringComparison.Ordinal)) now = title;
            if (now is not null && !string.Equals(now, field.Value, StringComparison.Ordinal)) changes = changes.Add(FieldText.Replace(proposal.Document, field, now, keepMarkup: true));
        }
        return changes;
    }

    /// <summary>Relations of other proposals that name the old id.</summary>
    private ChangeSet ReferenceChanges(Proposal proposal, string newId)
    {
        var changes = ChangeSet.Empty;
        if (string.Equals(newId, proposal.Id, StringComparison.Ordinal)) return changes;
        foreach (var entry in catalog.Entries.Where(e => !string.Equals(e.Path, proposal.Path, StringComparison.Ordinal)))
        {
            foreach (var reference in entry.References.Where(r => r.Kind != ReferenceKind.Mentions && string.Equals(r.To, proposal.Id, StringComparison.OrdinalIgnoreCase)))
            {
                if (catalog.Tree.Find(reference.At.Path) is not { } file) continue;
                var text = catalog.Tree.Read(file);
                var written = text.Substring(reference.At.Span);
                var now = written.Replace(proposal.Id, newId, StringComparison.OrdinalIgnoreCase);
                if (string.Equals(now, written, StringComparison.Ordinal) && proposal.Number is { } number && NumberIn(written, number) is { } at)
                    now = written[..at.Start] + newId[(newId.LastIndexOf('-') + 1)..] + written[at.End..];
                if (!string.Equals(now, written, StringComparison.Ordinal)) changes = changes.Add(ChangeSet.Edit(text, reference.At.Span, now));
            }
        }
        return changes;
    }

    private ChangeSet Decisions(string old, string id, ChangeSet changes)
    {
        var folder = $".gavel/decisions/{old}";
        return string.Equals(old, id, StringComparison.Ordinal) || !catalog.Tree.HasFolder(folder)
            ? changes
            : changes with { Moves = changes.Moves.Add(new FileMove(folder, $".gavel/decisions/{id}")) };
    }

    /// <summary>Both sets without edits that overlap one that is already there.</summary>
    private static ChangeSet Merge(ChangeSet first, ChangeSet second)
    {
        var edits = first.Edits.ToBuilder();
        foreach (var edit in second.Edits)
        {
            if (!edits.Any(e => string.Equals(e.Path, edit.Path, StringComparison.Ordinal) && (e.Span.Overlaps(edit.Span) || e.Span == edit.Span))) edits.Add(edit);
        }
        return new ChangeSet(edits.ToImmutable(), first.Moves.AddRange(second.Moves), first.Files.AddRange(second.Files));
    }
}
