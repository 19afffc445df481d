namespace Gavel.Core.Catalogs;

/// <summary>English words for what one proposal is to another. Compared folded: lower case letters and digits, one space.</summary>
internal static class RelationWords
{
    /// <summary>Names of fields, and words before an id. Longer ones first where one begins with another.</summary>
    public static readonly (string Words, ReferenceKind Kind)[] Names =
    [
        ("superseded by", ReferenceKind.SupersededBy),
        ("supersededby", ReferenceKind.SupersededBy),
        ("replaced by", ReferenceKind.SupersededBy),
        ("obsoleted by", ReferenceKind.SupersededBy),
        ("deprecated by", ReferenceKind.SupersededBy),
        ("deprecated in favor of", ReferenceKind.SupersededBy),
        ("deprecated in favour of", ReferenceKind.SupersededBy),
        ("superseding proposal", ReferenceKind.SupersededBy),
        ("successor", ReferenceKind.SupersededBy),
        ("succeeded by", ReferenceKind.SupersededBy),
        ("supersedes", ReferenceKind.Supersedes),
        ("superseeds", ReferenceKind.Supersedes),
        ("supercedes", ReferenceKind.Supersedes),
        ("superceded by", ReferenceKind.SupersededBy),
        ("replaces", ReferenceKind.Supersedes),
        ("obsoletes", ReferenceKind.Supersedes),
        ("deprecates", ReferenceKind.Supersedes),
        ("predecessor", ReferenceKind.Supersedes),
        ("requires", ReferenceKind.Requires),
        ("depends on", ReferenceKind.Requires),
        ("dependencies", ReferenceKind.Requires),
        ("dependson", ReferenceKind.Requires),
        ("prerequisites", ReferenceKind.Requires),
        ("prerequisite", ReferenceKind.Requires),
        ("builds on", ReferenceKind.Requires),
        ("blocked by", ReferenceKind.Requires),
        ("related", ReferenceKind.Related),
        ("see also", ReferenceKind.Related),
        ("relates to", ReferenceKind.Related),
        ("updates", ReferenceKind.Related),
        ("amends", ReferenceKind.Related),
        ("extends", ReferenceKind.Related),
    ];

    /// <summary>Words in the name of a field whose numbers are those of a tracker, in the singular.</summary>
    public static readonly string[] Others = ["issue", "pr", "pull", "ticket", "bug", "task", "discussion", "commit", "link", "mr", "jira"];

    /// <summary>Names of processes that standards bodies have too, with numbers of any size.</summary>
    public static readonly string[] Standards = ["rfc", "std", "bcp", "iso", "ieee"];

    /// <summary>Roles of reStructuredText that always mean the documents of somebody else.</summary>
    public static readonly string[] ForeignRoles = ["rfc", "rfc-reference"];

    /// <summary>Names of fields that hold the people who wrote it, without space and plural.</summary>
    public static readonly string[] Authors = ["author", "owner", "proposer", "champion", "writer", "editor", "createdby", "proposedby", "decider", "submitter", "leadauthor", "primaryauthor", "sponsor"];

    /// <summary>Behind names, for those who are not named.</summary>
    public static readonly string[] OtherPeople = ["et al.", "et al", "and others", "others", "et alii"];

    /// <summary>Said by a file that only says where its proposal went.</summary>
    public static readonly string[] Moved = ["moved to", "has moved", "have moved", "has been moved", "was moved", "file moved", "is moved", "migrated to", "now maintained", "superseded by the file", "see instead", "renamed to", "has been renamed", "now lives", "now at", "relocated", "can be found at", "see the new location", "new location"];

    /// <summary>Parts of file names that no proposal has.</summary>
    public static readonly string[] TemplateNames = ["template", "skeleton", "boilerplate"];

    /// <summary>File names, without extension, of pages about a process.</summary>
    public static readonly string[] PageNames = ["readme", "index", "contributing", "changelog", "code_of_conduct", "license", "licence", "security", "maintainers", "owners", "glossary", "toc", "summary", "process", "faq", "support", "governance"];
}
