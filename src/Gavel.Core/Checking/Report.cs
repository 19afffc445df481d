using System.Collections.Immutable;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>A diagnostic with its fingerprint: rule, id (else path), demand, normalised text, ordinal; no line numbers. Lower-case hex.</summary>
public sealed record Finding(Diagnostic Diagnostic, string Fingerprint);

/// <summary>What a check found.</summary>
/// <param name="Proposals">How many proposals were checked.</param>
/// <param name="Owed">How many findings the baseline holds back.</param>
/// <param name="Findings">Ordered by path, line, column, rule. Severities are final.</param>
public sealed record Report(int Proposals, int Owed, ImmutableArray<Finding> Findings)
{
    /// <summary>The files that were judged, for "in 9 of 47 proposals".</summary>
    public int ProposalsWithFindings => Findings.Where(f => f.Diagnostic.Proposal is not null).Select(f => f.Diagnostic.At.Path).Distinct(StringComparer.Ordinal).Count();

    public bool Has(Severity atLeast) => Findings.Any(f => f.Diagnostic.Severity >= atLeast);
}

