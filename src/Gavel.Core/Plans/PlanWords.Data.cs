using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>English words of plans. Compared as <see cref="WordText"/>: lower case, a hyphen parts words, an apostrophe does not.</summary>
internal static class PlanWords
{
    /// <summary>Words that say a state wherever they stand apart: in brackets, behind a dash, as a column's value.</summary>
    public static readonly (PlanItemState State, CuePhrases Phrases)[] States =
    [
        (PlanItemState.Dropped, new CuePhrases(
            "de scoped", "descoped", "dropped", "cancelled", "canceled", "abandoned", "abandon", "wont do", "wont fix", "wontfix", "will not do", "will not be done", "will not implement", "not doing",
            "no longer needed", "no longer required", "no longer planned", "not needed", "not needed anymore", "not needed any more", "not planned", "not pursued", "discarded", "scrapped", "skipped", "obsolete", "obsoleted",
            "withdrawn", "rejected", "superseded", "cut from scope", "cut", "out of scope", "taken out", "given up", "shelved", "nixed", "moot")),
        (PlanItemState.Open, new CuePhrases(
            "not done", "not done yet", "not yet done", "not started", "not yet started", "not begun", "not implemented", "not implemented yet", "not yet implemented", "not yet merged", "not yet complete", "not yet completed", "not yet", "not completed", "not complete", "not merged", "not merged yet", "to do", "todo", "to be done", "to be started", "open", "pending",
            "planned", "backlog", "upcoming", "blocked", "on hold", "paused", "deferred", "postponed", "delayed", "proposed", "unstarted", "incomplete", "waiting", "scheduled", "not assigned", "up for grabs", "help wanted")),
        (PlanItemState.Active, new CuePhrases(
            "in progress", "inprogress", "in the works", "work in progress", "wip", "ongoing", "on going", "under way", "underway", "started", "already started", "begun", "under development", "in development", "in implementation", "in flight",
            "in review", "under review", "in code review", "in testing", "partially done", "partly done", "partially complete", "partially completed", "partially implemented", "partly implemented", "mostly done", "half done", "almost done", "nearly done",
            "doing", "being implemented", "being worked on", "being built", "pr open", "pr opened", "pull request open", "active", "actively developed", "executing", "running", "in qa")),
        (PlanItemState.Done, new CuePhrases(
            "done", "all done", "already done", "is done", "complete", "completed", "is complete", "already complete", "already completed", "code complete", "feature complete", "finished", "already finished", "merged", "already merged", "is merged", "shipped", "already shipped", "delivered",
            "implemented", "already implemented", "fully implemented", "accomplished", "achieved", "landed", "already landed", "deployed", "already deployed", "rolled out", "in production", "launched", "resolved", "fixed", "already fixed", "wrapped up", "signed off", "ticked off", "checked off", "concluded", "fulfilled")),
    ];

    /// <summary>Words that say a state only where nothing else can be meant: in brackets, as a column's value, as a heading of their own.</summary>
    public static readonly (PlanItemState State, CuePhrases Phrases)[] WeakStates =
    [
        (PlanItemState.Dropped, new CuePhrases("removed", "deleted", "no", "n a", "not applicable", "excluded")),
        (PlanItemState.Open, new CuePhrases("next", "next up", "later", "future", "new", "tbd", "queued", "ready", "ready to start", "not ready", "0")),
        (PlanItemState.Active, new CuePhrases("now", "current", "currently", "review", "testing", "development", "partial", "partially", "some", "implementing")),
        (PlanItemState.Done, new CuePhrases("released", "closed", "live", "yes", "ok", "available", "verified", "accepted", "ga", "100")),
    ];

    /// <summary>May follow a state: "done in 1.2", "merged as #12", "dropped because …".</summary>
    public static readonly CuePhrases AfterState = new("in", "on", "to", "till", "by", "as", "at", "via", "with", "since", "because", "see", "for", "from", "pr", "prs", "pull request", "due to", "until", "commit", "already", "now", "but", "after", "before", "v", "thanks to", "through", "under", "here", "instead", "upstream", "locally", "mostly", "already in", "yet");

    /// <summary>May stand before a state.</summary>
    public static readonly CuePhrases BeforeState = new("status", "state", "progress", "currently", "now", "is", "mostly", "all", "this is", "this was", "was", "has been", "update");

    /// <summary>Before the number of a change.</summary>
    public static readonly CuePhrases Reference = new("pr", "pull request", "merge request", "mr", "issue", "ticket", "commit", "patch");

    /// <summary>Signs before or behind an item, or alone in a column.</summary>
    public static readonly (string Sign, PlanItemState State)[] Signs =
    [
        ("[x]", PlanItemState.Done), ("[X]", PlanItemState.Done), ("[✓]", PlanItemState.Done), ("[✔]", PlanItemState.Done), ("(x)", PlanItemState.Done), ("[*]", PlanItemState.Done),
        ("[ ]", PlanItemState.Open), ("[]", PlanItemState.Open), ("[-]", PlanItemState.Dropped), ("[~]", PlanItemState.Active), ("[/]", PlanItemState.Active), ("[>]", PlanItemState.Open),
        ("✅", PlanItemState.Done), ("☑", PlanItemState.Done), ("✔", PlanItemState.Done), ("✓", PlanItemState.Done), ("🟢", PlanItemState.Done), ("🎉", PlanItemState.Done), ("🏁", PlanItemState.Done), ("👍", PlanItemState.Done), (":white_check_mark:", PlanItemState.Done), (":heavy_check_mark:", PlanItemState.Done), (":ballot_box_with_check:", PlanItemState.Done), (":tada:", PlanItemState.Done),
        ("🚧", PlanItemState.Active), ("⏳", PlanItemState.Active), ("🔄", PlanItemState.Active), ("🏗", PlanItemState.Active), ("🟡", PlanItemState.Active), ("🔨", PlanItemState.Active), ("🛠", PlanItemState.Active), (":construction:", PlanItemState.Active), (":hourglass_flowing_sand:", PlanItemState.Active), (":hourglass:", PlanItemState.Active),
        ("⬜", PlanItemState.Open), ("☐", PlanItemState.Open), ("🔲", PlanItemState.Open), ("◻", PlanItemState.Open), ("⚪", PlanItemState.Open), ("❌", PlanItemState.Open), ("✗", PlanItemState.Open), ("✘", PlanItemState.Open), ("🔴", PlanItemState.Open), ("⏸", PlanItemState.Open), ("📋", PlanItemState.Open), (":x:", PlanItemState.Open), (":white_large_square:", PlanItemState.Open),
        ("🚫", PlanItemState.Dropped), ("🗑", PlanItemState.Dropped), ("⛔", PlanItemState.Dropped), (":no_entry:", PlanItemState.Dropped), (":no_entry_sign:", PlanItemState.Dropped), (":wastebasket:", PlanItemState.Dropped),
    ];

    public static readonly CuePhrases EffortLabel = new("loe", "loes", "effort", "efforts", "estimate", "estimates", "estimated", "estimated effort", "estimation", "level of effort", "size", "sizing", "cost", "eta in days", "duration", "time", "time needed", "work", "estimated time", "total", "budget", "workload", "days", "weeks");

    /// <summary>Before an estimate within a sentence.</summary>
    public static readonly CuePhrases TakesTime = new("takes", "take", "will take", "would take", "should take", "may take", "might take", "could take", "can take", "takes about", "take about", "will take about", "takes around", "should take about", "expected to take", "needs", "requires", "estimated at", "estimate", "estimated", "loe", "effort", "cost", "costs", "budget", "approx", "approximately", "roughly");

    /// <summary>Before a duration that is no estimate.</summary>
    public static readonly CuePhrases OtherTime = new("for", "after", "within", "every", "each", "last", "past", "than", "per", "of", "next", "until", "previous", "first", "from", "since", "retention", "interval", "timeout", "ago", "older than", "every few");

    public static readonly CuePhrases PeopleLabel = new(
        "owner", "owners", "assignee", "assignees", "assigned to", "assigned", "owned by", "dri", "responsible", "who", "lead", "led by", "implementer", "implementers", "implementor", "developer", "developers", "engineer", "engineers", "contact", "driver", "contributor", "contributors", "primary assignee", "point of contact", "poc", "person", "people", "champion", "done by", "author", "worked on by", "person responsible", "resource", "resources");

    /// <summary>Behind whom a person stands, if it is a handle.</summary>
    public static readonly CuePhrases ByPerson = new("by", "cc", "with", "for", "thanks to");

    /// <summary>Headings under which people stand who do the work.</summary>
    public static readonly CuePhrases PeopleTitle = new("assignee", "assignees", "assignee s", "assigned to", "owners", "owner", "owner s", "who", "who will do the work", "team", "people", "implementers", "implementer s", "resources", "staffing", "responsible");

    public static readonly CuePhrases NoPerson = new("none", "tbd", "tba", "unassigned", "nobody", "no one", "n a", "na", "anyone", "to be determined", "to be decided", "unknown", "volunteer", "volunteers needed", "help wanted", "open", "me", "launchpad id", "launchpad id or none", "who", "someone", "all", "everyone", "help needed", "not assigned", "not yet assigned", "tbc", "pending", "everybody");

    public static readonly CuePhrases DueLabel = new("due", "due date", "due on", "due by", "by", "until", "target", "target date", "targeted for", "targeting", "eta", "deadline", "before", "by end of", "by the end of", "end of", "expected", "expected by", "planned", "planned for", "planned date", "scheduled for", "delivery", "delivery date", "date", "when", "no later than", "ready by", "finish by", "complete by", "release date", "completion date", "timeline", "at the latest by", "till", "til", "not later than", "latest", "latest by", "before the end of", "until the end of", "until end of", "till the end of", "done by", "completed by", "finished by", "to be done by", "estimated completion", "expected completion", "target completion", "ends", "end date", "end", "finish", "milestone date");

    /// <summary>Before the date at the end of a sentence.</summary>
    public static readonly CuePhrases DueWithin = new("by", "by the", "by end of", "by the end of", "no later than", "not later than", "due", "due by", "due on", "due in", "to be done by", "until", "until the", "until end of", "until the end of", "till", "til", "till the end of", "till end of", "before", "before the", "before end of", "before the end of", "eta", "target", "target date", "targeted for", "targeting", "deadline", "no later than the end of", "latest by", "at the latest by", "finish by", "finished by", "complete by", "completed by", "ready by", "planned for", "scheduled for");

    public static readonly CuePhrases StateLabel = new("status", "state", "progress", "done", "complete", "completed", "stage", "finished");

    /// <summary>The column of a table that names the work.</summary>
    public static readonly CuePhrases WorkLabel = new("task", "tasks", "item", "items", "work item", "work items", "work", "milestone", "milestones", "deliverable", "deliverables", "story", "stories", "user story", "feature", "features", "step", "steps", "phase", "phases", "name", "title", "description", "what", "activity", "action", "action item", "action items", "goal", "scope", "component", "change", "work package", "epic", "subject", "summary", "stage", "objective", "ticket", "todo", "to do", "iteration", "sprint", "deliveries");

    /// <summary>A column whose values group rows.</summary>
    public static readonly CuePhrases GroupLabel = new("milestone", "milestones", "phase", "phases", "epic", "stage", "iteration", "sprint", "stream", "workstream", "work stream", "release");

    /// <summary>A column that numbers rows.</summary>
    public static readonly CuePhrases NumberLabel = new("no", "nr", "number", "id", "key", "order", "index", "pos");

    public static readonly CuePhrases MilestoneWord = new("milestone", "milestones", "phase", "phases", "deliverable", "deliverables", "epic", "epics", "increment", "increments");

    public static readonly CuePhrases StoryWord = new("story", "stories", "user story", "user stories", "implementation stories");

    public static readonly CuePhrases TaskWord = new("task", "tasks", "step", "steps", "work item", "work items", "work", "todo", "todos", "to do", "action items", "action item", "ticket", "tickets", "subtask", "subtasks", "broken down as follows", "broken up as follows", "broken up", "work package", "work packages", "job", "jobs", "items", "chore", "pull request");

    /// <summary>Words that begin an item with a number of its own behind: "Milestone 2: …", "M2 – …".</summary>
    public static readonly (CuePhrases Word, PlanItemKind Kind)[] Numbered =
    [
        (new CuePhrases("milestone", "phase", "m", "stage", "iteration", "sprint", "release", "increment", "epic", "deliverable", "wave", "mile stone", "part"), PlanItemKind.Milestone),
        (new CuePhrases("story", "user story", "us"), PlanItemKind.Story),
        (new CuePhrases("task", "step", "t", "work item", "work package", "wp", "item", "ticket", "action", "subtask", "pr", "action item"), PlanItemKind.Task),
    ];

    /// <summary>Headings, and words that introduce a list, of what is no work of this plan.</summary>
    public static readonly CuePhrases NoWorkTitle = new(
        "future work", "future", "future plans", "future considerations", "future enhancements", "future improvements", "out of scope", "not in scope", "non goals", "overview", "background", "introduction", "dependencies", "dependency", "risks", "risk", "assumptions", "notes", "note", "references", "open questions", "history", "changelog", "acceptance criteria", "success criteria", "exit criteria", "definition of done", "summary", "legend", "links", "rationale", "motivation", "discussion", "glossary", "considerations", "mitigations", "risks and mitigations", "constraints", "context", "alternatives", "further reading", "stretch goals", "nice to have");

    /// <summary>In the words before a list: what follows is not, or not yet, part of the work.</summary>
    public static readonly CuePhrases NoWorkIntro = new(
        "without", "excluding", "except", "out of scope", "not in scope", "not included", "not include", "not covered", "beyond", "future", "less likely", "ideas", "acceptance criteria", "success criteria", "criteria", "definition of done", "depends on", "dependencies", "prerequisites", "prerequisite", "requirements", "assumptions", "risks", "references", "see also", "related", "for example", "such as", "notes", "note", "open questions", "considerations", "alternatives", "benefits", "advantages", "drawbacks", "options", "nice to have", "maybe later", "will not", "wont", "not part of", "followups", "follow ups", "links", "more information", "goals", "non goals", "as follows because", "reasons", "where", "legend", "assignees", "assignee", "contributors");

    /// <summary>A title of such words alone is a plan's, also where no template asked for it.</summary>
    public static readonly CuePhrases TitleModifier = new("delivery", "development", "implementation", "project", "proposed", "key", "the", "and", "loe", "loes", "estimated", "high", "level", "plan", "plans", "rough", "detailed", "initial", "of", "list", "our", "planned", "estimates", "effort", "for", "s", "timeline", "schedule");

    /// <summary>Months by their first three letters, in order.</summary>
    public static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static readonly string[] MonthNames = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Words between a number and its unit that change nothing; "person" and its like say that it is an estimate.</summary>
    public static readonly string[] Persons = ["person", "engineer", "engineering", "developer", "dev", "man", "people", "engineers", "staff", "ideal", "eng", "engr", "fte", "devs", "persons"];

    public static readonly string[] Fillers = ["calendar", "working", "work", "business", "full", "or", "so", "s"];

    /// <summary>In working days: a week has 5, a month 20.</summary>
    public static readonly (string Word, decimal Days)[] Units =
    [
        ("h", 0.125m), ("hr", 0.125m), ("hour", 0.125m), ("hours", 0.125m), ("hrs", 0.125m), ("d", 1), ("day", 1), ("days", 1), ("pd", 1), ("pds", 1), ("md", 1), ("mds", 1), ("manday", 1), ("mandays", 1), ("personday", 1), ("persondays", 1), ("workday", 1), ("workdays", 1), ("devday", 1), ("devdays", 1),
        ("w", 5), ("wk", 5), ("wks", 5), ("week", 5), ("weeks", 5), ("pw", 5), ("pws", 5), ("manweek", 5), ("manweeks", 5), ("personweek", 5), ("personweeks", 5), ("workweek", 5), ("workweeks", 5), ("devweek", 5), ("devweeks", 5), ("fortnight", 10), ("fortnights", 10), ("sprint", 10), ("sprints", 10),
        ("month", 20), ("months", 20), ("mo", 20), ("mos", 20), ("pm", 20), ("manmonth", 20), ("manmonths", 20), ("personmonth", 20), ("personmonths", 20), ("quarter", 60), ("quarters", 60),
    ];

    /// <summary>Units that only mean an estimate.</summary>
    public static readonly string[] PersonUnits = ["pd", "pds", "pw", "pws", "pm", "md", "mds", "manday", "mandays", "personday", "persondays", "devday", "devdays", "manweek", "manweeks", "personweek", "personweeks", "devweek", "devweeks", "manmonth", "manmonths", "personmonth", "personmonths"];

    /// <summary>Words around an estimate that say no more than it.</summary>
    public static readonly CuePhrases AboutEffort = new("about", "around", "approximately", "roughly", "approx", "circa", "ca", "some", "max", "maximum", "at most", "up to", "less than", "under", "or less", "or so", "tops", "at least", "minimum", "est", "est ", "estimated", "estimate", "loe", "effort", "of work", "of effort", "of engineering time", "of development", "each", "total", "in total", "to implement", "work", "to review", "more or less", "likely", "probably", "maybe", "only", "an", "additional", "another", "or more", "worth of work", "needed", "remaining", "left", "per person", "for one person", "for one engineer", "one engineer", "one person", "optimistic", "initially");
}
