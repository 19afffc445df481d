using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>One thing that was mined.</summary>
/// <param name="Key">The key of gavel.yml that it is for, perhaps with a dot; <c>index.columns</c> is told, not written.</param>
/// <param name="Parts">One value, or those of a list.</param>
/// <param name="From">What it was mined from, for people: "45 of 47 files", "zip-template.md:5".</param>
public sealed record MinedItem(string Key, ImmutableArray<string> Parts, string From)
{
    public MinedItem(string key, string value, string from)
        : this(key, [value], from) { }

    public string Value => string.Join(Key is "index.columns" ? " | " : ", ", Parts);
}

/// <summary>What was mined about one process.</summary>
/// <param name="Proposals">Files that match its patterns.</param>
public sealed record MinedFacts(string Process, int Proposals, ImmutableArray<MinedItem> Items);

/// <param name="Processes">By folder; empty when none was found.</param>
/// <param name="Faults">What gavel.yml names and the tree lacks: <c>config</c>.</param>
/// <param name="Mined">One for each process, in the same order.</param>
public sealed record ProcessesFound(ImmutableArray<Process> Processes, ImmutableArray<Diagnostic> Faults, ImmutableArray<MinedFacts> Mined)
{
    /// <summary>What mining asked of the documents; null where nobody knows.</summary>
    internal Lazy<MiningTrace?>? Trace { get; init; }

    /// <summary>Whether the same is found after the text of one document changed that is neither a template nor an index. Asks that document again.</summary>
    /// <param name="tree">Has files of the same names with the same contents, but this one.</param>
    public bool HoldsAfter(ITree tree, string path, ImmutableArray<ISyntax> syntaxes) => Trace?.Value is { } trace && trace.HoldsFor(Listing.Without(tree, syntaxes), path);
}
