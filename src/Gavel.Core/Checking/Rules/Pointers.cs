using Gavel.Core.Checking.Rules.Sections;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules;

/// <summary>Files that keep the place of a proposal that lives elsewhere now.</summary>
internal static class Pointers
{
    private const int FewWords = 40;

    /// <summary>Given up here, and nothing but a few words with a link.</summary>
    public static bool IsPointer(this Proposal proposal) =>
        proposal.IsGivenUp()
        && Measure.Of(proposal, proposal.Document.Root, LimitUnit.Words, enough: FewWords) < FewWords
        && proposal.Document.Links().Any(l => !l.IsImage);
}
