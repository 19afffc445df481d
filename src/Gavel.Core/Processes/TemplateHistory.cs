using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>The revisions of templates: those of the past, then that of the tree.</summary>
internal sealed class TemplateHistory(ITree tree, IHistory history, ImmutableArray<ISyntax> syntaxes, ICache cache, string header, Func<Schema, Schema> adjust)
{
    private const int MostRevisions = 40; // of one template; the newest are kept

    /// <summary>Oldest first.</summary>
    /// <returns>Empty where no front end reads the template or the tree lacks it.</returns>
    public ImmutableArray<TemplateRevision> Of(string path, string? folder)
    {
        if (tree.Find(path) is not { } file || SyntaxOf(path) is not { } syntax) return [];
        var current = tree.IdOf(file);
        var revisions = new List<TemplateRevision>();
        DateTimeOffset? currentSince = null;
        ContentId? before = null;
        foreach (var version in history.Of(path).TakeLast(MostRevisions))
        {
            if (version.Id == before) continue; // a rename alone
            before = version.Id;
            currentSince = version.Id == current ? version.Recorded : null;
            revisions.Add(new TemplateRevision(path, version.Id, () => Past(version, syntax, file), version.Recorded, folder));
        }
        // The last recorded revision is that of the tree, unless the tree has changes.
        if (currentSince is not null) revisions.RemoveAt(revisions.Count - 1);
        revisions.RemoveAll(r => !HasText(r));
        revisions.Add(new TemplateRevision(path, current, () => adjust(SchemaSource.Learn(tree.Read(file), HeaderOf(path), syntax, cache)), currentSince, folder) { IsCurrent = true });
        return [.. revisions];
    }

    /// <summary>The file beside a template that holds its header.</summary>
    private SourceText? HeaderOf(string path) => HeaderFileOf(path) is { } file ? tree.Read(file) : null;

    /// <summary>The same at the time of an earlier version of the template; that of now where it has no past.</summary>
    private SourceText? HeaderOf(FileVersion version, string path)
    {
        if (HeaderFileOf(path) is not { } file) return null;
        var then = history.Of(file.Path).LastOrDefault(v => v.Recorded <= version.Recorded);
        return (then is null ? null : history.Read(then.Id, then.Path)) ?? tree.Read(file);
    }

    private TreeFile? HeaderFileOf(string path) => header.Length > 0 ? tree.Find(TreePath.Join(TreePath.FolderOf(path), header)) : null;

    // A template that was emptied for a moment was none.
    private bool HasText(TemplateRevision revision) => history.Read(revision.Id, revision.Path) is { Chars.Length: > 40 };

    private Schema Past(FileVersion version, ISyntax syntax, TreeFile file)
    {
        var text = history.Read(version.Id, version.Path) ?? tree.Read(file);
        return adjust(SchemaSource.Learn(text, HeaderOf(version, file.Path), SyntaxOf(version.Path) ?? syntax, cache));
    }

    private ISyntax? SyntaxOf(string path)
    {
        foreach (var syntax in syntaxes)
        {
            if (syntax.Reads(path)) return syntax;
        }
        return null;
    }
}
