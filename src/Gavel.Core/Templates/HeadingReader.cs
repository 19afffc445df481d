using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>A template's heading taken apart.</summary>
/// <param name="Text">The title that proposals carry.</param>
/// <param name="Suffix">What must go, as written without markup; null when nothing must.</param>
internal sealed record HeadingParts(string Text, string? Suffix, RequirementMark? Mark, ImmutableArray<LimitFound> Limits, bool IsRepeatable);

/// <summary>Parts a heading into its title and what the template's author added for the proposal's author.</summary>
internal static class HeadingReader
{
    public static HeadingParts Read(Heading heading)
    {
        var parts = Read(TemplateText.Of(heading.Inlines));
        foreach (var comment in TemplateText.CommentsIn(heading.Inlines))
        {
            var mark = parts.Mark ?? RequirementReader.OfMark(comment.Text);
            parts = parts with { Mark = mark, Limits = parts.Limits.AddRange(LimitReader.Read(comment.Text, isHeading: true)), IsRepeatable = parts.IsRepeatable || Cues.Repeat.IsIn(comment.Text) };
        }
        return parts;
    }

    public static HeadingParts Read(string heading)
    {
        var text = heading.Trim();
        if (text.Length > 4 && text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal)) text = text[2..^2].Trim();
        var suffix = "";
        RequirementMark? mark = null;
        var limits = ImmutableArray.CreateBuilder<LimitFound>();
        if (LeadingMark(text) is { } lead)
        {
            mark = lead.Mark;
            text = lead.Left;
        }
        while (TrailingGroup(text) is { } group)
        {
            suffix = suffix.Length == 0 ? group.Written : $"{group.Written} {suffix}";
            text = group.Left;
            mark ??= RequirementReader.OfMark(group.Inner);
            limits.AddRange(LimitReader.Read(group.Inner, isHeading: true));
        }
        if (TrailingMark(text) is { } trail)
        {
            suffix = suffix.Length == 0 ? trail.Written : $"{trail.Written} {suffix}";
            text = trail.Left;
            mark ??= trail.Mark;
        }
        text = WithoutNumber(text.TrimEnd(':', ' ')).Trim();
        if (text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal)) text = text[..^1];
        return new HeadingParts(text, suffix.Length == 0 ? null : suffix, mark, limits.ToImmutable(), IsRepeatable(text));
    }

    /// <summary>Without an ordinal such as <c>3.</c>, <c>2.1</c>, <c>IV.</c> or <c>三、</c> before the words.</summary>
    public static string WithoutNumber(string text)
    {
        if (HanNumber.LengthIn(text) is > 0 and var han) return text[han..].TrimStart();
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' && end > 0)) end++;
        if (end > 0 && end < text.Length && (text[end - 1] == '.' || text[end] == ')' || text.AsSpan(0, end).Contains('.')))
        {
            var rest = text[(text[end] == ')' ? end + 1 : end)..].TrimStart(' ', '-', ':');
            return rest.Length > 0 && char.IsWhiteSpace(text[text[end] == ')' ? Math.Min(end + 1, text.Length - 1) : end]) ? rest : text;
        }
        end = 0;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X') end++;
        return end is > 0 and < 6 && end + 1 < text.Length && text[end] is '.' or ')' && text[end + 1] == ' ' ? text[(end + 2)..] : text;
    }

    private static bool IsRepeatable(string text)
    {
        if (PlaceholderShapes.IsGap(text) || PlaceholderShapes.IsWrapped(text)) return true;
        var words = WordText.Of(text);
        if (Cues.RepeatableWord.At(words, 0) is not { } hit || hit.End >= words.Count) return false;
        var next = words.Words[hit.End];
        // "Part 1 of the design": one of as many as there are.
        if (words.Count > hit.End + 1 && next.Length <= 2 && char.IsAsciiDigit(next[0]) && words.Words[hit.End + 1] is "of") return true;
        if (words.Count == hit.End + 1 || text.AsSpan(words.EndOf(hit.End)).TrimStart() is [':' or '-' or '–' or '.' or ')', ..])
            return next.Length <= 2 && (char.IsAsciiDigit(next[0]) || next.Length == 1) || next is "one" || PlaceholderShapes.IsWhole(text[words.StartOf(hit.End)..]);
        return words.StartOf(hit.End) > 0 && text[words.StartOf(hit.End) - 1] is '{' or '[' or '<';
    }

    private static (string Left, RequirementMark Mark)? LeadingMark(string text)
    {
        if (text.Length > 3 && text[0] is '[' or '(' or '<' && text.IndexOfAny([']', ')', '>']) is > 0 and var close && close < text.Length - 1
            && RequirementReader.OfMark(text[1..close]) is { } inBrackets)
            return (text[(close + 1)..].TrimStart(' ', ':', '-'), inBrackets);
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && WordText.Of(text[..colon]).Count == 1 && RequirementReader.OfMark(text[..colon]) is { } mark ? (text[(colon + 2)..], mark) : null;
    }

    private static (string Left, string Inner, string Written)? TrailingGroup(string text)
    {
        var end = text.TrimEnd('.', ' ', ':', '*', '_');
        if (end.Length < 3 || end[^1] is not (')' or ']' or '>' or '}')) return null;
        var open = end[^1] switch { ')' => '(', ']' => '[', '}' => '{', _ => '<' };
        var depth = 0;
        var at = end.Length - 1;
        for (; at >= 0; at--)
        {
            if (end[at] == end[^1]) depth++;
            else if (end[at] == open && --depth == 0) break;
        }
        if (at <= 1 || !char.IsWhiteSpace(end[at - 1]) && end[at - 1] is not ('*' or '_')) return null;
        var inner = end[(at + 1)..^1].Trim();
        var words = WordText.Of(inner);
        var isHint = Cues.HeadingHint.IsIn(words) || RequirementReader.OfMark(inner) is not null || !LimitReader.Read(inner, isHeading: true).IsEmpty || Cues.Stand.Is(words) || Cues.FillIn.Starts(words);
        return isHint ? (end[..at].TrimEnd(' ', '*', '_'), inner, end[at..]) : null;
    }

    private static (string Left, RequirementMark? Mark, string Written)? TrailingMark(string text)
    {
        foreach (var joint in (ReadOnlySpan<string>)[" - ", " – ", " — ", ": ", ", ", " | "])
        {
            var at = text.LastIndexOf(joint, StringComparison.Ordinal);
            if (at <= 0) continue;
            var rest = text[(at + joint.Length)..].Trim('*', '_', ' ');
            var words = WordText.Of(rest);
            if (words.Count is > 0 and <= 6 && (Cues.Optional.Starts(words) || Cues.Required.Starts(words) || Cues.WhenApplicable.Starts(words) || !LimitReader.Read(rest, isHeading: true).IsEmpty))
                return (text[..at].TrimEnd(), RequirementReader.OfMark(rest), text[at..].Trim());
        }
        return null;
    }
}
