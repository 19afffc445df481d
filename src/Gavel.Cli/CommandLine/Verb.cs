using System.CommandLine;

namespace Gavel.Cli.CommandLine;

/// <param name="Line">What to type.</param>
/// <param name="Says">What it does, lower case.</param>
internal sealed record Example(string Line, string Says);

/// <summary>A command with what its help page says besides its options.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Paragraphs below the summary.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>What the exit status means here.</summary>
    public string ExitStatus { get; init; } = "0 fine, 2 wrong usage or configuration, 3 the environment failed.";
}
