using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Plans;

/// <summary>Reports tasks whose estimate is above what the template allows for one. Only the innermost items of a list and the rows of a table are tasks.</summary>
internal sealed class TaskTooBig : IProposalRule
{
    public RuleInfo Info { get; } = new("task-too-big", Severity.Warning, "A task is estimated at more than the template allows.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var demand in proposal.Schema.All<Demand.TaskSize>())
        {
            var answer = demand.SectionKey is { } key ? proposal.AnswerTo(key) : null;
            var section = demand.SectionKey is null ? proposal.Document.Root : answer?.Section;
            if (section is null || !proposal.Applies(demand)) continue;
            foreach (var (text, span) in Tasks(section))
            {
                if (Effort.Read(text) is not { } days || days <= demand.MaxDays) continue;
                var message = string.Create(CultureInfo.InvariantCulture, $"a task of {days:0.#} days is above the {demand.MaxDays} days of the template");
                yield return Info.Report(proposal, span, message, demand).Softened(proposal);
            }
        }
    }

    private static IEnumerable<(string Text, TextSpan Span)> Tasks(Section section)
    {
        foreach (var block in section.BlocksBelow())
        {
            if (block is Block.List list)
            {
                foreach (var item in list.Items)
                {
                    if (item.Blocks.IsEmpty || item.Blocks.Any(b => b is Block.List) || item.Blocks[0] is not Block.Paragraph first) continue;
                    yield return (PlainText.Of(first.Inlines), first.Span);
                }
            }
            else if (block is Block.Table table)
            {
                foreach (var row in table.Rows.Where(r => !r.IsHeader))
                    yield return (string.Join(" | ", row.Cells.Select(c => PlainText.Of(c.Inlines))), row.Span);
            }
        }
    }
}
