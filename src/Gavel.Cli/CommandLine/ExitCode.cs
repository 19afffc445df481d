namespace Gavel.Cli.CommandLine;

/// <summary>The exit status of the tool; part of the public contract.</summary>
internal enum ExitCode
{
    Fine = 0,
    Findings = 1,
    Usage = 2,
    Failure = 3,
}

/// <summary>The caller asked for something that cannot be: exit status 2.</summary>
/// <param name="message">Lower case, says what to do.</param>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The surroundings lack what the command needs: exit status 3.</summary>
/// <param name="message">Lower case, says what to do.</param>
internal sealed class EnvironmentException(string message) : IOException(message);
