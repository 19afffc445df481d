using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;

namespace Gavel.Core.Timelines;

/// <summary>Compares documents by their sections and fields: a section that moved or was renamed is still the same one.</summary>
public static class SectionDiff
{
    /// <summary>Near linear in both documents. Of the same syntax or not: fields and words are compared, not marks of headings.</summary>
    public static DocumentDiff Compare(Document from, Document to)
    {
        var (old, now) = (ComparedSection.Of(from), ComparedSection.Of(to));
        var pairs = SectionMatches.Of(old, now);
        var moved = Moved(pairs, old, now);
        var differences = new List<(int At, int Turn, SectionDifference Difference)>();
        for (var i = 0; i < now.Count; i++)
        {
            if (DifferenceOf(pairs[i] < 0 ? null : old[pairs[i]], now[i], moved[i]) is { } difference) differences.Add((i, 0, difference));
        }
        foreach (var (gone, after) in Gone(pairs, old.Count)) differences.Add((after, 1, Removed(old[gone])));
        return new DocumentDiff(Fields(from, to), [.. differences.OrderBy(d => d.At).ThenBy(d => d.Turn).Select(d => d.Difference)]);
    }

    private static SectionDifference? DifferenceOf(ComparedSection? was, ComparedSection now, bool isMoved)
    {
        if (was is null)
        {
            if (now.Text.Length == 0 && now.IsIntroduction) return null;
            return new SectionDifference(now.Title, SectionChange.Added, null, null, now.Line, WordDiff.Compare("", [], now.Text, now.Code));
        }
        var isRenamed = !string.Equals(was.Title, now.Title, StringComparison.Ordinal);
        var isSameText = string.Equals(was.Text, now.Text, StringComparison.Ordinal);
        if (isSameText && !isRenamed && !isMoved) return null;
        var words = WordDiff.Compare(was.Text, was.Code, now.Text, now.Code);
        var isEdited = words.Any(w => w.Op != WordOp.Same);
        if (!isEdited && !isRenamed && !isMoved) return null; // wrapped elsewhere
        var change = isRenamed ? SectionChange.Renamed : isMoved ? SectionChange.Moved : SectionChange.Edited;
        return new SectionDifference(now.Title, change, was.Title, was.Line, now.Line, words);
    }

    private static SectionDifference Removed(ComparedSection was) => new(was.Title, SectionChange.Removed, was.Title, was.Line, null, WordDiff.Compare(was.Text, was.Code, "", []));

    // Each gone section with the place of the section that it followed.
    private static IEnumerable<(int Gone, int After)> Gone(int[] pairs, int count)
    {
        var placeOf = new int[count];
        Array.Fill(placeOf, -1);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] >= 0) placeOf[pairs[i]] = i;
        }
        var after = -1;
        for (var i = 0; i < count; i++)
        {
            if (placeOf[i] < 0) yield return (i, after);
            else after = placeOf[i];
        }
    }

    // Out of order with the rest, or below another parent; what moved with its parent did not move by itself.
    private static bool[] Moved(int[] pairs, List<ComparedSection> old, List<ComparedSection> now)
    {
        var moved = new bool[now.Count];
        var stays = Rising(pairs);
        var isKept = new bool[old.Count];
        foreach (var pair in pairs.Where(p => p >= 0)) isKept[pair] = true;
        for (var i = 0; i < now.Count; i++)
        {
            if (pairs[i] < 0) continue;
            var was = old[pairs[i]];
            var isSameParent = now[i].Parent < 0 ? was.Parent < 0 : was.Parent >= 0 && pairs[now[i].Parent] == was.Parent;
            // Where the parent is new or gone, the section may have been wrapped or freed without moving.
            var isOtherParent = !isSameParent && now[i].Parent >= 0 && was.Parent >= 0 && pairs[now[i].Parent] >= 0 && isKept[was.Parent];
            moved[i] = isOtherParent || (!stays[i] && !(isSameParent && now[i].Parent >= 0 && !stays[now[i].Parent]));
        }
        return moved;
    }

    // The longest run of pairs that are in the same order on both sides.
    private static bool[] Rising(int[] pairs)
    {
        var ends = new List<int>();
        var before = new int[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] < 0) continue;
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]] < pairs[i]) low = middle + 1;
                else high = middle;
            }
            before[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }
        var stays = new bool[pairs.Length];
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = before[at]) stays[at] = true;
        return stays;
    }

    private static ImmutableArray<FieldDifference> Fields(Document from, Document to)
    {
        var old = FieldsOf(from);
        var differences = ImmutableArray.CreateBuilder<FieldDifference>();
        foreach (var (key, field) in FieldsOf(to))
        {
            var was = old.Remove(key, out var known) ? ValueOf(known) : null;
            if (!string.Equals(was, ValueOf(field), StringComparison.Ordinal)) differences.Add(new FieldDifference(field.Name, was, ValueOf(field)));
        }
        foreach (var field in old.Values.Where(f => ValueOf(f) is not null).OrderBy(f => f.Span.Start)) differences.Add(new FieldDifference(field.Name, ValueOf(field), null));
        return differences.ToImmutable();

        static string? ValueOf(HeaderField field) => PlainText.Fold(field.Value) is { Length: > 0 } value ? value : null;
    }

    private static Dictionary<string, HeaderField> FieldsOf(Document document)
    {
        var fields = new Dictionary<string, HeaderField>(StringComparer.Ordinal);
        foreach (var field in document.Header) fields.TryAdd(FieldMatcher.KeyOf(field.Parent, field.Name), field);
        return fields;
    }
}
