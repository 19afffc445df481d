using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Plans;

/// <summary>"As a reader, I want …": a user story in one sentence.</summary>
internal static class StoryText
{
    private static readonly string[] Wants = [" i want", " i need", " i would like", " i'd like", " i can ", " i should", " i am able", " i must", " i expect", " i wish", " we want", " we need", " they want", " they need", " needs to ", " wants to "];

    public static bool Is(string text)
    {
        var at = Start(text);
        if (at < 0) return false;
        var end = Math.Min(text.Length, at + 160);
        foreach (var want in Wants)
        {
            if (text.AsSpan(at, end - at).Contains(want, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>Without "Story:" and its like in front.</summary>
    public static ImmutableArray<Inline> Of(ImmutableArray<Inline> inlines)
    {
        if (inlines is not [Inline.Run first, ..] || Start(first.Text) is not (> 0 and var at)) return inlines;
        return inlines.SetItem(0, first with { Text = first.Text[at..] });
    }

    // At the beginning, or behind one label: "Description: As a …".
    private static int Start(string text)
    {
        var at = 0;
        for (var tries = 0; tries < 2; tries++)
        {
            foreach (var start in (string[])["as a ", "as an ", "as the ", "given i am a"])
            {
                if (text.AsSpan(at).StartsWith(start, StringComparison.OrdinalIgnoreCase)) return at;
            }
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            if (colon is < 0 or > 40) return -1;
            at = colon + 2;
        }
        return -1;
    }
}
