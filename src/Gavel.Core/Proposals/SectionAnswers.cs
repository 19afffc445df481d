using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <param name="Found">The index in the list of sections for each demand's key; only for those that are there.</param>
internal sealed record SectionAnswers(Dictionary<string, Answer> ByKey, Dictionary<string, int> Found, ImmutableArray<Section> Unknown)
{
    public static SectionAnswers Read(Document document, ImmutableArray<Demand.Section> demands, SectionList list, SectionJudge judge)
    {
        var matches = SectionMatcher.Match(demands, list);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new HashSet<int>();
        for (var i = 0; i < demands.Length; i++)
        {
            if (matches[i] is not { } match) continue;
            found.TryAdd(demands[i].Key, match.Section);
            known.Add(match.Section);
        }
        var repeated = TakeRepeatable(demands, list, found, known);
        var byKey = new Dictionary<string, Answer>(demands.Length, StringComparer.Ordinal);
        var insertAt = new InsertionPlaces(document, demands, list, matches);
        for (var i = 0; i < demands.Length; i++)
        {
            var demand = demands[i];
            Answer answer;
            if (matches[i] is { } match) answer = Of(demand, list[match.Section], match.Likeness, judge);
            else if (repeated.TryGetValue(demand.Key, out var first)) answer = Of(demand, list[first], 1, judge);
            else answer = new Answer(demand, AnswerState.Absent, new TextSpan(insertAt.Of(i), 0));
            byKey.TryAdd(demand.Key, answer);
        }
        var unknown = ImmutableArray.CreateBuilder<Section>();
        for (var i = 0; i < list.Count; i++)
        {
            if (!list[i].IsSlot && !known.Contains(i) && (list[i].Parent < 0 || known.Contains(list[i].Parent))) unknown.Add(list[i].Section);
        }
        return new SectionAnswers(byKey, found, unknown.ToImmutable());
    }

    private static Answer Of(Demand.Section demand, SectionItem item, double likeness, SectionJudge judge)
    {
        var heading = item.Section.Heading!;
        return new Answer(demand, judge.StateOf(item.Section), heading.TextSpan.IsEmpty ? heading.Span : heading.TextSpan) { Section = item.Section, Likeness = likeness, IsSlot = item.IsSlot };
    }

    // A slot whose heading the author names: every free section at its place is one.
    private static Dictionary<string, int> TakeRepeatable(ImmutableArray<Demand.Section> demands, SectionList list, Dictionary<string, int> found, HashSet<int> known)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var byParent = new Dictionary<int, Demand.Section>();
        foreach (var demand in demands)
        {
            if (!demand.IsRepeatable) continue;
            var parent = demand.Parent is { } key ? found.GetValueOrDefault(key, -2) : -1;
            if (parent >= -1) byParent.TryAdd(parent, demand);
        }
        if (byParent.Count == 0) return first;
        for (var i = 0; i < list.Count; i++)
        {
            if (known.Contains(i) || list[i].IsSlot || !byParent.TryGetValue(list[i].Parent, out var demand)) continue;
            if (demand.Level != list[i].Level && list[i].Parent < 0) continue;
            known.Add(i);
            first.TryAdd(demand.Key, i);
        }
        return first;
    }
}

/// <summary>Where a section that is missing would stand: behind the nearest one before it that is there.</summary>
internal sealed class InsertionPlaces
{
    private readonly int[] _after;

    public InsertionPlaces(Document document, ImmutableArray<Demand.Section> demands, SectionList list, SectionMatch?[] matches)
    {
        _after = new int[demands.Length];
        var offset = StartOf(document, list);
        Demand.Section? before = null;
        Section? section = null;
        for (var i = 0; i < demands.Length; i++)
        {
            if (matches[i] is { } match)
            {
                before = demands[i];
                section = list[match.Section].Section;
                continue;
            }
            _after[i] = section is null || before is null ? offset
                : string.Equals(demands[i].Parent, before.Key, StringComparison.Ordinal) ? OwnEnd(section)
                : section.Span.End;
        }
    }

    public int Of(int demand) => _after[demand];

    // Before the first section; at the end where there is none.
    private static int StartOf(Document document, SectionList list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!list[i].IsSlot) return list[i].Section.Span.Start;
        }
        return document.Text.Chars.Length;
    }

    private static int OwnEnd(Section section) => section.Blocks.IsEmpty ? section.Heading?.Span.End ?? section.Span.Start : section.Blocks[^1].Span.End;
}
