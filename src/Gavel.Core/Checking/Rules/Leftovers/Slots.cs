using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Template text that is a place to write at rather than a direction.</summary>
internal static class Slots
{
    /// <summary>A line such as <c>Owner: &lt;name&gt;</c>: what is left over is the placeholder in it.</summary>
    public static bool IsSlot(Proposal proposal, Leftover leftover) =>
        leftover.Style is InstructionStyle.Prose or InstructionStyle.List or InstructionStyle.Code
        && proposal.Schema.Leftovers.Any(l => l is { Kind: LeftoverKind.Placeholder, MayStay: false } && l.Text.Length > 2 && leftover.Text.Contains(l.Text, StringComparison.Ordinal));

    /// <summary>The template allows it in the proposal's status, or it says that there is nothing to say, which is an answer.</summary>
    public static bool MayStand(Proposal proposal, Leftover leftover)
    {
        if (leftover.Style is InstructionStyle.Prose && IsNegation(leftover.Text)) return true;
        return leftover.MayStayIn is { } name && proposal.Status is { } status
            && string.Equals(proposal.Process.Statuses.Find(name)?.Status.Name, status.Status.Name, StringComparison.Ordinal);
    }

    /// <summary>"No problems are known.", "None."</summary>
    public static bool IsNegation(string text) =>
        LeftoverWords.Negations.Any(n => text.StartsWith(n, StringComparison.OrdinalIgnoreCase) && (text.Length == n.Length || !char.IsLetter(text[n.Length]))) && !text.Contains('?', StringComparison.Ordinal);

    /// <summary>A question or an aspect that authors keep above their answer.</summary>
    public static bool IsQuestion(Proposal proposal, Leftover leftover) =>
        leftover.Style is InstructionStyle.Prose or InstructionStyle.List or InstructionStyle.Heading
        && proposal.Schema.All<Demand.Prompt>().Any(p => p.Kind is PromptKind.Question or PromptKind.Aspect && string.Equals(p.Text, leftover.Text, StringComparison.OrdinalIgnoreCase));
}
