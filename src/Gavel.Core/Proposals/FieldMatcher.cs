using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>Finds for each demanded field the one of a header that answers it. A field answers at most one demand.</summary>
internal static class FieldMatcher
{
    /// <returns>One for each demand; null where none answers it. Below 1 where the name is misspelled.</returns>
    public static (HeaderField Field, double Likeness)?[] Match(ImmutableArray<Demand.Field> demands, Document document, out bool[] taken)
    {
        var header = document.Header;
        taken = new bool[header.Length];
        var result = new (HeaderField, double)?[demands.Length];
        var byName = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            Index(byName, KeyOf(header[i].Parent, header[i].Name), i);
            if (header[i].Parent.Length > 0) Index(byName, KeyOf("", header[i].Name), i);
        }
        for (var i = 0; i < demands.Length; i++)
        {
            if (byName.TryGetValue(KeyOf(demands[i].Parent, demands[i].Name), out var at)) Take(i, at, demands[i], 1, result, taken, header);
        }
        for (var i = 0; i < demands.Length; i++)
        {
            if (result[i] is null && demands[i].Parent.Length > 0 && byName.TryGetValue(KeyOf("", demands[i].Name), out var at)) Take(i, at, demands[i], 1, result, taken, header);
        }
        TakeNested(demands, header, result, taken);
        TakeNamed(demands, header, result, taken);
        TakeMisspelled(demands, header, result, taken);
        return result;
    }

    // A key with keys below it where the template has a value: what is below answers.
    private static void TakeNested(ImmutableArray<Demand.Field> demands, ImmutableArray<HeaderField> header, (HeaderField, double)?[] result, bool[] taken)
    {
        if (!header.Any(static f => f.Parent.Length > 0)) return;
        for (var i = 0; i < demands.Length && i < 100; i++)
        {
            if (result[i] is not null) continue;
            var name = demands[i].Parent.Length == 0 ? demands[i].Name : $"{demands[i].Parent}.{demands[i].Name}";
            for (var at = 0; at < header.Length && at < 1000; at++)
            {
                var above = header[at].Parent;
                if (taken[at] || !above.StartsWith(name, StringComparison.OrdinalIgnoreCase) || (above.Length > name.Length && above[name.Length] != '.')) continue;
                taken[at] = true;
                result[i] ??= (header[at], 1);
            }
        }
    }

    /// <summary>Letters and digits in lower case, without a plural ending: <c>Author(s)</c>, <c>authors</c> and <c>AUTHOR</c> are one. A mark that was copied from the template, as in <c>updated (*optional)</c>, is no part of it.</summary>
    public static string KeyOf(string parent, string name)
    {
        var plain = name.AsSpan().Trim();
        if (plain.EndsWith("(s)", StringComparison.OrdinalIgnoreCase)) plain = plain[..^3];
        else if (plain.EndsWith(')') && plain.LastIndexOf('(') is > 0 and var mark && RequirementReader.OfMark(plain[(mark + 1)..^1].ToString()) is not null) plain = plain[..mark];
        var key = new StringBuilder(plain.Length);
        foreach (var word in HeadingKey.Fold(plain).Split(' ')) key.Append(HeadingKey.Singular(word));
        return parent.Length == 0 ? key.ToString() : $"{HeadingKey.Fold(parent)}.{key}";
    }

    // Of several of the same name the one in the style that the template has; else the first.
    private static void Take(int demand, List<int> candidates, Demand.Field wanted, double likeness, (HeaderField, double)?[] result, bool[] taken, ImmutableArray<HeaderField> header)
    {
        var best = -1;
        var tried = 0;
        foreach (var at in candidates)
        {
            if (++tried > 1000) break;
            if (taken[at]) continue;
            if (best < 0) best = at;
            if (header[at].Style != wanted.Style) continue;
            best = at;
            break;
        }
        if (best < 0) return;
        taken[best] = true;
        result[demand] = (header[best], likeness);
    }

    // "RFC Status" where the template says "Status", or the other way round: the name of the process says nothing.
    private static void TakeNamed(ImmutableArray<Demand.Field> demands, ImmutableArray<HeaderField> header, (HeaderField, double)?[] result, bool[] taken)
    {
        for (var i = 0; i < demands.Length && i < 100; i++)
        {
            if (result[i] is not null || demands[i].Parent.Length > 0) continue;
            var bare = WithoutAcronym(demands[i].Name);
            var (wanted, hasName) = (KeyOf("", bare), bare.Length < demands[i].Name.Length);
            for (var at = 0; at < header.Length && at < 1000; at++)
            {
                if (taken[at] || header[at].Parent.Length > 0 || WithoutAcronym(header[at].Name) is var own && own.Length < header[at].Name.Length == hasName) continue;
                if (!string.Equals(KeyOf("", own), wanted, StringComparison.Ordinal)) continue;
                taken[at] = true;
                result[i] = (header[at], 0.95);
                break;
            }
        }
    }

    private static string WithoutAcronym(string name)
    {
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterUpper(name[end])) end++;
        return end is >= 2 and <= 5 && end < name.Length - 3 && name[end] is ' ' or '-' ? name[(end + 1)..] : name;
    }

    private static void TakeMisspelled(ImmutableArray<Demand.Field> demands, ImmutableArray<HeaderField> header, (HeaderField, double)?[] result, bool[] taken)
    {
        var open = new List<int>();
        for (var i = 0; i < demands.Length && open.Count < 100; i++)
        {
            if (result[i] is null) open.Add(i);
        }
        if (open.Count == 0) return;
        for (var i = 0; i < header.Length && i < 1000; i++)
        {
            if (taken[i]) continue;
            var name = KeyOf("", header[i].Name);
            if (name.Length is < 5 or > 40) continue;
            foreach (var demand in open)
            {
                if (result[demand] is not null) continue;
                var wanted = KeyOf("", demands[demand].Name);
                if (wanted.Length < 5 || Spelling.Distance(name, wanted) > (wanted.Length < 8 ? 1 : 2)) continue;
                result[demand] = (header[i], 0.9);
                taken[i] = true;
                break;
            }
        }
    }

    private static void Index(Dictionary<string, List<int>> map, string key, int at)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        list.Add(at);
    }
}
