using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a link to the template's tracker that leads to another project there.</summary>
internal sealed class TrackerForeign : IProposalRule
{
    public RuleInfo Info { get; } = new("tracker-foreign", Severity.Warning, "The tracker link leads to another project.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Media>())
        {
            if (demand is not { Kind: MediaKind.Link, AddressPrefix: { } prefix } || answer.State == AnswerState.Given) continue;
            if (Tracker.HostOf(prefix) is not { } host || Tracker.ProjectOf(prefix) is not { } project) continue;
            var links = Beginning(proposal).Where(l => Tracker.IsItem(l.Target, host)).ToList();
            if (links.Count == 0 || links.Exists(l => l.Target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) continue;
            var link = links[0];
            if (Tracker.ProjectOf(link.Target) is not { } other || IsRelated(other, project)) continue;
            if (Projects(proposal.Process).Contains(other, StringComparer.OrdinalIgnoreCase)) continue;
            yield return Info.Report(proposal, link.Span, $"the tracker link leads to '{other}', the template's to '{project}'", demand);
        }
    }

    // A project that was renamed has both names in the history of its template.
    // "python-quiet-client" belongs to "quiet".
    private static bool IsRelated(string a, string b) => a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Projects(Process process) =>
        process.Templates.SelectMany(t => t.Schema.All<Demand.Media>()).Select(m => m.AddressPrefix).OfType<string>().Select(Tracker.ProjectOf).OfType<string>();

    // The tracker stands before the first section, or in the first one.
    private static IEnumerable<Inline.Link> Beginning(Proposal proposal)
    {
        var end = proposal.Document.Root.SelfAndDescendants().Where(s => s.Heading is not null && !ReferenceEquals(s.Heading, proposal.Document.Title))
            .Select(s => s.Span.Start).DefaultIfEmpty(proposal.Text.Chars.Length).First();
        return proposal.Document.Links().TakeWhile(l => l.Span.Start < end).Where(l => !l.IsImage);
    }
}
