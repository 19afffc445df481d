using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <param name="Likeness">1 for the same words or an alias.</param>
internal readonly record struct SectionMatch(int Section, double Likeness);

/// <summary>Finds for each demanded section the one of a document that answers it. A section answers at most one demand. Linear but for near misses, whose number is bounded.</summary>
internal sealed class SectionMatcher
{
    private readonly ImmutableArray<Demand.Section> _demands;
    private readonly SectionList _sections;
    private readonly HeadingKey[] _demandKeys;
    private readonly Dictionary<string, int> _demandByKey;
    private readonly SectionMatch?[] _matches;
    private readonly bool[] _taken;

    private SectionMatcher(ImmutableArray<Demand.Section> demands, SectionList sections)
    {
        _demands = demands;
        _sections = sections;
        _demandKeys = new HeadingKey[demands.Length];
        _demandByKey = new Dictionary<string, int>(demands.Length, StringComparer.Ordinal);
        for (var i = 0; i < demands.Length; i++)
        {
            _demandKeys[i] = HeadingKey.Of(demands[i].Text);
            _demandByKey.TryAdd(demands[i].Key, i);
        }
        _matches = new SectionMatch?[demands.Length];
        _taken = new bool[sections.Count];
    }

    /// <returns>One for each demand; null where none answers it.</returns>
    public static SectionMatch?[] Match(ImmutableArray<Demand.Section> demands, SectionList sections)
    {
        var matcher = new SectionMatcher(demands, sections);
        // Twice over: a demand under a parent prefers the section under that parent's section; only then any place counts.
        matcher.Take(sections.ByExact, i => [matcher._demandKeys[i].Exact], underParent: true);
        matcher.Take(sections.ByExact, i => [matcher._demandKeys[i].Exact], underParent: false);
        matcher.Take(sections.ByExact, i => demands[i].Aliases.Select(a => HeadingKey.Of(a).Exact), underParent: false);
        matcher.Take(sections.ByLoose, i => matcher.LooseKeysOf(i), underParent: true);
        matcher.Take(sections.ByLoose, i => matcher.LooseKeysOf(i), underParent: false);
        NearHeadings.Take(demands, matcher._demandKeys, sections, matcher._matches, matcher._taken);
        return matcher._matches;
    }

    private IEnumerable<string> LooseKeysOf(int demand) =>
        _demands[demand].Aliases.Select(a => HeadingKey.Of(a).Loose).Prepend(_demandKeys[demand].Loose);

    private void Take(Dictionary<string, List<int>> byKey, Func<int, IEnumerable<string>> keysOf, bool underParent)
    {
        for (var i = 0; i < _demands.Length; i++)
        {
            if (_matches[i] is not null || _demands[i].IsRepeatable) continue;
            foreach (var key in keysOf(i))
            {
                if (key.Length == 0 || !byKey.TryGetValue(key, out var candidates)) continue;
                if (Choose(candidates, _demands[i], underParent) is not { } found) continue;
                _matches[i] = new SectionMatch(found, 1);
                _taken[found] = true;
                break;
            }
        }
    }

    // The first that is free, headings before slots where the template has a heading, and the other way round.
    private int? Choose(List<int> candidates, Demand.Section demand, bool underParent)
    {
        var parent = -1;
        if (underParent && demand.Parent is { } key)
        {
            if (!_demandByKey.TryGetValue(key, out var at) || _matches[at] is not { } match) return null;
            parent = match.Section;
        }
        int? second = null;
        var tried = 0;
        foreach (var candidate in candidates)
        {
            if (++tried > 1000) break; // thousands of the same heading: the rest changes nothing
            if (_taken[candidate] || (parent >= 0 && !_sections.IsUnder(candidate, parent))) continue;
            if (_sections[candidate].IsSlot == demand.IsSlot) return candidate;
            second ??= candidate;
        }
        return second;
    }
}
