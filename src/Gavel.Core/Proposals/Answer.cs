using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

public enum AnswerState
{
    /// <summary>The field or section is not there.</summary>
    Absent,

    /// <summary>There, with nothing in it.</summary>
    Empty,

    /// <summary>There, with nothing but the template's own text.</summary>
    Placeholder,

    /// <summary>"None", "N/A", "not applicable".</summary>
    None,
    Given,
}

/// <summary>What a proposal has for one demand.</summary>
/// <param name="At">What was found; for something absent the place where it would be put, empty.</param>
public sealed record Answer(Demand Demand, AnswerState State, TextSpan At)
{
    /// <summary>For a field demand: the field; null when it is absent.</summary>
    public HeaderField? Field { get; init; }

    /// <summary>For a section demand: the section; null when it is absent. A bold list item or paragraph that stands for a heading is a section without children, whose heading is the bold text.</summary>
    public Section? Section { get; init; }

    /// <summary>For a section found under another heading: how sure the match is, below 1; 1 for the same words.</summary>
    public double Likeness { get; init; } = 1;

    /// <summary>The section is no heading but a bold list item or paragraph.</summary>
    public bool IsSlot { get; init; }

    public bool IsThere => State is AnswerState.Given or AnswerState.None;
}
