using System.Globalization;
using System.Text;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;

namespace Gavel.Core.Reporting;

/// <summary>The alternatives of one proposal against the aspects: for scripts, and as a matrix for people.</summary>
public static class AlternativesReport
{
    private const int WidestCell = 40;

    public static string RenderJson(Proposal proposal, AlternativesMatrix matrix) => JsonText.Object(writer =>
    {
        writer.WriteText("id", proposal.Id);
        writer.WriteTexts("aspects", matrix.Aspects);
        writer.WriteObjects("alternatives", matrix.Alternatives, alternative =>
        {
            writer.WriteText("name", alternative.Name);
            writer.WriteNumber("line", LineOf(proposal, alternative.At.Start));
            writer.WriteBoolean("preferred", alternative.IsPreferred);
            writer.WriteObjects("cells", alternative.Cells, cell =>
            {
                writer.WriteText("aspect", cell.Aspect);
                writer.WriteCount("line", cell.At is { } at ? LineOf(proposal, at.Start) : null);
                writer.WriteText("text", cell.Text);
            });
        });
    });

    public static string RenderText(Proposal proposal, AlternativesMatrix matrix, TextStyle style)
    {
        var text = new StringBuilder();
        text.Append(style.Bold(TerminalText.Safe($"{proposal.Id}: {proposal.Title}"))).Append('\n').Append(style.Dim(TerminalText.Safe(proposal.Path))).Append("\n\n");
        for (var i = 0; i < matrix.Alternatives.Length; i++)
        {
            var alternative = matrix.Alternatives[i];
            text.Append(CultureInfo.InvariantCulture, $"  {Letter(i)}  ").Append(style.Bold(TerminalText.Safe(alternative.Name)));
            if (alternative.IsPreferred) text.Append("  ").Append(style.Green("preferred"));
            text.Append(style.Dim(string.Create(CultureInfo.InvariantCulture, $"  line {LineOf(proposal, alternative.At.Start)}"))).Append('\n');
        }
        if (!matrix.Alternatives.IsEmpty) text.Append('\n');
        if (!matrix.Alternatives.IsEmpty && !matrix.Aspects.IsEmpty) AppendMatrix(text, matrix, style);
        return text.Append(TerminalText.Safe(Summary(proposal, matrix))).Append('\n').ToString();
    }

    private static void AppendMatrix(StringBuilder text, AlternativesMatrix matrix, TextStyle style)
    {
        var columns = new List<TextColumn> { new("ASPECT", CanShrink: true) };
        columns.AddRange(matrix.Alternatives.Select((_, i) => new TextColumn(Letter(i), CanShrink: true)));
        var rows = matrix.Aspects.Select((aspect, row) => (string[])[aspect, .. matrix.Alternatives.Select(a => Shown(a.Cells[row].Text, style))]).ToList();
        text.Append(TextTable.Render(columns, rows, style)).Append('\n');
    }

    private static string Shown(string? text, TextStyle style) => text is null ? "·" : style.Width is null ? text : TerminalText.Cut(text, WidestCell);

    private static string Summary(Proposal proposal, AlternativesMatrix matrix)
    {
        var aspects = matrix.Aspects.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $", {matrix.Aspects.Length} aspects");
        if (matrix.Alternatives.IsEmpty)
            return $"{proposal.Id} names no alternative in a form that can be read{(matrix.Aspects.IsEmpty ? "" : $"; its template weighs them by {string.Join(", ", matrix.Aspects)}")}.";
        var cells = matrix.Alternatives.Sum(a => a.Cells.Length);
        var empty = matrix.Alternatives.Sum(a => a.Cells.Count(c => c.Text is null));
        var preferred = matrix.Alternatives.Any(a => a.IsPreferred) ? "" : " None is said to be preferred.";
        return string.Create(CultureInfo.InvariantCulture, $"{matrix.Alternatives.Length} alternative{(matrix.Alternatives.Length == 1 ? "" : "s")}{aspects}{(cells == 0 ? "" : $", {empty} of {cells} cells empty")}.{preferred}");
    }

    // A, B, … Z, 27, 28 …
    private static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static int LineOf(Proposal proposal, int offset) => proposal.Text.Lines.LineOf(offset);
}
