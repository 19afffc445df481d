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

    /// <summary>A question or an aspect that authors keep above their answer.</summary>
    public static bool IsQuestion(Proposal proposal, Leftover leftover) =>
        leftover.Style is InstructionStyle.Prose or InstructionStyle.List or InstructionStyle.Heading
        && proposal.Schema.All<Demand.Prompt>().Any(p => p.Kind is PromptKind.Question or PromptKind.Aspect && string.Equals(p.Text, leftover.Text, StringComparison.OrdinalIgnoreCase));
}
