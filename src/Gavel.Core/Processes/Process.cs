using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

public enum Numbering
{
    /// <summary>The next free one.</summary>
    Next,

    /// <summary>That of an issue or a pull request.</summary>
    Issue,
    None,
}

public enum StatusPlace
{
    Field,
    Folder,

    /// <summary>Where a proposal stands in the index.</summary>
    Index,
    None,
}

/// <summary>A revision of a template and when it came. It is learned when its schema is first asked for.</summary>
public sealed record TemplateRevision
{
    private readonly Lazy<Schema> _schema;

    /// <param name="since">The date it was recorded; null for the revision of the work tree where nothing is known of its past.</param>
    /// <param name="folder">For templates with <c>{folder}</c>: the path of the folder they hold for; else null.</param>
    public TemplateRevision(Schema schema, DateTimeOffset? since, string? folder)
        : this(schema.Path, schema.Revision, () => schema, since, folder) { }

    /// <param name="learn">Called once at most, from any thread.</param>
    internal TemplateRevision(string path, ContentId id, Func<Schema> learn, DateTimeOffset? since, string? folder)
    {
        Path = path;
        Id = id;
        Since = since;
        Folder = folder;
        _schema = new Lazy<Schema>(learn);
    }

    public Schema Schema => _schema.Value;

    /// <summary>The template's path in the work tree; that of a proposal where <see cref="IsShared"/>.</summary>
    public string Path { get; }

    /// <summary>No document: what most proposals have in common.</summary>
    public bool IsShared { get; init; }

    public ContentId Id { get; }

    public DateTimeOffset? Since { get; }

    public string? Folder { get; }

    /// <summary>The revision that a new proposal starts from: that of the work tree.</summary>
    public bool IsCurrent { get; init; }
}

/// <summary>How one project runs its proposals: what gavel.yml says, completed by what was mined.</summary>
public sealed record Process
{
    public required string Name { get; init; }

    /// <summary>Oldest first for each path; the current ones are marked.</summary>
    public required ImmutableArray<TemplateRevision> Templates { get; init; }

    public required ImmutableArray<FilePattern> Files { get; init; }

    /// <summary>The folder that holds all its proposals; empty for the root.</summary>
    public required string Folder { get; init; }

    /// <summary>Paths or globs that are never proposals.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>The sidecar file's name where a directory proposal keeps its header; null for the document.</summary>
    public string? HeaderFile { get; init; }

    public Numbering Numbering { get; init; }

    public StatusPlace StatusPlace { get; init; }

    /// <summary>How many digits a number has at least, padded with zeros in file names; 0 for no padding.</summary>
    public int NumberWidth { get; init; }

    /// <summary>The header field that holds the status, as the template spells it; null where there is none.</summary>
    public string? StatusField { get; init; }

    /// <summary>The path of the index; null where there is none.</summary>
    public string? Index { get; init; }

    /// <summary>github, gitlab, kramdown, python-markdown or docutils.</summary>
    public string Anchors { get; init; } = "github";

    public Vocabulary Statuses { get; init; } = Vocabulary.Empty;

    public RuleSettings Rules { get; init; } = RuleSettings.None;

    /// <summary>Transitions, policies and the people who decide; empty where gavel.yml says nothing of them.</summary>
    public LifeConfiguration Life { get; init; } = LifeConfiguration.None;

    /// <summary>Says everything that was configured, mined and learned from, so that it can stand in a cache key without learning any template.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Says what the proposals show of the templates' sections and texts, as far as a proposal is judged by it.</summary>
    public string Customs { get; init; } = "";

    /// <summary>Where gavel.yml names the process; null when it was mined.</summary>
    public Place? ConfiguredAt { get; init; }

    /// <summary>Where gavel.yml lists the statuses; null where it does not.</summary>
    public Place? StatusesAt { get; init; }

    public Schema Current => Templates.LastOrDefault(t => t.IsCurrent)?.Schema ?? Templates[^1].Schema;
}
