using System.Text;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Hyperlink targets: <c>.. _name: address</c>, <c>.. _name: other_</c>, <c>.. _name:</c>, <c>__ address</c>.</summary>
internal sealed class TargetParser(ParseState state)
{
    /// <summary>Reads a target whose name begins at a column of the frame's line. False, with what is wrong, leaves the frame alone.</summary>
    public bool Explicit(Frame frame, int from, out bool blankFinish, out string? fault)
    {
        var indented = frame.Indented(frame.Line, firstIndent: from, untilBlank: true, strip: false);
        blankFinish = indented.BlankFinish || frame.IsBlankOrEnd(indented.End);
        var block = indented.Content;
        var text = new StringBuilder();
        var ends = new List<int>();
        for (var i = block.From; i < block.To; i++)
        {
            text.Append(block.Line(i));
            ends.Add(text.Length);
        }

        var joined = text.ToString();
        var colon = FindName(joined, ends, out var name);
        if (colon < 0)
        {
            fault = "malformed hyperlink target.";
            return false;
        }

        fault = null;
        var line = ends.FindIndex(end => end > colon);
        var lines = new List<string>();
        for (var i = line; i < ends.Count; i++)
        {
            var start = i == line ? colon + 1 : ends[i - 1];
            lines.Add(joined[start..ends[i]]);
        }

        Add(frame, indented, lines, name);
        return true;
    }

    public bool Anonymous(Frame frame, int length)
    {
        var indented = frame.Indented(frame.Line, firstIndent: length, untilBlank: true);
        var lines = new List<string>();
        for (var i = indented.Content.From; i < indented.Content.To; i++) lines.Add(indented.Content.Line(i).ToString());
        Add(frame, indented, lines, null);
        return indented.BlankFinish || frame.IsBlankOrEnd(indented.End);
    }

    /// <summary>The name of the target to which the text refers (<c>name_</c> or <c>`a phrase`_</c>), or null if it is an address.</summary>
    public static string? ReferenceName(List<string> lines)
    {
        if (lines.Count == 0) return null;
        var text = ReferenceNames.Squeeze(string.Join(' ', lines));
        if (text.Length < 2 || text[^1] != '_') return null;
        if (TextClasses.SimpleName(text) is > 0 and var length && length == text.Length - 1) return text[..^1];
        if (text[0] != '`' || text.Length < 4 || text[^2] != '`' || text[1] == ' ' || char.IsWhiteSpace(text[^3])) return null;
        for (var i = 1; i < text.Length - 2; i++)
        {
            if (text[i] == '\\') i++;
            if (i == text.Length - 2) return null;
        }

        return Escapes.Remove(text.AsSpan(1, text.Length - 3));
    }

    /// <summary>The address that lines of a target give: white space left out unless it is escaped.</summary>
    public static string Address(List<string> lines) => Escapes.Remove(Escapes.WithoutSpaces(string.Join(' ', lines)));

    private void Add(Frame frame, in Indented indented, List<string> lines, string? name)
    {
        var number = frame.Number;
        var target = new RstElement(RstKind.Target, frame.Block.Part(frame.Line, indented.End).Span()) { Line = number };
        frame.Line = indented.End;
        var other = ReferenceName(lines);
        var address = other is null ? Address(lines) : "";
        if (other is not null) target["refname"] = ReferenceNames.Normalize(other);
        if (name is { Length: > 0 })
        {
            target.Labels.Names.Add(ReferenceNames.Normalize(Escapes.Remove(name)));
            if (address.Length > 0) target["refuri"] = UriScanner.IsEmail(address) ? "mailto:" + address : address;
            state.Names.NoteExplicit(target, frame.Parent, number);
        }
        else
        {
            if (address.Length > 0) target["refuri"] = address;
            target["anonymous"] = "1";
            if (state.Options.LegacyIds) state.Names.SetId(target);
        }

        frame.Parent.Add(target);
    }

    /// <summary>The offset of the colon that ends the name (a null name is anonymous); -1 if there is none.</summary>
    private static int FindName(string text, List<int> ends, out string? name)
    {
        name = null;
        if (text.Length == 0) return -1;
        if (text[0] == '_') return ColonAt(text, ends, 1);
        if (text[0] == '`') return QuotedName(text, ends, out name);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                continue;
            }

            if (text[i] != ':' || i == 0) continue;
            var end = text[i - 1] == ' ' ? i - 1 : i;
            if (end == 0 || char.IsWhiteSpace(text[end - 1]) || (text[end - 1] == ':' && (end < 2 || text[end - 2] != '\\'))) continue;
            if (ColonAt(text, ends, end) < 0) continue;
            name = text[..end];
            return i;
        }

        return -1;
    }

    private static int QuotedName(string text, List<int> ends, out string? name)
    {
        name = null;
        if (text.Length < 2 || text[1] is ' ' or '`') return -1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                continue;
            }

            if (text[i] != '`' || char.IsWhiteSpace(text[i - 1])) continue;
            var colon = ColonAt(text, ends, i + 1);
            if (colon < 0) continue;
            name = text[1..i];
            return colon;
        }

        return -1;
    }

    /// <summary>The offset of a colon at or one space after the place, if a space or the end of a line follows it; else -1.</summary>
    private static int ColonAt(string text, List<int> ends, int at)
    {
        if (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != ':') return -1;
        return at + 1 == text.Length || text[at + 1] == ' ' || ends.BinarySearch(at + 1) >= 0 ? at : -1;
    }
}
