using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Finds the links that need no markup: bare addresses, and on request "PEP 1" and "RFC 1".</summary>
internal static class ImplicitLinks
{
    /// <summary>Appends a text with its links. Text and links have their backslash escapes resolved.</summary>
    public static void Append(ParseState state, in TextRun run, RstElement into)
    {
        var from = run.From;
        while (from < run.To && UriScanner.Find(run.Text, from, run.To, out var start, out var end, out var isEmail))
        {
            AppendNumbered(state, run, from, start, into);
            var text = Escapes.Remove(run.Text.AsSpan(start, end - start));
            Add(run, start, end, text, isEmail ? "mailto:" + text : text, into);
            from = end;
        }

        AppendNumbered(state, run, from, run.To, into);
    }

    private static void AppendNumbered(ParseState state, in TextRun run, int from, int to, RstElement into)
    {
        var options = state.Options;
        if (options.PepReferences || options.RfcReferences)
        {
            while (FindNumbered(run.Text, from, to, options, out var start, out var end, out var uri))
            {
                AppendText(run, from, start, into);
                Add(run, start, end, run.Text[start..end], uri, into);
                from = end;
            }
        }

        AppendText(run, from, to, into);
    }

    private static void Add(in TextRun run, int start, int end, string text, string uri, RstElement into)
    {
        var reference = new RstInline(RstKind.Reference, run.SpanOf(start, end), run.Text.AsMemory(start, end - start)) { ["refuri"] = uri };
        reference.Add(new RstText(text) { Span = reference.Span });
        into.Add(reference);
    }

    private static void AppendText(in TextRun run, int from, int to, RstElement into)
    {
        if (from >= to) return;
        var text = Escapes.Remove(run.Text.AsMemory(from, to - from));
        if (text.Length > 0) into.Add(new RstText(text) { Span = run.SpanOf(from, to) });
    }

    private static bool FindNumbered(string text, int from, int to, RstOptions options, out int start, out int end, out string uri)
    {
        uri = "";
        end = 0;
        for (start = from; start < to; start++)
        {
            if (text[start] is not ('P' or 'p' or 'R')) continue;
            if (start > from && !TextClasses.MayPrecedeStart(text[start - 1], '\0')) continue;
            var rest = text.AsSpan(start, to - start);
            var (skip, isPep) = Lead(rest, options);
            if (skip == 0) continue;
            var digits = skip;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
            if (digits == skip || digits - skip > 9) continue;
            var number = int.Parse(rest[skip..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            if (rest[0] == 'p' && rest[digits..].StartsWith(".txt") && EndsAt(text, start + digits + 4, to)) digits += 4;
            if (!EndsAt(text, start + digits, to)) continue;
            end = start + digits;
            uri = isPep ? RstUris.Pep(options, number) : RstUris.Rfc(options, number);
            return true;
        }

        return false;
    }

    private static bool EndsAt(string text, int at, int to) =>
        at >= to || TextClasses.MayFollowEnd(text[at], at + 1 < to ? text[at + 1] : '\0');

    /// <summary>How long "PEP ", "pep-", "RFC", "RFC-" or "RFC " is; 0 if the text begins with none of them.</summary>
    private static (int Length, bool IsPep) Lead(ReadOnlySpan<char> text, RstOptions options)
    {
        if (options.PepReferences && text.StartsWith("pep-")) return (4, true);
        var isPep = options.PepReferences && text.StartsWith("PEP");
        if (!isPep && !(options.RfcReferences && text.StartsWith("RFC"))) return (0, false);
        var i = 3;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        if (isPep) return (i == 3 ? 0 : i, true);
        return (i == 3 && text.Length > 3 && text[3] == '-' ? 4 : i, false);
    }
}
