using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>A document that may be a template.</summary>
/// <param name="Home">The folder that it serves: its own, or the one above where its own is only there for it.</param>
internal sealed record TemplateCandidate(ListedFile File, string Home, Traits Traits)
{
    public string Path => File.Path;

    /// <summary>The words of its name that are about its subject: <c>rfc</c> in <c>rfc-template.md</c>.</summary>
    public IEnumerable<string> Subjects =>
        NameWords.Split(File.Stem).Concat(Home == File.Folder ? [] : NameWords.Split(TreePath.NameOf(File.Folder)))
            .Where(w => !ProcessWords.Template.Contains(w, StringComparer.Ordinal) && !ProcessWords.NumberPlaceholders.Contains(w, StringComparer.Ordinal)
                && !ProcessWords.MainDocuments.Contains(w, StringComparer.Ordinal) && !w.All(char.IsAsciiDigit));
}

/// <summary>Finds templates by their names; what has neither a heading nor a field is none.</summary>
internal static class TemplateCandidates
{
    private const int MostParsed = 300; // documents
    private const int LeastGaps = 5; // placeholders and directions
    private const double Alike = 0.6; // of the template's headings and fields

    public static ImmutableArray<TemplateCandidate> Find(Listing listing)
    {
        var named = listing.Files.Where(f => (IsNamedSo(f) || IsNumbered(f, listing)) && !NameWords.IsOtherDocument(f.Path)).Take(MostParsed);
        var all = named.Select(f => new TemplateCandidate(f, HomeOf(f), listing.TraitsOf(f.File))).Where(c => c.Traits.Keys.Count >= 2 || IsPlain(c, listing)).ToList();
        all.RemoveAll(c => IsUnnumbered(c, all));
        // A skeleton beside a full template is none of its own; nor is a shorter copy of the same name in a folder of proposals.
        return [.. all.Where(c => !NameWords.IsSkeleton(c.Path) || !all.Exists(o => o != c && string.Equals(o.Home, c.Home, StringComparison.Ordinal) && !NameWords.IsSkeleton(o.Path)))];
    }

    // A text without headings beside numbered texts: one sentence may be the whole form.
    private static bool IsPlain(TemplateCandidate candidate, Listing listing) =>
        NameWords.IsProposalFolder(candidate.File.Folder) && NameWords.IsTemplate(candidate.Path) && listing.ByFolder[candidate.File.Folder].Count(f => f.Shape.Kind == NameKind.Number) >= 2;

    private static bool IsNamedSo(ListedFile file) =>
        NameWords.IsTemplate(file.Path)
        || NameWords.IsNumberPlaceholder(file.Stem)
        || (ProcessWords.MainDocuments.Contains(file.Stem, StringComparer.OrdinalIgnoreCase) && NameWords.IsNumberPlaceholder(TreePath.NameOf(file.Folder)));

    // "XXXX-faster-reads" with the headings of a template: a proposal that waits for its number.
    private static bool IsUnnumbered(TemplateCandidate candidate, List<TemplateCandidate> all) =>
        NameWords.Split(candidate.File.Stem) is { Length: > 1 } words && !NameWords.IsNumberPlaceholder(words[^1]) && !NameWords.IsTemplate(candidate.Path)
        && all.Exists(o => NameWords.IsTemplate(o.Path) && o.Traits.ShareIn(candidate.Traits) >= Alike);

    // "001-proposal-template": a proposal about the template by its name, the template itself by its gaps.
    private static bool IsNumbered(ListedFile file, Listing listing)
    {
        if (file.Shape is not { Kind: NameKind.Number, Prefix: "", HasSlug: true }) return false;
        var words = NameWords.Split(file.Stem).Skip(1).ToList();
        return words.Count is 1 or 2 && ProcessWords.Template.Contains(words[^1], StringComparer.Ordinal) && words.SkipLast(1).All(w => ProcessWords.ProposalFolders.Contains(NameWords.Singular(w), StringComparer.Ordinal))
            && listing.Open(file.File) is { } document && PlaceholderDocument.GapsOf(document) >= LeastGaps;
    }

    private static string HomeOf(ListedFile file)
    {
        var folder = TreePath.NameOf(file.Folder);
        var isOwn = folder.Length > 0 && (NameWords.IsTemplate(TreePath.Join(file.Folder, "x")) || NameWords.IsNumberPlaceholder(folder));
        if (isOwn) return TreePath.FolderOf(file.Folder);
        // "pep-0012/pep-NNNN.rst": the folder of the proposal that is about the template.
        return NameWords.IsNumberPlaceholder(file.Stem) && NameShape.Of(folder).Kind == NameKind.Number ? TreePath.FolderOf(file.Folder) : file.Folder;
    }
}
