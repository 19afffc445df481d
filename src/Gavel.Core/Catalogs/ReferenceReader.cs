using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Finds what a proposal says of others: in fields, in its status, in links, in the text. Ids are as the names and numbers say; whether they exist is not known yet.</summary>
/// <param name="names">The names of all processes of the repository.</param>
internal sealed class ReferenceReader(ImmutableArray<string> names)
{
    private const int MaxPerProposal = 2000; // more say nothing new and cost memory
    private const string PathMark = "/"; // before a path that is not yet an id

    private readonly IdFinder _ids = new(names);

    /// <summary>In the order of the text; the first of each kind and target.</summary>
    public ImmutableArray<Reference> Read(Proposal proposal)
    {
        var found = new List<Reference>();
        foreach (var field in proposal.Document.Header)
        {
            if (KindOf(field.Name) is { } kind) InField(proposal, field, kind, found);
        }
        if (proposal.Status is { Parameter.Length: > 0 } status && proposal.StatusAt is { } at) InStatus(proposal, status.Parameter, status.Status.Kind, at, found);
        InLinks(proposal, found);
        InText(proposal, found);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<Reference>();
        // What is meant (a field, a link) stands for a mention of the same in the text.
        for (var source = ReferenceSource.Field; source >= ReferenceSource.Text; source--)
        {
            foreach (var reference in found)
            {
                if (reference.Source == source && result.Count < MaxPerProposal && seen.Add($"{(int)reference.Kind}:{reference.To}")) result.Add(reference);
            }
        }
        result.Sort(static (a, b) => a.At.Span.CompareTo(b.At.Span) is var order and not 0 ? order : a.Kind.CompareTo(b.Kind));
        return result.ToImmutable();
    }

    /// <summary>The path behind a reference that is a link; null for one by id.</summary>
    public static string? PathOf(Reference raw) => raw.To.StartsWith(PathMark, StringComparison.Ordinal) ? raw.To[PathMark.Length..] : null;

    /// <summary>The relation that a field's name or the words before an id say; null when they say none.</summary>
    public static ReferenceKind? KindOf(string name)
    {
        var folded = HeadingKey.Fold(name);
        foreach (var (words, kind) in RelationWords.Names)
        {
            if (folded.StartsWith(words, StringComparison.Ordinal) && (folded.Length == words.Length || folded[words.Length] == ' ')) return kind;
        }
        return null;
    }

    private void InField(Proposal proposal, HeaderField field, ReferenceKind kind, List<Reference> found)
    {
        var text = proposal.Document.TextOf(field);
        var before = found.Count;
        Ids(text, field.ValueSpan, kind, ReferenceSource.Field, found);
        if (IsAboutOthers(field.Name)) return;
        Numbers(proposal, text, field.ValueSpan, kind, found, isBesideIds: found.Count > before);
        if (found.Count == before) Paths(proposal, text, field.ValueSpan, kind, found);
    }

    // Bare numbers: "requires: 12, 34"; beside ids only as more of the list: "requires: RFC-12, 34".
    private static void Numbers(Proposal proposal, SourceText text, TextSpan span, ReferenceKind kind, List<Reference> found, bool isBesideIds)
    {
        var value = text.Slice(span);
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsAsciiDigit(value[i])) continue;
            var end = i;
            while (end < value.Length && char.IsAsciiDigit(value[end])) end++;
            // "project/repository#12" is an issue of that repository.
            var begin = i > 0 && value[i - 1] == '#' ? i - 1 : i;
            var alone = (begin == 0 || value[begin - 1] is ' ' or ',' or '[' or ';' or '"' or '\'') && (end == value.Length || value[end] is ' ' or ',' or ']' or ';' or '"' or '\'' or '.');
            if (alone && !IsOfTracker(value[..begin]) && (!isBesideIds || IsListed(value, begin, end)) && IdFinder.IdOf(proposal.Process.Name, value[i..end]) is { } id) found.Add(new Reference(kind, id, Place.In(text, new TextSpan(span.Start + i, end - i))) { Source = ReferenceSource.Field });
            i = end;
        }
    }

    // "PR #12", "issue 12"
    private static bool IsOfTracker(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd();
        return words.Length < before.Length && RelationWords.Others.Contains(HeadingKey.Singular(HeadingKey.Fold(words[(words.LastIndexOfAny(" ,;[(") + 1)..].ToString())), StringComparer.Ordinal);
    }

    private static bool IsListed(ReadOnlySpan<char> value, int begin, int end)
    {
        var before = value[..begin].TrimEnd();
        var after = value[end..].TrimStart();
        return (before is [] or ['['] or [.., ',' or ';' or '&'] || before.EndsWith(" and", StringComparison.Ordinal)) && (after is [] or [',' or ';' or '&', ..] || after.StartsWith("and ", StringComparison.Ordinal));
    }

    // "requires: [Budgets](0012-budgets.md)": the link says which, its words do not.
    private static void Paths(Proposal proposal, SourceText text, TextSpan span, ReferenceKind kind, List<Reference> found)
    {
        var value = text.Slice(span);
        for (var at = value.IndexOf("](", StringComparison.Ordinal); at >= 0;)
        {
            var start = at + 2;
            var length = value[start..].IndexOf(')');
            if (length < 0 || found.Count >= MaxPerProposal) return;
            if (Links.PathOf(value.Slice(start, length).ToString(), TreePath.FolderOf(proposal.Path)) is { } path) found.Add(new Reference(kind, PathMark + path, Place.In(text, new TextSpan(span.Start + start, length))) { Source = ReferenceSource.Field });
            at = value[(start + length)..].IndexOf("](", StringComparison.Ordinal) is >= 0 and var next ? start + length + next : -1;
        }
    }

    // "Related issues: 12" numbers no proposals.
    private static bool IsAboutOthers(string name) =>
        HeadingKey.Fold(name).Split(' ').Any(w => RelationWords.Others.Contains(HeadingKey.Singular(w), StringComparer.Ordinal));

    // "Superseded by 12", "Superseded by [ADR-12](0012-x.md)".
    private void InStatus(Proposal proposal, string parameter, Processes.StatusKind status, TextSpan at, List<Reference> found)
    {
        var kind = KindOf(parameter) ?? (status == Processes.StatusKind.Superseded ? ReferenceKind.SupersededBy : (ReferenceKind?)null);
        if (kind is not { } known) return;
        var before = found.Count;
        Ids(proposal.Text, at, known, ReferenceSource.Field, found);
        if (found.Count > before) return;
        var value = proposal.Text.Slice(at);
        var start = value.IndexOfAnyInRange('0', '9');
        if (start < 0) return;
        var end = start;
        while (end < value.Length && char.IsAsciiDigit(value[end])) end++;
        if (IdFinder.IdOf(proposal.Process.Name, value[start..end]) is { } id) found.Add(new Reference(known, id, proposal.At(new TextSpan(at.Start + start, end - start))) { Source = ReferenceSource.Field });
    }

    private static void InLinks(Proposal proposal, List<Reference> found)
    {
        var folder = TreePath.FolderOf(proposal.Path);
        foreach (var section in proposal.Document.Root.SelfAndDescendants())
        {
            foreach (var leaf in BlockWalk.Leaves(section.Blocks))
            {
                foreach (var link in Links.In(leaf))
                {
                    if (link.IsImage || Links.PathOf(link.Target, folder) is not { } path) continue;
                    if (found.Count >= 4 * MaxPerProposal) return;
                    var at = proposal.At(link.Span);
                    found.Add(new Reference(ReferenceKind.Mentions, PathMark + path, at) { Source = ReferenceSource.Link });
                }
            }
        }
    }

    private void InText(Proposal proposal, List<Reference> found)
    {
        var start = proposal.Document.FrontMatter?.End ?? 0;
        Ids(proposal.Text, TextSpan.Between(start, proposal.Text.Chars.Length), ReferenceKind.Mentions, ReferenceSource.Text, found);
    }

    private void Ids(SourceText text, TextSpan span, ReferenceKind kind, ReferenceSource source, List<Reference> found)
    {
        foreach (var (id, at, isLinked) in _ids.In(text.Chars, span))
        {
            if (found.Count >= 4 * MaxPerProposal) return;
            found.Add(new Reference(kind, id, Place.In(text, at)) { Source = isLinked && source == ReferenceSource.Text ? ReferenceSource.Link : source });
        }
    }
}
