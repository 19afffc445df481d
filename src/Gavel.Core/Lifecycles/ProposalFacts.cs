using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>How the text that a decision saw compares with the text of now.</summary>
public enum Freshness
{
    /// <summary>The same, or nothing but fields, white space and slips of the pen differ.</summary>
    Fresh,

    /// <summary>A substantive part is another.</summary>
    Changed,

    /// <summary>The repository has no such text.</summary>
    Missing,
}

/// <summary>What a policy asks of a proposal besides the decisions.</summary>
public sealed record ProposalFacts
{
    public required string Id { get; init; }

    public required Process Process { get; init; }

    /// <summary>Null where the proposal has none of the process's.</summary>
    public Status? Status { get; init; }

    /// <summary>Since when it has that status, by git; null where that is not known.</summary>
    public DateOnly? StatusSince { get; init; }

    /// <summary>The instant of <see cref="StatusSince"/>; null where only the day is known.</summary>
    public DateTimeOffset? StatusInstant { get; init; }

    /// <summary>Keys of people, or names.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The values of each header field, split as lists of people are.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Fields { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who owns the proposal's file by CODEOWNERS; default where there is no such file.</summary>
    public ImmutableArray<string> CodeOwners { get; init; }

    /// <summary>By blob id. A text that is not in here is missing.</summary>
    public ImmutableDictionary<string, Freshness> Texts { get; init; } = ImmutableDictionary<string, Freshness>.Empty;

    /// <summary>By the path of a decision, the first other file of the proposal's directory that says something else by now.</summary>
    public ImmutableDictionary<string, string> ChangedBeside { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who signed the commit that brought a decision file, by the file's path: a key of <c>people</c>, else what git calls them. Only of commits whose signature git verifies.</summary>
    public ImmutableDictionary<string, string> Signed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>By the path of a decision file that is not in <see cref="Signed"/>, why: "by a key that has expired".</summary>
    public ImmutableDictionary<string, string> Unsigned { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Decisions that nobody can read.</summary>
    public ImmutableArray<UnreadableDecision> Unreadable { get; init; } = [];

    public PersonDirectory People { get; init; } = PersonDirectory.Empty;
}
