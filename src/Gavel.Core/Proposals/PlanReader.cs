using Gavel.Core.Documents;
using Gavel.Core.Plans;
using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>The work that a proposal names in the sections where its template asks for it; where the template asks for none, in those whose titles say nothing else.</summary>
public static class PlanReader
{
    private const int MostUnasked = 50; // sections; more are no plan

    public static Plan Of(Proposal proposal)
    {
        var sections = Sections(proposal);
        if (sections.Count == 0) return Plan.Empty;
        var leftovers = LeftoverSpans.Of(proposal);
        var drafts = new List<PlanDraft>();
        foreach (var (section, key) in sections)
        {
            var collector = new PlanCollector(new PlanScope(proposal.Text, leftovers.Contains, MaxDays(proposal, key), WorkPeople.Beside(proposal.Document.Root, section)));
            collector.Read(section);
            var first = drafts.Count;
            foreach (var draft in collector.Items) drafts.Add(first == 0 || draft.Parent is null ? draft : draft.Under(first));
        }
        return PlanBuilder.Build(drafts);
    }

    /// <summary>The template's demand for a plan; null where it asks for none.</summary>
    public static Demand.Plan? DemandIn(Proposal proposal) => proposal.Schema.All<Demand.Plan>().FirstOrDefault();

    /// <summary>In the order of the text, none inside another. The key is null for a section that no demand is about.</summary>
    private static List<(Section Section, string? Key)> Sections(Proposal proposal)
    {
        var found = new List<(Section Section, string? Key)>();
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Plan>())
        {
            if (answer.Section is { } section) found.Add((section, demand.SectionKey));
        }
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.TaskSize>())
        {
            if (demand.SectionKey is { } key && answer.Section is { } section) found.Add((section, key));
        }
        if (found.Count == 0) found.AddRange(proposal.Document.Root.SelfAndDescendants().Where(s => s.Heading is { } heading && !ReferenceEquals(heading, proposal.Document.Title) && PlanTitles.Is(heading.Text)).Take(MostUnasked).Select(s => (s, (string?)null)));
        var result = new List<(Section Section, string? Key)>();
        foreach (var next in found.OrderBy(f => f.Section.Span.Start).ThenByDescending(f => f.Section.Span.Length))
        {
            if (result.Count == 0 || next.Section.Span.Start >= result[^1].Section.Span.End) result.Add(next);
        }
        return result;
    }

    private static int? MaxDays(Proposal proposal, string? key)
    {
        foreach (var demand in proposal.Schema.All<Demand.TaskSize>())
        {
            if ((demand.SectionKey is null || string.Equals(demand.SectionKey, key, StringComparison.Ordinal)) && proposal.Applies(demand)) return demand.MaxDays;
        }
        return null;
    }
}
