using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>A move from one status to another.</summary>
/// <param name="From">Null for a proposal without a known status.</param>
/// <param name="Policy">Null where nobody needs to agree.</param>
/// <param name="At">The line of gavel.yml that allows it; null where it follows from the kinds of the statuses.</param>
public sealed record Transition(Status? From, Status To, PolicyConfiguration? Policy, Place? At);
