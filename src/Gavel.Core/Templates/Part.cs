using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>A section of a template while it is learned: a heading, or what stands before the first.</summary>
internal sealed class Part(HeadingParts? title, int level, TextSpan span, Part? parent)
{
    private HashSet<int>? _listsInProgress;
    private bool? _isGuide;
    private bool? _showsExample;

    /// <summary>Null for what stands before the first section.</summary>
    public HeadingParts? Title { get; } = title;

    public int Level { get; } = level;

    /// <summary>The heading.</summary>
    public TextSpan Span { get; } = span;

    public Part? Parent { get; } = parent;

    /// <summary>The heading stands in a comment.</summary>
    public bool IsOffered { get; init; }

    /// <summary>The title is a bold item or paragraph, no heading.</summary>
    public bool IsSlot { get; init; }

    public List<Passage> Passages { get; } = [];

    public List<Part> Children { get; } = [];

    /// <summary>Where lists start of whose boxes the template has ticked some. To be asked once all passages are there.</summary>
    public HashSet<int> ListsInProgress => _listsInProgress ??= [.. Passages.Where(p => p.IsDone == true).Select(p => p.ListStart).Intersect(Passages.Where(p => p.IsDone == false).Select(p => p.ListStart))];

    /// <summary>A comment that stood right before the heading and speaks of it.</summary>
    public Passage? MarkBefore { get; set; }

    public string Text => Title?.Text ?? "";

    /// <summary>The section tells how to use the template and goes as a whole: no proposal has it. To be asked once all passages are there.</summary>
    public bool IsGuide => _isGuide ??= Title is not null && !IsOffered && (Parent is { IsGuide: true } or { ShowsExample: true } || IsGuideTitle(Text) || SaysItGoes);

    /// <summary>The text of the section says that it goes as a whole.</summary>
    private bool SaysItGoes => Passages.Exists(static p => p.Words.Words.Contains("section", StringComparer.Ordinal) && Cues.DeleteThis.IsIn(p.Words) && (SaysOnlyThat(p.Words) || Sentences.Of(p.Text).Any(static s => SaysThat(WordText.Of(s)))));

    private static bool SaysOnlyThat(WordText words) => words.Count <= 8 && !words.Words.Any(static w => IsCondition(w) || IsNegation(w));

    // "Delete this section when you are done": that it is done some day is no condition.
    private static bool SaysThat(WordText words) =>
        words.Count <= 14 && Cues.DeleteThis.Find(words) is { Word: <= 1 } && (Cues.WhenDone.IsIn(words) || !words.Words.Any(static w => IsCondition(w) || w is "or")) && !words.Words.Any(IsNegation);

    private static bool IsNegation(string word) => word is "not" or "dont" or "never";

    private static bool IsCondition(string word) => word is "if" or "when" or "unless" or "where";

    /// <summary>The text says that all below the heading is to be replaced: the sections in it are examples.</summary>
    private bool ShowsExample => _showsExample ??= Passages.Exists(static p => p.Words.Count <= 12 && Cues.ReplaceSection.IsIn(p.Words));

    public static bool IsGuideTitle(string text) =>
        Cues.GuideTitle.Is(text) || text.Contains("template", StringComparison.OrdinalIgnoreCase) && Cues.GuideTitle.IsIn(text) || Cues.DeleteThis.IsIn(text);

    /// <summary>The key of its demand; null for the preface.</summary>
    public string? Key { get; set; }
}
