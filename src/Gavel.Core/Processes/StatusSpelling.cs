using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>Tells a misspelled status from one that nobody lists.</summary>
internal static class StatusSpelling
{
    private const int Shortest = 5; // characters of a status: shorter words are near to others by chance
    private const int ShortestSlip = 4; // with one left out
    private const int MostWords = 3;
    private const int Long = 8; // from here on two characters may differ

    /// <summary>The status that a word or two, which are no status themselves, was meant to be: one of the process, else a word that statuses are made of.</summary>
    /// <returns>Null where none is as near as a slip of the fingers.</returns>
    public static string? Meant(string text, Vocabulary statuses)
    {
        var head = StatusText.HeadOf(StatusText.Clean(text));
        if (head.Length < ShortestSlip || !head.All(c => char.IsLetter(c) || c == ' ') || head.Count(c => c == ' ') >= MostWords || StatusText.KindOf(head) is not null) return null;
        var own = statuses.Statuses.Select(s => s.Name).ToList();
        // In the case that the others have.
        var usual = StatusWords.Kinds.Select(k => char.IsUpper(head[0]) ? char.ToUpperInvariant(k.Words[0]) + k.Words[1..] : k.Words);
        return Nearest(head, own) ?? (head.Length < Shortest ? null : Nearest(head, usual));
    }

    private static string? Nearest(string head, IEnumerable<string> names)
    {
        var limit = head.Length >= Long ? 2 : 1;
        string? best = null;
        foreach (var name in names)
        {
            if (name.Length < Shortest || Spelling.Distance(head, name, limit) is var distance && distance > limit) continue;
            best = name;
            limit = distance - 1;
        }
        return best;
    }
}
