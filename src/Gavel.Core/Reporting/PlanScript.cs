using System.Globalization;
using System.Text;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;

namespace Gavel.Core.Reporting;

/// <summary>A shell script that makes GitHub issues and milestones of what is not done yet, with <c>gh</c>. Run twice it makes nothing twice. Every word of the proposal stands in single quotes or in a comment without control characters.</summary>
public static class PlanScript
{
    private const int LongestTitle = 200; // GitHub takes 256 characters

    private const string Frame = """
        set -eu
        command -v gh >/dev/null || { echo "the program gh is needed: https://cli.github.com" >&2; exit 3; }
        issues=$(gh issue list --state all --limit 5000 --json title --jq '.[].title')
        milestones=$(gh api --paginate 'repos/{owner}/{repo}/milestones?state=all' --jq '.[].title')

        has() { printf '%s\n' "$1" | grep -Fxq -e "$2"; }
        milestone() { # TITLE DUE
          if has "$milestones" "$1"; then echo "there already: $1"; return; fi
          if [ -n "$2" ]; then gh api 'repos/{owner}/{repo}/milestones' -f title="$1" -f due_on="$2" >/dev/null; else gh api 'repos/{owner}/{repo}/milestones' -f title="$1" >/dev/null; fi
          milestones=$(printf '%s\n%s' "$milestones" "$1")
          echo "milestone: $1"
        }
        issue() { # TITLE, then options of gh issue create
          if has "$issues" "$1"; then echo "there already: $1"; return; fi
          title=$1; shift
          gh issue create --title="$title" "$@"
        }

        """;

    public static string Render(Proposal proposal, Plan plan)
    {
        var parents = plan.Items.Select(i => i.Parent).OfType<int>().ToHashSet();
        var text = new StringBuilder("#!/bin/sh\n");
        text.Append(CultureInfo.InvariantCulture, $"# Issues for {Comment(proposal.Id)}, from {Comment(proposal.Path)}. Read it, then run it in a checkout: sh FILE\n");
        if (plan.Items.IsEmpty) return text.Append("# It lists no work.\n").ToString();
        text.Append(Frame.ReplaceLineEndings("\n")).Append('\n');
        var left = 0;
        for (var i = 0; i < plan.Items.Length; i++)
        {
            var item = plan.Items[i];
            if (item.State is PlanItemState.Done or PlanItemState.Dropped) left++;
            else if (IsMilestone(plan, parents, i)) text.Append("milestone ").Append(Quote(TitleOf(proposal, item))).Append(' ').Append(Quote(item.Due is { } due ? Iso(due) + "T00:00:00Z" : "")).Append('\n');
            else AppendIssue(text, proposal, plan, parents, item);
        }
        if (left > 0) text.Append(CultureInfo.InvariantCulture, $"# {left} done or dropped {(left == 1 ? "item is" : "items are")} left out.\n");
        return text.ToString();
    }

    private static void AppendIssue(StringBuilder text, Proposal proposal, Plan plan, HashSet<int> parents, PlanItem item)
    {
        text.Append("issue ").Append(Quote(TitleOf(proposal, item))).Append(" --body=").Append(Quote(Body(proposal, plan, item)));
        for (var parent = item.Parent; parent is { } at; parent = plan.Items[at].Parent)
        {
            if (!IsMilestone(plan, parents, at) || plan.Items[at].State is PlanItemState.Done or PlanItemState.Dropped) continue;
            text.Append(" --milestone=").Append(Quote(TitleOf(proposal, plan.Items[at])));
            break;
        }
        foreach (var person in item.People.Where(p => p.Length > 1 && p[0] == '@')) text.Append(" --assignee=").Append(Quote(person[1..]));
        text.Append('\n');
    }

    // What has no parts is itself work, whatever it is called.
    private static bool IsMilestone(Plan plan, HashSet<int> parents, int at) => plan.Items[at].Kind == PlanItemKind.Milestone && parents.Contains(at);

    private static string Body(Proposal proposal, Plan plan, PlanItem item)
    {
        var body = new StringBuilder();
        if (item.Text.Length > LongestTitle) body.Append(Clean(item.Text)).Append("\n\n");
        body.Append(CultureInfo.InvariantCulture, $"From {proposal.Id}, {Clean(proposal.Path)} line {PlanReport.LineOf(proposal, item)}.");
        if (item.Parent is { } parent) body.Append("\nPart of: ").Append(Clean(plan.Items[parent].Text));
        if (item.Days is not null) body.Append("\nEstimate: ").Append(PlanReport.TextOf(item.Days));
        if (item.Due is { } due) body.Append("\nDue: ").Append(Iso(due));
        if (item.People.Where(p => p[0] != '@').ToList() is { Count: > 0 } people) body.Append("\nBy: ").Append(Clean(string.Join(", ", people)));
        return body.Append('\n').ToString();
    }

    private static string TitleOf(Proposal proposal, PlanItem item)
    {
        var title = Clean(item.Text);
        return $"{proposal.Id}: {(title.Length > LongestTitle ? TerminalText.Cut(title, LongestTitle) : title)}";
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One word for a POSIX shell, whatever is in it.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Comment(string text) => Clean(text);

    // One line: no line end, no NUL, nothing that steers a terminal.
    private static string Clean(string text) => TerminalText.Safe(text.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ').Replace('\u2028', ' ').Replace('\u2029', ' '));
}
