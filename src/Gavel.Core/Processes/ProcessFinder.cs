using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>
/// Finds the processes of a tree: as gavel.yml says, completed by mining; without it by mining alone. What was mined is remembered by the names and blob
/// ids of all documents, so that with a filled cache no document is read but the templates; and with what was asked of each, so that an edit asks one again.
/// </summary>
public static class ProcessFinder
{
    // Whether they are there says who makes a page's navigation.
    private static readonly string[] SiteFiles = ["mkdocs.yml", "mkdocs.yaml", ".gitlab-ci.yml"];

    /// <param name="memory">Of minings that came before in this process; null where there were none.</param>
    public static ProcessesFound Find(ITree tree, IHistory history, ImmutableArray<ISyntax> syntaxes, Configuration? configuration, ICache cache, CancellationToken cancellationToken, MiningMemory? memory = null)
    {
        var listing = new Listing(tree, syntaxes, memory);
        var (key, names) = KeysOf(listing, configuration);
        var bytes = cache.Get(key);
        var mined = bytes is null ? null : MinedProcess.Read(bytes);
        Lazy<MiningTrace?>? traced = null;
        if (mined is null)
        {
            (mined, var trace) = Carried(listing, names, cache);
            traced = new Lazy<MiningTrace?>(trace ?? listing.Trace);
            if (mined is null)
            {
                mined = Mine(listing, configuration, cancellationToken);
                Keep(names, mined.Value, listing.Trace, cache);
            }
            cache.Put(key, MinedProcess.Write(mined.Value));
        }
        traced ??= new Lazy<MiningTrace?>(() => Carried(listing, names, cache) is ({ } carried, { } trace) && MinedProcess.Write(carried).AsSpan().SequenceEqual(bytes) ? trace : null);
        ProcessConfiguration? ConfigurationOf(int i) => configuration is { Processes.IsEmpty: false } ? configuration.Processes[i] : null;
        // Before a template's past is asked for, which waits for the log: until it ends, git reads their texts beside it.
        if (tree.Revision is null)
        {
            var expected = mined.Value.Select((m, i) => new ProposalPaths(m, ConfigurationOf(i))).ToArray();
            history.Expect(path => Array.Exists(expected, p => p.Has(path)));
        }
        var builder = new ProcessBuilder(tree, history, syntaxes, configuration, cache);
        var faults = new List<Diagnostic>();
        var processes = ImmutableArray.CreateBuilder<Process>();
        var facts = ImmutableArray.CreateBuilder<MinedFacts>();
        for (var i = 0; i < mined.Value.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var by = ConfigurationOf(i);
            if (by is not null) faults.AddRange(ConfiguredPaths.Check(by, mined.Value[i], tree));
            var process = builder.Build(mined.Value[i], by);
            processes.Add(process);
            if (by is not null) faults.AddRange(ConfigurationReferences.Check(by, process.Statuses));
            // What gavel.yml says was not mined.
            var items = by is null ? mined.Value[i].Items : mined.Value[i].Items.RemoveAll(item => by.Places.ContainsKey(item.Key.Split('.')[0]));
            facts.Add(new MinedFacts(process.Name, mined.Value[i].Proposals, items));
        }
        return new ProcessesFound(processes.ToImmutable(), [.. faults], facts.ToImmutable()) { Trace = traced };
    }

    /// <summary>Why nothing may have been found: files that are named like proposals in a markup language that nothing reads.</summary>
    /// <returns>One sentence; null where there are none.</returns>
    public static string? WhyNone(ITree tree) =>
        UnreadFiles.Of(tree) is { Count: var count, Extension: var extension }
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} files with a number in their name are '{extension}': only Markdown (.md) and reStructuredText (.rst) are read")
            : null;

    /// <summary>The files that are called templates although no process was found that follows one; by path. Forms for issues are among them only where they are for proposals.</summary>
    public static IEnumerable<string> Unfollowed(ITree tree, ImmutableArray<ISyntax> syntaxes) =>
        tree.Files.Select(f => f.Path).Where(p => syntaxes.Any(s => s.Reads(p)) && NameWords.IsTemplate(p) && !NameWords.IsForm(p)
            && (p.StartsWith(".git", StringComparison.Ordinal) ? NameWords.IsProposalFolder(TreePath.StemOf(p)) : !NameWords.IsNoise(p) && !NameWords.IsOtherDocument(p))).Order(StringComparer.Ordinal);

    // What was mined of the same names holds as long as each document still says of itself what mining asked.
    private static (ImmutableArray<MinedProcess>? Mined, MiningTrace? Trace) Carried(Listing listing, string names, ICache cache)
    {
        if (cache.Get(names) is not { Length: > sizeof(int) } bytes) return (null, null);
        var length = BitConverter.ToInt32(bytes, 0);
        if (length < 0 || length > bytes.Length - sizeof(int)) return (null, null);
        if (MinedProcess.Read(bytes[sizeof(int)..(sizeof(int) + length)]) is not { } mined) return (null, null);
        if (MiningTrace.Read(bytes[(sizeof(int) + length)..]) is not { } trace || !trace.Holds(listing, out var isWorn)) return (null, null);
        if (isWorn) Keep(names, mined, trace, cache);
        return (mined, trace);
    }

    private static void Keep(string names, ImmutableArray<MinedProcess> mined, MiningTrace trace, ICache cache)
    {
        var bytes = MinedProcess.Write(mined);
        cache.Put(names, [.. BitConverter.GetBytes(bytes.Length), .. bytes, .. trace.Write()]);
    }

    private static ImmutableArray<MinedProcess> Mine(Listing listing, Configuration? configuration, CancellationToken cancellationToken)
    {
        if (configuration is { Processes.IsEmpty: false })
            return [.. configuration.Processes.Select(p => new ProcessMiner(listing, ConfiguredPaths.Discover(p, listing.Tree)).Mine(cancellationToken))];
        var mined = ImmutableArray.CreateBuilder<MinedProcess>();
        foreach (var found in Discovery.Find(listing, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            mined.Add(new ProcessMiner(listing, found).Mine(cancellationToken));
        }
        return Distinct(mined);
    }

    // Two processes of one name would share their ids: the folder tells them apart.
    private static ImmutableArray<MinedProcess> Distinct(ImmutableArray<MinedProcess>.Builder mined)
    {
        foreach (var same in mined.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).ToList())
        {
            foreach (var process in same.OrderByDescending(p => p.Proposals).ThenBy(p => p.Folder, StringComparer.Ordinal).Skip(1).ToList())
            {
                var words = process.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => !NameWords.IsProposalFolder(p) && ConfigurationValues.IsIdName(p) && p is not "docs" and not "doc").ToList();
                var name = words.Count > 0 ? $"{words[^1]}-{process.Name}" : process.Name;
                for (var n = 2; mined.Any(m => m != process && string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)); n++) name = $"{process.Name}{n}";
                mined[mined.IndexOf(process)] = process with { Name = name };
            }
        }
        return mined.ToImmutable();
    }

    /// <summary>What mining may see: the names of the documents with their contents, and without.</summary>
    private static (string All, string Names) KeysOf(Listing listing, Configuration? configuration)
    {
        listing.Tree.Prepare([.. listing.Files.Select(f => f.File)]);
        var hash = new Sha256();
        var contents = new Sha256();
        Add(CodeBuild.Id);
        Add(configuration?.Text.Id.Sha ?? "-");
        foreach (var name in SiteFiles) Add(listing.Tree.Find(name) is null ? "-" : name);
        foreach (var file in listing.Files)
        {
            Add(file.Path);
            contents.AppendLine(listing.Tree.IdOf(file.File).Sha);
        }
        // Sidecars are found by name and read for their status.
        foreach (var file in listing.Tree.Files.Where(f => f.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)).Where(f => !f.Path.StartsWith(".gavel/", StringComparison.Ordinal)))
        {
            Add(file.Path);
            if (listing.ByFolder.Contains(TreePath.FolderOf(file.Path)) && !NameWords.IsNoise(file.Path)) contents.AppendLine(listing.Tree.IdOf(file).Sha);
        }
        var names = hash.FinishHex();
        contents.AppendLine(names);
        return ($"processes:{contents.FinishHex()}", $"mined:{names}");

        void Add(string text) => hash.AppendLine(text);
    }
}
