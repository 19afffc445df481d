using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>Whether prompts are answered, as far as a machine can tell; what is doubtful is given.</summary>
internal static class PromptAnswers
{
    public static Answer Read(Demand.Prompt prompt, DemandContext context)
    {
        var part = OtherAnswers.OfPart(prompt, prompt.SectionKey, context);
        if (part.State != AnswerState.Given || context.TextOf(prompt.SectionKey) is not { } text) return part;
        return prompt.Kind switch
        {
            PromptKind.Frame => part with { State = OfFrame(prompt.Text, text) },
            PromptKind.Aspect => part with { State = OfAspect(prompt, text, context) },
            _ => part,
        };
    }

    /// <summary>Given when the fixed words of the sentence stand in their order somewhere; absent when none of them does.</summary>
    private static AnswerState OfFrame(string frame, SectionText text)
    {
        var pieces = PiecesOf(frame);
        if (pieces.Count == 0) return AnswerState.Given;
        var at = 0;
        foreach (var piece in pieces)
        {
            var next = text.Folded.IndexOf(piece, at, StringComparison.Ordinal);
            if (next < 0)
            {
                // Other words for it may say the same: only a frame without a trace is told absent.
                return pieces.Exists(p => text.Folded.Contains(p, StringComparison.Ordinal)) ? AnswerState.Given : AnswerState.Absent;
            }
            at = next + piece.Length;
        }
        return AnswerState.Given;
    }

    /// <summary>Absent only where the author goes through the others one by one and says no word of this one.</summary>
    private static AnswerState OfAspect(Demand.Prompt prompt, SectionText text, DemandContext context)
    {
        var key = HeadingKey.Of(prompt.Text);
        if (text.HasLead(key) || HasAnyWord(key, text)) return AnswerState.Given;
        return context.GoesThroughAspects(prompt.SectionKey, text) ? AnswerState.Absent : AnswerState.Given;
    }

    private static bool HasAnyWord(HeadingKey key, SectionText text)
    {
        foreach (var word in key.Words)
        {
            if (word.Length > 2 && !HeadingWords.Weak.Contains(word) && text.HasWord(word)) return true;
        }
        return false;
    }

    // The words between the gaps: "____", "…", "...", "{x}", "[x]", "<x>", "NNNN".
    private static List<string> PiecesOf(string frame)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i <= frame.Length; i++)
        {
            var end = i == frame.Length ? i : GapAt(frame, i);
            if (end < 0) continue;
            if (HeadingKey.Fold(frame.AsSpan(start, i - start)) is { Length: > 0 } piece) pieces.Add(piece);
            start = Math.Max(end, i);
            i = Math.Max(end - 1, i);
        }
        return pieces;
    }

    /// <returns>The end of a gap that begins here; -1 where none does.</returns>
    private static int GapAt(string text, int at)
    {
        var end = at;
        switch (text[at])
        {
            case '\u2026': return at + 1;
            case '_' or '.':
                while (end < text.Length && text[end] == text[at]) end++;
                return end - at >= 3 ? end : -1;
            case 'N' or 'X' or '#' or '0' when at == 0 || !char.IsLetterOrDigit(text[at - 1]):
                while (end < text.Length && text[end] == text[at]) end++;
                return end - at >= 3 && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end : -1;
            case '(':
                var bracket = text.IndexOf(')', at);
                return bracket > 0 && WordText.Of(text[(at + 1)..bracket]) is var words && (Cues.FillIn.Starts(words) || Cues.LeaveEmpty.Starts(words)) ? bracket + 1 : -1;
            case '{' or '[' or '<':
                var close = text.IndexOf(text[at] switch { '{' => '}', '[' => ']', _ => '>' }, at);
                return close < 0 ? -1 : close + 1;
            default: return -1;
        }
    }
}
