using System.Collections.Immutable;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>Puts what is said of alternatives under the aspects that it is about.</summary>
internal static class MatrixBuilder
{
    private const int LongestCell = 600; // characters; a cell is a summary, the line leads to the whole

    /// <param name="asked">The aspects of the template; empty where it names none.</param>
    public static AlternativesMatrix Build(IReadOnlyList<AlternativeDraft> drafts, ImmutableArray<string> asked, IReadOnlyList<string> columns)
    {
        var aspects = asked.IsEmpty ? Own(drafts, columns) : asked;
        var keys = aspects.Select(Words).ToArray();
        return new AlternativesMatrix(aspects, [.. drafts.Select(d => new Alternative(d.Name, d.At, d.IsPreferred, Cells(d, aspects, keys)))]);
    }

    private static ImmutableArray<AlternativeCell> Cells(AlternativeDraft draft, ImmutableArray<string> aspects, string[][] keys)
    {
        var said = draft.Said.Select(s => (Said: s, Key: Words(s.Name))).Where(s => s.Said.Text.Length > 0 && s.Key.Length > 0).ToList();
        var cells = ImmutableArray.CreateBuilder<AlternativeCell>(aspects.Length);
        for (var i = 0; i < aspects.Length; i++)
        {
            var exact = said.Where(s => s.Key.AsSpan().SequenceEqual(keys[i])).ToList();
            var all = exact.Count > 0 ? exact : [.. said.Where(s => IsAbout(s.Key, keys[i]) && !keys.Any(k => s.Key.AsSpan().SequenceEqual(k))).Take(1)];
            var text = string.Join(" ", all.Select(s => s.Said.Text).Where(t => !IsNothing(t)));
            cells.Add(text.Length == 0 ? new AlternativeCell(aspects[i], null, null) : new AlternativeCell(aspects[i], text.Length > LongestCell ? Cut(text) : text, all[0].Said.At));
        }
        return cells.MoveToImmutable();
    }

    // The columns of tables, then what at least two alternatives are weighed by, and the words that everybody weighs by.
    private static ImmutableArray<string> Own(IReadOnlyList<AlternativeDraft> drafts, IReadOnlyList<string> columns)
    {
        var aspects = columns.ToList();
        var names = new HashSet<string>(aspects.Select(WordText.Key), StringComparer.Ordinal);
        var counts = drafts.SelectMany(d => d.Said.Select(s => WordText.Key(s.Name)).Distinct(StringComparer.Ordinal)).CountBy(k => k).ToDictionary(StringComparer.Ordinal);
        foreach (var said in drafts.SelectMany(d => d.Said))
        {
            var key = WordText.Key(said.Name);
            var isWeighed = AlternativeWords.Aspects.Is(said.Name) || counts[key] >= 2 && key.AsSpan().Count(' ') <= 2;
            if (key.Length > 0 && isWeighed && names.Count < 60 && names.Add(key)) aspects.Add(said.Name.Trim());
        }
        return [.. aspects];
    }

    // "Risks" and "Risks/Mitigations", "Security" and "Security considerations".
    private static bool IsAbout(string[] lead, string[] aspect) =>
        lead.Length > 0 && aspect.Length > 0 && (lead.All(w => aspect.Contains(w, StringComparer.Ordinal)) || aspect.All(w => lead.Contains(w, StringComparer.Ordinal)));

    private static string[] Words(string text) => [.. WordText.Of(text.Length > 120 ? text[..120] : text).Words.Where(w => !AlternativeWords.Weak.Is(w)).Select(Singular)];

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    private static bool IsNothing(string text) => Cues.Stand.Is(text) || !text.Any(char.IsLetterOrDigit);

    private static string Cut(string text)
    {
        var end = text.LastIndexOf(' ', LongestCell - 1);
        return string.Concat(Letters.Beginning(text, end > LongestCell / 2 ? end : LongestCell - 1).TrimEnd(), "…");
    }
}
