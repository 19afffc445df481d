using Gavel.Rst.Roles;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Where interpreted text stands: <c>:role:`text`:role:_</c>.</summary>
/// <param name="Start">The role's first colon, or the opening backquote.</param>
/// <param name="Open">The opening backquote.</param>
/// <param name="Close">The closing backquote.</param>
/// <param name="RoleEnd">The end of a role after the text; one past the closing backquote where there is none.</param>
/// <param name="End">The end, underscores included.</param>
internal readonly record struct InterpretedPlace(int Start, int Open, int Close, int RoleEnd, int End);

/// <summary>Makes the elements of inline markup that the tables of names must know.</summary>
internal static class InlineNodes
{
    public static void Reference(ParseState state, in TextRun run, int start, int nameEnd, int end, RstElement into)
    {
        var name = run.Text.AsMemory(start, nameEnd - start);
        var reference = new RstInline(RstKind.Reference, run.SpanOf(start, end), run.Text.AsMemory(start, end - start));
        reference.Add(new RstText(name) { Span = run.SpanOf(start, nameEnd) });
        if (end - nameEnd == 2) reference["anonymous"] = "1";
        else reference["refname"] = ReferenceNames.Normalize(name.ToString());
        into.Add(reference);
    }

    public static void Substitution(ParseState state, in TextRun run, int start, int close, int end, RstElement into)
    {
        var text = Escapes.Remove(run.Text.AsSpan(start + 1, close - start - 1));
        var substitution = new RstInline(RstKind.SubstitutionReference, run.SpanOf(start, close + 1), run.Text.AsMemory(start, end - start));
        substitution.Add(new RstText(text) { Span = run.SpanOf(start + 1, close) });
        substitution["refname"] = ReferenceNames.Squeeze(text);
        if (end == close + 1)
        {
            into.Add(substitution);
            return;
        }

        var reference = new RstInline(RstKind.Reference, run.SpanOf(start, end), run.Text.AsMemory(start, end - start));
        if (end - close == 3) reference["anonymous"] = "1";
        else reference["refname"] = ReferenceNames.Normalize(text);
        reference.Add(substitution);
        into.Add(reference);
    }

    public static void Target(ParseState state, in TextRun run, int start, int close, RstElement into, in InlineTarget target)
    {
        var text = Escapes.Remove(run.Text.AsMemory(start + 2, close - start - 2));
        var inline = new RstInline(RstKind.Inline, run.SpanOf(start, close + 1), run.Text.AsMemory(start, close + 1 - start));
        inline.Add(new RstText(text) { Span = run.SpanOf(start + 2, close) });
        inline.Labels.Names.Add(ReferenceNames.Normalize(text.ToString()));
        into.Add(inline);
        state.Names.NoteExplicit(inline, target.Holder, target.NameLine);
    }

    /// <summary>A number, <c>#</c>, <c>#name</c>, <c>*</c>, or the name of a citation.</summary>
    public static bool IsFootnoteLabel(ReadOnlySpan<char> label)
    {
        if (label.Length == 0) return false;
        if (label is "*") return true;
        if (label[0] == '#') label = label[1..];
        return label.Length == 0 || TextClasses.SimpleName(label) == label.Length;
    }

    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return text.Length > 0;
    }

    public static void Footnote(ParseState state, in TextRun run, int open, int close, RstElement into)
    {
        var label = run.Text[(open + 1)..close];
        var isCitation = label[0] is not ('#' or '*') && !IsNumber(label);
        var reference = new RstInline(
            isCitation ? RstKind.CitationReference : RstKind.FootnoteReference,
            run.SpanOf(open, close + 2),
            run.Text.AsMemory(open, close + 2 - open));
        if (label[0] is not ('#' or '*')) reference.Add(new RstText(label) { Span = run.SpanOf(open + 1, close) });
        into.Add(reference);
        state.Names.SetId(reference);
        var name = ReferenceNames.Normalize(label);
        if (name[0] is '#' or '*')
        {
            reference["auto"] = name[0] == '#' ? "1" : "*";
            name = name[1..];
        }

        if (name.Length > 0) reference["refname"] = name;
    }

    public static void Interpreted(ParseState state, in TextRun run, in InterpretedPlace place, RstElement into, in InlineTarget target)
    {
        var prefix = place.Open > place.Start ? run.Text[(place.Start + 1)..(place.Open - 1)] : null;
        var hasSuffix = place.RoleEnd > place.Close + 1;
        if (prefix is not null && hasSuffix)
        {
            Problem(state, run, place, "Multiple roles in interpreted text (both prefix and suffix present; only one allowed).", into, target);
            return;
        }

        var role = hasSuffix ? run.Text[(place.Close + 2)..(place.RoleEnd - 1)] : prefix;
        if (place.End == place.RoleEnd)
        {
            RoleRunner.Run(state, run, place, role, into, target);
            return;
        }

        if (role is null) PhraseReference.Append(state, run, place, into, target);
        else Problem(state, run, place, $"Mismatch: both interpreted text role {(hasSuffix ? "suffix" : "prefix")} and reference suffix.", into, target);
    }

    private static void Problem(ParseState state, in TextRun run, in InterpretedPlace place, string text, RstElement into, in InlineTarget target)
    {
        var span = run.SpanOf(place.Start, place.End);
        var message = target.Warn(state, text, span);
        into.Add(state.Names.Problematic(run.Text.AsMemory(place.Start, place.End - place.Start), span, message));
    }
}
