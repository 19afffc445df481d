using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>Collects what is wrong with gavel.yml.</summary>
internal sealed class ConfigurationFaults(SourceText text)
{
    private readonly List<Diagnostic> _faults = [];

    public SourceText Text => text;

    public void Add(TextSpan span, string message, string? help = null, Severity severity = Severity.Error) =>
        _faults.Add(new Diagnostic("config", severity, Place.In(text, span), message, new Reason.Standard("the keys of gavel.yml")) { Help = help, Subject = message });

    public ImmutableArray<Diagnostic> ToImmutable() => [.. _faults.OrderBy(f => f.At.Span)];

    /// <summary>"Did you mean 'x'?" for the nearest of some names.</summary>
    /// <returns>Null when none is near.</returns>
    public static string? Suggest(string word, IEnumerable<string> names) =>
        Spelling.Nearest(word, names) is { } near ? $"Did you mean '{near}'?" : null;
}
