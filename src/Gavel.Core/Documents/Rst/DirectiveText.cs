using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Rst;

/// <summary>A directive as it is written: <c>.. name:: argument</c>, then options (<c>:key: value</c>), then, behind an empty line, content.</summary>
/// <param name="Substitution">The name between pipes that the directive defines; null for an ordinary directive.</param>
/// <param name="Content">The lines of content with their indentation; empty, and at the directive's end, when there are none.</param>
internal sealed record DirectiveText(string Name, string Argument, ImmutableArray<HeaderField> Options, TextSpan Content, string? Substitution)
{
    /// <returns>Null when there is no directive at the beginning of the span.</returns>
    public static DirectiveText? Read(string source, TextSpan span)
    {
        var text = source.AsSpan(span.Start, span.Length);
        if (!text.StartsWith(".. ")) return null;
        var at = 3 + Blanks(text[3..]);
        string? substitution = null;
        if (at < text.Length && text[at] == '|')
        {
            var close = text[(at + 1)..].IndexOf('|');
            if (close < 1) return null;
            substitution = text.Slice(at + 1, close).ToString();
            at += close + 2;
            at += Blanks(text[at..]);
        }
        var nameEnd = at;
        while (nameEnd < text.Length && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is '-' or '_' or '+' or '.' || IsInnerColon(text, nameEnd))) nameEnd++;
        if (nameEnd == at) return null;
        var colons = nameEnd + Blanks(text[nameEnd..]);
        if (!text[colons..].StartsWith("::")) return null;
        var behind = colons + 2;
        if (behind < text.Length && !char.IsWhiteSpace(text[behind])) return null;
        var name = text[at..nameEnd].ToString().ToLowerInvariant();
        return ReadBody(source, TextSpan.Between(span.Start + behind, span.End), name, substitution);
    }

    private static bool IsInnerColon(ReadOnlySpan<char> text, int at) =>
        text[at] == ':' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart(" \t").Length;

    private static DirectiveText ReadBody(string source, TextSpan body, string name, string? substitution)
    {
        var argument = new StringBuilder();
        var options = ImmutableArray.CreateBuilder<HeaderField>();
        var content = new TextSpan(body.End, 0);
        var lines = new LineCursor(source.AsSpan(body.Start, body.Length));
        while (lines.MoveNext())
        {
            var line = new TextSpan(body.Start + lines.Span.Start, lines.Span.Length);
            var chars = source.AsSpan(line.Start, line.Length);
            var isFirst = line.Start == body.Start;
            if (chars.IsWhiteSpace())
            {
                if (isFirst) continue;
                content = TrimLines(source, TextSpan.Between(line.End, body.End));
                break;
            }
            if (OptionAt(source, line) is { } option) options.Add(option);
            else if (options.Count > 0) options[^1] = Longer(source, options[^1], line);
            else argument.Append(argument.Length == 0 ? "" : " ").Append(chars.Trim());
        }
        return new DirectiveText(name, argument.ToString(), [.. options.Select(o => o.Value.Length == o.ValueSpan.Length ? o : o with { Value = PlainText.Fold(source.AsSpan(o.ValueSpan.Start, o.ValueSpan.Length)) })], content, substitution);
    }

    private static HeaderField? OptionAt(string source, TextSpan line)
    {
        var chars = source.AsSpan(line.Start, line.Length);
        var start = Blanks(chars);
        if (start >= chars.Length || chars[start] != ':') return null;
        var close = chars[(start + 1)..].IndexOf(':');
        if (close < 1 || chars.Slice(start + 1, close).Contains('`')) return null;
        var behind = start + close + 2;
        if (behind < chars.Length && !char.IsWhiteSpace(chars[behind])) return null;
        var value = chars[behind..].Trim();
        var valueStart = value.IsEmpty ? line.Start + behind : line.Start + behind + Blanks(chars[behind..]);
        var nameSpan = new TextSpan(line.Start + start + 1, close);
        var valueSpan = new TextSpan(valueStart, value.Length);
        return new HeaderField(source.Substring(nameSpan.Start, nameSpan.Length), value.ToString(), TextSpan.Between(line.Start + start, Math.Max(valueSpan.End, line.Start + behind)),
            nameSpan, valueSpan, HeaderStyle.FieldList);
    }

    // Its value is read when all its lines are known.
    private static HeaderField Longer(string source, HeaderField option, TextSpan line)
    {
        var chars = source.AsSpan(line.Start, line.Length);
        var more = new TextSpan(line.Start + Blanks(chars), chars.Trim().Length);
        var value = option.ValueSpan.IsEmpty ? more : option.ValueSpan.Union(more);
        return option with { ValueSpan = value, Span = option.Span.Union(more) };
    }

    /// <summary>Without empty lines at both ends; the first line keeps its indentation.</summary>
    private static TextSpan TrimLines(string source, TextSpan span)
    {
        var chars = source.AsSpan(span.Start, span.Length);
        var end = span.Start + chars.TrimEnd().Length;
        var first = span.Start + (chars.Length - chars.TrimStart().Length);
        if (first >= end) return new TextSpan(span.End, 0);
        var start = source.AsSpan(span.Start, first - span.Start).LastIndexOfAny('\r', '\n') + 1 + span.Start;
        return TextSpan.Between(start, end);
    }
}
