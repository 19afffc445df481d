namespace Gavel.Core.Processes.Mining;

/// <summary>Words in names of files and folders. The only place that knows them.</summary>
internal static class ProcessWords
{
    /// <summary>A name with one of these words is that of a template.</summary>
    public static readonly string[] Template = ["template", "templates", "tmpl", "tpl", "boilerplate", "blank", "starter", "scaffold", "prototype", "form"];

    /// <summary>Before the name of a kind of proposal, and nothing else: <c>EMPTY-ADR</c>.</summary>
    public static readonly string[] Unfilled = ["empty", "new", "sample"];

    /// <summary>Kinds of proposals that a proposal may be about: "new-feature".</summary>
    public static readonly string[] Subjects = ["feature", "text", "design", "request", "idea", "improvement"];

    /// <summary>A shortened template: none where a fuller one stands beside it.</summary>
    public static readonly string[] Skeleton = ["skeleton", "stub", "outline"];

    /// <summary>What stands where the number will be.</summary>
    public static readonly string[] NumberPlaceholders = ["nnnn", "nnn", "nn", "xxxx", "xxx", "xx", "yyyy", "yyyymmdd", "number", "num", "n", "x", "tbd", "draft"];

    /// <summary>Folders that hold proposals or decisions in many projects, singular.</summary>
    public static readonly string[] ProposalFolders =
    [
        "rfc", "adr", "decision", "proposal", "enhancement", "design", "kep", "pep", "eip", "improvement", "spec", "specification", "bip", "jep", "kip", "flip", "rip", "cip", "cep", "nep",
        "sep", "tep", "dep", "lep", "designdoc", "architecture-decision", "architecture-decision-record", "architectural-decision", "architecture_decision", "feature", "initiative",
        "design-doc", "design-proposal", "design_doc", "text", "blueprint", "oep", "mip", "gep", "xep", "erc", "aip", "sip", "dip", "pip", "tip", "vip", "zip", "idea", "request",
    ];

    /// <summary>Those of <see cref="ProposalFolders"/> that are words although they are short: no acronyms.</summary>
    public static readonly string[] ShortWords = ["spec", "text", "idea", "flip"];

    /// <summary>Names of folders that name no process, singular.</summary>
    public static readonly string[] NoNameFolders = ["text", "doc", "design", "document", "file", "content", "src", "source", "page", "concept", "feature", "main", "active-rfc", "note", "markdown", "md", "draft", "accepted"];

    /// <summary>Kinds of documents that have templates and are no proposals.</summary>
    public static readonly string[] OtherDocuments =
    [
        "meeting", "meetings", "minutes", "notes", "note", "agenda", "postmortem", "postmortems", "incident", "incidents", "retro", "retrospective", "release", "releases", "changelog",
        "changes", "news", "newsfragments", "blog", "post", "posts", "_posts", "newsletter", "email", "emails", "mail", "issue", "issues", "pull", "runbook", "runbooks",
        "recipe", "recipes", "tutorial", "tutorials", "howto", "lesson", "lessons", "talk", "talks", "event", "events", "invoice", "resume", "report", "reports", "weekly", "daily",
        "journal", "survey", "interview", "onboarding", "slides", "standup", "advisory", "advisories",
    ];

    /// <summary>Folders whose files belong to tools, to tests or to others.</summary>
    public static readonly string[] NoiseFolders =
    [
        "node_modules", "vendor", "third_party", "third-party", "thirdparty", "external", "site-packages", "test", "tests", "testdata", "fixtures", "__fixtures__", "__tests__", "dist", "build",
        "target", "out", "bin", "obj", "artifacts", "_layouts", "layouts", "_includes", "includes", "themes", "theme", "_site", "public", "static", "assets", "images", "i18n", "locales",
        "translations", "issue_template", "pull_request_template", "issue_templates", "merge_request_templates", "cookiecutter", "cookiecutters", "boilerplates", "charts", "helm", "_posts", "spec_helper",
    ];

    /// <summary>Names of pages that are no proposals, without extension.</summary>
    public static readonly string[] Pages =
    [
        "readme", "index", "contributing", "code_of_conduct", "code-of-conduct", "license", "licence", "changelog", "changes", "history", "security", "support", "governance", "maintainers",
        "owners", "authors", "contributors", "summary", "toc", "contents", "process", "faq", "glossary", "about", "copying", "notice", "todo", "roadmap", "claude", "agents", "overview", "home", "codeowners",
    ];

    /// <summary>Names of the main document of a proposal that is a directory, without extension.</summary>
    public static readonly string[] MainDocuments = ["readme", "index", "proposal", "spec", "design", "rfc", "main", "overview", "kep"];

    /// <summary>Names of pages that may list all proposals, without extension.</summary>
    public static readonly string[] Indexes = ["readme", "index", "contents", "toc", "summary", "list", "table-of-contents", "overview", "all", "directory", "catalog", "status"];

    /// <summary>Names of files that a tool asks authors of issues and pull requests to fill in.</summary>
    public static readonly string[] Forms = ["pull_request_template", "issue_template", "merge_request_template", "bug_report", "feature_request", "pull-request-template", "issue-template", "bug-report", "feature-request", "config"];

    /// <summary>Markup languages that proposals are written in and that no front end reads.</summary>
    public static readonly string[] UnreadExtensions = [".mediawiki", ".wiki", ".adoc", ".asciidoc", ".asc", ".org", ".textile", ".tex", ".xml", ".html", ".htm", ".txt", ".pod", ".typ"];

    /// <summary>Words that are no name of a process when they stand before <c>template</c>.</summary>
    public static readonly string[] NoNames = ["the", "a", "new", "my", "our", "short", "long", "minimal", "bare", "full", "simple", "basic", "default", "proposal", "design", "doc", "document", "spec", "md", "feature", "example", "sample", "empty"];
}
