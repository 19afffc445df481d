using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Lifecycles;
using Gavel.Web.Serving.Editing;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Api;

/// <summary><c>POST /proposals</c> and <c>…/set</c>: texts, committed on a branch of their own; the work tree stays as it is.</summary>
internal static class Starting
{
    public static ApiWrite[] Writes { get; } =
    [
        new("/proposals", "Starts a proposal from the template, as a commit on a branch that the header Gavel-Branch names.", "new", StatusCodes.Status201Created,
        [
            new("title", ApiInputKind.Text, "What it is called.", IsRequired: true),
            new("process", ApiInputKind.Text, "Where the repository has several: which one."),
            new("number", ApiInputKind.Number, "This number instead of the next free one."),
            new("fields", ApiInputKind.Texts, "Fields of the header with their values."),
            new("folder", ApiInputKind.Text, "Where the proposals lie in folders of groups, years or releases: which one."),
            new("supersedes", ApiInputKind.Text, "The id of the proposal that this one replaces."),
        ], Start),
        new("/proposals/{id}/set", "Changes one field of a proposal, as a commit on a branch that the header Gavel-Branch names.", "set", StatusCodes.Status200OK,
        [
            new("field", ApiInputKind.Text, "The field.", IsRequired: true),
            new("value", ApiInputKind.Text, "Its new value.", IsRequired: true),
        ], Set),
    ];

    private static Wrote Start(WriteRequest request)
    {
        var (bench, body) = (request.Workbench, request.Body);
        var processes = bench.Catalog.Processes;
        var name = body.Text("process");
        var process = name is null && processes.Length == 1 ? processes[0] : processes.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        if (process is null) return No($"{(name is null ? "there are several processes" : $"there is no process '{name}'")}; there is {string.Join(", ", processes.Select(p => p.Name))}");
        if (body.Number("number") is < 1) return No("a number is 1 or greater");
        var replaced = body.Text("supersedes") is { } old ? IdSpelling.FindOne(bench.Catalog, old) : null;
        if (replaced is null && body.Text("supersedes") is { } unknown) return No($"there is no proposal '{unknown}' that could be replaced");
        foreach (var (field, value) in body.Texts("fields"))
        {
            if (SetField.IsStatus(process, field) && Lifecycle.Of(process).Match(value) is not null && !StatusGate.BeginsAs(process, value))
                return No($"no proposal begins as '{value}': start it without '{field}', and move it on");
        }
        var outcome = bench.Start(new NewRequest(process, body.Text("title")!, body.Number("number"), bench.Author(), bench.Today, body.Texts("fields"), replaced?.Id) { Folder = body.Text("folder"), Inputs = InputWords.Request });
        return outcome is Outcome.Done done ? Saved(request, done, $"new-{done.Id}", $"{done.Id}: start") : new Wrote(outcome, null);
    }

    private static Wrote Set(WriteRequest request)
    {
        var (entry, field, value) = (request.Proposal, request.Body.Text("field")!, request.Body.Text("value")!);
        if (SetField.IsStatus(entry.Process, field))
        {
            var address = $"{ApiRoutes.Prefix}/proposals/{Uri.EscapeDataString(entry.Id)}";
            return No($"'{field.Trim()}' is the status of {entry.Id}, which changes through its gate, with a record of who decided: POST {address}/move with '{value.Trim()}' as 'to'; GET {address}/todo says what stands in the way");
        }
        if (!request.Workbench.Uncommitted([entry.Path]).IsEmpty) return new Wrote(new Outcome.Refused(RefusalCode.Uncommitted, $"{entry.Path} has changes that no commit holds: commit them first"), null);
        var outcome = SetField.Run(request.Workbench.Catalog.Open(entry), field.Trim(), value.Trim());
        return outcome is Outcome.Done done ? Saved(request, done, done.Id, $"{done.Id}: set {field.Trim()} to {value.Trim()}") : new Wrote(outcome, null);
    }

    private static Wrote Saved(WriteRequest request, Outcome.Done done, string about, string message)
    {
        var written = request.Workbench.Branch(BranchNames.For(about, request.Clock.GetUtcNow()), done.Changes, message);
        return written is { Commit: { } commit, Branch: { } branch } ? new Wrote(done, commit, branch) : new Wrote(new Outcome.Refused(RefusalCode.Uncommitted, written.Why ?? "it could not be saved"), null);
    }

    private static Wrote No(string why) => new(new Outcome.Refused(RefusalCode.NotAllowed, why), null);
}
