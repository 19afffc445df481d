using Gavel.Web.Serving.Editing;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Api;

/// <summary><c>POST /proposals/{id}/approve</c> and its like: decisions and moves, committed on the branch that is checked out.</summary>
internal static class Decisions
{
    private static readonly ApiInput Note = new("note", ApiInputKind.Text, "Why, for those who read it later.");

    public static ApiWrite[] Writes { get; } =
    [
        Decide("approve", "Approves the proposal as it is committed now.", Note),
        Decide("object", "Objects to the proposal.", Note),
        Decide("hold", "Ends the waiting that the policy allows only while nobody asks for more time.", Note),
        Decide("vote", "Votes on the proposal.", new ApiInput("vote", ApiInputKind.Text, "What the vote is.", IsRequired: true) { Values = ["for", "against", "abstain"] }, Note),
        Decide("resolve", "Ends an objection.", new ApiInput("concern", ApiInputKind.Text, "Which one; may be left out where only one is open."), Note),
        Decide(
            "move", "Moves the proposal to another status, through the gates of its process.",
            new ApiInput("to", ApiInputKind.Text, "The status.", IsRequired: true),
            new ApiInput("effective", ApiInputKind.Date, "The day on which it was decided, where that was not today."),
            new ApiInput("force", ApiInputKind.YesNo, "Move although a gate is not met; needs a note, which is kept."),
            Note),
    ];

    private static ApiWrite Decide(string word, string summary, params ApiInput[] inputs) => new($"/proposals/{{id}}/{word}", summary, word, StatusCodes.Status200OK, inputs, request =>
    {
        var (outcome, commit) = DecideHandler.Do(request.Workbench, request.Proposal, request.Body.Text("vote") ?? word, request.Body.Text, InputWords.Request, request.Cancellation);
        return new Wrote(outcome, commit);
    });
}
