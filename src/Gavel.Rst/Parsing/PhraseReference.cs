using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary><c>`phrase`_</c>, with an address or the name of another target in angle brackets at its end.</summary>
internal static class PhraseReference
{
    public static void Append(ParseState state, in TextRun run, in InterpretedPlace place, RstElement into, in InlineTarget target)
    {
        var from = place.Open + 1;
        var content = run.Text.AsSpan(from, place.Close - from);
        var reference = new RstInline(RstKind.Reference, run.SpanOf(place.Open, place.End), run.Text.AsMemory(place.Open, place.End - place.Open));
        into.Add(reference);
        var isAnonymous = place.End - place.RoleEnd == 2;
        var bracket = EmbeddedStart(content, out var textEnd);
        if (bracket < 0)
        {
            var phrase = Escapes.Remove(run.Text.AsMemory(from, content.Length));
            reference.Add(new RstText(phrase) { Span = run.SpanOf(from, place.Close) });
            if (isAnonymous) reference["anonymous"] = "1";
            else reference["refname"] = ReferenceNames.Normalize(phrase.ToString());
            return;
        }

        var link = content[(bracket + 1)..^1].ToString();
        var isAlias = link[^1] == '_' && !link.EndsWith("\\_", StringComparison.Ordinal) && !UriScanner.StartsWithUri(link);
        var alias = isAlias ? ReferenceNames.Squeeze(Escapes.Remove(link.AsSpan(0, link.Length - 1))) : Address(link);
        var text = textEnd > 0 ? Escapes.Remove(content[..textEnd]) : isAlias ? alias.ToLowerInvariant() : alias;
        var textSpan = textEnd > 0 ? run.SpanOf(from, from + textEnd) : run.SpanOf(from + bracket + 1, place.Close - 1);
        reference.Add(new RstText(text) { Span = textSpan });
        var (attribute, address) = isAlias ? ("refname", alias.ToLowerInvariant()) : ("refuri", alias);
        reference[attribute] = address;
        if (isAnonymous) return;

        var element = new RstInline(RstKind.Target, run.SpanOf(from + bracket, place.Close), run.Text.AsMemory(from + bracket, content.Length - bracket));
        element.Labels.Names.Add(ReferenceNames.Normalize(text));
        into.Add(element);
        element[attribute] = address;
        state.Names.NoteImplicit(element, target.Holder, target.NameLine);
    }

    /// <summary>The address with unescaped white space left out; an e-mail address gets its scheme.</summary>
    public static string Address(string link)
    {
        var address = Escapes.Remove(Escapes.WithoutSpaces(link));
        return UriScanner.IsEmail(address) ? "mailto:" + address : address;
    }

    /// <summary>The bracket that opens an address at the end of the text, -1 if there is none. The text before ends at <paramref name="textEnd"/>.</summary>
    private static int EmbeddedStart(ReadOnlySpan<char> content, out int textEnd)
    {
        textEnd = 0;
        if (content.Length < 3 || content[^1] != '>') return -1;
        var open = -1;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\\') i++;
            else if (content[i] == '<') open = i;
        }

        if (open < 0 || !IsOnlyClose(content, open) || open + 2 >= content.Length) return -1;
        if (char.IsWhiteSpace(content[open + 1]) || char.IsWhiteSpace(content[^2])) return -1;
        textEnd = open;
        while (textEnd > 0 && content[textEnd - 1] is (' ' or '\n')) textEnd--;
        return textEnd < open || open == 0 ? open : -1;
    }

    /// <summary>Whether the last character is an unescaped bracket and no other unescaped one stands after the opening.</summary>
    private static bool IsOnlyClose(ReadOnlySpan<char> content, int open)
    {
        for (var i = open + 1; i < content.Length; i++)
        {
            if (content[i] == '\\') i++;
            else if (content[i] is '>' or '<') return i == content.Length - 1;
        }

        return false;
    }
}
