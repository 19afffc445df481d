using Gavel.Core.Documents;
using Gavel.Core.Plans;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>The alternatives that a proposal weighs, against the aspects that its template names.</summary>
public static class AlternativesReader
{
    public static AlternativesMatrix Of(Proposal proposal)
    {
        var collector = Collect(proposal);
        Preference.Mark(collector.Found, proposal.Document.Root.SelfAndDescendants());
        return MatrixBuilder.Build(collector.Found, AspectReader.Of(proposal.Schema), collector.Columns);
    }

    /// <summary>A table of alternatives that the proposal has; null where it has none.</summary>
    public static TextSpan? TableIn(Proposal proposal) => Collect(proposal).Table;

    /// <summary>The section in which the template wants alternatives, or which is called so; null where there is none.</summary>
    public static Section? SectionFor(Proposal proposal) =>
        Titled(proposal).FirstOrDefault() ?? Designs(proposal).FirstOrDefault();

    /// <summary>Whether a section that is called so holds alternatives.</summary>
    public static bool IsTitle(string text) => WordText.Of(text) is { Count: > 0 and <= 7 } words && AlternativeWords.Title.IsIn(words);

    private static AlternativeCollector Collect(Proposal proposal)
    {
        var leftovers = LeftoverSpans.Of(proposal);
        var collector = new AlternativeCollector(leftovers.Contains);
        var titled = Titled(proposal);
        foreach (var section in titled) collector.Read(section);
        // Where the template wants them among other things.
        foreach (var section in Designs(proposal))
        {
            if (!titled.Exists(t => section.Span.Contains(t.Span) || t.Span.Contains(section.Span))) collector.ReadAmongOthers(section);
        }
        return collector;
    }

    // In the order of the text, none inside another.
    private static List<Section> Titled(Proposal proposal)
    {
        var found = new List<Section>();
        foreach (var section in proposal.Document.Root.SelfAndDescendants())
        {
            if (section.Heading is not { } heading || ReferenceEquals(heading, proposal.Document.Title) || found.Count > 0 && found[^1].Span.Contains(section.Span)) continue;
            if (IsTitle(heading.Text) && !AlternativeCollector.NameOf(heading.Text).IsNumbered) found.Add(section);
        }
        return found;
    }

    private static IEnumerable<Section> Designs(Proposal proposal)
    {
        foreach (var prompt in proposal.Schema.All<Demand.Prompt>())
        {
            if (prompt.SectionKey is not { } key || !AlternativeWords.Alternatives.IsIn(prompt.Text)) continue;
            if (proposal.AnswerTo(key) is { IsSlot: false, Section: { } section }) yield return section;
        }
    }
}
