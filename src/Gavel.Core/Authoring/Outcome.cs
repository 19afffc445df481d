using System.Collections.Immutable;
using Gavel.Core.Lifecycles;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>The answer to a wish to change something.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="Id">The proposal's id after the change.</param>
    /// <param name="Path">Its path after the change.</param>
    /// <param name="Changed">Every path that is written, moved or made, as it is afterwards; sorted.</param>
    public sealed record Done(string Id, int? Number, string Path, ChangeSet Changes, ImmutableArray<string> Changed) : Outcome
    {
        /// <summary>What the author should know, one sentence each: similar proposals, a status that was not moved.</summary>
        public ImmutableArray<string> Notes { get; init; } = [];
    }

    public sealed record Refused(RefusalCode Code, string Text) : Outcome
    {
        /// <summary>What stands in the way, one by one; empty where the text says it all.</summary>
        public ImmutableArray<UnmetGate> Unmet { get; init; } = [];
    }
}

public enum RefusalCode
{
    /// <summary>Another proposal, a row of the index or another branch has the number.</summary>
    NumberTaken,

    /// <summary>A file or folder is already there.</summary>
    Exists,

    /// <summary>The schema does not allow the value, or there is nowhere to put it.</summary>
    NotAllowed,

    /// <summary>The file changed meanwhile, or has changes that no commit holds.</summary>
    Uncommitted,

    /// <summary>The process knows no such move.</summary>
    NoSuchTransition,

    /// <summary>The move is there, and something that it asks for is not.</summary>
    GateUnmet,
}
