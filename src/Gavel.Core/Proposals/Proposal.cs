using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>A document held to the schema of its time.</summary>
public sealed record Proposal
{
    /// <summary><c>KLIP-54</c>, or a path-like name where there are no numbers (CONTRACT.md, section 2).</summary>
    public required string Id { get; init; }

    public required Process Process { get; init; }

    public required Schema Schema { get; init; }

    public required Document Document { get; init; }

    /// <summary>Null for a process without numbers, and where a label stands in the number's place.</summary>
    public int? Number { get; init; }

    /// <summary>The title without name, number and separators; the heading's whole text where it does not read by the pattern.</summary>
    public required string Title { get; init; }

    /// <summary>The status as the proposal writes it; null when it has none.</summary>
    public string? StatusText { get; init; }

    /// <summary>Null when the text names no status of the process.</summary>
    public StatusMatch? Status { get; init; }

    /// <summary>The folder of a directory proposal; null for a proposal of one file.</summary>
    public string? Directory { get; init; }

    /// <summary>One for each demand about fields and sections, in the order of the schema.</summary>
    public required ImmutableArray<Answer> Answers { get; init; }

    public string Path => Document.Text.Path;

    public SourceText Text => Document.Text;

    public IEnumerable<(T Demand, Answer Answer)> AnswersTo<T>() where T : Demand =>
        from answer in Answers where answer.Demand is T select ((T)answer.Demand, answer);
}
