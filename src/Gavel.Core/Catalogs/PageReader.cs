using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>An index and what else its page says.</summary>
internal sealed record IndexPage(IndexTable Table, ImmutableArray<AllowMark> Allowed, ImmutableArray<Diagnostic> Faults);

/// <summary>Reads files that are no proposals: indexes, and pages that links lead to.</summary>
internal sealed class PageReader(ITree tree, Dictionary<Process, string> digests, ImmutableArray<Process> processes, ImmutableArray<ISyntax> syntaxes, EntryStore store)
{
    public List<IndexPage> IndexesOf()
    {
        var indexes = new List<IndexPage>();
        string? names = null;
        foreach (var process in processes)
        {
            if (process.Index is not { } path || tree.Find(path) is not { } file || syntaxes.FirstOrDefault(s => s.Reads(path)) is not { } syntax) continue;
            // Its links are resolved against the names of the tree.
            names ??= TreeDigest.OfNames(tree);
            var key = string.Concat(string.Concat("index/", digests[process], "/", process.Name), string.Concat("/", tree.IdOf(file).Sha, "/", names), path);
            if (store.FindIndex(key, path) is not { } index)
            {
                var page = syntax.Parse(tree.Read(file));
                index = new IndexPage(IndexReader.Read(page, process, tree), AllowMarkReader.Read(page), page.Faults);
                store.AddIndex(key, index, path);
            }
            indexes.Add(index);
        }
        return indexes;
    }

    /// <returns>Null when no syntax reads the file.</returns>
    public ImmutableArray<string>? AnchorsOf(TreeFile file)
    {
        if (syntaxes.FirstOrDefault(s => s.Reads(file.Path)) is not { } syntax) return null;
        var convention = syntax.Name == "rst" ? "docutils" : ConventionAt(file.Path);
        var key = $"anchors/{CodeBuild.Id}/{syntax.Name}/{convention}/{tree.IdOf(file)}";
        if (store.FindText(key) is { } known) return [.. known.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var document = syntax.Parse(tree.Read(file));
        ImmutableArray<string> anchors = [.. syntax.AnchorsOf(document, convention)];
        store.AddText(key, string.Join('\n', anchors));
        return anchors;
    }

    // That of the process around the page, else of the first: one site shows them all.
    private string ConventionAt(string path)
    {
        var around = processes.Where(p => p.Folder.Length == 0 || path.StartsWith(p.Folder + "/", StringComparison.Ordinal)).MaxBy(p => p.Folder.Length);
        return (around ?? processes.FirstOrDefault())?.Anchors ?? "github";
    }
}

/// <summary>What indexes say of statuses, for processes that keep them there.</summary>
internal sealed class IndexStatuses
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal); // by process and path

    public IndexStatuses(List<IndexPage> pages, ImmutableArray<Process> processes)
    {
        foreach (var page in pages)
        {
            var table = page.Table;
            if (processes.FirstOrDefault(p => string.Equals(p.Name, table.Process, StringComparison.Ordinal)) is not { StatusPlace: StatusPlace.Index } process) continue;
            foreach (var row in table.Rows)
            {
                if (row.Target is { } target && TextOf(row, process) is { Length: > 0 } text) _byPath.TryAdd(KeyOf(process, target), text);
            }
        }
    }

    /// <returns>Null where the index does not say, and in other processes.</returns>
    public string? Of(Process process, string path) =>
        process.StatusPlace != StatusPlace.Index ? null : _byPath.GetValueOrDefault(KeyOf(process, path)) ?? _byPath.GetValueOrDefault(KeyOf(process, TreePath.FolderOf(path)));

    private static string KeyOf(Process process, string path) => string.Concat(process.Name, "\n", path);

    // "Approved Specs" says "Approved".
    private static string? TextOf(IndexRow row, Process process)
    {
        if (row.Status is { } cell) return cell.Value;
        if (row.Group.Length == 0 || process.Statuses.Find(row.Group) is not null) return row.Group;
        var group = $" {HeadingKey.Fold(row.Group)} ";
        foreach (var status in process.Statuses.Statuses)
        {
            foreach (var name in status.Aliases.Prepend(status.Name))
            {
                if (group.Contains($" {HeadingKey.Fold(name)} ", StringComparison.Ordinal)) return status.Name;
            }
        }
        return row.Group;
    }
}
