using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking;

/// <summary>A demand that came or went.</summary>
/// <param name="Kind"><c>title</c>, <c>field</c>, <c>section</c>, <c>prompt</c>, <c>limit</c>, <c>media</c>, <c>plan</c>, <c>licence</c>, <c>contents</c>, <c>checklist</c>.</param>
/// <param name="Line">In the template that has it.</param>
public sealed record DemandDifference(string Kind, string Text, int Line);

/// <summary>A demand that asks for something else than before.</summary>
public sealed record DemandChange(string Kind, string Text, int Line, string From, string To);

/// <summary>A proposal that would fail where it did not.</summary>
public sealed record NewlyFailing(CatalogEntry Entry, ImmutableArray<Diagnostic> Errors);

/// <summary>What a change of a template changes.</summary>
/// <param name="Added">In the order of the new template.</param>
/// <param name="Removed">In the order of the old one.</param>
/// <param name="Failing">In the order of the catalog: each has errors by the new template that it has not by the old one.</param>
public sealed record TemplateComparison(ImmutableArray<DemandDifference> Added, ImmutableArray<DemandDifference> Removed, ImmutableArray<DemandChange> Changed, ImmutableArray<NewlyFailing> Failing)
{
    /// <param name="catalog">Where proposals of the template are looked for; null for none.</param>
    public static TemplateComparison Of(Schema old, Schema now, Catalog? catalog, CancellationToken cancellationToken)
    {
        var before = Keyed(old);
        var after = Keyed(now);
        var changed = ImmutableArray.CreateBuilder<DemandChange>();
        foreach (var (key, demand) in after)
        {
            if (before.TryGetValue(key, out var was) && (StateOf(was), StateOf(demand)) is var (from, to) && !string.Equals(from, to, StringComparison.Ordinal))
                changed.Add(new DemandChange(KindOf(demand), TextOf(demand), LineOf(demand), from, to));
        }
        return new TemplateComparison(
            [.. Missing(after, before)], [.. Missing(before, after)], changed.ToImmutable(),
            catalog is null ? [] : [.. Failures(catalog, old, now, cancellationToken)]);
    }

    private static Dictionary<string, Demand> Keyed(Schema schema)
    {
        var keyed = new Dictionary<string, Demand>(StringComparer.Ordinal);
        foreach (var demand in schema.Demands) keyed.TryAdd(demand.Key, demand);
        return keyed;
    }

    private static IEnumerable<DemandDifference> Missing(Dictionary<string, Demand> of, Dictionary<string, Demand> other) =>
        of.Where(p => !other.ContainsKey(p.Key)).Select(p => new DemandDifference(KindOf(p.Value), TextOf(p.Value), LineOf(p.Value)));

    private static IEnumerable<NewlyFailing> Failures(Catalog catalog, Schema old, Schema now, CancellationToken cancellationToken)
    {
        ImmutableArray<IProposalRule> rules = [.. RuleSet.All.OfType<IProposalRule>()];
        foreach (var group in catalog.Entries.Where(e => e.Process.Templates.Any(t => !t.IsShared && string.Equals(t.Path, now.Path, StringComparison.Ordinal))).GroupBy(e => e.Process.Name, StringComparer.Ordinal))
        {
            var process = group.First().Process;
            var (before, after) = (new ProposalReader(process, old), new ProposalReader(process, now));
            foreach (var entry in group)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var held = catalog.Open(entry);
                var facts = new PathFacts(held.FileMatch, held.Directory, held.StatusText, held.Created);
                var known = ErrorsOf(before.Read(held.Document, facts)).Select(Mark).ToHashSet(StringComparer.Ordinal);
                var errors = ErrorsOf(after.Read(held.Document, facts)).Where(e => !known.Contains(Mark(e))).ToImmutableArray();
                if (!errors.IsEmpty) yield return new NewlyFailing(entry, errors);
            }
        }

        IEnumerable<Diagnostic> ErrorsOf(Proposal proposal) => RuleWork.Run(rules, proposal).Where(d => d.Severity == Severity.Error && d.Ceiling == Severity.Error);

        static string Mark(Diagnostic diagnostic) => $"{diagnostic.Rule}\n{diagnostic.Demand}\n{diagnostic.Subject}";
    }

    /// <summary>What two demands of the same key may differ in.</summary>
    private static string StateOf(Demand demand)
    {
        var parts = new List<string>();
        if (demand is not (Demand.Limit or Demand.TaskSize)) parts.Add(demand.Requirement.ToString().ToLowerInvariant());
        if (demand.When.FromStatus is { } from) parts.Add($"from {from}");
        if (demand.When.UntilStatus is { } until) parts.Add($"until {until}");
        if (demand.When.Text is { } condition) parts.Add(condition);
        switch (demand)
        {
            case Demand.Title title: parts.Add(title.Pattern.ToString()); break;
            case Demand.Field field:
                parts.Add(field.Kind.ToString().ToLowerInvariant());
                if (!field.Values.IsEmpty) parts.Add($"one of {string.Join(", ", field.Values)}");
                break;
            case Demand.Section section: parts.Add(string.Create(CultureInfo.InvariantCulture, $"level {section.Level}{(section.IsOffered ? ", offered" : "")}")); break;
            case Demand.Limit limit: parts.Add(string.Create(CultureInfo.InvariantCulture, $"at most {limit.Max} {limit.Unit.ToString().ToLowerInvariant()}")); break;
            case Demand.TaskSize size: parts.Add(string.Create(CultureInfo.InvariantCulture, $"at most {size.MaxDays} days")); break;
        }
        return string.Join("; ", parts);
    }

    private static string KindOf(Demand demand) => demand switch
    {
        Demand.TaskSize => "task-size",
        _ => demand.GetType().Name.ToLowerInvariant(),
    };

    private static string TextOf(Demand demand) => demand switch
    {
        Demand.Title title => title.Pattern.ToString(),
        Demand.Field field => field.Name,
        Demand.Section section => section.Text,
        Demand.Prompt prompt => prompt.Text,
        Demand.Limit limit => string.Create(CultureInfo.InvariantCulture, $"{(limit.Of ?? limit.SectionKey?[(limit.SectionKey.IndexOf(':', StringComparison.Ordinal) + 1)..] ?? "document")}: at most {limit.Max} {limit.Unit.ToString().ToLowerInvariant()}"),
        Demand.Media media => media.Text,
        Demand.Licence licence => licence.Text,
        Demand.Plan plan => $"in {plan.SectionKey[(plan.SectionKey.IndexOf(':', StringComparison.Ordinal) + 1)..]}",
        Demand.TaskSize size => string.Create(CultureInfo.InvariantCulture, $"at most {size.MaxDays} days"),
        _ => demand.Key,
    };

    private static int LineOf(Demand demand) => demand.Source switch
    {
        Reason.TemplateLine line => line.At.Start.Line,
        Reason.Configuration line => line.At.Start.Line,
        _ => 0,
    };
}
