using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a written section without the diagram or image that the template asks for.</summary>
internal sealed class DiagramMissing : IProposalRule
{
    public RuleInfo Info { get; } = new("diagram-missing", Severity.Warning, "A section lacks the diagram that the template asks for.");

    public IEnumerable<Diagnostic> Check(Proposal proposal) =>
        MissingMedia.Of(proposal, Info, d => d.Kind is MediaKind.Diagram or MediaKind.Image, d => d.Kind == MediaKind.Image ? "image" : "diagram");
}
