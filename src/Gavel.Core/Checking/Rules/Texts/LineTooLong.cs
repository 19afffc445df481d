using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports lines of prose that are wider than the project allows; one diagnostic for a file. Lines that cannot be broken do not count.</summary>
internal sealed class LineTooLong : IProposalRule
{
    public RuleInfo Info { get; } = new("line-too-long", Severity.Warning, "A line is wider than the project allows.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var limit = proposal.Schema.All<Demand.Limit>().FirstOrDefault(l => l is { Unit: LimitUnit.Columns, Max: > 0 });
        if (limit is null || !proposal.Owes(limit)) yield break;
        var wide = Lines(proposal, limit.Max).ToList();
        if (wide.Count == 0) yield break;
        var width = wide.Max(s => s.Length);
        var message = wide.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"the line has {width} columns, at most {limit.Max} are allowed")
            : string.Create(CultureInfo.InvariantCulture, $"{wide.Count} lines have up to {width} columns, at most {limit.Max} are allowed");
        yield return Info.Report(proposal, Excess(wide[0], limit.Max), message, limit) with
        {
            Subject = "",
            Also = [.. wide.Skip(1).Select(s => proposal.Document.At(Excess(s, limit.Max)))],
        };
    }

    private static TextSpan Excess(TextSpan line, int max) => TextSpan.Between(line.Start + max, line.End);

    private static IEnumerable<TextSpan> Lines(Proposal proposal, int max)
    {
        var text = proposal.Text;
        var spared = proposal.Document.Root.BlocksBelow()
            .Where(b => b is Block.Code or Block.Table or Block.Html or Block.Comment or Block.LinkDefinition or Block.Directive { Blocks.IsEmpty: true })
            .OrderBy(b => b.Span.Start).ToList();
        var next = 0;
        for (var line = 1; line <= text.Lines.Count; line++)
        {
            var span = text.Lines.SpanOf(line);
            while (next < spared.Count && spared[next].Span.End <= span.Start) next++;
            if (span.Length <= max || (next < spared.Count && spared[next].Span.Start <= span.End)) continue;
            if (CanBreak(text.Slice(span), max)) yield return span;
        }
    }

    /// <summary>There is a space after the indentation where the line could be broken, and it has no address, with whose words a line is left as it is.</summary>
    private static bool CanBreak(ReadOnlySpan<char> line, int max)
    {
        var indent = line.Length - line.TrimStart(" \t-*+>#").Length;
        var space = line[..Math.Min(max + 1, line.Length)].LastIndexOf(' ');
        return space > indent && !line.Contains("://", StringComparison.Ordinal);
    }
}
