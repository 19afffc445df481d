using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>All links of a proposal to one target within the repository, followed by the names of its files.</summary>
/// <param name="Same">In the order of the text.</param>
/// <param name="IsInFull">It names a document with its extension.</param>
/// <param name="Document">What a site shows for it though it names no file; null for any other link.</param>
internal sealed record LinkReading(string Target, bool IsImage, bool IsRelative, ImmutableArray<EntryLink> Same, Resolution Leads, bool IsInFull, string? Document)
{
    /// <summary>In the order of the text; links to other hosts and within the proposal are not among them. Followed once for an entry as long as the names of the files are the same.</summary>
    public static ImmutableArray<LinkReading> Of(Catalog catalog, CatalogEntry entry, LinkResolver resolver) => catalog.Notes.Of(entry, e => new Links(Read(catalog.Tree, e, resolver))).All;

    private static ImmutableArray<LinkReading> Read(ITree tree, CatalogEntry entry, LinkResolver resolver)
    {
        var read = ImmutableArray.CreateBuilder<LinkReading>();
        foreach (var same in entry.Links.GroupBy(l => (l.IsImage, l.Target)))
        {
            var link = LinkTarget.Parse(same.Key.Target);
            if (link.Kind is not (LinkKind.Relative or LinkKind.Absolute)) continue;
            var isRelative = link.Kind == LinkKind.Relative;
            var isInFull = isRelative && tree.Find(TreePath.Resolve(TreePath.FolderOf(entry.Path), link.Path) ?? "") is { } file && LinkResolver.IsDocument(file.Path);
            read.Add(new LinkReading(same.Key.Target, same.Key.IsImage, isRelative, [.. same], resolver.Resolve(entry, link), isInFull, resolver.NamedShort(entry, link)));
        }
        return read.ToImmutable();
    }

    private sealed record Links(ImmutableArray<LinkReading> All);
}
