using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Lifecycles;

/// <summary>The texts of a proposal that is a directory, besides its main document: whoever approves it approves them too.</summary>
public sealed class Companions(ITree tree, IHistory history, ImmutableArray<ISyntax> syntaxes)
{
    private const long LongestText = 1 << 20; // bytes
    private const int Most = 500; // files

    private static readonly string[] Drawings = [".svg", ".drawio", ".excalidraw"]; // text to a computer, marks to a reader

    /// <summary>Sorted by path; empty for a proposal that is one file.</summary>
    public ImmutableArray<TreeFile> FilesOf(CatalogEntry entry)
    {
        if (entry.Directory is not { Length: > 0 } directory) return [];
        return [.. tree.Files.Where(f => f.Path.StartsWith(directory + "/", StringComparison.Ordinal) && IsText(entry, f)).Take(Most)];
    }

    /// <summary>What a decision of now is about besides the main document.</summary>
    public ImmutableArray<DecidedFile> Of(CatalogEntry entry) => [.. FilesOf(entry).Select(f => new DecidedFile(f.Path[(entry.Directory!.Length + 1)..], tree.IdOf(f)))];

    /// <summary>The first file of which a substantive part is another than when somebody decided, or that came or went since.</summary>
    /// <returns>Null where all say the same; its name below the directory.</returns>
    public string? FirstChanged(CatalogEntry entry, ImmutableArray<DecidedFile> decided)
    {
        if (decided.IsDefault || entry.Directory is not { Length: > 0 } directory) return null;
        var now = Of(entry).ToDictionary(f => f.Name, f => f.Id, StringComparer.Ordinal);
        var then = new Dictionary<string, ContentId>(StringComparer.Ordinal);
        foreach (var file in decided) then[file.Name] = file.Id;
        foreach (var name in then.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (hasOld, hasNew) = (then.TryGetValue(name, out var old), now.TryGetValue(name, out var present));
            if (hasOld && hasNew && old == present) continue;
            if (hasOld && !hasNew && now.Any(n => n.Value == old && !then.ContainsKey(n.Key))) continue; // it has another name now
            if (!hasOld && then.Any(t => t.Value == present && !now.ContainsKey(t.Key))) continue;
            var path = $"{directory}/{name}";
            var before = hasOld ? history.Read(old!, path) : SourceText.From(path, "");
            var after = hasNew ? tree.Read(tree.Find(path)!) : SourceText.From(path, "");
            if (before is null || !IsSame(before, after)) return name;
        }
        return null;
    }

    private bool IsText(CatalogEntry entry, TreeFile file)
    {
        if (string.Equals(file.Path, entry.Path, StringComparison.Ordinal) || file.Length > LongestText) return false;
        // A file beside the document that holds its header is fields.
        if (entry.Process.HeaderFile is { } header && string.Equals(file.Path, TreePath.Join(TreePath.FolderOf(entry.Path), header), StringComparison.Ordinal)) return false;
        if (Array.Exists(Drawings, d => file.Path.EndsWith(d, StringComparison.OrdinalIgnoreCase))) return false;
        return syntaxes.Any(s => s.Reads(file.Path)) || !tree.Read(file).Chars.Contains('\0', StringComparison.Ordinal);
    }

    private bool IsSame(SourceText before, SourceText after) =>
        syntaxes.FirstOrDefault(s => s.Reads(after.Path)) is { } syntax ? Substance.IsSame(syntax.Parse(before), syntax.Parse(after)) : Substance.IsSame(before, after);
}
