using System.CommandLine;

namespace Gavel.Cli.CommandLine;

/// <summary>One run of a command.</summary>
internal sealed class Invocation : InvocationConfiguration
{
    /// <summary>What is open already; null where the command opens its own.</summary>
    public Session? Session { get; init; }
}
