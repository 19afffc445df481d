using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Searching;

/// <summary>Makes of a proposal what is searched of it.</summary>
public static class SearchDocumentReader
{
    private const int LongestValue = 2000; // of a header value, in characters

    /// <param name="standing">See <see cref="Standing"/>.</param>
    public static SearchDocument Read(CatalogEntry entry, Proposal proposal, int standing) => new()
    {
        Id = entry.Id,
        Path = entry.Path,
        ContentId = proposal.Document.Text.Id.Sha,
        Process = entry.Process.Name,
        Title = entry.Title,
        TitleLine = entry.TitleAt.Start.Line,
        Number = entry.Number,
        Status = entry.Status ?? entry.StatusText,
        Kind = entry.Kind,
        Standing = standing,
        Facts = FactsOf(entry),
        Blocks = [.. BlocksOf(entry.Process, proposal)],
    };

    /// <summary>Everything that a query can filter by: the fields of the schema, and what every proposal has.</summary>
    internal static ImmutableArray<SearchFact> FactsOf(CatalogEntry entry)
    {
        var facts = ImmutableArray.CreateBuilder<SearchFact>();
        facts.Add(new SearchFact("id", entry.Id));
        facts.Add(new SearchFact("process", entry.Process.Name));
        foreach (var author in entry.Authors) facts.Add(new SearchFact("author", author));
        if (entry.StatusText is { } text) facts.Add(new SearchFact("status", text));
        if (entry.Status is { } name)
        {
            facts.Add(new SearchFact("status", name));
            foreach (var alias in entry.Process.Statuses.Statuses.FirstOrDefault(s => s.Name == name)?.Aliases ?? []) facts.Add(new SearchFact("status", alias));
        }
        if (entry.Kind is { } kind)
        {
            facts.Add(new SearchFact("kind", NameOf(kind)));
            facts.Add(new SearchFact("status", NameOf(kind)));
        }
        foreach (var field in entry.Fields)
        {
            if (field.Value is { Length: > 0 and <= LongestValue } value) facts.Add(new SearchFact(field.Name, value));
        }
        return facts.ToImmutable();
    }

    private static string NameOf(StatusKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<SearchBlock> BlocksOf(Process process, Proposal proposal)
    {
        var document = proposal.Document;
        foreach (var field in document.Header)
        {
            if (field.Value.Length is > 0 and <= LongestValue && !field.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && field.Value != proposal.Title)
                yield return new SearchBlock(Zone.Field, document.TextOf(field).Lines.LineOf(field.Span.Start), field.Value);
        }
        var header = document.HeaderSpans();
        var anchors = Anchors.OfHeadings(document, document.Syntax == "rst" ? "docutils" : process.Anchors);
        var words = 0;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading && !ReferenceEquals(heading, document.Title))
                yield return new SearchBlock(Zone.Heading, document.Text.Lines.LineOf(heading.TextSpan.Start), heading.Text, anchors.GetValueOrDefault(heading.Span.Start, ""));
            foreach (var (span, text, isCode) in BlockTexts.Of(section.Blocks))
            {
                if (string.IsNullOrWhiteSpace(text) || IsHeader(header, span)) continue;
                var zone = isCode ? Zone.Code : words < Ranking.LeadWords ? Zone.Lead : Zone.Text;
                if (!isCode && words < Ranking.LeadWords) words += WordCount.Of(text);
                yield return new SearchBlock(zone, document.Text.Lines.LineOf(span.Start), text);
            }
        }
    }

    // A list or a paragraph of fields is entered piece by piece; each piece holds a field or stands in one.
    private static bool IsHeader(List<TextSpan> header, TextSpan span)
    {
        foreach (var field in header)
        {
            if (field.Overlaps(span)) return true;
        }
        return false;
    }
}
