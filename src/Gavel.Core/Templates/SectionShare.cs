namespace Gavel.Core.Templates;

/// <summary>How many of the proposals have a section, no finer than a judgement depends on: with the next proposal it seldom becomes another one.</summary>
public enum SectionShare
{
    /// <summary>Under a fifth of fewer than forty, which come from one age.</summary>
    HardlyAny,

    /// <summary>Under a fifth of more: those of today may all have it.</summary>
    HardlyAnyOfMany,
    UnderAThird,
    UnderHalf,
    UnderThreeQuarters,
    Most,
}
