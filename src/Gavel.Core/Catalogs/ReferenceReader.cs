using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Finds what a proposal says of others: in fields, in its status, in links, in the text. Ids are as the names and numbers say; whether they exist is not known yet.</summary>
internal sealed class ReferenceReader
{
    private const int MaxPerProposal = 2000; // more say nothing new and cost memory
    private const int LongestRole = 400; // characters between the marks
    private const string PathMark = "/"; // before a path that is not yet an id

    private readonly ImmutableArray<string> _names;
    private readonly SearchValues<string> _search;

    /// <param name="names">The names of all processes of the repository.</param>
    public ReferenceReader(ImmutableArray<string> names)
    {
        _names = [.. names.Where(n => n.Length > 0).OrderByDescending(n => n.Length)];
        _search = SearchValues.Create(_names.AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

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

        var seen = new HashSet<(ReferenceKind, string)>();
        var result = ImmutableArray.CreateBuilder<Reference>();
        // What is meant (a field, a link) stands for a mention of the same in the text.
        foreach (var reference in found.OrderByDescending(r => (int)r.Source))
        {
            if (result.Count < MaxPerProposal && seen.Add((reference.Kind, reference.To))) result.Add(reference);
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
        Numbers(proposal, text, field.ValueSpan, kind, found, isBehindIds: found.Count > before);
        if (found.Count == before) Paths(proposal, text, field.ValueSpan, kind, found);
    }

    // Bare numbers: "requires: 12, 34"; behind ids only as more of the list: "requires: RFC-12, 34".
    private static void Numbers(Proposal proposal, SourceText text, TextSpan span, ReferenceKind kind, List<Reference> found, bool isBehindIds)
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
            if (alone && (!isBehindIds || IsListed(value, begin, end)) && IdOf(proposal.Process.Name, value[i..end]) is { } id) found.Add(new Reference(kind, id, Place.In(text, new TextSpan(span.Start + i, end - i))) { Source = ReferenceSource.Field });
            i = end;
        }
    }

    private static bool IsListed(ReadOnlySpan<char> value, int begin, int end)
    {
        var before = value[..begin].TrimEnd();
        var after = value[end..].TrimStart();
        return (before is [.., ',' or ';' or '&'] || before.EndsWith(" and", StringComparison.Ordinal)) && (after is [] or [',' or ';' or '&', ..] || after.StartsWith("and ", StringComparison.Ordinal));
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
        if (IdOf(proposal.Process.Name, value[start..end]) is { } id) found.Add(new Reference(known, id, proposal.At(new TextSpan(at.Start + start, end - start))) { Source = ReferenceSource.Field });
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

    /// <summary>Names with a number behind them: <c>RFC-12</c>, <c>RFC 12</c>, <c>rfc-0012</c>.</summary>
    private void Ids(SourceText text, TextSpan span, ReferenceKind kind, ReferenceSource source, List<Reference> found)
    {
        if (_names.IsEmpty) return;
        var chars = text.Chars;
        var at = span.Start;
        var end = Math.Min(span.End, chars.Length);
        while (at < end)
        {
            var next = chars.AsSpan(at, end - at).IndexOfAny(_search);
            if (next < 0 || found.Count >= 4 * MaxPerProposal) return;
            at += next;
            var name = _names.First(n => chars.AsSpan(at).StartsWith(n, StringComparison.OrdinalIgnoreCase));
            var after = at + name.Length;
            if (RoleNumber(chars, at, after, end) is { } inRole && IdOf(name, chars.AsSpan(inRole.Start, inRole.Length)) is { } meant)
            {
                found.Add(new Reference(kind, meant, Place.In(text, TextSpan.Between(at - 1, inRole.End))) { Source = source == ReferenceSource.Text ? ReferenceSource.Link : source });
                at = inRole.End;
                continue;
            }
            if ((at == 0 || !char.IsLetterOrDigit(chars[at - 1])) && NumberAfter(chars, after, end) is { } number && IdOf(name, chars.AsSpan(number.Start, number.Length)) is { } id)
            {
                found.Add(new Reference(kind, id, Place.In(text, TextSpan.Between(at, number.End))) { Source = source == ReferenceSource.Text && IsInAddress(chars, at) ? ReferenceSource.Link : source });
                after = number.End;
            }
            at = after;
        }
    }

    /// <summary>The number in a role that is called as a process is: <c>:rfc:`12`</c>, <c>:rfc:`the one on retries &lt;12#scope&gt;`</c>.</summary>
    /// <param name="at">Where the role's name begins.</param>
    private static TextSpan? RoleNumber(string chars, int at, int after, int limit)
    {
        if (at == 0 || chars[at - 1] != ':' || after + 1 >= limit || chars[after] != ':' || chars[after + 1] != '`') return null;
        if (RelationWords.ForeignRoles.Contains(chars[at..after], StringComparer.OrdinalIgnoreCase)) return null;
        var content = chars.AsSpan(after + 2, Math.Min(limit - after - 2, LongestRole));
        var close = content.IndexOf('`');
        if (close < 0) return null;
        var start = content[..close].LastIndexOf('<') + 1;
        var end = start;
        while (end < close && char.IsAsciiDigit(content[end])) end++;
        return end > start && end - start < 10 && (end == close || content[end] is '#' or '>') ? new TextSpan(after + 2 + start, end - start) : null;
    }

    private static bool IsInAddress(string chars, int at)
    {
        var start = at;
        while (start > 0 && at - start < 400 && !char.IsWhiteSpace(chars[start - 1])) start--;
        return chars.AsSpan(start, at - start).Contains("://", StringComparison.Ordinal);
    }

    private static TextSpan? NumberAfter(string chars, int at, int limit)
    {
        if (at < limit && chars[at] is '-' or ' ' or '_' or '#' or '\u00A0') at++;
        if (at < limit && chars[at] == '#') at++;
        var start = at;
        while (at < limit && char.IsAsciiDigit(chars[at])) at++;
        if (at == start || at - start > 9) return null;
        if (at < limit && (char.IsLetter(chars[at]) || (chars[at] == '.' && at + 1 < limit && char.IsAsciiDigit(chars[at + 1])))) return null; // "API 2.1"
        return TextSpan.Between(start, at);
    }

    private static string? IdOf(string name, ReadOnlySpan<char> digits) =>
        digits.Length < 10 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? string.Create(CultureInfo.InvariantCulture, $"{name}-{number}") : null;
}

/// <summary>Links of a text.</summary>
internal static class Links
{
    public static IEnumerable<Inline.Link> In(Block leaf)
    {
        var open = new Stack<Inline>();
        switch (leaf)
        {
            case Block.Paragraph paragraph: Push(open, paragraph.Inlines); break;
            case Block.NestedHeading heading: Push(open, heading.Inlines); break;
            case Block.Table table:
                for (var i = table.Rows.Length - 1; i >= 0; i--)
                {
                    for (var j = table.Rows[i].Cells.Length - 1; j >= 0; j--) Push(open, table.Rows[i].Cells[j].Inlines);
                }
                break;
        }
        while (open.TryPop(out var inline))
        {
            if (inline is Inline.Link link)
            {
                yield return link;
                Push(open, link.Children);
            }
            if (inline is Inline.Styled styled) Push(open, styled.Children);
        }
    }

    /// <summary>The path in the tree that a link's target means.</summary>
    /// <returns>Null for an address elsewhere, for an anchor alone, and for what leads out of the root.</returns>
    public static string? PathOf(string target, string folder)
    {
        if (target.Length == 0 || target[0] is '#' or '<' or '{' || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return null;
        var end = target.AsSpan().IndexOfAny('#', '?');
        var path = Uri.UnescapeDataString(end < 0 ? target : target[..end]);
        return path.Length == 0 || path.Contains('\0') ? null : TreePath.Resolve(folder, path);
    }

    private static void Push(Stack<Inline> open, ImmutableArray<Inline> inlines)
    {
        for (var i = inlines.Length - 1; i >= 0; i--) open.Push(inlines[i]);
    }
}
