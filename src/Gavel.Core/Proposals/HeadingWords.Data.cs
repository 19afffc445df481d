namespace Gavel.Core.Proposals;

/// <summary>English words that headings are compared by.</summary>
internal static class HeadingWords
{
    public static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the" };

    /// <summary>Beginnings of headings that are questions; what is asked about is the heading.</summary>
    public static readonly string[] Questions = ["what is", "what are", "what will be", "whats"];

    /// <summary>Several words for one thought, without articles and plurals.</summary>
    public static readonly (string Phrase, string Word)[] Phrases =
    [
        ("not in scope", "outscope"), ("out of scope", "outscope"), ("outside scope", "outscope"), ("outside of scope", "outscope"), ("beyond scope", "outscope"), ("non scope", "outscope"),
        ("non goal", "nongoal"), ("not goal", "nongoal"), ("non objective", "nongoal"), ("anti goal", "nongoal"), ("in scope", "inscope"),
        ("prior art", "priorart"), ("related work", "priorart"), ("user story", "usecase"), ("use case", "usecase"), ("tl dr", "tldr"),
    ];

    /// <summary>Words too common in headings to make two of them alike.</summary>
    public static readonly HashSet<string> Weak = new(StringComparer.Ordinal) {
        "and", "or", "of", "for", "to", "in", "on", "with", "by", "from", "is", "are", "we", "this", "that", "what", "how", "your", "our", "if", "any", "be", "it", "other", "section",
    };

    /// <summary>Words of one line are often written for one another. A word stands in one line only.</summary>
    public static readonly string[][] Groups =
    [
        ["summary", "abstract", "overview", "introduction", "tldr", "synopsis", "intro"],
        ["motivation", "rationale", "why", "background", "context", "problem", "purpose"],
        ["alternative", "option"],
        ["drawback", "risk", "disadvantage", "downside", "con", "caveat"],
        ["test", "testing", "validation", "verification", "qa"],
        ["design", "architecture", "approach", "solution"],
        ["specification", "spec", "proposal"],
        ["goal", "objective", "aim"],
        ["nongoal", "outscope"],
        ["inscope", "scope"],
        ["compatibility", "migration", "upgrade", "backward", "backwards"],
        ["security", "threat"],
        ["reference", "link", "bibliography", "resource"],
        ["question", "issue"],
        ["unresolved", "open", "outstanding"],
        ["milestone", "timeline", "schedule", "roadmap", "plan", "rollout"],
        ["documentation", "doc"],
        ["decision", "outcome", "resolution", "conclusion"],
        ["consequence", "impact", "effect", "implication"],
        ["history", "changelog", "changes"],
    ];
}

/// <summary>English words of an answer that says there is nothing to say.</summary>
internal static class NoneWords
{
    /// <summary>Whole answers, folded (<see cref="HeadingKey.Fold"/>).</summary>
    public static readonly HashSet<string> Whole = new(StringComparer.Ordinal) {
        "none", "no", "n a", "na", "nil", "nothing", "not applicable", "does not apply", "not relevant", "not needed", "not required", "none needed", "none required",
        "not necessary", "nope", "none so far", "none yet", "none known", "none at this time", "none at the moment", "none identified", "none that we know of", "none that i know of",
        "no impact", "no changes", "no change", "no risks", "no alternatives", "no dependencies", "no effect", "no issues", "no concerns", "nothing to report", "nothing to add",
        "nothing known", "nothing special", "nothing of note", "no special considerations", "not affected", "unaffected", "no open questions", "there are none", "there is none", "this is not applicable",
        "empty", "void", "irrelevant", "out of scope",
    };

    /// <summary>An answer of at most <see cref="MaxWords"/> words that begins so.</summary>
    public static readonly string[] Starts = ["none", "n a", "not applicable", "no impact", "no change", "no other", "no known", "no additional", "no new", "no direct", "no documentation", "no security", "no specific", "nothing"];

    public const int MaxWords = 6;

    /// <summary>Answers that put it off: nothing is said yet.</summary>
    public static readonly HashSet<string> Later = new(StringComparer.Ordinal) {
        "tbd", "todo", "to do", "tba", "tbc", "to be done", "to be determined", "to be decided", "to be defined", "to be added", "to be written", "to be completed", "to be filled", "to be filled in",
        "to be announced", "to be confirmed", "coming soon", "fill me in", "fixme", "wip", "work in progress", "xxx", "lorem ipsum", "placeholder", "pending",
    };
}
