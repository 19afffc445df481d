using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Rst;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a reStructuredText title whose line of marks is shorter than the title; one diagnostic for a file.</summary>
internal sealed class Adornment : IProposalRule
{
    private static readonly Reason AsLong = new Reason.Standard("reStructuredText: a title's marks are at least as long as its text");

    public RuleInfo Info { get; } = new("adornment", Severity.Warning, "A title's line of marks is too short.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var text = proposal.Text;
        var edits = new List<FileEdit>();
        foreach (var section in proposal.Document.Root.SelfAndDescendants())
        {
            if (section.Heading is not { Style: HeadingStyle.Underlined or HeadingStyle.Overlined } heading) continue;
            Lengthen(text, heading, RstColumns.Of(text.Slice(text.Lines.SpanOf(TitleLine(text, heading))).TrimEnd()), edits);
        }
        if (edits.Count == 0) yield break;
        yield return Info.Report(proposal, edits[0].Span, edits.Count == 1 ? "the title's marks are shorter than its text" : "titles' marks are shorter than their text", AsLong) with
        {
            Subject = "adornment",
            Also = [.. edits.Skip(1).Select(e => proposal.Document.At(e.Span))],
            Fix = new Fix("lengthen the marks", IsSafe: true, new ChangeSet([.. edits], [], [])),
        };
    }

    /// <summary>The title with another text, its marks at least as long.</summary>
    public static ChangeSet Retitle(SourceText text, Heading heading, string title)
    {
        var edits = new List<FileEdit> { new(text.Path, text.Id, heading.TextSpan, title) };
        var before = text.Slice(TextSpan.Between(text.Lines.StartOf(text.Lines.LineOf(heading.TextSpan.Start)), heading.TextSpan.Start));
        if (heading.Style is HeadingStyle.Underlined or HeadingStyle.Overlined) Lengthen(text, heading, RstColumns.Of(before) + RstColumns.Of(title), edits);
        return new ChangeSet([.. edits], [], []);
    }

    private static int TitleLine(SourceText text, Heading heading)
    {
        var first = text.Lines.LineOf(heading.Span.Start);
        return heading.Style == HeadingStyle.Overlined ? Math.Min(first + 1, LastLine(text, heading)) : first;
    }

    private static int LastLine(SourceText text, Heading heading) => text.Lines.LineOf(Math.Max(heading.Span.Start, heading.Span.End - 1));

    private static void Lengthen(SourceText text, Heading heading, int width, List<FileEdit> edits)
    {
        var last = LastLine(text, heading);
        if (heading.Style == HeadingStyle.Overlined) Lengthen(text, text.Lines.LineOf(heading.Span.Start), heading.Adornment, width, edits);
        if (last > TitleLine(text, heading)) Lengthen(text, last, heading.Adornment, width, edits);
    }

    private static void Lengthen(SourceText text, int line, char mark, int width, List<FileEdit> edits)
    {
        var span = text.Lines.SpanOf(line);
        var marks = text.Slice(span).TrimEnd();
        if (marks.IsEmpty || marks.ContainsAnyExcept(mark) || marks.Length >= width) return;
        edits.Add(new FileEdit(text.Path, text.Id, new TextSpan(span.Start, marks.Length), new string(mark, width)));
    }
}
