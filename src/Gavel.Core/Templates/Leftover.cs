using Gavel.Core.Diagnostics;

namespace Gavel.Core.Templates;

public enum LeftoverKind
{
    /// <summary>Text that tells the author what to do, meant to be removed.</summary>
    Instruction,

    /// <summary>Text that the author replaces.</summary>
    Placeholder,
}

public enum InstructionStyle
{
    Italic,
    Comment,
    Prose,
    Checklist,
    YamlComment,
    Quotation,
    Heading,
    List,
    Code,
}

/// <summary>Template text that must not stand in a finished proposal. Found by comparing words, never by style.</summary>
/// <param name="Text">As the template writes it, without the marks around it, white space folded.</param>
/// <param name="Section">The key of the section it stands in; null before the first.</param>
public sealed record Leftover(LeftoverKind Kind, string Text, InstructionStyle Style, string? Section, Reason Source)
{
    /// <summary>The template allows it to stay, or it is furniture: a legend, a licence, a table frame.</summary>
    public bool MayStay { get; init; }

    /// <summary>The status, as the template spells it, in which it may still stand ("acceptable for a draft"); null when there is none.</summary>
    public string? MayStayIn { get; init; }

    public Confidence Confidence { get; init; } = Confidence.High;
}

/// <summary>A step that the author does and then removes from the text.</summary>
public sealed record ChecklistStep(string Text, Reason Source);

/// <summary>What a template says of the name and place of a proposal.</summary>
/// <param name="Pattern">With <c>{number}</c>, <c>{slug}</c>, <c>{title}</c>: <c>{number}-{slug}</c>.</param>
public sealed record NamingDemand(string Pattern, Reason Source)
{
    public bool IsDirectory { get; init; }

    /// <summary>The number is that of an issue.</summary>
    public bool NumberIsIssue { get; init; }

    /// <summary>0 for no leading zeros; null when the template does not say.</summary>
    public int? Width { get; init; }
}
