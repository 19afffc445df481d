using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>Titles that say nothing but that a plan follows: <c>Milestones</c>, <c>LOEs and delivery milestones</c>, <c>Work items</c>.</summary>
internal static class PlanTitles
{
    public static bool Is(string title)
    {
        var words = WordText.Of(title.Length > 120 ? title[..120] : title);
        if (words.Count is 0 or > 7) return false;
        var isPlan = false;
        for (var i = 0; i < words.Count;)
        {
            if (Cues.PlanTitle.At(words, i) is { } plan)
            {
                isPlan = true;
                i = plan.End;
            }
            else if (PlanWords.TitleModifier.At(words, i) is { } modifier) i = modifier.End;
            else if (char.IsAsciiDigit(words.Words[i][0]) && i == 0) i++;
            else return false;
        }
        return isPlan;
    }
}
