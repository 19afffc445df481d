using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Plans;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>What the plan of a proposal still lacks before it moves: milestones and tasks where the template asks for them, parts of what is too big, work that is open at the end.</summary>
internal static class TodoPlan
{
    private const int MostTold = 20; // items that are too big

    /// <param name="then">The proposal as it would be in the next status.</param>
    /// <param name="findings">What a check of it finds; nothing is told twice.</param>
    public static IEnumerable<TodoItem> Of(Proposal proposal, Proposal then, IReadOnlyList<Diagnostic> findings)
    {
        var plan = PlanReader.Of(proposal);
        foreach (var (demand, answer) in then.AnswersTo<Demand.Plan>())
        {
            if (!then.Applies(demand) || answer.Section?.Heading is not { } heading || findings.Any(f => f.Rule is "plan-missing" or "section-empty" && f.At.Start.Line == LineOf(proposal, heading.Span.Start))) continue;
            var isThere = answer.State == AnswerState.None || plan.Items.Any(i => answer.Section.Span.Contains(i.At.Start));
            yield return new TodoItem(GateKind.Plan, isThere ? $"'{heading.Text}' says what is to be done" : $"'{heading.Text}' lists no milestones or tasks yet", isThere, IsRequired: false, LineOf(proposal, heading.Span.Start), demand.Source);
        }
        foreach (var item in TooBig(proposal, then, plan, findings)) yield return item;
        if (then.Status?.Status.Kind != StatusKind.Done || plan.Total == 0) yield break;
        var open = plan.Total - plan.Done;
        var first = plan.Items.FirstOrDefault(i => i.State is PlanItemState.Open or PlanItemState.Active);
        yield return new TodoItem(
            GateKind.Plan, string.Create(CultureInfo.InvariantCulture, $"{plan.Done} of {plan.Total} items of the plan {(plan.Total == 1 ? "is" : "are")} marked as done"), open == 0, IsRequired: false,
            LineOf(proposal, (first ?? plan.Items[0]).At.Start), PlanReader.DemandIn(then)?.Source);
    }

    private static IEnumerable<TodoItem> TooBig(Proposal proposal, Proposal then, Plan plan, IReadOnlyList<Diagnostic> findings)
    {
        if (then.Schema.All<Demand.TaskSize>().FirstOrDefault(then.Applies) is not { } size) yield break;
        foreach (var item in plan.Items.Where(i => i is { IsTooBig: true, State: PlanItemState.Open or PlanItemState.Active, Days: not null }).Take(MostTold))
        {
            var line = LineOf(proposal, item.At.Start);
            if (findings.Any(f => f.Rule is "task-too-big" && f.At.Start.Line == line)) continue;
            var text = string.Create(CultureInfo.InvariantCulture, $"'{Short(item.Text)}' may take {item.Days!.Value.Max:0.#} days, and a task takes at most {size.MaxDays}: break it down");
            yield return new TodoItem(GateKind.Plan, text, IsDone: false, IsRequired: false, line, size.Source);
        }
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{Letters.Beginning(text, text.LastIndexOf(' ', 60) is > 20 and var end ? end : 60)} …";

    private static int LineOf(Proposal proposal, int at) => proposal.Text.Lines.LineOf(Math.Min(at, proposal.Text.Chars.Length));
}
