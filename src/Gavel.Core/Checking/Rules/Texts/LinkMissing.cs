using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a written section, or a document, without the link that the template asks for.</summary>
internal sealed class LinkMissing : IProposalRule
{
    public RuleInfo Info { get; } = new("link-missing", Severity.Warning, "A link that the template asks for is absent.");

    public IEnumerable<Diagnostic> Check(Proposal proposal) =>
        MissingMedia.Of(proposal, Info, d => d.Kind == MediaKind.Link, d => d.AddressPrefix is { } prefix ? $"link to {prefix}" : "link");
}
