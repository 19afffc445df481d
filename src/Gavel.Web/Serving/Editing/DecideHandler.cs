using System.Globalization;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Lifecycles;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Editing;

/// <summary>Approves, objects, resolves, votes and moves, through the same gates as the command line.</summary>
internal sealed class DecideHandler(LiveCatalog live, TimeProvider clock, Receipts receipts)
{
    public async Task ShowAsync(HttpContext context)
    {
        using var lease = live.Rent();
        if (EditRoutes.EntryOf(lease, context) is not { } entry)
        {
            await PageAnswer.NoProposal(context, lease).ConfigureAwait(false);
            return;
        }
        var done = receipts.Find(context.Request.Query[Receipts.Input]) is { Branch: null } receipt && receipt.About == entry.Id ? receipt : null;
        await PageAnswer.WriteAsync<DecidePage, DecideModel>(context, ModelOf(lease, entry) with { Done = done }).ConfigureAwait(false);
    }

    public async Task DoAsync(HttpContext context)
    {
        if (await Form.ReadAsync(context, live).ConfigureAwait(false) is not { } input) return;
        (Outcome? outcome, string? commit) = (null, null);
        using (var before = live.Rent())
        {
            if (EditRoutes.EntryOf(before, context) is { } asked)
            {
                (outcome, commit) = input("base") is { } seen && seen != before.Workbench.Deciding.TextsOf(asked)
                    ? (new Outcome.Refused(RefusalCode.NotAllowed, $"{asked.Id} became another text since this page was shown: read it as it is now, then decide."), null)
                    : Do(before.Workbench, asked, input("do") ?? "", input, InputWords.Form, context.RequestAborted);
            }
        }
        if (outcome is Outcome.Done) live.Refresh(clock.GetUtcNow(), context.RequestAborted);
        using var lease = live.Rent();
        var entry = (outcome is Outcome.Done { Id: { } id } ? lease.Workbench.Catalog.Find(id) : null) ?? EditRoutes.EntryOf(lease, context);
        if (entry is null)
        {
            await PageAnswer.NoProposal(context, lease, input("note")).ConfigureAwait(false);
            return;
        }
        if (outcome is Outcome.Done done)
        {
            PageAnswer.LeadOn(context, lease, lease.Site.Model.Addresses.Decide(entry), receipts.Keep(new Receipt(entry.Id, Told(entry, input), null, commit ?? "", done.Notes)));
            return;
        }
        var model = ModelOf(lease, entry) with { Refused = outcome as Outcome.Refused, Given = input };
        await PageAnswer.WriteAsync<DecidePage, DecideModel>(context, model, StatusCodes.Status409Conflict).ConfigureAwait(false);
    }

    /// <summary>Decides, writes and commits; or says why not, with nothing changed.</summary>
    /// <param name="word">What the command line calls it; for a vote, what the vote is.</param>
    /// <param name="inputs">What the inputs are called where they were given.</param>
    public static (Outcome Outcome, string? Commit) Do(Workbench bench, CatalogEntry entry, string word, Func<string, string?> input, InputNames inputs, CancellationToken cancellationToken)
    {
        if (bench.DeciderFor(entry) is not { } decider) return (new Outcome.Refused(RefusalCode.NotAllowed, "git does not know who you are: run  git config user.name \"Your Name\""), null);
        var outcome = Decide(bench.Deciding, entry, word, input, decider with { Inputs = inputs }, cancellationToken);
        if (outcome is not Outcome.Done done) return (outcome, null);
        var written = bench.Write(done, $"{done.Id}: {Message(entry, word, input)}");
        return written.Why is { } why ? (new Outcome.Refused(RefusalCode.Uncommitted, why), null) : (done, written.Commit);
    }

    private static Outcome Decide(Deciding deciding, CatalogEntry entry, string word, Func<string, string?> input, Decider decider, CancellationToken cancellationToken)
    {
        var note = input("note") is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim().ReplaceLineEndings("\n") : null;
        DateOnly? effective = DateOnly.TryParseExact(input("effective"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        return word switch
        {
            "approve" => deciding.Decide(entry, new DecideRequest(DecisionAction.Approve, null, note, null), decider),
            "object" => deciding.Decide(entry, new DecideRequest(DecisionAction.Object, null, note, null), decider),
            "hold" => deciding.Decide(entry, new DecideRequest(DecisionAction.Hold, null, note, null), decider),
            "for" or "against" or "abstain" => deciding.Decide(entry, new DecideRequest(DecisionAction.Vote, word, note, null), decider),
            "resolve" => deciding.Resolve(entry, input("concern"), note, decider),
            "move" when input("to") is { Length: > 0 } to => deciding.Move(entry, new MoveRequest(to, effective, note, input("force") == "yes"), decider, cancellationToken),
            _ => new Outcome.Refused(RefusalCode.NotAllowed, $"'{word}' is nothing that can be decided here"),
        };
    }

    private static string Told(CatalogEntry entry, Func<string, string?> input) => input("do") switch
    {
        "move" => $"{entry.Id} is {entry.Status ?? entry.StatusText} now.",
        "approve" => $"You approved {entry.Id}.",
        "object" => $"You objected to {entry.Id}.",
        "hold" => $"You hold {entry.Id}.",
        "resolve" => "The objection is resolved.",
        var vote => $"You voted: {vote}.",
    };

    private static string Message(CatalogEntry entry, string word, Func<string, string?> input) => word switch
    {
        "move" => $"move to {Deciding.Written(entry, input("to") ?? "")}",
        "for" or "against" or "abstain" => $"vote {word}",
        "resolve" => "resolve an objection",
        _ => word,
    };

    private static DecideModel ModelOf(Lease lease, CatalogEntry entry)
    {
        var bench = lease.Workbench;
        var status = entry.Status is { } name ? entry.Process.Statuses.Find(name)?.Status : null;
        return new DecideModel(
            lease.Site.Model, entry, bench.Deciding.Todo(entry, null, bench.Now(), CancellationToken.None),
            [.. Lifecycle.Of(entry.Process).From(status).Select(t => t.To)], [.. bench.Catalog.Decisions.Of(entry.Id)],
            bench.Deciding.OpenConcerns(entry, bench.Now()), bench.DeciderFor(entry)?.Person, bench.Deciding.TextsOf(entry));
    }
}
