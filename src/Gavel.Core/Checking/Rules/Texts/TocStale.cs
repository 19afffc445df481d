using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a table of contents that names a heading which is not there, or lacks one of a level that it otherwise has.</summary>
internal sealed class TocStale : IProposalRule
{
    private static readonly Reason AsHeadings = new Reason.Standard("a table of contents names the headings of its document");

    public RuleInfo Info { get; } = new("toc-stale", Severity.Warning, "The table of contents differs from the headings.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        if (TableOfContents.Find(proposal.Document) is not { } contents) yield break;
        var headings = HeadingsAfter(proposal, contents);
        var byLetters = proposal.Document.Root.SelfAndDescendants().Select(s => s.Heading).OfType<Heading>()
            .GroupBy(h => TableOfContents.Letters(h.Text), StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<Heading>(g), StringComparer.Ordinal);
        var named = new HashSet<Heading>(ReferenceEqualityComparer.Instance);
        var gone = new List<TocEntry>();
        foreach (var entry in contents.Entries)
        {
            var same = byLetters.GetValueOrDefault(TableOfContents.Letters(entry.Text)) ?? byLetters.GetValueOrDefault(TableOfContents.Letters(entry.Anchor));
            if (same is null) gone.Add(entry);
            // Headings of the same words are named one after the other.
            else named.Add(same.Count > 1 ? same.Dequeue() : same.Peek());
        }
        if (proposal.Document.Title is { } title && named.Contains(title)) headings.Insert(0, title);
        // A list that hardly fits is something else than a table of this document's contents.
        if (named.Count == 0 || gone.Count > named.Count + 2) yield break;
        var lacking = Lacking(headings, named);
        if (gone.Count == 0 && lacking.Count == 0) yield break;
        var source = proposal.Schema.All<Demand.Contents>().FirstOrDefault()?.Source ?? AsHeadings;
        var at = gone.Count > 0 ? gone[0].Span : contents.Entries[^1].Span;
        yield return Info.Report(proposal, at, Message(gone, lacking), source) with
        {
            Subject = $"{string.Join('|', gone.Select(g => g.Text))}/{string.Join('|', lacking.Select(h => h.Text))}",
            Also = [.. gone.Skip(1).Select(g => proposal.Document.At(g.Span))],
            Related = [.. lacking.Take(5).Select(h => new Related(proposal.Document.At(h.TextSpan), "not in the table of contents"))],
            Fix = ContentsWriter.Fix(proposal, contents, [.. headings.Where(h => named.Contains(h) || lacking.Contains(h))]),
        };
    }

    private static string Message(List<TocEntry> gone, List<Heading> lacking)
    {
        var named = gone.Count == 0 ? "" : $"names '{gone[0].Text}'{More(gone.Count)}, {(gone.Count == 1 ? "which is no heading" : "which are no headings")}";
        var missing = lacking.Count == 0 ? "" : $"lacks '{lacking[0].Text}'{More(lacking.Count)}";
        return $"the table of contents {named}{(gone.Count > 0 && lacking.Count > 0 ? ", and " : "")}{missing}";
    }

    private static string More(int count) =>
        count == 1 ? "" : $" and {(count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} more";

    // Headings of a level are missed where most of that level are named.
    private static List<Heading> Lacking(List<Heading> headings, HashSet<Heading> named)
    {
        var covered = headings.GroupBy(h => h.Level).Where(g => g.Count(named.Contains) * 2 > g.Count()).Select(g => g.Key).ToHashSet();
        return headings.FindAll(h => covered.Contains(h.Level) && !named.Contains(h));
    }

    private static List<Heading> HeadingsAfter(Proposal proposal, TableOfContents contents) =>
    [
        .. proposal.Document.Root.SelfAndDescendants().Select(s => s.Heading).OfType<Heading>()
            .Where(h => h is { TextSpan.IsEmpty: false } && !ReferenceEquals(h, proposal.Document.Title) && h.Span.Start > contents.Span.Start && h.Text.Any(char.IsLetterOrDigit)),
    ];
}
