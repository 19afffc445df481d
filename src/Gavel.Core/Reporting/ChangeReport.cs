using System.Collections.Immutable;
using Gavel.Core.Authoring;

namespace Gavel.Core.Reporting;

/// <summary>The object of every command that changes something.</summary>
public static class ChangeReport
{
    /// <param name="id">The proposal that was asked about, for a refusal; null when none exists yet.</param>
    /// <param name="commit">The commit that holds the change; null when nothing was committed.</param>
    public static string RenderJson(Outcome outcome, string? id, int? number, string? path, string? commit, bool done) => JsonText.Object(writer =>
    {
        var change = outcome as Outcome.Done;
        writer.WriteText("id", change?.Id ?? id);
        writer.WriteCount("number", change is null ? number : change.Number);
        writer.WriteText("path", change?.Path ?? path);
        writer.WriteTexts("changed", change is null ? [] : change.Changed);
        writer.WriteText("commit", commit);
        writer.WriteBoolean("done", change is not null && done);
        if (outcome is not Outcome.Refused refused)
        {
            writer.WriteNull("refusal");
            return;
        }
        writer.WriteStartObject("refusal");
        writer.WriteString("code", CodeOf(refused.Code));
        var unmet = refused.Unmet.IsEmpty
            ? new List<(string Kind, string Text, ImmutableArray<string> Who, DateOnly? Until)> { (CodeOf(refused.Code), refused.Text, [], null) }
            : refused.Unmet.Select(u => (Kind: u.Kind.ToString().ToLowerInvariant(), u.Text, u.Who, u.Until)).ToList();
        writer.WriteObjects("unmet", unmet, item =>
        {
            writer.WriteString("kind", item.Kind);
            writer.WriteText("text", item.Text);
            writer.WriteTexts("who", item.Who);
            writer.WriteDate("until", item.Until);
        });
        writer.WriteEndObject();
    });

    private static string CodeOf(RefusalCode code) => code switch
    {
        RefusalCode.NumberTaken => "number-taken",
        RefusalCode.Exists => "exists",
        RefusalCode.Uncommitted => "uncommitted",
        RefusalCode.NoSuchTransition => "no-such-transition",
        RefusalCode.GateUnmet => "gate-unmet",
        _ => "not-allowed",
    };
}
