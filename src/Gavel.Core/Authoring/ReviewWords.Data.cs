using System.Collections.Frozen;

namespace Gavel.Core.Authoring;

/// <summary>Words of header fields that name who is asked for a word on a proposal.</summary>
internal static class ReviewWords
{
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "reviewer", "reviewers", "approver", "approvers", "shepherd", "shepherds", "sponsor", "sponsors", "delegate", "delegates", "editor", "editors", "decider", "deciders",
        "assignee", "assignees", "voter", "voters", "steward", "stewards", "liaison", "liaisons", "manager", "managers", "champion", "champions");
}
