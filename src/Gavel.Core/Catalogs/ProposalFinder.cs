using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <param name="Facts">Without match: only title or header can tell that it is a proposal.</param>
internal sealed record Candidate(Process Process, TreeFile File, PathFacts Facts);

/// <summary>Says which files are proposals of which process (CONTRACT.md, section 2).</summary>
internal sealed class ProposalFinder(ITree tree, ImmutableArray<Process> processes, ImmutableArray<ISyntax> syntaxes)
{
    private const int LongestPointer = 600; // characters

    /// <summary>Files that may be proposals, by path. What only a look into the text can tell is still among them.</summary>
    public List<Candidate> Candidates()
    {
        var never = Never();
        var found = new List<Candidate>();
        var directories = new HashSet<string>(StringComparer.Ordinal);
        var open = new List<(Process Process, TreeFile File)>();
        // The process with the deepest folder owns a file first.
        var order = processes.OrderByDescending(p => p.Folder.Length).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        foreach (var file in tree.Files)
        {
            if (never.Contains(file.Path) || !syntaxes.Any(s => s.Reads(file.Path)) || IsTemplateName(file.Path)) continue;
            var own = order.FirstOrDefault(p => IsBelow(file.Path, p.Folder) && !IsExcluded(p, file.Path));
            foreach (var process in order)
            {
                if (!IsBelow(file.Path, process.Folder) || IsExcluded(process, file.Path) || MatchOf(process, file.Path) is not ({ } match, { } pattern)) continue;
                if (IsPage(file.Path) && !pattern.IsDirectory) break;
                var directory = pattern.DirectoryOf(file.Path);
                if (directory is not null) directories.Add(directory);
                found.Add(new Candidate(process, file, new PathFacts(match, directory)));
                own = null;
                break;
            }
            if (own is not null && !IsPage(file.Path)) open.Add((own, file));
        }
        var beside = found.Where(c => c.Facts.Directory is null).SelectMany(c => OwnFolders(c.File.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var (process, file) in open)
        {
            if (!IsInside(file.Path, directories) && !IsInside(file.Path, beside)) found.Add(new Candidate(process, file, PathFacts.None));
        }
        found.RemoveAll(c => c.Facts.Directory is null && IsInside(c.File.Path, directories));
        found.Sort(static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return found;
    }

    /// <summary>Whether the text of a candidate is a proposal's.</summary>
    public static bool IsProposal(Candidate candidate, Proposal proposal)
    {
        if (IsPointer(proposal)) return false;
        if (candidate.Facts.Match is not null) return true;
        if (proposal.TitleReading is { Number: not null } || (proposal.TitleReading?.Label is not null && proposal.Schema.Title is not null)) return true;
        // By its header: at least two fields and half of what is demanded; else by its sections: three and half of them.
        var fields = proposal.AnswersTo<Demand.Field>().Where(a => a.Demand.Requirement == Requirement.Required && a.Demand.Style != HeaderStyle.SectionField).ToList();
        var hasFields = fields.Count(f => f.Answer.Field is not null) is var given && given >= 2 && given * 2 >= fields.Count;
        var sections = proposal.AnswersTo<Demand.Section>().Where(a => a.Demand is { Requirement: Requirement.Required, IsOffered: false, IsRepeatable: false }).ToList();
        var there = sections.Count(s => s.Answer.State != AnswerState.Absent && !s.Answer.IsSlot);
        if (hasFields && HasStatus(fields)) return sections.Count == 0 || there * 3 >= sections.Count;
        return fields.Count < 2 && there >= 3 && there * 2 >= sections.Count;
    }

    /// <summary>A few words that say where the proposal went. It may have kept its header.</summary>
    public static bool IsPointer(Proposal proposal)
    {
        var text = proposal.Text.Chars.AsSpan();
        var body = TextSpan.Between(proposal.Document.FrontMatter?.End ?? 0, text.Length);
        if (body.Length > LongestPointer || proposal.Document.Root.SelfAndDescendants().Take(3).Count() > 2) return false;
        text = text[body.Start..];
        // A symbolic link that a checkout wrote as a file, or a lone path.
        if (!text.Trim().ContainsAny(" \t\r\n")) return text.Contains('/') && text.Trim().Length > 0;
        var folded = HeadingKey.Fold(text);
        if (!Array.Exists(RelationWords.Moved, w => folded.Contains(w, StringComparison.Ordinal))) return false;
        return text.Contains("](", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) || text.Contains("`_", StringComparison.Ordinal) || text.Contains(":doc:", StringComparison.Ordinal)
            || text.Contains(".md", StringComparison.OrdinalIgnoreCase) || text.Contains(".rst", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasStatus(List<Answered<Demand.Field>> fields) =>
        fields.Count >= 3 || fields.Exists(f => f.Answer.Field is not null && (f.Demand.Kind == FieldKind.Enum || HeaderWords.IsStatus(f.Demand.Name)));

    private static (FileMatch? Match, FilePattern? Pattern) MatchOf(Process process, string path)
    {
        foreach (var pattern in process.Files)
        {
            if (pattern.Match(path) is { } match) return (match, pattern);
        }
        return (null, null);
    }

    private HashSet<string> Never()
    {
        var never = new HashSet<string>(StringComparer.Ordinal);
        foreach (var process in processes)
        {
            foreach (var template in process.Templates)
            {
                if (!template.IsShared) never.Add(template.Path);
            }
            if (process.Index is { } index) never.Add(index);
        }
        return never;
    }

    private static bool IsExcluded(Process process, string path) => process.Exclude.Any(e => Glob.IsMatch(e, path, slashes: false));

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));

    private static bool IsTemplateName(string path)
    {
        foreach (var part in path.Split('/'))
        {
            var name = part.ToLowerInvariant();
            foreach (var word in RelationWords.TemplateNames)
            {
                var at = name.IndexOf(word, StringComparison.Ordinal);
                if (at < 0) continue;
                // "template.md", "0000-template.md", "templates/": not "templated-search.md", not "12-better-templates.md".
                var stem = name.Split('.')[0];
                if (stem == word || stem == word + "s" || (stem.EndsWith("-" + word, StringComparison.Ordinal) || stem.EndsWith("_" + word, StringComparison.Ordinal)) && !HasRealNumber(stem) || stem.StartsWith(word + "-", StringComparison.Ordinal) || stem.StartsWith(word + "_", StringComparison.Ordinal)) return true;
            }
        }
        return false;
    }

    // "rfc-0012/" and "rfc-0012-lanes/" beside "rfc-0012-lanes.md": what belongs to that proposal.
    private static IEnumerable<string> OwnFolders(string path)
    {
        var stem = TreePath.StemOf(path);
        for (var i = 1; i < stem.Length; i++)
        {
            if (stem[i] is '-' or '_' && char.IsAsciiDigit(stem[i - 1])) yield return TreePath.Join(TreePath.FolderOf(path), stem[..i]);
        }
        yield return TreePath.Join(TreePath.FolderOf(path), stem);
    }

    private static bool HasRealNumber(string stem) => stem.AsSpan().IndexOfAnyInRange('1', '9') >= 0;

    private static bool IsPage(string path)
    {
        var stem = TreePath.StemOf(path).ToLowerInvariant();
        return Array.IndexOf(RelationWords.PageNames, stem) >= 0;
    }

    private static bool IsInside(string path, HashSet<string> directories)
    {
        if (directories.Count == 0) return false;
        for (var folder = TreePath.FolderOf(path); folder.Length > 0; folder = TreePath.FolderOf(folder))
        {
            if (directories.Contains(folder)) return true;
        }
        return false;
    }
}
