using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Plans;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>Writes an empty matrix of alternatives against aspects into a draft: aspects below one another, an alternative a column.</summary>
public static class EmptyMatrix
{
    private static readonly ImmutableArray<string> Names = ["Alternative 1", "Alternative 2"];
    private static readonly ImmutableArray<string> Plain = ["Pros", "Cons", "Effort", "Risks"];

    public static Outcome Run(Proposal proposal)
    {
        if (proposal.Status?.Status.Kind is { } kind && kind is not (StatusKind.Draft or StatusKind.Open or StatusKind.Deferred))
            return new Outcome.Refused(RefusalCode.NotAllowed, $"{proposal.Id} is '{proposal.StatusText}': a matrix is written into a draft only");
        if (AlternativesReader.TableIn(proposal) is { } table)
            return new Outcome.Refused(RefusalCode.Exists, string.Create(CultureInfo.InvariantCulture, $"{proposal.Id} has a table of alternatives at line {proposal.Text.Lines.LineOf(table.Start)}; nothing was changed"));
        var matrix = AlternativesReader.Of(proposal);
        var text = proposal.Text;
        var section = AlternativesReader.SectionFor(proposal);
        var isRst = string.Equals(proposal.Document.Syntax, "rst", StringComparison.Ordinal);
        var lines = Table(matrix, isRst);
        ChangeSet changes;
        if (section is not null) changes = Insert(text, OwnEnd(section), lines);
        else if (Wanted(proposal) is var (words, at, heading)) changes = Insert(text, at, [.. Title(words, heading, isRst), "", .. lines]);
        else if (proposal.Document.Root.SelfAndDescendants().LastOrDefault(s => s.Heading is { } h && !ReferenceEquals(h, proposal.Document.Title)) is not { } last) return new Outcome.Refused(RefusalCode.NotAllowed, $"{proposal.Path} has no section that a matrix could stand in");
        else changes = Insert(text, last.Span.End, [.. Title(proposal, last.Heading!, isRst), "", .. lines]);
        return new Outcome.Done(proposal.Id, proposal.Number, proposal.Path, changes, Changes.PathsOf(changes));
    }

    private static ChangeSet Insert(SourceText text, int at, IEnumerable<string> lines)
    {
        var line = text.Lines.LineOf(Math.Max(at - 1, 0));
        var end = at == 0 ? 0 : Math.Max(at, text.Lines.SpanOf(line).End);
        var block = string.Join(text.NewLine, lines);
        var isTight = end == text.Chars.Length || line < text.Lines.Count && !text.Lines.SpanOf(line + 1).IsEmpty;
        return ChangeSet.Edit(text, new TextSpan(end, 0), $"{text.NewLine}{text.NewLine}{block}{(isTight ? text.NewLine : "")}");
    }

    // The template's own section at its place; null where no heading of the proposal shows how to write it, or where nothing stands before it.
    private static (string Words, int At, Heading Like)? Wanted(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer.State != AnswerState.Absent || demand.IsSlot || !AlternativesReader.IsTitle(demand.Text)) continue;
            var at = answer.At.Start;
            if (at == 0 || at < proposal.Text.Chars.Length && proposal.Text.Chars[at] is not ('\r' or '\n')) continue;
            var like = proposal.Document.Root.SelfAndDescendants().FirstOrDefault(s => s.Heading is { } h && h.Level == demand.Level && !ReferenceEquals(h, proposal.Document.Title));
            if (like is not null) return (demand.Text, at, like.Heading!);
        }
        return null;
    }

    // Behind what stands directly in the section, before its subsections.
    private static int OwnEnd(Section section) => section.Blocks.IsEmpty ? section.Heading?.Span.End ?? section.Span.Start : section.Blocks[^1].Span.End;

    private static IEnumerable<string> Title(Proposal proposal, Heading like, bool isRst)
    {
        var level = proposal.Document.Root.Children is [{ Heading: { } title } only] && ReferenceEquals(title, proposal.Document.Title) && only.Children is [{ Heading: { } first }, ..] ? first : proposal.Document.Root.Children is [{ Heading: { } top }, ..] ? top : like;
        return Title("Alternatives", level, isRst);
    }

    private static IEnumerable<string> Title(string words, Heading like, bool isRst)
    {
        if (!isRst) return [$"{new string('#', Math.Clamp(like.Level, 1, 6))} {words}"];
        var adornment = new string(like.Adornment, words.Length);
        return like.Style == HeadingStyle.Overlined ? [adornment, words, adornment] : [words, adornment];
    }

    private static List<string> Table(AlternativesMatrix matrix, bool isRst)
    {
        var aspects = matrix.Aspects.IsEmpty ? Plain : matrix.Aspects;
        var names = matrix.Alternatives.IsEmpty ? Names : [.. matrix.Alternatives.Select(a => a.Name)];
        var lines = new List<string>();
        if (isRst)
        {
            lines.AddRange([".. list-table:: Alternatives", "   :header-rows: 1", ""]);
            Row("Aspect", names);
            foreach (var aspect in aspects) Row(aspect, names.Select(_ => ""));
            return lines;
        }
        lines.Add(MarkdownRow("Aspect", names));
        lines.Add($"|{string.Concat(Enumerable.Repeat(" --- |", names.Length + 1))}");
        foreach (var aspect in aspects) lines.Add(MarkdownRow(aspect, names.Select(_ => "")));
        return lines;

        void Row(string first, IEnumerable<string> cells)
        {
            lines.Add($"   * - {RstCell(first)}");
            foreach (var cell in cells) lines.Add(cell.Length == 0 ? "     -" : $"     - {RstCell(cell)}");
        }
    }

    private static string MarkdownRow(string first, IEnumerable<string> cells)
    {
        var row = new StringBuilder("| ").Append(MarkdownCell(first)).Append(" |");
        foreach (var cell in cells) row.Append(cell.Length == 0 ? "  |" : $" {MarkdownCell(cell)} |");
        return row.ToString();
    }

    private static string MarkdownCell(string text) => Escaped(text, "\\|*_`<[");

    private static string RstCell(string text) => Escaped(text, "\\*`|_");

    private static string Escaped(string text, string marks)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (marks.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c is '\r' or '\n' ? ' ' : c);
        }
        return escaped.ToString();
    }
}
