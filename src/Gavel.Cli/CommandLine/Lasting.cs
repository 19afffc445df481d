using Gavel.Core.Catalogs;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Gavel.Cli.CommandLine;

/// <summary>
/// What holds over several readings of a repository while no ref of it moves: git with its history. Let go of by whoever made it and by each session that was opened
/// with it; the last one closes git.
/// </summary>
internal sealed class Lasting
{
    private int _users = 1;

    /// <param name="entries">Lasts longer, as does what was mined.</param>
    /// <param name="refs">What the refs are before anything is read of them; null where only git can tell.</param>
    public Lasting(Root root, ICache cache, EntryMemory entries, MiningMemory mined, string? refs)
    {
        Root = root;
        Cache = cache;
        Entries = entries;
        Mined = mined;
        Refs = refs;
        Git = GitRepository.OpenInstalled(root, cache);
    }

    public Root Root { get; }

    public ICache Cache { get; }

    public EntryMemory Entries { get; }

    public MiningMemory Mined { get; }

    /// <summary>Null in a plain folder, and where there is no git program.</summary>
    public GitRepository? Git { get; }

    public string? Refs { get; }

    public Lasting Use()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    public void LetGo()
    {
        if (Interlocked.Decrement(ref _users) == 0) Git?.Dispose();
    }
}
