using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Trees;

namespace Gavel.Core.Decisions;

/// <summary>Reads every decision file of a tree.</summary>
public static class DecisionReader
{
    /// <summary>Below which all decision files are.</summary>
    public const string Folder = DecisionName.Folder;

    private const long LongestFile = 1 << 18; // bytes; a longer one is no decision

    /// <summary>Never throws but for a file that is gone meanwhile. A file that cannot be used is reported and left out; nothing is guessed from it but by name.</summary>
    /// <exception cref="TreeException">A file cannot be read any more.</exception>
    public static DecisionSet Read(ITree tree)
    {
        if (!tree.HasFolder(DecisionName.Folder)) return DecisionSet.Empty;
        var decisions = new List<Decision>();
        var unreadable = ImmutableArray.CreateBuilder<UnreadableDecision>();
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in tree.Files)
        {
            if (DecisionName.ProposalOf(file.Path) is not { } proposal) continue;
            var name = DecisionName.Read(file.Path);
            var decision = file.Length > LongestFile ? null : new DecisionText(tree.Read(file), proposal, name, faults).Read();
            if (decision is not null)
            {
                decisions.Add(decision);
                continue;
            }
            unreadable.Add(new UnreadableDecision(file.Path, proposal, name.Action, name.By));
            if (file.Length > LongestFile) faults.Add(DecisionText.Fault(Place.StartOf(file.Path), Severity.Error, "the file is too long for a decision", null));
        }
        return new DecisionSet(decisions, unreadable.ToImmutable(), faults.ToImmutable());
    }
}
