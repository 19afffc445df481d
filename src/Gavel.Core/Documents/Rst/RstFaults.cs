using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>What the parser says about a text, as faults: errors as errors, those warnings that a reader would see the effect of.</summary>
internal static class RstFaults
{
    private const int MaxGlossary = 500; // lines above a message that are looked at

    public static void Collect(SourceText text, RstDocument parsed, ImmutableArray<Diagnostic>.Builder faults)
    {
        if (text.Encoding == TextEncoding.Windows1252)
            faults.Add(Fault(text, default, "encoding", Severity.Warning, "the file is not UTF-8; it is read as Windows-1252", "UTF-8"));
        foreach (var mark in ConflictMarks.Find(text.Chars))
        {
            var message = $"conflict marker '{text.Substring(new TextSpan(mark.Start, 7))}' is left over";
            faults.Add(Fault(text, mark, "merge-conflict", Severity.Error, message, "git conflict marker"));
        }
        var nul = text.Chars.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0) faults.Add(Fault(text, new TextSpan(nul, 1), "syntax", Severity.Error, "the file holds NUL characters; it is binary or damaged", "reStructuredText"));
        foreach (var message in parsed.Messages)
        {
            if (SeverityOf(message) is not { } severity || IsInGlossary(text.Chars, message.Span.Start)) continue;
            faults.Add(Fault(text, FirstLine(text, message.Span), "syntax", severity, Phrase(message.Text), "reStructuredText"));
        }
        CollectNotes(text, parsed, faults);
    }

    // Other names may be known elsewhere; what stands in brackets is written at the foot of the same page, unless the page takes in another.
    private static void CollectNotes(SourceText text, RstDocument parsed, ImmutableArray<Diagnostic>.Builder faults)
    {
        if (!text.Chars.Contains("]_", StringComparison.Ordinal) || text.Chars.Contains(".. include::", StringComparison.Ordinal)) return;
        foreach (var element in parsed.Root.Descendants())
        {
            if (element.Kind is not (RstKind.FootnoteReference or RstKind.CitationReference) || element["refid"] is not null || element["auto"] is not null || element["refname"] is null) continue;
            var at = FirstLine(text, element.Span);
            var kind = element.Kind == RstKind.FootnoteReference ? "footnote" : "citation";
            faults.Add(Fault(text, at, "syntax", Severity.Warning, $"{kind} {text.Substring(at)} is referred to and never written", "reStructuredText"));
        }
    }

    /// <returns>Null for what is no fault of the text: names that Sphinx, an extension or another file may know, and remarks.</returns>
    private static Severity? SeverityOf(RstSystemMessage message) => message.Severity switch
    {
        RstSeverity.Severe => Severity.Error,
        RstSeverity.Error when RstMessages.NeedsKnowledgeOfTools(message.Text) => null,
        RstSeverity.Error when RstMessages.DependsOnRelease(message.Text) => null, // the page is fine with another release of the tools
        RstSeverity.Error => Severity.Error,
        RstSeverity.Warning when RstMessages.IsSeenByReaders(message.Text) => Severity.Warning,
        _ => null,
    };

    // An entry of a glossary may have several terms, one below the other, which plain definition lists may not.
    private static bool IsInGlossary(string chars, int at)
    {
        var margin = int.MaxValue;
        var end = Math.Clamp(at, 0, chars.Length);
        for (var lines = 0; lines < MaxGlossary && end > 0; lines++)
        {
            var start = chars.LastIndexOf('\n', end - 1) + 1;
            var line = chars.AsSpan(start, end - start);
            var indent = line.Length - line.TrimStart(' ').Length;
            if (indent < line.TrimEnd().Length && indent < margin)
            {
                if (line[indent..].StartsWith(".. glossary::")) return true;
                margin = indent;
                if (indent == 0 && lines > 0) return false;
            }
            end = start - 1;
        }
        return false;
    }

    private static Diagnostic Fault(SourceText text, TextSpan span, string rule, Severity severity, string message, string standard) =>
        new(rule, severity, Place.In(text, span), message, new Reason.Standard(standard)) { Subject = message };

    private static TextSpan FirstLine(SourceText text, RstSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Chars.Length);
        var end = Math.Clamp(span.End, start, text.Chars.Length);
        var line = text.Chars.AsSpan(start, end - start).IndexOfAny('\r', '\n');
        return TextSpan.Between(start, line < 0 ? end : start + line);
    }

    /// <summary>The first line of the message in lower case and without its full stop, as reports have it.</summary>
    private static string Phrase(string message)
    {
        var line = message.AsSpan();
        if (line.IndexOf('\n') is var end and >= 0) line = line[..end];
        line = line.TrimEnd('.').TrimEnd(':');
        if (line.Length < 2 || !char.IsUpper(line[0]) || char.IsUpper(line[1])) return line.ToString();
        return char.ToLowerInvariant(line[0]) + line[1..].ToString();
    }
}
