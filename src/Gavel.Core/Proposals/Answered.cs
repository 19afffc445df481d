using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>A demand of one kind with its answer. A class: lists and queries over it need no compiling at start.</summary>
public sealed record Answered<T>(T Demand, Answer Answer)
    where T : Demand;
