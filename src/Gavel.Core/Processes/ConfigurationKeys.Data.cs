using static Gavel.Core.Processes.ConfigurationType;

namespace Gavel.Core.Processes;

/// <summary>Every key of gavel.yml. Reading, its errors and the JSON Schema come from here.</summary>
internal static class ConfigurationKeys
{
    public static readonly string[] Severities = ["off", "info", "warning", "error"];

    public static readonly string[] Kinds = ["draft", "open", "accepted", "done", "living", "deferred", "rejected", "withdrawn", "superseded"];

    private static readonly ConfigurationKey Name = new("", Word, "A name.");

    private static readonly ConfigurationKey Status = new("", ConfigurationType.Object, "One status of the process.")
    {
        Keys =
        [
            new("kind", Choice, "What the status means; inferred from its name by default.") { Allowed = [.. Kinds] },
            new("aliases", OneOrMore, "Other spellings in proposals; each is reported as a warning with a safe fix.") { Item = Name },
            new("stale-after", Duration, "After how long without a change a proposal in this status is stale; never by default."),
        ],
    };

    private static readonly ConfigurationKey Axis = new("", ConfigurationType.Object, "A second status that moves on its own.")
    {
        Keys =
        [
            new("field", Word, "The header field that holds it.") { IsRequired = true },
            new("values", List, "Its values, in order.") { IsRequired = true, Item = Name },
        ],
    };

    private static readonly ConfigurationKey Transition = new("", ConfigurationType.Object, "A move from one status to another.")
    {
        Keys =
        [
            new("from", OneOrMore, "The status before.") { IsRequired = true, Item = Name },
            new("to", Word, "The status after.") { IsRequired = true },
            new("policy", Word, "The policy that must hold."),
        ],
    };

    private static readonly ConfigurationKey Section = new("", ConfigurationType.Object, "What holds for one section, whatever the template says.")
    {
        Keys =
        [
            new("aliases", OneOrMore, "Other headings that count as this one.") { Item = Name },
            new("required", Flag, "Whether every proposal has it."),
            new("required-from", Word, "The status from which on it is required."),
            new("max-words", Whole, "The most words it may have."),
        ],
    };

    private static readonly ConfigurationKey Field = new("", ConfigurationType.Object, "What holds for one header field, whatever the template says.")
    {
        Keys =
        [
            new("required", Flag, "Whether every proposal has it."),
            new("required-from", Word, "The status from which on it is required."),
            new("kind", Choice, "What its value is.") { Allowed = ["text", "enum", "people", "link", "date", "release", "number"] },
            new("values", List, "The values that are allowed.") { Item = Name },
        ],
    };

    private static readonly ConfigurationKey Process = new("", ConfigurationType.Object, "One process.")
    {
        Keys =
        [
            new("name", IdName, "The word before the number: RFC in RFC-54.") { IsRequired = true },
            new("template", OneOrMore, "The document that authors copy; may hold {folder}.") { IsRequired = true, Item = new("", Pattern, "A path below the root.") },
            new("files", OneOrMore, "Where proposals are and how they are named, with {number} {slug} {date} {status} {folder}.")
            {
                IsRequired = true, Item = new("", Pattern, "A path below the root."),
            },
            new("header", ConfigurationType.Path, "The file where a directory proposal keeps its fields, such as kep.yaml; its document by default."),
            new("exclude", OneOrMore, "Paths, also with * and **, that are never proposals.") { Item = new("", ConfigurationType.Path, "A path or glob.") },
            new("number", Choice, "Where a number comes from.") { Allowed = ["next", "issue", "none"], Default = "next" },
            new("status", Choice, "What says a proposal's status.") { Allowed = ["field", "folder", "index", "none"], Default = "field" },
            new("index", ConfigurationType.Path, "The page that lists the proposals."),
            new("anchors", Choice, "How headings become link targets.") { Allowed = ["github", "gitlab", "kramdown", "python-markdown", "docutils"], Default = "github" },
            new("statuses", Map, "The statuses in their order.") { Item = Status },
            new("axes", Map, "Further statuses that move on their own.") { Item = Axis },
            new("forbid", List, "Combinations that must not be: a value each for status and for names of axes.") { Item = new("", Map, "A status and axis values.") { Item = Name } },
            new("transitions", List, "The moves that are allowed.") { Item = Transition },
            new("sections", Map, "What holds for sections, by heading.") { Item = Section },
            new("fields", Map, "What holds for header fields, by name.") { Item = Field },
        ],
    };

    private static readonly ConfigurationKey Deciders = new("", Word, "A group, a person, maintainers, codeowners, authors, or field:NAME for who or what group a field names.");

    private static readonly ConfigurationKey Votes = new("votes", ConfigurationType.Object, "A vote that must be won.")
    {
        Keys =
        [
            new("binding", Whole, "How many of those who decide must vote for it at least.") { Default = "1" },
            new("majority", Choice, "Of the votes for and against, how many must be for it: more than half, two thirds, all.") { Allowed = ["simple", "two-thirds", "unanimous"], Default = "simple" },
            new("quorum", Whole, "How many of those who decide must have voted, abstentions included.") { Default = "0" },
            new("period", Duration, "How long the vote stays open at least, from the first vote.") { Default = "0d" },
        ],
    };

    private static readonly ConfigurationKey[] Clause =
    [
        new("title", Word, "What it is called for people; the policy's name by default."),
        new("approvals", Approvals, "How many approvals it needs: a number, all who may decide, all but some, or more than half.") { Default = "1" },
        Votes,
        new("from", OneOrMore, "Whose approvals and votes count; anybody's by default.") { Item = Deciders },
        new("each", Word, "A field whose every value names a group or a person: the approvals are needed from each of them."),
        new("period", Duration, "How long the comment period lasts.") { Default = "0d" },
        new("starts", Choice, "What starts the comment period: that the approvals are there, or the status; approvals where any are needed.") { Allowed = ["approvals", "status"] },
        new("on-objection", Choice, "What an objection does to the comment period.") { Allowed = ["restart", "pause", "continue"], Default = "continue" },
        new("signed", Flag, "Whether only decisions in signed commits count.") { Default = "false" },
        new("authors", Choice, "Whether the authors' own approvals count.") { Allowed = ["count", "ignore"], Default = "count" },
    ];

    private static readonly ConfigurationKey Policy = new("", ConfigurationType.Object, "What must hold before a proposal moves.")
    {
        Keys =
        [
            .. Clause,
            new("objections", Choice, "What an open objection does.") { Allowed = ["block", "warn", "ignore"], Default = "block" },
            new("overrule", OneOrMore, "Who may end an objection of somebody else, with a reason; those of 'from' by default.") { Item = Deciders },
            new("all-of", List, "Parts that must all hold, besides what the policy itself asks for.") { Item = new("", ConfigurationType.Object, "One part of a policy.") { Keys = [.. Clause] } },
        ],
    };

    private static readonly ConfigurationKey Person = new("", ConfigurationType.Object, "One person with all their names.")
    {
        Keys =
        [
            new("names", OneOrMore, "Names as git and proposals write them.") { Item = Name },
            new("emails", OneOrMore, "Addresses in git.") { Item = Name },
            new("handles", OneOrMore, "Account names, without @.") { Item = Name },
        ],
    };

    private static readonly ConfigurationKey When = new("when", ConfigurationType.Object, "Which proposals it is for; all that is given must hold.")
    {
        IsRequired = true,
        Keys =
        [
            new("status", OneOrMore, "Their statuses.") { Item = Name },
            new("number", Numbers, "Their numbers: 7 or 1-15."),
            new("created-before", ConfigurationType.Date, "The day before which they were created."),
            new("template", Word, "Their template: its path, or the id of its blob as git rev-parse REV:PATH says it, also cut short."),
        ],
    };

    private static readonly ConfigurationKey Override = new("", ConfigurationType.Object, "Other severities for some proposals.")
    {
        Keys = [When, new("rules", Rules, "The severities.") { IsRequired = true }],
    };

    private static readonly ConfigurationKey Exemption = new("", ConfigurationType.Object, "A rule that one proposal need not keep.")
    {
        Keys =
        [
            new("rule", Rule, "The rule, also with *.") { IsRequired = true },
            new("proposal", Word, "The proposal's id.") { IsRequired = true },
            new("reason", Word, "Why."),
            new("until", ConfigurationType.Date, "The last day; for ever by default."),
        ],
    };

    public static readonly ConfigurationKey Root = new("", ConfigurationType.Object, "How a repository runs its improvement proposals.")
    {
        Keys =
        [
            new("version", ConfigurationType.Version, "The version of this format.") { IsRequired = true, Allowed = ["1"] },
            new("processes", List, "The processes; found in the repository where this is left out.") { Item = Process },
            new("policies", Map, "Policies of transitions, by name.") { Item = Policy },
            new("people", Map, "People, by a short name; .mailmap is read too.") { Item = Person },
            new("groups", Map, "Groups of people, by name.") { Item = new("", OneOrMore, "The people.") { Item = Name } },
            new("rules", Rules, "Severities of rules."),
            new("overrides", List, "Other severities for some proposals; a later one wins.") { Item = Override },
            new("exemptions", List, "Rules that single proposals need not keep.") { Item = Exemption },
        ],
    };
}
