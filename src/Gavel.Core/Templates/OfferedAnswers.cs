namespace Gavel.Core.Templates;

/// <summary>Finds the answers that a direction gives its author word for word: <c>If nothing changes, write "Nothing changes for callers."</c></summary>
internal static class OfferedAnswers
{
    private const int Fewest = 3; // words
    private const int WordsBefore = 3; // that are looked at for a cue

    public static IEnumerable<string> In(string direction)
    {
        var from = 0;
        while (from < direction.Length)
        {
            var open = direction.AsSpan(from).IndexOfAny('"', '\u201C');
            if (open < 0) yield break;
            open += from;
            var length = direction.AsSpan(open + 1).IndexOfAny('"', '\u201D');
            if (length < 0) yield break;
            from = open + length + 2;
            var answer = direction.Substring(open + 1, length);
            if (WordText.Of(answer).Count >= Fewest && IsOffered(direction[..open])) yield return answer;
        }
    }

    private static bool IsOffered(string before)
    {
        var words = WordText.Of(before.Length > 60 ? before[^60..] : before);
        for (var i = Math.Max(0, words.Count - WordsBefore); i < words.Count; i++)
        {
            if (Cues.OfferedAnswer.At(words, i) is { } hit && hit.End == words.Count) return true;
        }
        return false;
    }
}
