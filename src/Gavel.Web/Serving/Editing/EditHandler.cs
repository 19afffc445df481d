using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Reporting;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Editing;

/// <summary>Shows the form of a proposal, previews what was written, and saves it as a commit on a branch of its own.</summary>
internal sealed class EditHandler(LiveCatalog live, TimeProvider clock, Receipts receipts)
{
    public async Task ShowAsync(HttpContext context)
    {
        using var lease = live.Rent();
        if (EditRoutes.EntryOf(lease, context) is not { } entry)
        {
            await PageAnswer.NoProposal(context, lease).ConfigureAwait(false);
            return;
        }
        if (context.Request.Query.TryGetValue(Receipts.Input, out var receipt))
        {
            await PageAnswer.SavedAsync(context, lease, receipts.Find(receipt)).ConfigureAwait(false);
            return;
        }
        var model = ModelOf(lease, entry) with { Why = UncommittedWhy(lease, entry) };
        await PageAnswer.WriteAsync<EditPage, EditModel>(context, model).ConfigureAwait(false);
    }

    public async Task SaveAsync(HttpContext context)
    {
        if (await Form.ReadAsync(context, live).ConfigureAwait(false) is not { } input) return;
        using var lease = live.Rent();
        if (EditRoutes.EntryOf(lease, context) is not { } entry)
        {
            await PageAnswer.NoProposal(context, lease, Draft.WrittenIn(input)).ConfigureAwait(false);
            return;
        }
        var (text, why) = Compose(lease, entry, input);
        var isPreview = input("do") == "preview";
        (Catalog Catalog, CatalogEntry Entry)? tried = text is null ? null : Tried(lease, entry, text);
        var moves = tried is var (_, become) ? WhyNotWritten(entry, become) : null;
        var before = lease.Workbench.Catalog.Tree.Read(entry.File);
        why ??= isPreview ? null : UncommittedWhy(lease, entry);
        if (why is null && input("base") != before.Id.Sha) why = $"{entry.Path} changed since you began: copy what you wrote, load the page again, and put it in";
        why ??= moves;
        if (why is null && !isPreview && text!.Id == before.Id) why = "nothing was changed";
        if (why is null && !isPreview)
        {
            var message = input("message") is { } said && !string.IsNullOrWhiteSpace(said) ? said.Trim() : $"Edit {entry.Id}";
            var written = lease.Workbench.Branch(BranchNames.For(entry.Id, clock.GetUtcNow()), Whole(before, text!), message);
            if (written is { Commit: { } commit, Branch: { } branch })
            {
                PageAnswer.LeadOn(context, lease, lease.Site.Model.Addresses.Edit(entry), receipts.Keep(new Receipt(entry.Id, entry.Id, branch, commit, [])));
                return;
            }
            why = written.Why;
        }
        // What was written is about the file as it was shown first: it is never taken for a word on the file of now.
        var model = ModelOf(lease, entry) with { Given = input, Base = input("base") ?? "", Why = why, IsMove = why is not null && why == moves, Message = input("message") ?? "" };
        if (tried is var (catalog, now))
        {
            model = model with
            {
                Findings = FindingsOf(lease, catalog, now, context.RequestAborted),
                Preview = lease.Site.RenderText(entry, catalog.Open(now).Document).Html,
            };
        }
        await PageAnswer.WriteAsync<EditPage, EditModel>(context, model, why is null || isPreview ? StatusCodes.Status200OK : StatusCodes.Status409Conflict).ConfigureAwait(false);
    }

    /// <summary>What the text would look like and what a check of it finds, while somebody writes.</summary>
    public async Task PreviewAsync(HttpContext context)
    {
        if (await Form.ReadAsync(context, live).ConfigureAwait(false) is not { } input) return;
        using var lease = live.Rent();
        if (IdSpelling.FindOne(lease.Workbench.Catalog, (string?)context.Request.RouteValues["id"] ?? "") is not { } entry)
        {
            await Problem.NoProposal(context, context.Request.Path).ConfigureAwait(false);
            return;
        }
        var (text, why) = Compose(lease, entry, input);
        if (text is null)
        {
            await Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "cannot be written so", why!).ConfigureAwait(false);
            return;
        }
        var (catalog, now) = Tried(lease, entry, text);
        var findings = FindingsOf(lease, catalog, now, context.RequestAborted);
        var refusal = WhyNotWritten(entry, now);
        var html = lease.Site.RenderText(entry, catalog.Open(now).Document).Html;
        await Answer.JsonAsync(context, JsonText.Object(writer =>
        {
            writer.WriteText("id", entry.Id);
            writer.WriteText("html", html);
            writer.WriteText("refusal", refusal);
            writer.WriteObjects("diagnostics", findings, finding =>
            {
                writer.WriteText("rule", finding.Rule);
                writer.WriteText("severity", finding.Severity.ToString().ToLowerInvariant());
                writer.WriteNumber("line", finding.At.Start.Line);
                writer.WriteText("message", finding.Message);
            });
        })).ConfigureAwait(false);
    }

    private static EditModel ModelOf(Lease lease, CatalogEntry entry)
    {
        var proposal = lease.Workbench.Catalog.Open(entry);
        var todo = lease.Workbench.Deciding.Todo(entry, null, lease.Workbench.Now(), CancellationToken.None);
        return new EditModel(lease.Site.Model, entry, Draft.Of(proposal), proposal.Text.Id.Sha)
        {
            Findings = FindingsOf(lease, lease.Workbench.Catalog, entry, CancellationToken.None),
            Preview = lease.Site.RenderText(entry, proposal.Document).Html,
            Todo = todo,
        };
    }

    private static string? UncommittedWhy(Lease lease, CatalogEntry entry) =>
        lease.Workbench.Uncommitted([entry.Path]).IsEmpty ? null : $"{entry.Path} has changes that no commit holds. Commit them first, or go on in your editor: nothing is saved on top of them.";

    /// <summary>A status is a decision, which is recorded and has a gate; text that changes it would pass by both.</summary>
    /// <returns>Null where the status is as it was, or where it was none and becomes one that a proposal begins with.</returns>
    private static string? WhyNotWritten(CatalogEntry entry, CatalogEntry now)
    {
        if (entry.Status is null ? now.Status is null || StatusGate.BeginsAs(entry.Process, now.Status) : string.Equals(now.Status, entry.Status, StringComparison.Ordinal)) return null;
        var (before, after) = (entry.Status ?? entry.StatusText, now.Status ?? now.StatusText);
        return $"The status changes by a move, through its gate and with a record of who decided: {(string.IsNullOrEmpty(before) ? $"take '{after}' out of the text" : $"put '{before}' back where the text says '{after}'")}, save, and move {entry.Id} after that.";
    }

    private static (SourceText? Text, string? Why) Compose(Lease lease, CatalogEntry entry, Func<string, string?> input)
    {
        var catalog = lease.Workbench.Catalog;
        return Draft.Of(catalog.Open(entry)).Compose(input, text => Tried(lease, entry, text) is var (tried, now) ? tried.Open(now) : catalog.Open(entry));
    }

    /// <summary>The catalog as it would be with this text.</summary>
    private static (Catalog Catalog, CatalogEntry Entry) Tried(Lease lease, CatalogEntry entry, SourceText text)
    {
        var catalog = lease.Workbench.Catalog;
        if (text.Id == catalog.Tree.IdOf(entry.File)) return (catalog, entry);
        var tried = lease.Workbench.Rebuild(new OverlayTree(catalog.Tree, [text]));
        return tried.FindByPath(entry.Path) is { } now ? (tried, now) : (catalog, entry);
    }

    private static ImmutableArray<Diagnostic> FindingsOf(Lease lease, Catalog catalog, CatalogEntry entry, CancellationToken cancellationToken) =>
        [.. Checker.Check(catalog, new CheckRequest(lease.Workbench.Today) { Paths = [entry.Path], Baseline = lease.Workbench.Baseline }, cancellationToken).Findings.Select(f => f.Diagnostic)];

    private static ChangeSet Whole(SourceText before, SourceText after)
    {
        var same = before.Chars.AsSpan().CommonPrefixLength(after.Chars);
        return ChangeSet.Edit(before, TextSpan.Between(same, before.Chars.Length), after.Chars[same..]);
    }
}
