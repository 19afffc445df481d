namespace Gavel.Core.Checking.Rules.Plans;

/// <summary>Words of estimates.</summary>
internal static class EffortWords
{
    /// <summary>Words between a number and its unit that change nothing.</summary>
    public static readonly string[] Fillers = ["person", "engineer", "developer", "dev", "man", "calendar", "working", "work", "business"];

    /// <summary>In working days: a week has 5, a month 20.</summary>
    public static readonly (string Word, double Days)[] Units =
    [
        ("h", 0.125), ("hour", 0.125), ("hours", 0.125), ("hrs", 0.125),
        ("d", 1), ("day", 1), ("days", 1), ("pd", 1),
        ("w", 5), ("wk", 5), ("wks", 5), ("week", 5), ("weeks", 5), ("pw", 5),
        ("sprint", 10), ("sprints", 10),
        ("month", 20), ("months", 20), ("mo", 20), ("pm", 20),
    ];
}
