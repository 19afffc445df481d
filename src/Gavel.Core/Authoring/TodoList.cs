using System.Collections.Immutable;
using Gavel.Core.Checking;
using Gavel.Core.Checking.Rules;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Lifecycles;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Authoring;

/// <summary>Makes a list of what is done and what is open out of a proposal, what a check of it in its next status finds, and what a policy asks.</summary>
public static class TodoList
{
    private static readonly HashSet<string> OfOtherKinds = new(StringComparer.Ordinal) { "checklist-open", "stale", "gate-unmet", "transition-illegal", "suppression-unused", "config", "decision-unreadable" };

    /// <param name="then">The proposal as it would be in the next status; the proposal itself where it has none.</param>
    /// <param name="report">Of a check of <paramref name="then"/>.</param>
    /// <param name="conditions">Of the policy.</param>
    public static ImmutableArray<TodoItem> Of(Proposal proposal, Proposal then, Report report, IEnumerable<GateCondition> conditions)
    {
        var isGivenUp = then.Status is { } status && Lifecycle.IsGivenUp(status.Status.Kind);
        var findings = report.Findings.Select(f => f.Diagnostic).Where(d => !OfOtherKinds.Contains(d.Rule) && IsTold(d) && !isGivenUp).ToList();
        var missing = findings.Select(d => d.Demand).Where(d => d.Length > 0).ToHashSet(StringComparer.Ordinal);
        var items = new List<TodoItem>();
        if (!isGivenUp) items.AddRange(Met(then, missing));
        items.AddRange(findings.Select(d => Of(d, proposal)));
        if (!isGivenUp) items.AddRange(TodoPlan.Of(proposal, then, findings));
        if (!isGivenUp) items.AddRange(Steps(proposal));
        items.AddRange(conditions.Select(c => new TodoItem(c.Kind, c.Text, c.IsMet, c.IsRequired, null, null) { Who = c.Who, Until = c.Until }));
        return [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Line ?? int.MaxValue).ThenBy(i => i.IsDone)];
    }

    /// <summary>The fields and sections that are asked for and there.</summary>
    private static IEnumerable<TodoItem> Met(Proposal then, HashSet<string> missing)
    {
        foreach (var answer in then.Answers)
        {
            var demand = answer.Demand;
            if (!answer.IsThere || demand.Requirement != Requirement.Required || !then.Applies(demand) || missing.Contains(demand.Key)) continue;
            if (demand is Demand.Field { MayBeEmpty: false } field)
                yield return new TodoItem(GateKind.Field, $"field '{field.Name}'", IsDone: true, IsRequired: true, LineOf(then, answer), field.Source);
            else if (demand is Demand.Section { FieldKey: null, IsOffered: false, IsRepeatable: false } section)
                yield return new TodoItem(GateKind.Section, $"section '{section.Text}'", IsDone: true, IsRequired: true, LineOf(then, answer), section.Source);
        }
    }

    /// <summary>The template's steps for authors that still stand in the text.</summary>
    private static IEnumerable<TodoItem> Steps(Proposal proposal)
    {
        var ticked = proposal.Document.Root.BlocksBelow().OfType<Block.List>().SelectMany(l => l.Items).Where(i => i.IsDone == true).Select(i => i.Span).ToList();
        foreach (var hit in proposal.Leftovers.Where(h => h is { Field: null, Leftover: { Style: InstructionStyle.Checklist, MayStay: false } }))
        {
            var isDone = ticked.Exists(t => t.Overlaps(hit.At));
            yield return new TodoItem(GateKind.Checklist, hit.Leftover.Text, isDone, IsRequired: false, proposal.Text.Lines.LineOf(hit.At.Start), hit.Leftover.Source);
        }
    }

    private static TodoItem Of(Diagnostic diagnostic, Proposal proposal) =>
        new(KindOf(diagnostic.Rule), diagnostic.Message, IsDone: false, diagnostic.Severity == Severity.Error,
            string.Equals(diagnostic.At.Path, proposal.Path, StringComparison.Ordinal) || diagnostic.Proposal is not null ? diagnostic.At.Start.Line : null,
            diagnostic.Reason is Reason.TemplateLine or Reason.Configuration ? diagnostic.Reason : null);

    // A note about the form of the text stands in nobody's way, and would drown what does.
    private static bool IsTold(Diagnostic diagnostic) => diagnostic.Severity > Severity.Info || KindOf(diagnostic.Rule) != GateKind.Diagnostic;

    private static GateKind KindOf(string rule)
    {
        if (rule is "field-placeholder" || rule.StartsWith("leftover-", StringComparison.Ordinal)) return GateKind.Placeholder;
        if (rule is "field-missing" or "field-empty" or "field-value" or "field-format") return GateKind.Field;
        if (rule is "section-missing" or "section-empty" or "section-too-long" or "stub" or "bare-template") return GateKind.Section;
        if (rule is "prompt-unanswered") return GateKind.Prompt;
        return rule is "plan-missing" or "task-too-big" ? GateKind.Plan : GateKind.Diagnostic;
    }

    private static int? LineOf(Proposal proposal, Answer answer) => answer.Field?.In is { } other ? other.Lines.LineOf(answer.At.Start) : proposal.Text.Lines.LineOf(answer.At.Start);
}
