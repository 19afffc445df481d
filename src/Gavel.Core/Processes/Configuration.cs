using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>What gavel.yml says.</summary>
public sealed record Configuration
{
    /// <summary>The name of the file, in the root.</summary>
    public const string FileName = "gavel.yml";

    public required SourceText Text { get; init; }

    /// <summary>Empty where the file leaves them to be found.</summary>
    public ImmutableArray<ProcessConfiguration> Processes { get; init; } = [];

    public RuleSettings Rules { get; init; } = RuleSettings.None;

    public ImmutableArray<PolicyConfiguration> Policies { get; init; } = [];

    public ImmutableArray<PersonConfiguration> People { get; init; } = [];

    public ImmutableArray<GroupConfiguration> Groups { get; init; } = [];

    /// <summary>Reads gavel.yml. Never throws; what cannot be read is left out and reported.</summary>
    /// <param name="knownRules">The names of all rules; default or empty when rule names are not to be judged.</param>
    /// <returns>No configuration where the text is no YAML mapping.</returns>
    public static (Configuration? Configuration, ImmutableArray<Diagnostic> Faults) Parse(SourceText text, ImmutableArray<string> knownRules = default)
    {
        var faults = new ConfigurationFaults(text);
        var (node, fault) = YamlReader.Read(text);
        if (fault is not null) faults.Add(fault.Span, fault.Message, Braces(text, fault.Span));
        else if (node is null) faults.Add(default, "the file is empty", "Write 'version: 1', or run 'gavel init'.");
        else if (node is not YamlNode.Mapping) faults.Add(node.Span, "the file must be a mapping of keys such as 'version' and 'processes'");
        if (node is not YamlNode.Mapping root) return (null, faults.ToImmutable());
        var sound = new ConfigurationChecker(faults, knownRules.IsDefault ? [] : knownRules).Check(root);
        var configuration = new ConfigurationReader(text, sound).Read(root);
        ConfigurationReferences.Check(configuration, faults);
        return (configuration, faults.ToImmutable());
    }

    // To YAML a brace begins a mapping, in brackets and at the beginning of a value.
    private static string? Braces(SourceText text, TextSpan at)
    {
        if (text.Chars.Length == 0) return null;
        var line = text.Slice(text.Lines.SpanOf(text.Lines.LineOf(Math.Min(at.Start, text.Chars.Length - 1))));
        return line.Contains("{number}", StringComparison.Ordinal) || line.Contains("{slug}", StringComparison.Ordinal) || line.Contains("{folder}", StringComparison.Ordinal)
            ? "In a list in brackets, and where it begins with a brace, a path stands in quotes: [\"rfcs/{number}-{slug}.md\"]."
            : null;
    }
}

/// <summary>One process of gavel.yml; what is null or empty was left out.</summary>
public sealed record ProcessConfiguration
{
    public required string Name { get; init; }

    /// <summary>Paths, each perhaps with <c>{folder}</c>.</summary>
    public ImmutableArray<FilePattern> Templates { get; init; } = [];

    public ImmutableArray<FilePattern> Files { get; init; } = [];

    public string? Header { get; init; }

    public ImmutableArray<string> Exclude { get; init; } = [];

    public Numbering? Numbering { get; init; }

    public StatusPlace? StatusPlace { get; init; }

    public string? Index { get; init; }

    public string? Anchors { get; init; }

    public ImmutableArray<Status> Statuses { get; init; } = [];

    public ImmutableArray<AxisConfiguration> Axes { get; init; } = [];

    public ImmutableArray<ForbiddenCombination> Forbid { get; init; } = [];

    public ImmutableArray<TransitionConfiguration> Transitions { get; init; } = [];

    public ImmutableArray<SectionOverride> Sections { get; init; } = [];

    public ImmutableArray<FieldOverride> Fields { get; init; } = [];

    /// <summary>Where the process is named.</summary>
    public required Place At { get; init; }

    /// <summary>Where each key of the process stands.</summary>
    public ImmutableDictionary<string, Place> Places { get; init; } = ImmutableDictionary<string, Place>.Empty;
}

/// <summary>A second status that moves on its own.</summary>
public sealed record AxisConfiguration(string Name, string Field, ImmutableArray<string> Values, Place At);

/// <param name="Values">Key and value: <c>status</c> and names of axes.</param>
public sealed record ForbiddenCombination(ImmutableArray<KeyValuePair<string, string>> Values, Place At);

/// <param name="Policy">Null for a move that anybody may make.</param>
public sealed record TransitionConfiguration(ImmutableArray<string> From, string To, string? Policy, Place At);

/// <param name="IsRequired">Null where gavel.yml does not say.</param>
/// <param name="RequiredFrom">A status; null where gavel.yml does not say.</param>
public sealed record SectionOverride(string Heading, ImmutableArray<string> Aliases, bool? IsRequired, string? RequiredFrom, int? MaxWords, Place At, string Line);

/// <inheritdoc cref="SectionOverride"/>
public sealed record FieldOverride(string Name, bool? IsRequired, string? RequiredFrom, string? Kind, ImmutableArray<string> Values, Place At, string Line);

/// <param name="Key">The short name.</param>
public sealed record PersonConfiguration(string Key, ImmutableArray<string> Names, ImmutableArray<string> Emails, ImmutableArray<string> Handles, Place At);

public sealed record GroupConfiguration(string Name, ImmutableArray<string> People, Place At);
