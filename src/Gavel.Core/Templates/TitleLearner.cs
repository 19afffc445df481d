using System.Collections.Immutable;

namespace Gavel.Core.Templates;

/// <summary>A title's form and how sure it is.</summary>
internal sealed record TitleFound(TitlePattern Pattern, Confidence Confidence);

/// <summary>Reads how a title is put together out of the template's own title.</summary>
internal static class TitleLearner
{
    private static readonly TitlePattern Bare = new([new TitleToken(TitlePart.Title, "{title}")]);

    public static bool HasNumber(string heading) => NumberIn(heading) is not null;

    public static TitleFound Read(string heading)
    {
        heading = heading.Trim();
        if (ExampleIn(heading) is { } example) heading = example;
        if (NumberIn(heading) is { } number) return WithNumber(heading, number.Start, number.Length);
        if (PlaceholderShapes.IsWrapped(heading) || PlaceholderShapes.IsWhole(heading)) return new TitleFound(new TitlePattern([new TitleToken(TitlePart.Title, heading)]), Confidence.High);
        var gaps = PlaceholderShapes.Find(heading);
        if (gaps.Length > 0)
        {
            var at = heading.IndexOf(gaps[0], StringComparison.Ordinal);
            var tail = gaps.Length == 1 ? heading[(at + gaps[0].Length)..] : "";
            var found = Compose(heading[..at], null, "", tail.Length > 0 ? gaps[0] : heading[at..]);
            return new TitleFound(tail.Length > 0 ? new TitlePattern(found.Tokens.Add(new TitleToken(TitlePart.Literal, tail))) : found, Confidence.High);
        }
        foreach (var separator in (ReadOnlySpan<string>)[": ", " - ", " -- ", " – ", " — "])
        {
            var at = heading.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 0 || !Cues.TitleWord.IsIn(heading[(at + separator.Length)..])) continue;
            var isOwnName = Cues.TemplateWord.IsIn(heading[..at]);
            return new TitleFound(isOwnName ? Bare : Compose(heading[..(at + separator.Length)], null, "", heading[(at + separator.Length)..]), isOwnName ? Confidence.Medium : Confidence.High);
        }
        var words = WordText.Of(heading);
        var isTitle = Cues.TitleWord.IsIn(words) && words.Count <= 8;
        return new TitleFound(Bare, isTitle && !Cues.TemplateWord.IsIn(words) ? Confidence.High : Cues.TemplateWord.IsIn(words) ? Confidence.Medium : Confidence.Low);
    }

    // "Title (e.g. 0000: Topic)": the example shows the form.
    private static string? ExampleIn(string heading)
    {
        var open = heading.LastIndexOf('(');
        if (open < 0 || !heading.EndsWith(')')) return null;
        var words = WordText.Of(heading[(open + 1)..^1]);
        if (Cues.TitleExample.At(words, 0) is not { } hit || hit.End >= words.Count) return null;
        var example = words.Text[words.StartOf(hit.End)..].Trim();
        return NumberIn(example) is null ? null : example;
    }

    /// <summary>A pattern such as <c>RFC-{number}: {title}</c> from any text with gaps: a value, a comment.</summary>
    public static string? PatternOf(string text)
    {
        var gaps = PlaceholderShapes.Find(text);
        if (gaps.IsEmpty) return null;
        var result = text;
        foreach (var gap in gaps.Distinct(StringComparer.Ordinal).OrderByDescending(g => g.Length))
        {
            var kind = KindOf(gap);
            if (kind is null) return null;
            result = result.Replace(gap, $"\u0001{kind}\u0002", StringComparison.Ordinal);
        }
        return result.Replace('\u0001', '{').Replace('\u0002', '}');
    }

    private static string? KindOf(string gap)
    {
        if (gap.Contains('@', StringComparison.Ordinal)) return null;
        var words = WordText.Of(gap);
        if (words.Count == 0) return gap.Contains('#', StringComparison.Ordinal) ? "number" : null;
        if (gap.Length >= 8 && gap.Count(c => c is '-' or '/') == 2 && words.Count == 3) return "date";
        if (IsNumberGap(gap)) return "number";
        if (words.Words.Contains("date", StringComparer.Ordinal)) return "date";
        if (Cues.PeopleField.IsIn(words)) return "author";
        if (Cues.SlugWord.IsIn(words)) return "slug";
        return Cues.TitleWord.IsIn(words) ? "title" : null;
    }

    private static TitleFound WithNumber(string heading, int start, int length)
    {
        var before = heading[..start];
        var rest = heading[(start + length)..];
        var separator = 0;
        while (separator < rest.Length && !char.IsLetterOrDigit(rest[separator]) && rest[separator] is not ('{' or '<' or '[' or '$' or '(' or '"' or '`')) separator++;
        if (rest.Length > 0 && separator == rest.Length) separator = 0;
        var title = rest[separator..];
        if (title.Length == 0 && rest.Trim().Length > 0) rest = "";
        var gap = heading.Substring(start, length);
        if (!before.Any(char.IsLetter) && NameIn(gap) is { } name && !title.TrimStart('<', '{', '[').StartsWith(name, StringComparison.OrdinalIgnoreCase)) before += name + "-";
        return new TitleFound(Compose(before, gap, rest[..separator], title), Confidence.High);
    }

    // "<RFC-Number>", "{ADR_NUMBER}": the name stands in the gap of the number.
    private static string? NameIn(string gap)
    {
        var start = 0;
        while (start < gap.Length && !char.IsLetter(gap[start])) start++;
        var end = start;
        while (end < gap.Length && char.IsAsciiLetterUpper(gap[end])) end++;
        return end - start is >= 2 and <= 6 && end < gap.Length - 2 && gap[end] is '-' or '_' or ' ' && Cues.NumberWord.Starts(WordText.Of(gap[(end + 1)..])) && !Cues.NumberWord.IsIn(gap[start..end]) ? gap[start..end] : null;
    }

    private static TitlePattern Compose(string before, string? number, string separator, string title)
    {
        var tokens = ImmutableArray.CreateBuilder<TitleToken>();
        if (before.Length > 0) tokens.Add(new TitleToken(TitlePart.Literal, before));
        if (number is not null) tokens.Add(new TitleToken(TitlePart.Number, number));
        if (separator.Length > 0) tokens.Add(new TitleToken(TitlePart.Literal, separator));
        if (title.Length > 0) tokens.Add(new TitleToken(TitlePart.Title, title));
        return new TitlePattern(tokens.ToImmutable());
    }

    // Where the number stands: a gap that names one, a bare word for one behind a name, or example digits.
    private static (int Start, int Length)? NumberIn(string heading)
    {
        foreach (var gap in PlaceholderShapes.Find(heading))
            if (IsNumberGap(gap)) return (heading.IndexOf(gap, StringComparison.Ordinal), gap.Length);
        var words = WordText.Of(heading);
        for (var i = 0; i < words.Count && i < 3; i++)
        {
            var (start, end) = (words.StartOf(i), words.EndOf(i));
            var word = heading[start..end];
            if (word is "NUMBER" or "NUM" or "ID") return (start, end - start);
            var isAfterName = i > 0 && IsName(heading[words.StartOf(i - 1)..words.EndOf(i - 1)]);
            if (isAfterName && Cues.BareNumber.At(words, i) is not null && i < words.Count - 1) return (start, end - start);
            if (isAfterName && word is "N" or "X" or "XX" or "NN" && heading[start - 1] is '-' or ' ' or '#') return (start, end - start);
            if (word.All(char.IsAsciiDigit) && word.Length <= 5 && (i == 0 && end < heading.Length && heading[end] is '.' or ':' or ' ' or '-' || isAfterName && i <= 1)) return (start, end - start);
        }
        if (Glued(heading) is { } glued) return glued;
        for (var i = 1; i < heading.Length - 1; i++)
            if (heading[i] is '?' or '#' && heading[i - 1] is '-' or ' ' && heading[i + 1] is ':' or ' ' && i > 1 && char.IsLetterOrDigit(heading[i - 2]) && heading[i - 1] is '-') return (i, 1);
        return null;
    }

    // MSC0000, RFCNNNN: a name with its number right behind it.
    private static (int Start, int Length)? Glued(string heading)
    {
        var end = 0;
        while (end < heading.Length && char.IsAsciiLetterOrDigit(heading[end])) end++;
        var start = end;
        while (start > 0 && (char.IsAsciiDigit(heading[start - 1]) || heading[start - 1] is 'N' or 'X' && heading[start - 1] == heading[end - 1])) start--;
        var isName = start >= 2 && heading.AsSpan(0, start).IndexOfAnyExceptInRange('A', 'Z') < 0;
        return isName && end - start >= 3 ? (start, end - start) : null;
    }

    private static bool IsName(string word) => word.Length is >= 2 and <= 12 && word.All(char.IsAsciiLetter) && (word.All(char.IsUpper) || word is "Proposal" or "Spec" or "Decision" or "Record" or "Design" || char.IsUpper(word[^1]));

    private static bool IsNumberGap(string gap)
    {
        var words = WordText.Of(gap);
        if (words.Count == 0) return gap.Length > 0 && gap.AsSpan().IndexOfAnyExcept("#?") < 0;
        if (words.Count == 1 && words.Words[0].AsSpan().IndexOfAnyExcept("nx0") < 0 && !words.Words[0].AsSpan().IsEmpty) return true;
        if (Cues.NotNumber.IsIn(words)) return false;
        return words.Count <= 4 && Cues.NumberWord.IsIn(words);
    }
}
