using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>How a header field is written: the way its neighbours are.</summary>
internal static class FieldText
{
    private static readonly string[] Wrappers = ["**", "__", "``", "*", "_", "`", "\"", "'"];

    /// <summary>The field's value replaced, every other character kept.</summary>
    /// <param name="keepMarkup">True to keep emphasis, code marks or quotes that go around the whole old value.</param>
    public static ChangeSet Replace(Document document, HeaderField field, string value, bool keepMarkup)
    {
        var text = document.TextOf(field);
        var old = text.Slice(field.ValueSpan);
        var isYaml = field.Style is HeaderStyle.FrontMatter or HeaderStyle.Sidecar;
        var written = isYaml && old is ['-', ' ', ..] ? YamlList(text, field.ValueSpan, value) : isYaml ? Yaml(value, old) : keepMarkup ? Wrapped(value, old) : value;
        if (field.ValueSpan.IsEmpty && field.ValueSpan.Start > 0 && !char.IsWhiteSpace(text.Chars[field.ValueSpan.Start - 1])) written = " " + written;
        if (field.Style == HeaderStyle.Table && IsPipeCell(text, field.ValueSpan)) written = Escaped(written);
        if (isYaml && text.Chars.AsSpan(field.ValueSpan.End).StartsWith("#")) written += " "; // else the comment would be a part of the value (YAML 1.2, section 6.6)
        return ChangeSet.Edit(text, field.ValueSpan, written);
    }

    /// <summary>A new field in the shape of one that is there, before the last one of the header: a separator that only the last one lacks stays right.</summary>
    /// <returns>Null where a table holds the fields otherwise than one in each line, with pipes.</returns>
    public static ChangeSet? Insert(Document document, HeaderField like, HeaderField last, string name, string value)
    {
        var text = document.TextOf(last);
        if (like.Style == HeaderStyle.Table)
        {
            if (document.Syntax != "markdown" || text.Lines.LineOf(like.NameSpan.End) != text.Lines.LineOf(like.ValueSpan.Start) || !IsPipeCell(text, like.ValueSpan)) return null;
            (name, value) = (Escaped(name), Escaped(value));
        }
        var line = text.Lines.StartOf(text.Lines.LineOf(last.Span.Start));
        return ChangeSet.Edit(text, new TextSpan(line, 0), Line(document.TextOf(like), like, name, value) + text.NewLine);
    }

    /// <summary>One line for a field, shaped like another: its marks, its separators, its indentation.</summary>
    public static string Line(SourceText text, HeaderField like, string name, string value)
    {
        var lineStart = text.Lines.StartOf(text.Lines.LineOf(like.Span.Start));
        var before = text.Chars[lineStart..like.NameSpan.Start];
        var between = text.Chars[like.NameSpan.End..like.ValueSpan.Start];
        var lineEnd = text.Lines.SpanOf(text.Lines.LineOf(Math.Max(like.ValueSpan.End, like.NameSpan.End))).End;
        var after = text.Chars[Math.Max(like.ValueSpan.End, like.NameSpan.End)..lineEnd];
        if (like.Style is HeaderStyle.FrontMatter or HeaderStyle.Sidecar)
        {
            value = Yaml(value, "");
            after = "";
        }
        else
        {
            after = after.TrimStart() is "|" or "\\" ? after : after.Length > 0 && after.Trim().Length == 0 ? after : "";
        }
        if (between.Length == 0 || !char.IsWhiteSpace(between[^1])) between += " ";
        return before + name + between + value + after;
    }

    private static bool IsPipeCell(SourceText text, TextSpan cell) =>
        text.Chars.AsSpan(0, cell.Start).TrimEnd(" \t") is [.., '|'] || text.Chars.AsSpan(cell.End).TrimStart(" \t") is ['|', ..];

    private static string Escaped(string cell) => cell.Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Wrapped(string value, ReadOnlySpan<char> old)
    {
        foreach (var mark in Wrappers)
        {
            if (old.Length > 2 * mark.Length && old.StartsWith(mark) && old.EndsWith(mark) && !value.StartsWith(mark, StringComparison.Ordinal))
                return mark + value + mark;
        }
        return value;
    }

    // Under the first item of a list the others begin in the same column (YAML 1.2, section 8.2.1).
    private static string YamlList(SourceText text, TextSpan span, string value)
    {
        var indent = text.Chars[text.Lines.StartOf(text.Lines.LineOf(span.Start))..span.Start];
        if (!string.IsNullOrWhiteSpace(indent)) return Yaml(value, "");
        return string.Join(text.NewLine + indent, value.Split(", ").Select(v => $"- {Yaml(v.Trim(), "")}"));
    }

    /// <summary>A YAML scalar: plain where that reads back as the same text (YAML 1.2, section 7.3.3), else in the quotes of the old value or double ones.</summary>
    private static string Yaml(string value, ReadOnlySpan<char> old)
    {
        // A list in brackets stays one: TOML has no words without quotes.
        if (old is ['[', .., ']'] && value is not ['[', .., ']']) return $"[{string.Join(", ", value.Split(", ").Select(v => Yaml(v, "\"\"")))}]";
        if (old.Length >= 2 && old[0] == old[^1] && old[0] is '\'') return $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        var quoted = old.Length >= 2 && old[0] == old[^1] && old[0] is '"';
        return quoted || NeedsQuotes(value, old)
            ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : value;
    }

    private static bool NeedsQuotes(string value, ReadOnlySpan<char> old) =>
        value.Length == 0 || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])
        || "-?:,[]{}#&*!|>'\"%@`".Contains(value[0], StringComparison.Ordinal) && !(value[0] == '[' && value[^1] == ']')
        || value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':') || value.Contains(" #", StringComparison.Ordinal)
        || IsNoText(value) && !IsNoText(old);

    // Read as true, false or nothing, by some as in YAML 1.1.
    private static bool IsNoText(ReadOnlySpan<char> word)
    {
        foreach (var known in (ReadOnlySpan<string>)["true", "false", "null", "~", "yes", "no", "on", "off"])
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
