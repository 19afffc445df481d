using System.Collections.Immutable;

namespace Gavel.Core.Templates;

/// <summary>Reads the values that a template lists for a field, in any of the ways that people write them.</summary>
internal static class EnumReader
{
    private const int MostWords = 5;
    private const int LongestValue = 60;
    private const int LongestText = 4000; // characters; a longer one is no list, and each pair of brackets in it is read by itself

    /// <summary>The values in their order and spelling; empty when the text lists none.</summary>
    /// <param name="isNamedSo">The field's name tells that its values come from a set (Status, Type), so that weak separators count.</param>
    public static ImmutableArray<string> Read(string text, bool isNamedSo)
    {
        if (text.Length > LongestText) return [];
        var inner = PlaceholderShapes.Unwrap(PlainMarkup.Strip(WithoutLinkRemark(text)));
        if (DatePattern.FormOf(inner) is not null) return [];
        if (isNamedSo && BehindGap(inner) is { } behind && Read(behind, isNamedSo) is { IsEmpty: false } ofBrackets) return ofBrackets;
        if (BeforeRemark(inner) is { } listed && Read(listed, isNamedSo: true) is { IsEmpty: false } ofList) return ofList;
        var required = WordText.Of(inner);
        if (required.Count > 1 && Cues.Required.Starts(required) && inner.IndexOf(':') is > 0 and var colon && colon < 12) inner = PlaceholderShapes.Unwrap(inner[(colon + 1)..]);
        if (FirstGroup(inner) is { } group && !group.Equals(inner, StringComparison.Ordinal) && Read(group, isNamedSo) is { IsEmpty: false } ofGroup) return ofGroup;
        var introduced = Introduced(inner);
        var list = WithoutTail(introduced ?? inner);
        foreach (var parts in Splits(list, isNamedSo, introduced is not null))
        {
            var values = Clean(parts);
            if (values.Any(static v => Cues.SeeElsewhere.Starts(WordText.Of(v)))) continue;
            if (values.Length >= 2 && (isNamedSo || introduced is not null || !values.Any(NamesSomething))) return values;
        }
        return [];
    }

    /// <summary>The list ends in "…" or "and so on": other values are as good.</summary>
    public static bool IsOpen(string text)
    {
        var list = PlaceholderShapes.Unwrap(PlainMarkup.Strip(text)).TrimEnd();
        return list.EndsWith("...", StringComparison.Ordinal) || list.EndsWith('…') || WithoutTail(list).Length < list.Length;
    }

    /// <summary>True where the text means to list values but none can be read.</summary>
    public static bool IsUnreadable(string text)
    {
        var words = WordText.Of(text);
        return words.Count <= 3 && words.Count >= 2 && words.Words[0] is "one" && words.Words[1] is "of" && Read(text, isNamedSo: true).IsEmpty;
    }

    // "Proposed, Stale ([discussion](address))": a remark that is a link is no part of a value.
    private static string WithoutLinkRemark(string text)
    {
        var open = text.IndexOf("([", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf("))", open, StringComparison.Ordinal);
        return open > 0 && close > 0 ? string.Concat(text.AsSpan(0, open), text.AsSpan(close + 2)) : text;
    }

    // "Core, Networking (select one)": the list before the remark that says it is one.
    private static string? BeforeRemark(string text)
    {
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        return open > 0 && text.AsSpan(0, open).IndexOfAny(",|;") > 0 && Cues.OneOf.IsIn(text[open..]) ? text[..open].Trim() : null;
    }

    // "<Category> (Core, Networking)": the list behind a gap.
    private static string? BehindGap(string text)
    {
        var gap = PlaceholderShapes.Find(text) is [var first, ..] && text.StartsWith(first, StringComparison.Ordinal) ? first : null;
        var rest = gap is null ? "" : text[gap.Length..].Trim();
        return rest.Length > 4 && rest[0] == '(' && rest[^1] == ')' && rest.AsSpan().IndexOfAny(",|/") > 0 ? rest[1..^1] : null;
    }

    // "{DRAFT | PROPOSED} {Implemented | Not Implemented}", "{Draft/Done/Dropped} - why": the first of several groups.
    private static string? FirstGroup(string text)
    {
        if (text.Length < 3 || text[0] is not ('{' or '[' or '<')) return null;
        var close = text.IndexOf(text[0] switch { '{' => '}', '[' => ']', _ => '>' });
        if (close <= 1) return null;
        var isBeforeRemark = text.AsSpan(close + 1).TrimStart() is ['-' or '–' or '—' or ':' or '(', ' ' or >= 'A', ..];
        return text.AsSpan(1, close).Contains('|') || isBeforeRemark && text.AsSpan(1, close - 1).Count('/') > 1 ? text[1..close] : null;
    }

    // What stands behind "one of", up to the end of its sentence.
    private static string? Introduced(string text)
    {
        var words = WordText.Of(text);
        for (var from = 0; Cues.OneOf.Find(words, from) is { } hit; from = hit.Word + 1)
        {
            if (hit.End >= words.Count) break;
            var rest = text[words.EndOf(hit.End - 1)..].TrimStart(' ', ':', '.', ',', '-', '–', '\t', ')', ']');
            if (rest.StartsWith("the following", StringComparison.OrdinalIgnoreCase)) rest = rest["the following".Length..].TrimStart(' ', ':', '(');
            if (rest.StartsWith("these", StringComparison.OrdinalIgnoreCase)) rest = rest["these".Length..].TrimStart(' ', ':', '(');
            // "one of three allowed types: A, B"
            if (rest.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && rest.AsSpan(0, colon).IndexOfAny(",|/(") < 0 && WordText.Of(rest[..colon]).Count <= 4) rest = rest[(colon + 2)..];
            var inside = PlaceholderShapes.Unwrap(FirstSentence(rest));
            if (inside.AsSpan().IndexOfAny(",|/") >= 0 || inside.Contains(" or ", StringComparison.Ordinal)) return inside;
        }
        return null;
    }

    // "description | ticket URL" says what to write, not which of two words.
    private static bool NamesSomething(string value) => Cues.NamesDatum.IsIn(value);

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        if (end > 0) text = text[..end];
        end = text.IndexOf("; ", StringComparison.Ordinal);
        if (end > 0 && text.AsSpan(0, end).IndexOfAny(",|/") >= 0) text = text[..end];
        return text.TrimEnd('?', '.', ' ', '!');
    }

    private static IEnumerable<List<string>> Splits(string list, bool isNamedSo, bool isIntroduced)
    {
        // "Draft -> Review -> Done | Dropped"
        if (isNamedSo && list.Contains('|', StringComparison.Ordinal)) list = list.Replace(" -> ", "|", StringComparison.Ordinal).Replace(" → ", "|", StringComparison.Ordinal);
        if (list.Contains('|', StringComparison.Ordinal)) yield return [.. list.Replace("\\|", "|", StringComparison.Ordinal).Split('|')];
        var quoted = Quoted(list);
        if (quoted.Count >= 2 && (isNamedSo || isIntroduced || quoted.Count >= 3)) yield return quoted;
        var isStrong = isNamedSo || isIntroduced;
        if (isStrong && list.Contains(',', StringComparison.Ordinal)) yield return SplitAtWords(list, commas: true);
        var ors = SplitAtWords(list, commas: false);
        if (ors.Count >= (isStrong ? 2 : 3)) yield return ors;
        if (list.Contains("://", StringComparison.Ordinal) || IsMediaType(list) || list.TrimStart().StartsWith('/') || list.TrimEnd().EndsWith('/')) yield break;
        var slashes = list.Split('/');
        if (list.AsSpan().IndexOfAny("#@") >= 0 || PlaceholderShapes.IsGap(list.Trim()) || slashes.Any(static s => !PlaceholderShapes.Find(s).IsEmpty)) yield break;
        if (slashes.Length >= (isStrong ? 2 : 3) && !IsNone(list)) yield return [.. slashes];
        if (isStrong && list.Contains(" - ", StringComparison.Ordinal)) yield return [.. list.Split(" - ")];
        if (isStrong && list.Contains(" → ", StringComparison.Ordinal)) yield return [.. list.Split(" → ")];
        if (isStrong && list.Contains(" -> ", StringComparison.Ordinal)) yield return [.. list.Split(" -> ")];
    }

    // ", and so on"
    private static string WithoutTail(string list)
    {
        var words = WordText.Of(list);
        for (var i = Math.Max(1, words.Count - 3); i < words.Count; i++)
            if (Cues.AndSoOn.At(words, i) is { } hit && hit.End == words.Count) return list[..words.EndOf(i - 1)];
        return list;
    }

    // "text/x-rst"
    public static bool IsMediaType(string text) => text.TrimStart() is var t && (t.StartsWith("text/", StringComparison.Ordinal) || t.StartsWith("application/", StringComparison.Ordinal)) && !t.Contains(' ', StringComparison.Ordinal);

    private static bool IsNone(string list) => list.Trim().Equals("n/a", StringComparison.OrdinalIgnoreCase);

    private static List<string> SplitAtWords(string list, bool commas)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            var length = list[i] switch
            {
                ',' or ';' when commas => 1,
                ' ' when list.AsSpan(i).StartsWith(" or ", StringComparison.OrdinalIgnoreCase) => 4,
                ' ' when commas && list.AsSpan(i).StartsWith(" and ", StringComparison.OrdinalIgnoreCase) => 5,
                _ => 0,
            };
            if (length == 0) continue;
            if (i > start) parts.Add(list[start..i]);
            start = i + length;
            i = start - 1;
        }
        if (start < list.Length) parts.Add(list[start..]);
        return parts;
    }

    private static List<string> Quoted(string list)
    {
        var found = new List<string>();
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] is not ('\'' or '"' or '`' or '“' or '‘')) continue;
            if (i > 0 && char.IsLetterOrDigit(list[i - 1])) continue;
            var close = list[i] switch { '“' => '”', '‘' => '’', var same => same };
            var end = list.IndexOf(close, i + 1);
            while (end > 0 && end + 1 < list.Length && char.IsLetterOrDigit(list[end + 1])) end = list.IndexOf(close, end + 1);
            if (end < 0 || end - i > LongestValue) continue;
            found.Add(list[(i + 1)..end]);
            i = end;
        }
        return found;
    }

    private static ImmutableArray<string> Clean(List<string> parts)
    {
        var values = ImmutableArray.CreateBuilder<string>(parts.Count);
        var bad = 0;
        foreach (var part in parts)
        {
            var value = CleanValue(part);
            var words = WordText.Of(value);
            if (words.Count == 0 || Cues.AndSoOn.Is(words) || value is "…" or "...") continue;
            if (words.Count > MostWords || value.Length > LongestValue || value.Contains(". ", StringComparison.Ordinal)) bad++;
            else if (!values.Contains(value, StringComparer.OrdinalIgnoreCase)) values.Add(value);
        }
        return bad > 0 && bad * 3 > values.Count ? [] : values.ToImmutable();
    }

    /// <summary>One value without quotes, "or", and its parameter: <c>Superseded by ADR-12</c> is <c>Superseded</c>.</summary>
    public static string CleanValue(string part)
    {
        var value = part.Trim().Trim('"', '\'', '`', '“', '”', '‘', '’', '*', '_', ' ', '[', ']', '{', '}', '<', '>').Trim();
        foreach (var joint in (ReadOnlySpan<string>)["or ", "and ", "and/or "])
            if (value.StartsWith(joint, StringComparison.OrdinalIgnoreCase)) value = value[joint.Length..].TrimStart(' ', '"', '\'', '`', '*', '_');
        value = value.TrimEnd('.', ' ', ',', ';', '"', '\'', '`', ')').TrimStart('(');
        var open = value.IndexOf('(');
        if (open > 0 && IsParameter(value[(open + 1)..])) value = value[..open].TrimEnd();
        else if (open > 0) value += ")";
        var words = WordText.Of(value);
        for (var i = 1; i < words.Count; i++)
        {
            if (Cues.ParameterStart.At(words, i) is not { } hit) continue;
            var rest = hit.End < words.Count ? value[words.EndOf(hit.End - 1)..] : "";
            if (rest.Length == 0 || HoldsReference(rest)) return value[..words.EndOf(i - 1)];
        }
        return value;
    }

    private static bool IsParameter(string text) => HoldsReference(text) || WordText.Of(text).Count >= 3 || text.StartsWith("see ", StringComparison.OrdinalIgnoreCase) || Cues.HeadingHint.IsIn(text) || text.Contains("date", StringComparison.OrdinalIgnoreCase);

    private static bool HoldsReference(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || text.AsSpan().IndexOfAny("<[{#$…") >= 0 || text.Contains("...", StringComparison.Ordinal)) return true;
        foreach (var word in text.Split(' ', '-', '(', ')'))
            if (word.Length >= 1 && word.All(char.IsUpper) && word is not ("A" or "I")) return true;
        return Cues.Stand.IsIn(text) || text.Contains("link", StringComparison.OrdinalIgnoreCase);
    }
}
