using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>One thing that a process asks of its proposals. Pure data: a rule does not ask whether a template or gavel.yml said it.</summary>
public abstract record Demand
{
    /// <summary>Stable under edits of the template that do not change the demand, unique in a schema: <c>section:motivation</c>, <c>field:status</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The template line (or line of gavel.yml) that asks for it.</summary>
    public required Reason Source { get; init; }

    public Confidence Confidence { get; init; } = Confidence.High;

    public Condition When { get; init; } = Condition.Always;

    public Requirement Requirement { get; init; } = Requirement.Required;

    /// <summary>The document has a title of this form.</summary>
    public sealed record Title(TitlePattern Pattern) : Demand;

    public sealed record Field(string Name, FieldKind Kind) : Demand
    {
        /// <summary>The values that an enum allows, as the template spells them, in its order; empty for another kind.</summary>
        public ImmutableArray<string> Values { get; init; } = [];

        /// <summary>The template's own value that the author replaces; null when the template leaves it empty.</summary>
        public string? Placeholder { get; init; }

        /// <summary>What a new proposal says here; null when the author decides.</summary>
        public string? Initial { get; init; }

        /// <summary>A value that stays as it is; null when the author writes one.</summary>
        public string? Constant { get; init; }

        /// <summary>The constant only shows what may stand there: hardly any proposal has it.</summary>
        public bool IsExample { get; init; }

        /// <summary>How the value is built from what is known: <c>{name}-{number}: {title}</c> with <c>{number} {title} {slug} {author} {date}</c>; null when unknown.</summary>
        public string? Pattern { get; init; }

        /// <summary>The template says to leave it empty, or somebody else fills it (an editor, a bot, a merge).</summary>
        public bool MayBeEmpty { get; init; }

        /// <summary>More than one value is allowed, separated by commas.</summary>
        public bool IsList { get; init; }

        public HeaderStyle Style { get; init; }

        /// <summary>The keys that it is nested under, joined by a dot; empty at the top.</summary>
        public string Parent { get; init; } = "";

        /// <summary>Its place in the template's header, from 0.</summary>
        public int Order { get; init; }
    }

    /// <param name="Text">The heading without number, marks and suffixes that must go.</param>
    /// <param name="Level">As in the template, from 1.</param>
    public sealed record Section(string Text, int Level) : Demand
    {
        /// <summary>The key of the section demand that it stands under; null at the top.</summary>
        public string? Parent { get; init; }

        /// <summary>Its place among all sections of the template, from 0.</summary>
        public int Order { get; init; }

        /// <summary>A heading inside a comment: an author may take it.</summary>
        public bool IsOffered { get; init; }

        /// <summary>The heading is itself a placeholder or an example, and may stand any number of times (also never).</summary>
        public bool IsRepeatable { get; init; }

        /// <summary>The part of the template's heading that must go: <c>(200 words at most)</c>, <c>(optional)</c>; null when there is none.</summary>
        public string? Suffix { get; init; }

        /// <summary>The template shows it with nothing to say about it; its body may stay empty without fault.</summary>
        public bool HasNoInstruction { get; init; }

        /// <summary>An author may leave it empty (headings that only group others, or the template says so).</summary>
        public bool MayBeEmpty { get; init; }

        /// <summary>The key of the field whose value is this section's text (<c>## Status</c>); null for an ordinary section. Its absence is the field's.</summary>
        public string? FieldKey { get; init; }

        /// <summary>Other headings that count as this one (gavel.yml).</summary>
        public ImmutableArray<string> Aliases { get; init; } = [];

        /// <summary>A slot that is no heading in the template but a bold list item or bold paragraph of this text.</summary>
        public bool IsSlot { get; init; }

        /// <summary>How many proposals have it and how many could, mined; null when not counted.</summary>
        public (int With, int Of)? Use { get; init; }

        /// <summary>The same as far as rules may see it; null where too few proposals were counted.</summary>
        public SectionShare? Share => Use is var (with, of) ? SectionShares.Of(with, of) : null;
    }

    /// <param name="SectionKey">The key of the section that it limits; null for the document.</param>
    public sealed record Limit(string? SectionKey, LimitUnit Unit, int Max) : Demand
    {
        /// <summary>What else than a section it limits: <c>title</c>, <c>description</c>, <c>name</c>; null for the section or the document.</summary>
        public string? Of { get; init; }
    }

    /// <summary>A question, aspect or sentence frame that a section must answer.</summary>
    /// <param name="SectionKey">The key of its section; null for the document.</param>
    public sealed record Prompt(string? SectionKey, string Text, PromptKind Kind) : Demand;

    /// <summary>A diagram or a link that a section must have.</summary>
    public sealed record Media(string? SectionKey, MediaKind Kind, string Text) : Demand
    {
        /// <summary>For a link: the constant beginning of the address, <c>https://host/project/</c>; null when any will do.</summary>
        public string? AddressPrefix { get; init; }
    }

    /// <summary>Milestones, stories or tasks are asked for in a section.</summary>
    public sealed record Plan(string SectionKey) : Demand;

    /// <param name="MaxDays">In person-days; a person-week is 5.</param>
    public sealed record TaskSize(string? SectionKey, int MaxDays) : Demand;

    /// <summary>A licence text that every document carries.</summary>
    public sealed record Licence(string Text) : Demand;

    /// <summary>A list of links to the document's own sections.</summary>
    public sealed record Contents : Demand;
}

public enum FieldKind
{
    Text,
    Enum,
    People,
    Link,
    Date,
    Release,
    Number,
}

public enum LimitUnit
{
    Words,
    Characters,
    Columns,
    Paragraphs,
    Lines,
}

public enum PromptKind
{
    /// <summary>Ends with a question mark.</summary>
    Question,

    /// <summary>One of several things to weigh or to cover, a few words.</summary>
    Aspect,

    /// <summary>A sentence with gaps: <c>Chosen option: …, because …</c>.</summary>
    Frame,

    /// <summary>An imperative: "list the …".</summary>
    Task,
}

public enum MediaKind
{
    Diagram,
    Link,
    Image,
}
