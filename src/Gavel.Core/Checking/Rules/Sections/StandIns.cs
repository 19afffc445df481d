using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Sections of a proposal under a heading that the template does not have, which most likely are what it asks for.</summary>
internal static class StandIns
{
    private const int MoreWords = 4; // that a longer heading may put before the demanded one

    /// <summary>For each demanded section that is absent the author's section that may stand for it. Each stands for one demand.</summary>
    public static Dictionary<string, Section> Of(Proposal proposal)
    {
        var result = new Dictionary<string, Section>(StringComparer.Ordinal);
        if (proposal.UnknownSections.IsEmpty) return result;
        var free = proposal.UnknownSections.Where(s => s.Heading is { Text.Length: > 0 and < 100 }).Take(200).Select(s => new OwnHeading(s)).ToList();
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer.State != AnswerState.Absent || demand.IsOffered || demand.IsRepeatable || demand.IsSlot) continue;
            var wanted = Essence(demand.Text);
            for (var i = 0; i < free.Count; i++)
            {
                if (!Stands(wanted, free[i], demand.Text)) continue;
                result.Add(demand.Key, free[i].Section);
                free.RemoveAt(i);
                break;
            }
        }
        return result;
    }

    /// <summary>A misspelling; the same words but for fillers; the demanded words at the end of a longer heading; or at least half of them and no other.</summary>
    private static bool Stands(List<string> wanted, OwnHeading heading, string demand)
    {
        if (IsMisspelled(demand, heading.Text)) return true;
        var written = heading.Words;
        if (wanted.Count == 0 || written.Count == 0) return false;
        if (heading.Parts.Exists(p => p.SequenceEqual(wanted, StringComparer.Ordinal))) return true;
        if (written.Count >= wanted.Count)
            return written.Count <= wanted.Count + MoreWords && written[^wanted.Count..].SequenceEqual(wanted, StringComparer.Ordinal);
        return written.Count * 2 >= wanted.Count && written.TrueForAll(w => wanted.Contains(w, StringComparer.Ordinal)) && !(wanted.Contains("not", StringComparer.Ordinal) && !written.Contains("not", StringComparer.Ordinal));
    }

    /// <summary>One section named for two: for a thing and its opposite, such as what is in scope and what is not, or for both of two demanded ones.</summary>
    public static bool Covers(Proposal proposal, Demand.Section absent, Dictionary<string, Section> standIns)
    {
        var thing = Essence(absent.Text);
        if (thing.Count > 0 && proposal.AnswersTo<Demand.Section>().Any(a => a.Answer.Section?.Heading is { } heading && IsJoined(heading.Text, thing))) return true;
        if (!thing.Remove("not") || thing.Count == 0) return false;
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            var section = answer.Likeness < 1 ? answer.Section : standIns.GetValueOrDefault(demand.Key);
            if (section?.Heading is not { } heading || !Essence(demand.Text).SequenceEqual(thing, StringComparer.Ordinal)) continue;
            // "In scope" names one side only.
            if (Values.Folded(heading.Text).Split(' ').Length == thing.Count && Essence(heading.Text).SequenceEqual(thing, StringComparer.Ordinal)) return true;
        }
        return false;
    }

    // "Goals and motivation" answers both.
    private static bool IsJoined(string heading, List<string> thing) =>
        SectionWords.Joiners.Any(j => heading.Contains(j, StringComparison.OrdinalIgnoreCase)) && Essence(heading) is var written
        && written.Count > thing.Count && thing.TrueForAll(w => written.Contains(w, StringComparer.Ordinal));

    /// <summary>The words of one are among the words of the other: a shorter or a longer way to say the same.</summary>
    public static bool IsShortened(string demand, string heading)
    {
        var wanted = Essence(demand);
        var written = Essence(heading);
        return wanted.Count > 0 && written.Count > 0
            && (wanted.TrueForAll(w => written.Contains(w, StringComparer.Ordinal)) || written.TrueForAll(w => wanted.Contains(w, StringComparer.Ordinal)));
    }

    public static bool IsMisspelled(string demand, string heading) =>
        heading.Length >= 4 && char.ToUpperInvariant(heading[0]) == char.ToUpperInvariant(demand[0]) && !demand.Any(char.IsAsciiDigit)
        && Spelling.Distance(demand, heading, 3) is > 0 and var slips && slips <= (Letters.HasIdeographs(demand) ? 1 : 2) && !IsPlural(demand, heading) && !IsPlural(heading, demand);

    private static bool IsPlural(string one, string many) =>
        many.Length == one.Length + 1 && many[^1] is 's' or 'S' && many.StartsWith(one, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a heading is about: its words without fillers, in the singular.</summary>
    private static List<string> Essence(string heading)
    {
        var result = new List<string>();
        foreach (var word in Values.Folded(heading).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SectionWords.Fillers.Contains(word)) continue;
            var same = SectionWords.SameAs.GetValueOrDefault(word, word);
            if (same.Length > 3 && same.EndsWith('s') && !same.EndsWith("ss", StringComparison.Ordinal)) same = same[..^1];
            if (same.Length > 0) result.Add(same);
        }
        return result;
    }

    /// <summary>A heading of the author's with what it is about.</summary>
    private sealed class OwnHeading(Section section)
    {
        public Section Section { get; } = section;

        public string Text { get; } = section.Heading!.Text;

        public List<string> Words { get; } = Essence(section.Heading!.Text);

        /// <summary>What each of several is about: "Drawbacks, alternatives and unknowns"; empty where it names one thing.</summary>
        public List<List<string>> Parts { get; } = PartsOf(section.Heading!.Text);

        private static List<List<string>> PartsOf(string heading)
        {
            var parts = heading.Split(SectionWords.Joiners, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return parts.Length > 1 ? [.. parts.Select(Essence)] : [];
        }
    }
}
