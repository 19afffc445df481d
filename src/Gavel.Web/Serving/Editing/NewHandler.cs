using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Authoring;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Editing;

/// <summary>Starts a proposal from the template, as a commit on a branch of its own.</summary>
internal sealed class NewHandler(LiveCatalog live, TimeProvider clock, Receipts receipts)
{
    public async Task ShowAsync(HttpContext context)
    {
        using var lease = live.Rent();
        if (context.Request.Query.TryGetValue(Receipts.Input, out var receipt))
        {
            await PageAnswer.SavedAsync(context, lease, receipts.Find(receipt)).ConfigureAwait(false);
            return;
        }
        await PageAnswer.WriteAsync<NewPage, NewModel>(context, ModelOf(lease, context.Request.Query["process"])).ConfigureAwait(false);
    }

    public async Task StartAsync(HttpContext context)
    {
        if (await Form.ReadAsync(context, live).ConfigureAwait(false) is not { } input) return;
        using var lease = live.Rent();
        var model = ModelOf(lease, input("process")) with { Given = input };
        int? number = int.TryParse(input("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        var fields = model.Fields.Select(f => (f.Name, Value: input($"field:{f.Name}")?.Trim() ?? "")).Where(f => f.Value.Length > 0).ToImmutableArray();
        string? why;
        switch (lease.Workbench.Start(new NewRequest(model.Process, input("title") ?? "", number, lease.Workbench.Author(), lease.Workbench.Today, fields, null) { Folder = model.Folders is null ? null : input("folder")?.Trim() is { Length: > 0 } folder ? folder : null, Inputs = InputWords.Form }))
        {
            case Outcome.Refused refused:
                why = refused.Text;
                break;
            case Outcome.Done done:
                var written = lease.Workbench.Branch(BranchNames.For($"new-{done.Id}", clock.GetUtcNow()), done.Changes, $"{done.Id}: start");
                if (written is { Commit: { } commit, Branch: { } branch })
                {
                    live.Refresh(clock.GetUtcNow(), context.RequestAborted); // the number is taken now
                    PageAnswer.LeadOn(context, lease, Addresses.New, receipts.Keep(new Receipt(done.Id, $"{done.Id} ({done.Path})", branch, commit, done.Notes)));
                    return;
                }
                why = written.Why;
                break;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is not known here");
        }
        await PageAnswer.WriteAsync<NewPage, NewModel>(context, model with { Why = why }, StatusCodes.Status409Conflict).ConfigureAwait(false);
    }

    private static NewModel ModelOf(Lease lease, string? name)
    {
        var processes = lease.Workbench.Catalog.Processes;
        var process = processes.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)) ?? processes[0];
        var folders = new ProposalFolders(lease.Workbench.Catalog, process);
        var told = folders.HasFolder ? folders.FieldNames() : []; // the folder says them
        return new NewModel(lease.Site.Model, process, [.. process.Current.All<Demand.Field>().Where(f => IsAsked(process, f) && !told.Contains(f.Name, StringComparer.OrdinalIgnoreCase))])
        {
            Folders = folders.HasFolder ? folders.Known : null,
            UsualFolder = folders.HasFolder ? folders.Usual(lease.Workbench.Today) : null,
        };
    }

    // What is filled in by itself is not asked for.
    private static bool IsAsked(Process process, Demand.Field field) =>
        field is { Constant: null, Pattern: null, MayBeEmpty: false, Parent.Length: 0 } && !string.Equals(field.Name, process.StatusField, StringComparison.OrdinalIgnoreCase) && field.Kind is not FieldKind.Number;
}
