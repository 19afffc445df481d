using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>What the paths of gavel.yml name in a tree.</summary>
internal static class ConfiguredPaths
{
    public static Discovered Discover(ProcessConfiguration process, ITree tree)
    {
        var pattern = process.Templates.FirstOrDefault(t => t.Text.Contains('{', StringComparison.Ordinal));
        // The first template of a list is the one that a new proposal starts from: the current one is the last.
        var templates = process.Templates.Reverse()
            .SelectMany(t => t.Text.Contains('{', StringComparison.Ordinal) ? tree.Files.Where(f => t.Match(f.Path) is not null).Select(f => f.Path) : [t.Text])
            .Distinct(StringComparer.Ordinal).ToImmutableArray();
        var never = templates.ToHashSet(StringComparer.Ordinal);
        if (process.Index is not null) never.Add(process.Index);
        var members = tree.Files.Where(f => process.Files.Any(p => p.Match(f.Path) is not null) && !never.Contains(f.Path) && !process.Exclude.Any(e => Glob.IsMatch(e, f.Path, slashes: false)) && !NameWords.IsTemplate(f.Path) && !IsPage(process, f.Path)).ToImmutableArray();
        return new Discovered(CommonFolder(process.Files), process.Files, members, templates, pattern)
        {
            Prefix = process.Name,
            TemplateFrom = Configuration.FileName,
            FilesFrom = Discovery.Count(members.Length, "file"),
        };
    }

    /// <summary>Paths of one process that lead nowhere.</summary>
    public static IEnumerable<Diagnostic> Check(ProcessConfiguration process, MinedProcess mined, ITree tree)
    {
        foreach (var template in process.Templates)
        {
            var isThere = template.Text.Contains('{', StringComparison.Ordinal) ? mined.Templates.Any(t => template.Match(t) is not null) : tree.Find(template.Text) is not null;
            if (!isThere) yield return Missing(process, "template", template.Text, tree);
        }
        if (process.Index is { } index && tree.Find(index) is null) yield return Missing(process, "index", index, tree);
        foreach (var files in process.Files.Where(f => f.Folder.Length > 0 && !tree.HasFolder(f.Folder)))
            yield return Fault(process, "files", $"there is no folder '{files.Folder}'", null);
    }

    private static Diagnostic Missing(ProcessConfiguration process, string key, string path, ITree tree)
    {
        var name = TreePath.NameOf(path);
        var same = tree.Files.FirstOrDefault(f => string.Equals(TreePath.NameOf(f.Path), name, StringComparison.OrdinalIgnoreCase))?.Path
            ?? Spelling.Nearest(path, tree.Files.Select(f => f.Path).Where(p => string.Equals(TreePath.FolderOf(p), TreePath.FolderOf(path), StringComparison.Ordinal)));
        return Fault(process, key, $"there is no file '{path}'", same is null ? null : $"Did you mean '{same}'?");
    }

    private static Diagnostic Fault(ProcessConfiguration process, string key, string message, string? help) =>
        new("config", Severity.Error, process.Places.GetValueOrDefault(key) ?? process.At, message, new Reason.Standard("the paths of gavel.yml")) { Help = help, Subject = message };

    // A README that is itself what the pattern names is a proposal, one beside proposals is not.
    private static bool IsPage(ProcessConfiguration process, string path) =>
        NameWords.IsPage(path) && !process.Files.Any(f => f.IsDirectory && f.Match(path) is not null);

    private static string CommonFolder(ImmutableArray<FilePattern> files)
    {
        if (files.IsEmpty) return "";
        var common = files[0].Folder;
        foreach (var file in files.Skip(1))
        {
            while (common.Length > 0 && !string.Equals(file.Folder, common, StringComparison.Ordinal) && !file.Folder.StartsWith(common + "/", StringComparison.Ordinal)) common = TreePath.FolderOf(common);
        }
        return common;
    }
}
