using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Lifecycles;

namespace Gavel.Core.Checking;

/// <summary>What to check and against what.</summary>
/// <param name="Today">For what depends on the date; from the edge.</param>
public sealed record CheckRequest(DateOnly Today)
{
    /// <summary>For what ends at an hour; all of <see cref="Today"/> by default.</summary>
    public Moment Now { get; init; } = Today;

    /// <summary>Report on these files alone (paths from the root, files or folders), judged against the whole catalog; empty for everything.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The catalog of the merge base: fingerprints that it has are not reported; null to report all.</summary>
    public Catalog? Base { get; init; }

    /// <summary>What the policies of transitions ask of a proposal; null where nobody can tell which text a decision saw.</summary>
    public FactsReader? Facts { get; init; }

    /// <summary>The rules to run.</summary>
    public ImmutableArray<IRule> Rules { get; init; } = RuleSet.All;

    /// <summary>What is owed and not reported.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;
}
