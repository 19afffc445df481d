namespace Gavel.Core.Diagnostics;

public enum Severity
{
    /// <summary>Said nowhere; what a configuration sets a rule to.</summary>
    Off,
    Info,
    Warning,
    Error,
}
