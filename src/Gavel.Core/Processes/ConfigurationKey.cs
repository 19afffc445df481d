using System.Collections.Immutable;

namespace Gavel.Core.Processes;

internal enum ConfigurationType
{
    Word,

    /// <summary>What ids begin with, and with them folders and addresses.</summary>
    IdName,

    /// <summary>Relative to the root, with <c>/</c>.</summary>
    Path,

    /// <summary>A path with <c>{number} {slug} {date} {status} {folder}</c>.</summary>
    Pattern,
    Flag,
    Version,
    Whole,

    /// <summary><c>7</c> or <c>1-15</c>.</summary>
    Numbers,
    Date,

    /// <summary><c>72h</c>, <c>180d</c>, <c>2w</c>, <c>6m</c>, <c>1y</c>.</summary>
    Duration,

    /// <summary><c>2</c>, <c>all</c>, <c>all-2</c> or <c>majority</c>.</summary>
    Approvals,

    /// <summary>One of <see cref="ConfigurationKey.Allowed"/>.</summary>
    Choice,

    /// <summary>Values of <see cref="ConfigurationKey.Item"/>.</summary>
    List,

    /// <summary>One value of <see cref="ConfigurationKey.Item"/>, or several.</summary>
    OneOrMore,

    /// <summary>Free names, each with a value of <see cref="ConfigurationKey.Item"/>.</summary>
    Map,

    /// <summary>Names of rules, also with <c>*</c>, each with a severity.</summary>
    Rules,

    /// <summary>The name of a rule, also with <c>*</c>.</summary>
    Rule,

    /// <summary>Fixed keys.</summary>
    Object,
}

/// <summary>One key of gavel.yml: what reading, the errors and the JSON Schema know about it.</summary>
/// <param name="Doc">One sentence for people.</param>
internal sealed record ConfigurationKey(string Name, ConfigurationType Type, string Doc)
{
    public bool IsRequired { get; init; }

    /// <summary>What holds when the key is left out; empty when nothing fixed does.</summary>
    public string Default { get; init; } = "";

    public ImmutableArray<string> Allowed { get; init; } = [];

    public ConfigurationKey? Item { get; init; }

    public ImmutableArray<ConfigurationKey> Keys { get; init; } = [];
}
