using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>A header field as the page shows it.</summary>
/// <param name="Date">Where the value is a day and nothing else; null otherwise.</param>
internal sealed record ShownField(Fact Fact, ImmutableArray<TextPart> Value, DateOnly? Date)
{
    public string Name => Fact.Name;

    /// <param name="fact">With a value.</param>
    public static ShownField Of(Fact fact) => new(fact, TextPart.Split(fact.Value!), FieldDates.Read(fact.Value!));

    /// <summary>Names that programs wrote read as words.</summary>
    public string Label => Name.Any(char.IsUpper) || Name.Length == 0 ? Name : char.ToUpperInvariant(Name[0]) + Name[1..].Replace('-', ' ').Replace('_', ' ');
}

/// <summary>What a proposal's page says besides its text: known without reading the text again.</summary>
internal sealed class ProposalModel
{
    public ProposalModel(SiteModel site, CatalogEntry entry)
    {
        Site = site;
        Entry = entry;
        Relations = site.Relations.Of(entry);
        Findings = site.FindingsOf(entry);
        Counts = site.CountsOf(entry);
        Timeline = site.TimelineOf(entry);
        IsStale = site.IsStale(entry);
        Decisions = [.. site.Source.Decisions.Of(entry.Id).Select(ShownDecision.Of).Reverse()];
        OpenConcerns = [.. site.NextSteps.OpenConcerns(entry).Select(c => ShownDecision.Of(c.Raised))];
    }

    public SiteModel Site { get; }

    public CatalogEntry Entry { get; }

    public string Address => Site.Addresses.Of(Entry);

    public ImmutableArray<RelationGroup> Relations { get; }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Finding> Findings { get; }

    public (int Errors, int Warnings) Counts { get; }

    /// <summary>Null where git knows nothing.</summary>
    public Timeline? Timeline { get; }

    public bool IsStale { get; }

    public bool IsStatusOfBulk => Site.IsStatusOfBulk(Entry);

    /// <summary>The newest first.</summary>
    public ImmutableArray<ShownDecision> Decisions { get; }

    /// <summary>Objections and holds that stand.</summary>
    public ImmutableArray<ShownDecision> OpenConcerns { get; }

    /// <summary>The header fields that are shown nowhere else on the page.</summary>
    public ImmutableArray<ShownField> Fields => [.. Entry.Fields.Where(IsShown).Select(ShownField.Of)];

    public DateOnly? Created => SiteModel.CreatedOf(Entry);

    public string StatusText => Entry.Status ?? Entry.StatusText ?? "no status";

    /// <summary>The first words of the text that describe it; for search engines and previews.</summary>
    public string Description => $"{Entry.Id}: {TitleMarkup.Plain(Entry.Title)}. {StatusText}{(Entry.Authors.IsEmpty ? "" : $", by {string.Join(", ", Entry.Authors)}")}.";

    /// <summary>Where its versions are shown; null where there are no two that could differ.</summary>
    public string? HistoryAddress => Site.VersionsOf(Entry).Length < 2 ? null : Site.Addresses.Below(Entry, "history");

    /// <summary>Git knows something of it.</summary>
    public bool HasTimeline => !Site.VersionsOf(Entry).IsEmpty;

    /// <summary><c>2 errors, 3 warnings and 1 note</c>.</summary>
    public string FindingWords
    {
        get
        {
            var notes = Findings.Length - Counts.Errors - Counts.Warnings;
            var parts = new List<string>(3);
            if (Counts.Errors > 0) parts.Add(Words.Count(Counts.Errors, "error"));
            if (Counts.Warnings > 0) parts.Add(Words.Count(Counts.Warnings, "warning"));
            if (notes > 0) parts.Add(Words.Count(notes, "note"));
            return parts.Count < 3 ? string.Join(" and ", parts) : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
        }
    }

    /// <summary>What happened to it, the newest first.</summary>
    public ImmutableArray<StoryLine> Story => StoryLine.Of(this);

    /// <summary>Its state and the commit that last changed it, for paper.</summary>
    public string Revision => $"{Entry.Id}, {StatusText}{(Site.VersionsOf(Entry) is [.., var last] ? $", version {last.Commit[..Math.Min(10, last.Commit.Length)]} of {Words.Date(DateOnly.FromDateTime(last.Recorded.DateTime))}" : "")}";

    /// <summary>The address of its feed; null where there are none.</summary>
    public string? Feed => Site.HasFeeds ? Site.Addresses.Below(Entry, "feed.xml") : null;

    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Entry.Path).Add(Entry.Id).Add(Entry.Title).Add(Site.Catalog.Tree.IdOf(Entry.File).Sha).Add(Entry.TemplateRevision).Add(Entry.Process.Digest)
            .Add(Entry.Status).Add(Entry.StatusText).Add((int?)Entry.Kind ?? -1).Add(Entry.Created).Add(Entry.Updated).Add(Entry.StatusSince).Add(Entry.Authors).Add(HistoryAddress).Add(HasTimeline ? 1 : 0).Add(Revision).Add(Feed).Add(Site.FacetOf("author") is { } authors ? Entry.Authors.Select(a => authors.Find(a)?.Slug ?? "") : []);
        foreach (var fact in Entry.Fields) key.Add(fact.Name).Add(fact.Value);
        foreach (var group in Relations)
        {
            key.Add(group.Label);
            foreach (var target in group.Targets) key.Add(target.Text).Add(target.Entry?.Title).Add(target.Entry?.Status).Add((int?)target.Entry?.Kind ?? -1);
        }
        foreach (var finding in Findings) key.Add(finding);
        foreach (var decision in Decisions) key.Add(decision);
        foreach (var concern in OpenConcerns) key.Add(concern);
        foreach (var happened in Timeline?.Events ?? []) key.Add(happened);
        return key.Finish();
    }

    /// <summary>A field that the page says nowhere else.</summary>
    public bool IsShown(Fact fact)
    {
        if (fact.Value is not { Length: > 0 } value || fact.At is not { } at) return false;
        if (string.Equals(fact.Name, Entry.Process.StatusField, StringComparison.OrdinalIgnoreCase)) return false;
        if (string.Equals(value, Entry.Title, StringComparison.Ordinal) || int.TryParse(value, out var number) && number == Entry.Number) return false;
        if (!Entry.Authors.IsEmpty && People.Split(value).SequenceEqual(Entry.Authors, StringComparer.Ordinal)) return false;
        // A field that names other proposals is said among the relations.
        return !Entry.References.Any(r => r is { IsKnown: true, Source: ReferenceSource.Field, Kind: not ReferenceKind.Mentions } && r.At.Path == at.Path && at.Span.Contains(r.At.Span.Start));
    }
}
