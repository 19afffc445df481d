using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>A file that a front end reads.</summary>
/// <param name="Shape">Of the name without extension.</param>
internal sealed record ListedFile(TreeFile File, string Folder, string Stem, string Extension, NameShape Shape)
{
    public string Path => File.Path;
}

/// <summary>The documents of a tree that may be proposals, templates or pages about them. Reads names only.</summary>
internal sealed class Listing
{
    private readonly ImmutableArray<ISyntax> _syntaxes;
    private readonly Dictionary<string, Document> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Traits> _traits = new(StringComparer.Ordinal);

    public Listing(ITree tree, ImmutableArray<ISyntax> syntaxes)
    {
        Tree = tree;
        _syntaxes = syntaxes;
        Files = [.. tree.Files.Where(f => SyntaxOf(f.Path) is not null && !NameWords.IsNoise(f.Path) && !NameWords.IsForm(f.Path)).Select(List)];
        ByFolder = Files.ToLookup(f => f.Folder, StringComparer.Ordinal);
        FoldersIn = ByFolder.Select(g => g.Key).Where(f => f.Length > 0).ToLookup(TreePath.FolderOf, StringComparer.Ordinal);
    }

    public ITree Tree { get; }

    /// <summary>By path.</summary>
    public ImmutableArray<ListedFile> Files { get; }

    public ILookup<string, ListedFile> ByFolder { get; }

    /// <summary>The folders with documents right below a folder.</summary>
    public ILookup<string, string> FoldersIn { get; }

    public ISyntax? SyntaxOf(string path)
    {
        foreach (var syntax in _syntaxes)
        {
            if (syntax.Reads(path)) return syntax;
        }
        return null;
    }

    /// <summary>Parses a file once.</summary>
    /// <returns>Null where no front end reads it.</returns>
    public Document? Open(TreeFile file)
    {
        if (_parsed.TryGetValue(file.Path, out var known)) return known;
        if (SyntaxOf(file.Path) is not { } syntax) return null;
        var document = syntax.Parse(Tree.Read(file));
        _parsed[file.Path] = document;
        return document;
    }

    public Traits TraitsOf(TreeFile file)
    {
        if (_traits.TryGetValue(file.Path, out var known)) return known;
        var traits = Open(file) is { } document ? Traits.Of(document) : Traits.None;
        _traits[file.Path] = traits;
        return traits;
    }

    private static ListedFile List(TreeFile file)
    {
        var stem = TreePath.StemOf(file.Path);
        var name = TreePath.NameOf(file.Path);
        return new ListedFile(file, TreePath.FolderOf(file.Path), stem, name[stem.Length..], NameShape.Of(stem));
    }
}
