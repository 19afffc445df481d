using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>What a proposal says of one alternative under one aspect.</summary>
/// <param name="Text">Without markup; null where nobody answered.</param>
/// <param name="At">Where the answer stands; null where there is none.</param>
public sealed record AlternativeCell(string Aspect, string? Text, TextSpan? At);

/// <param name="IsPreferred">The proposal says that it was chosen.</param>
/// <param name="Cells">One for each aspect, in the order of the aspects.</param>
public sealed record Alternative(string Name, TextSpan At, bool IsPreferred, ImmutableArray<AlternativeCell> Cells);

/// <summary>Alternatives against the aspects that the template names; without such, against those that the proposal itself uses.</summary>
public sealed record AlternativesMatrix(ImmutableArray<string> Aspects, ImmutableArray<Alternative> Alternatives)
{
    public static AlternativesMatrix Empty { get; } = new([], []);
}
