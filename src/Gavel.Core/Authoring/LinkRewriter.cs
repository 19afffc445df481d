using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>Keeps links right when files move: those that lead to what moved, and those of the moved files themselves.</summary>
internal sealed class LinkRewriter(ITree tree, ImmutableArray<ISyntax> syntaxes, ImmutableArray<FileMove> moves)
{
    /// <summary>The id that links may name in their words, before and after; null where it stays.</summary>
    public (string Old, string New)? Id { get; init; }

    /// <summary>Documents that some other edit takes care of.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];

    public ChangeSet Run(CancellationToken cancellationToken)
    {
        var changes = ChangeSet.Empty;
        var names = moves.Select(m => TreePath.StemOf(m.From)).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var file in tree.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var syntax = syntaxes.FirstOrDefault(s => s.Reads(file.Path));
            if (syntax is null || file.Length > 16 << 20 || Skip.Contains(file.Path)) continue;
            var text = tree.Read(file);
            var moved = Changes.Moved(file.Path, moves);
            var leaves = !string.Equals(TreePath.FolderOf(moved), TreePath.FolderOf(file.Path), StringComparison.Ordinal);
            if (!leaves && !names.Any(n => text.Chars.Contains(n, StringComparison.Ordinal) || text.Chars.Contains(Uri.EscapeDataString(n), StringComparison.Ordinal))) continue;
            changes = changes.Add(Rewrite(syntax.Parse(text), moved));
        }
        return changes;
    }

    private ChangeSet Rewrite(Document document, string moved)
    {
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        var seen = new HashSet<int>();
        foreach (var link in DocumentWalk.Links(document))
        {
            if (NewTarget(document.Text.Path, moved, link.Target) is not { } target) continue;
            if (!link.TargetSpan.IsEmpty && seen.Add(link.TargetSpan.Start))
                edits.Add(new FileEdit(document.Text.Path, document.Text.Id, link.TargetSpan, target));
            if (Id is { } id && NameIn(document.Text, link, id.Old, id.New) is { } name && seen.Add(name.At.Start))
                edits.Add(new FileEdit(document.Text.Path, document.Text.Id, name.At, name.New));
        }
        foreach (var (at, target) in DocumentTargets.Of(document))
        {
            if (NewTarget(document.Text.Path, moved, target) is { } now && seen.Add(at.Start)) edits.Add(new FileEdit(document.Text.Path, document.Text.Id, at, now));
        }
        return new ChangeSet(edits.ToImmutable(), [], []);
    }

    /// <returns>Null when the link stays as it is.</returns>
    private string? NewTarget(string from, string moved, string target)
    {
        if (target.Length == 0 || target[0] is '#' or '/' || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return null;
        var cut = target.AsSpan().IndexOfAny('#', '?');
        var (path, rest) = cut < 0 ? (target, "") : (target[..cut], target[cut..]);
        var decoded = Uri.UnescapeDataString(path);
        if (TreePath.Resolve(TreePath.FolderOf(from), decoded) is not { } old || old.Length == 0) return null;
        var extension = tree.Find(old) is not null || tree.HasFolder(old) ? "" : syntaxes.Length == 0 ? "" : Missing(old);
        var found = old + extension;
        if (tree.Find(found) is null && !tree.HasFolder(found)) return null;
        var now = Changes.Moved(found, moves);
        var relative = TreePath.Relative(TreePath.FolderOf(moved), now);
        if (relative.EndsWith(extension, StringComparison.Ordinal)) relative = relative[..^extension.Length];
        if (path.StartsWith("./", StringComparison.Ordinal) && !relative.StartsWith("../", StringComparison.Ordinal)) relative = "./" + relative;
        if (path.EndsWith('/') && !relative.EndsWith('/')) relative += "/";
        if (string.Equals(relative, decoded, StringComparison.Ordinal)) return null;
        return (path.Contains('%', StringComparison.Ordinal) ? TreePath.Encoded(relative) : relative) + rest;
    }

    /// <summary>Links of a toctree leave the extension out.</summary>
    private string Missing(string path) => tree.Find(path + ".rst") is not null ? ".rst" : tree.Find(path + ".md") is not null ? ".md" : "";

    /// <summary>Where the link's words name the proposal: by its id, or by the bare number alone (<c>[0012](…)</c>).</summary>
    private static (TextSpan At, string New)? NameIn(SourceText text, Inline.Link link, string old, string id)
    {
        var within = link.TargetSpan.IsEmpty || link.TargetSpan.Start < link.Span.Start ? link.Span : TextSpan.Between(link.Span.Start, Math.Min(link.TargetSpan.Start, link.Span.End));
        var at = text.Slice(within).IndexOf(old, StringComparison.OrdinalIgnoreCase);
        var end = within.Start + at + old.Length;
        if (at >= 0 && (end == text.Chars.Length || !char.IsAsciiDigit(text.Chars[end]))) return (new TextSpan(within.Start + at, old.Length), id);
        var words = PlainText.Of(link.Children);
        var number = old[(old.LastIndexOf('-') + 1)..];
        if (words.Length == 0 || !words.All(char.IsAsciiDigit) || words.TrimStart('0') != number) return null;
        at = text.Slice(within).IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : (new TextSpan(within.Start + at, words.Length), id[(id.LastIndexOf('-') + 1)..].PadLeft(words[0] == '0' ? words.Length : 1, '0'));
    }
}
