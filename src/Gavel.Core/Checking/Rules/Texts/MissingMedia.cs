using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Diagrams, images and links that are asked for and absent.</summary>
internal static class MissingMedia
{
    public static IEnumerable<Diagnostic> Of(Proposal proposal, RuleInfo info, Func<Demand.Media, bool> isJudged, Func<Demand.Media, string> name)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Media>())
        {
            if (proposal.IsPointer()) yield break;
            if (!isJudged(demand) || answer.State is not (AnswerState.Absent or AnswerState.Placeholder or AnswerState.Empty)) continue;
            var section = demand.SectionKey is { } key ? proposal.AnswerTo(key) : null;
            // What is asked for only sometimes is not missed: nobody can tell from here whether this is such a time.
            if (!proposal.Owes(demand)) continue;
            // An absent or empty section is one fault, and "None" is an answer.
            if (demand.SectionKey is not null && section is not { State: AnswerState.Given, Section.Heading: not null }) continue;
            if (demand.AddressPrefix is { } prefix && HasItem(proposal, prefix)) continue;
            var heading = section?.Section?.Heading;
            var where = heading is null ? "the document" : $"section '{heading.Text}'";
            var at = heading is { TextSpan.IsEmpty: false } ? heading.TextSpan : answer.At;
            if (heading is null && at.IsEmpty && !proposal.TitleAt.IsEmpty) at = proposal.TitleAt;
            // A diagram elsewhere in the document may be the one.
            if (demand.Kind != MediaKind.Link && proposal.Document.Links().Any(l => l.IsImage)) continue;
            yield return (info.Report(proposal, at, $"{where} has no {name(demand)}", demand) with { Subject = demand.Key }).Softened(proposal);
        }
    }

    // Another kind of item of the same tracker, such as a blueprint for a bug.
    private static bool HasItem(Proposal proposal, string prefix) =>
        Tracker.HostOf(prefix) is { } host && proposal.Document.Links().Any(l => Tracker.IsItem(l.Target, host));
}
