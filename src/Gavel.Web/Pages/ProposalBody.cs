using System.Collections.Immutable;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;
using Gavel.Web.Rendering;

namespace Gavel.Web.Pages;

/// <summary>A proposal's page with what only its text says.</summary>
internal sealed class ProposalBody
{
    public ProposalBody(ProposalModel model, Proposal proposal)
    {
        Model = model;
        Text = model.Site.Source.Renderer.Render(proposal.Document, model.Site.Links.For(model.Entry));
        Fields = new HeaderFacts(model, proposal).All();
        Plan = PlanReader.Of(proposal);
        Alternatives = AlternativesReader.Of(proposal);
        Html = FindingPlaces.Put(Text.Html, model.Findings, model.Entry.Path);
    }

    public ProposalModel Model { get; }

    public RenderedText Text { get; }

    /// <summary>The header fields that are shown nowhere else on the page, with their links.</summary>
    public ImmutableArray<ShownField> Fields { get; }

    public Plan Plan { get; }

    public AlternativesMatrix Alternatives { get; }

    /// <summary>The text with the findings below the blocks that they are about.</summary>
    public string Html { get; }
}
