using Gavel.Core.Documents;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>Finds which alternative a text says was chosen: "Chosen option: X, because …", "we go with option 2", "X was chosen".</summary>
internal static class Preference
{
    private const int MostSentences = 4000;
    private const int LongestText = 4000; // characters of a block
    private const int Reach = 14; // words between the saying and the name

    public static void Mark(IReadOnlyList<AlternativeDraft> alternatives, IEnumerable<Section> sections)
    {
        if (alternatives.Count == 0 || alternatives.Any(a => a.IsPreferred)) return;
        var names = alternatives.SelectMany(Names, (draft, name) => (Draft: draft, Name: name)).Where(n => n.Name.Length > 0).OrderByDescending(n => n.Name.Length).ToList();
        var signs = names.ConvertAll(n => Array.ConvertAll(n.Name, w => WordText.SignOf(w)));
        var words = new List<ulong>();
        var seen = 0;
        foreach (var section in sections)
        {
            var isOutcome = section.Heading is { } heading && AlternativeWords.OutcomeTitle.Is(heading.Text);
            foreach (var text in Texts(section.Blocks).Where(Speaks))
            {
                foreach (var sentence in Sentences.Of(text))
                {
                    if (++seen > MostSentences) return;
                    if (!Speaks(sentence) || Chosen(WordText.Of(sentence), names, isOutcome) is not { } draft) continue;
                    draft.IsPreferred = true;
                    return;
                }
            }
        }

        // Most texts speak of no alternative, which is told without making strings of their words.
        bool Speaks(string text)
        {
            WordText.SignsOf(text, words);
            return signs.Exists(s => IsIn(words, s));
        }
    }

    private static bool IsIn(List<ulong> words, ulong[] name)
    {
        for (var at = 0; at + name.Length <= words.Count; at++)
        {
            var i = 0;
            while (i < name.Length && words[at + i] == name[i]) i++;
            if (i == name.Length) return true;
        }
        return false;
    }

    private static IEnumerable<string> Texts(System.Collections.Immutable.ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var text = block is Block.Paragraph paragraph ? PlainText.Of(paragraph.Inlines) : block is Block.List or Block.Quote ? AlternativeLeads.Join("", [block]) : "";
            yield return text.Length > LongestText ? text[..LongestText] : text;
        }
    }

    private static AlternativeDraft? Chosen(WordText words, List<(AlternativeDraft Draft, string[] Name)> names, bool isOutcome)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (AlternativeWords.ChosenBefore.At(words, i) is { } before && !IsDenied(words, i))
            {
                for (var at = before.End; at < Math.Min(words.Count, before.End + Reach); at++)
                {
                    if (AlternativeWords.Not.At(words, at) is not null) break;
                    if (NameAt(words, at, names) is { } draft) return draft;
                }
            }
            if (NameAt(words, i, names) is not { } named) continue;
            var end = i + 1;
            while (end < Math.Min(words.Count, i + Reach) && AlternativeWords.ChosenAfter.At(words, end) is null) end++;
            if (end < words.Count && AlternativeWords.ChosenAfter.At(words, end) is { } after && !IsDenied(words, after.End) && AlternativeWords.Not.Find(words, i) is not { } not) return named;
            // Under "Decision" the first name that is spoken of is the one.
            if (isOutcome && !IsDenied(words, i) && i == 0) return named;
        }
        return null;
    }

    private static bool IsDenied(WordText words, int at) =>
        at > 0 && AlternativeWords.Not.At(words, at - 1) is not null || at < words.Count && AlternativeWords.Not.At(words, at) is not null;

    private static AlternativeDraft? NameAt(WordText words, int at, List<(AlternativeDraft Draft, string[] Name)> names)
    {
        foreach (var (draft, name) in names)
        {
            if (at + name.Length > words.Count) continue;
            var i = 0;
            while (i < name.Length && string.Equals(name[i], words.Words[at + i], StringComparison.Ordinal)) i++;
            if (i == name.Length) return draft;
        }
        return null;
    }

    // The whole name; its number alone ("option 2"); what stands behind the number.
    private static IEnumerable<string[]> Names(AlternativeDraft draft)
    {
        var words = WordText.Of(draft.Name);
        if (words.Count is 0 or > 40) yield break;
        yield return [.. words.Words];
        if (!AlternativeCollector.NameOf(draft.Name).IsNumbered || AlternativeWords.Numbered.At(words, 0) is not { } hit) yield break;
        yield return [.. words.Words.Take(hit.End + 1)];
        if (words.Count - hit.End - 1 >= 1) yield return [.. words.Words.Skip(hit.End + 1)];
    }
}
