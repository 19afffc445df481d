namespace Gavel.Core.Templates;

/// <summary>All words that learning goes by: English ones, and the commonest marks of a few other languages. Phrases are lower case, without marks; <c>*</c> stands for any one word.</summary>
internal static class Cues
{
    /// <summary>A section or field that the author may leave out.</summary>
    public static readonly CuePhrases Optional = new(
        "optional", "optionally", "is not required", "are not required", "not mandatory", "non mandatory", "is not mandatory",
        "may be omitted", "can be omitted", "could be omitted", "may omit", "can omit", "may be left out", "can be left out",
        "may be skipped", "can be skipped", "feel free to skip", "feel free to remove", "feel free to delete", "feel free to omit",
        "feel free to drop", "may be removed", "can be removed", "may be deleted", "can be deleted", "may be dropped", "can be dropped",
        "not be necessary", "is not necessary", "not always necessary", "not strictly necessary", "nice to have",
        "at your discretion", "at the authors discretion", "left to the author", "up to the author", "voluntary", "only if you want",
        "if you like", "if you wish", "if desired", "not needed for every", "not obligatory", "need not be present", "does not need to be present",
        "you may skip", "you can skip", "you may leave out", "you can leave out", "you may drop", "you can drop", "remove accordingly", "delete accordingly", "omit accordingly", "dispensable", "elective",
        "might not always exist", "may not always exist", "might not exist", "may not always apply", "might not always apply", "does not always apply", "not always applicable", "need not exist", "not every proposal needs", "not all proposals need", "optionnel", "optionnelle", "facultatif", "facultative", "opcional", "opzionale", "可选", "任意", "オプション");

    /// <summary>What every proposal is called; "for all" of these is no condition.</summary>
    public static readonly CuePhrases AnyProposal = new("proposal", "proposals", "document", "documents", "spec", "specs", "specification", "specifications", "submission", "submissions", "decision", "decisions", "record", "records");

    /// <summary>What must be there; beside an optional mark on others it is said of these alone.</summary>
    public static readonly CuePhrases Required = new(
        "required", "mandatory", "is required", "must be present", "must be included", "must not be omitted", "may not be omitted",
        "must not be left out", "is obligatory", "obligatory", "compulsory", "cannot be omitted", "cannot be left out", "must be filled",
        "has to be filled", "always required", "non optional", "not optional", "is not optional");

    /// <summary>What is said to hold under a condition that a person judges; the clause that follows is the condition.</summary>
    public static readonly CuePhrases OnlyUnder = new(
        "only required if", "only required when", "only required for", "only needed if", "only needed when", "only needed for",
        "required only if", "required only when", "required only for", "needed only if", "needed only when", "needed only for",
        "required if", "required when", "required for", "mandatory if", "mandatory when", "mandatory for", "needed if", "needed when",
        "optional for", "optional if", "optional when", "optional unless", "only if", "only when", "only for", "only applies to", "only applicable to", "only applicable if",
        "only relevant if", "only relevant for", "only relevant when", "applies only to", "applicable only to", "not applicable if", "not applicable for", "n a if", "n a when", "na if",
        "not required if", "not required for", "not required when", "not needed if", "not needed for", "not needed when", "can be omitted if", "may be omitted if", "can be skipped if", "may be skipped if",
        "must be completed if", "must be completed when", "must be filled in if", "include this section if", "include this section when", "include only if", "fill this in if", "fill in if", "fill this out if", "use this section if",
        "omit if", "omit this section if", "skip if", "skip this section if", "leave out if", "remove if", "remove this section if", "delete if", "delete this section if", "drop this section if",
        "remove this * if", "delete this * if", "omit this * if", "skip this * if", "drop this * if", "leave this * out if", "remove * if not", "delete * if not", "remove when", "delete when",
        "unless there are", "unless the", "unless this", "write n a if", "put n a if", "say none if", "write none if", "state none if", "otherwise remove", "otherwise delete", "otherwise omit", "otherwise leave out");

    /// <summary>What a section is good for, behind "required for".</summary>
    public static readonly CuePhrases Purpose = new("producing", "understanding", "evaluating", "reviewing", "tracking", "writing", "documenting", "explaining");

    /// <summary>The word before "only if" where that is said of the section.</summary>
    public static readonly CuePhrases BeforeOnly = new(
        "is", "are", "be", "required", "needed", "necessary", "mandatory", "applicable", "relevant", "applies", "apply", "include", "included", "section", "subsection", "part", "this", "it", "used", "use", "filled", "fill", "complete", "completed", "present", "add", "added", "provide", "provided", "keep", "kept", "optional", "in", "out");

    /// <summary>The end of a first sentence that makes the whole section optional.</summary>
    public static readonly CuePhrases OptionalTail = new("although it is not required", "although this is not required", "though it is not required", "though not required", "although not required", "but it is not required", "but this is not required", "but not required", "although it is optional", "though it is optional");

    /// <summary>A list of which the author keeps one entry.</summary>
    public static readonly CuePhrases ChooseOne = new("choose one", "pick one", "select one", "keep one", "exactly one of", "one of the following", "one of these", "tick one", "check one", "mark one");

    /// <summary>Fields that hold the address of the proposal's own pull request.</summary>
    public static readonly CuePhrases OwnLinkField = new("pr", "rfc pr", "proposal pr", "spec pr", "pull request", "rfc pull request", "proposal pull request", "merge request", "mr", "rfc", "proposal");

    /// <summary>Words by which a bold sentence says that it goes.</summary>
    public static readonly CuePhrases DeleteWords = new("delete this", "remove this", "delete the bold", "erase this", "strike this");

    /// <summary>Headings that stand for any that an author wants.</summary>
    public static readonly CuePhrases AnySection = new("other sections", "other section", "additional sections", "more sections", "further sections", "your sections", "custom sections", "my section", "your section", "extra sections", "any other sections");

    /// <summary>Where the values stand instead.</summary>
    public static readonly CuePhrases SeeElsewhere = new("see below", "see above", "see the", "see rfc", "see readme", "as below", "listed below", "described below");

    /// <summary>Sections that do not apply may go, said of all sections or of those below.</summary>
    public static readonly CuePhrases DropUnused = new(
        "add or remove sections", "add and remove sections", "remove or add sections", "remove the sections you", "remove sections you", "remove any sections", "remove any section", "remove sections that", "remove sections which", "remove the sections that", "remove the sections which", "remove all sections that", "remove sections as",
        "delete the sections you", "delete sections you", "delete any sections", "delete any section", "delete sections that", "delete sections which", "delete the sections that", "delete the sections which", "delete all sections that",
        "omit sections", "omit any sections", "omit any section", "omit the sections", "skip sections", "skip any sections", "skip any section", "drop sections", "drop any sections", "drop any section", "leave out sections", "leave out any section", "remove subsections", "delete subsections", "remove any subsection", "remove unused sections", "delete unused sections", "remove irrelevant sections", "delete irrelevant sections",
        "sections are optional", "sections may be removed", "sections can be removed", "sections may be deleted", "sections can be deleted", "sections may be omitted", "sections can be omitted", "sections may be skipped", "sections can be skipped", "sections may be left out", "sections can be left out", "sections may be dropped", "sections can be dropped",
        "sections that do not apply can", "sections that do not apply may", "sections that are not relevant can", "sections that are not relevant may", "sections that are not applicable can", "sections that are not applicable may");

    /// <summary>All below the heading is an example.</summary>
    public static readonly CuePhrases ReplaceSection = new("replace this entire section", "replace this whole section", "replace the entire section", "replace the whole section", "replace all of this section", "replace everything in this section", "replace the text of this section", "rewrite this entire section");

    /// <summary>Comments of the template that may stand in finished documents.</summary>
    public static readonly CuePhrases CommentsMayStay = new("leave these html comments", "leave these comments", "leave the comments", "leave the html comments", "keep these comments", "keep the comments", "comments may stay", "comments can stay", "comments may remain", "comments can remain", "comments may be left");

    /// <summary>What an item begins with that tells how not to write.</summary>
    public static readonly CuePhrases Negative = new("do not", "dont", "avoid", "never", "please do not", "please dont", "please avoid", "refrain from", "must not", "should not");

    /// <summary>A state that a template shows for a proposal that begins.</summary>
    public static readonly CuePhrases FirstState = new("proposed", "draft", "open", "new", "idea", "provisional", "not started", "unstarted", "in progress", "in discussion", "under discussion", "in review", "not implemented", "unimplemented", "active", "wip draft");

    /// <summary>Fields that name who writes the document: never right when empty.</summary>
    public static readonly CuePhrases WriterField = new("author", "authors", "owner", "owners", "editor", "editors", "champion", "champions", "proposer", "proposers", "writer", "writers", "title");

    /// <summary>Before a title that shows the form of all titles.</summary>
    public static readonly CuePhrases TitleExample = new("ex", "eg", "e g", "example", "for example", "for instance", "such as", "like", "format", "i e");

    /// <summary>Marks of a condition that need no clause of their own.</summary>
    public static readonly CuePhrases WhenApplicable = new(
        "when applicable", "where applicable", "if applicable", "as applicable", "if relevant", "when relevant", "where relevant",
        "if there are any", "if any exist", "if any", "if appropriate", "where appropriate", "when appropriate", "if needed", "when needed", "as needed", "if necessary", "where necessary", "if required", "when required",
        "if it applies", "where it applies", "should the need arise");

    /// <summary>The first word of a clause that makes what follows conditional.</summary>
    public static readonly CuePhrases ClauseStart = new("if", "when", "whenever", "where", "for any", "for all", "for every", "for each", "in case", "in cases where", "provided that", "should there be", "should the proposal", "for proposals that", "for changes that", "for changes to");

    /// <summary>Words that make a sentence speak of the section that it stands in.</summary>
    public static readonly CuePhrases ThisPart = new(
        "this section", "this subsection", "this part", "this element", "this heading", "this chapter", "this field", "this paragraph", "this block", "this entry", "this item", "this step", "this line",
        "the section", "section", "subsection", "element", "this may", "this can", "this is", "this one");

    /// <summary>Nothing may be taken out, whatever single marks say.</summary>
    public static readonly CuePhrases KeepAllSections = new(
        "do not delete any", "do not remove any", "dont delete any", "dont remove any", "do not omit any", "all sections are required", "all sections are mandatory",
        "all sections must be", "every section must be", "all headings must remain", "keep all sections", "keep all headings", "do not drop any", "none of the sections may be");

    /// <summary>Instructions go before the text is done.</summary>
    public static readonly CuePhrases InstructionsGo = new(
        "remove the instructions", "delete the instructions", "remove these instructions", "delete these instructions", "remove all instructions", "delete all instructions",
        "remove these comments", "delete these comments", "remove this comment", "delete this comment", "remove all comments", "delete all comments", "remove the comments", "delete the comments",
        "comments should be removed", "comment blocks should be removed", "comments must be removed", "comments can be removed", "comment blocks must be removed", "instructions should be removed", "instructions must be removed",
        "remove this text", "delete this text", "remove this note", "delete this note", "remove this block", "delete this block", "remove this paragraph", "delete this paragraph", "remove this line", "delete this line",
        "remove the guidance", "delete the guidance", "strip the guidance", "strip these hints", "erase these hints", "remove the hints", "delete the hints", "remove the italic", "delete the italic", "remove text in", "delete text in", "replace this text", "replace this paragraph",
        "remove the help text", "delete the help text", "remove everything in", "remove before submitting", "delete before submitting", "delete me", "remove me", "discard this note");

    /// <summary>Template text that its author allows to stay.</summary>
    public static readonly CuePhrases MayStay = new(
        "leave this here", "keep this section", "keep this text", "keep this paragraph", "keep this line", "do not remove this", "do not delete this", "must not be removed", "should not be removed", "do not remove the",
        "leave this in", "leave this text", "this text stays", "keep as is", "leave as is", "retain this", "please keep this", "should remain", "must remain", "do not edit below", "do not change this");

    /// <summary>The placeholder is good enough for the first status.</summary>
    public static readonly CuePhrases AcceptableForDraft = new(
        "placeholder is acceptable for", "placeholder is fine for", "acceptable for a draft", "acceptable in a draft", "acceptable while in draft", "fine for a first draft", "ok for a draft", "okay for a draft", "good enough for a draft");

    /// <summary>The least that a first draft has; section names stand in the same sentence.</summary>
    public static readonly CuePhrases MinimumFirst = new(
        "at minimum", "at a minimum", "as a minimum", "at the very least", "at least fill", "at least the", "the minimum is", "minimally", "to begin with you only need", "for a first draft", "for the first draft", "for an initial draft", "for the initial draft", "before opening a pull request fill");

    /// <summary>The first or last word in the heading of a subsection that only shows how something may look.</summary>
    public static readonly CuePhrases ExampleHeading = new("example", "sample");

    /// <summary>Said in a section that no other is required.</summary>
    public static readonly CuePhrases OnlyRequired = new(
        "only section strictly required", "only section required", "only section that is required", "only required section", "only mandatory section", "only section that is mandatory", "only strictly required section", "only sections required", "only required sections");

    /// <summary>Something may come after the first version.</summary>
    public static readonly CuePhrases Later = new(
        "need not be done when first", "need not be done at first", "need not be complete when first", "not required when first", "not needed when first", "not needed until", "not required until", "need not be filled in until", "need not be filled until",
        "can be filled in later", "may be filled in later", "can be left for later", "can wait until", "may wait until", "can be added later", "may be added later", "to be completed later", "is getting finalized", "is being finalized", "as it is finalized", "before execution begins", "before implementation begins", "before implementation starts", "before work begins", "before work starts",
        "before it is merged", "before merging", "before it is accepted", "prior to acceptance", "before acceptance", "before approval", "prior to approval", "before being accepted", "required prior to", "must be completed before", "must be completed prior", "must be completed by", "must be filled in before", "required before", "required by the time", "once accepted", "once approved", "after acceptance", "after approval", "when it is accepted", "cannot be accepted without", "will not be accepted without",
        "if merged", "edit if merged", "once merged", "when merged", "once implemented", "once it is implemented", "once it has been implemented", "once the * is implemented", "once the * is accepted", "once the * is approved", "once the * is merged", "once the * has been accepted", "once the * is ready to be marked", "when implemented", "after implementation",
        "required once", "required from", "required starting with", "fill this in once", "fill this in when it is");

    /// <summary>The text before a list of the values that a field takes.</summary>
    public static readonly CuePhrases OneOf = new(
        "one of", "either", "choose one", "choose from", "choose between", "choose one of", "pick one", "pick one of", "pick from", "select one", "select one of", "select from", "options", "options are", "possible values", "possible values are", "possible values include", "possible statuses", "possible statuses are", "possible states", "possible states are",
        "valid values", "valid values are", "valid options", "valid options are", "valid statuses", "valid statuses are", "valid states", "valid states are", "valid choices", "valid choices are", "allowed values", "allowed values are", "permitted values", "permitted values are", "accepted values", "accepted values are", "must be", "must be one of", "should be one of", "can be", "can be one of", "may be", "may be one of", "values", "values are", "statuses", "statuses are", "states", "states are",
        "any of", "such as", "e g", "for example", "for instance", "enum", "choices", "choices are", "available values", "available statuses", "exactly one of", "use one of", "set to one of", "set to", "takes one of", "is one of", "currently one of", "any one of", "legal values are", "legal values");

    /// <summary>What closes an open list of values.</summary>
    public static readonly CuePhrases AndSoOn = new("etc", "and so on", "and so forth", "and more", "and others", "or similar", "and the like", "among others");

    /// <summary>Where the value's parameter begins: <c>superseded by 12</c>.</summary>
    public static readonly CuePhrases ParameterStart = new("by", "in favor of", "in favour of", "with", "to", "in", "on", "since", "as of", "par", "por", "durch");

    /// <summary>A value that somebody else writes, or that is right when empty.</summary>
    public static readonly CuePhrases LeaveEmpty = new(
        "leave empty", "leave blank", "leave this empty", "leave this blank", "leave it empty", "leave it blank", "keep empty", "keep blank", "keep this empty", "leave as is", "leave this alone", "leave unset", "leave unfilled", "may be empty", "can be empty", "may be blank", "can be blank",
        "do not fill", "dont fill", "do not edit", "do not touch", "do not set", "will be filled", "to be filled by", "filled in by", "filled by", "filled out by", "will be assigned", "to be assigned", "assigned by", "is assigned", "will be set by", "is set by", "set by the", "to be nominated", "to be appointed", "appointed by", "will be nominated", "will contain", "will be updated by", "updated by the", "will be added",
        "added by the", "added automatically", "auto generated", "automatically generated", "generated automatically", "populated by", "populated automatically", "managed by the", "maintained by the", "completed by the", "find a buddy later", "fill in later", "to be filled in later", "can be filled in later", "for the editors", "editor will", "editors will", "editor assigns", "bot will", "added later", "for official use", "nothing to enter here", "initially be empty", "will be empty", "starts empty", "start empty", "leave as is", "leave this section empty", "leave the section empty", "leave this section blank");

    /// <summary>Before a quotation that the author may take as the answer.</summary>
    public static readonly CuePhrases OfferedAnswer = new(
        "write", "just write", "simply write", "state", "just state", "simply state", "say", "just say", "simply say", "saying", "stating", "put", "enter", "text like", "text such as", "text similar to", "a sentence like", "something like", "words like", "with the text", "with the words", "with the sentence", "the text", "the sentence", "the words", "reply with", "answer with", "answer", "fill in", "leave");

    /// <summary>A value that is asked to be replaced by something.</summary>
    public static readonly CuePhrases FillIn = new(
        "fill me in", "fill in", "fill this in", "fill out", "fill with", "replace", "replace with", "replace this", "replace me", "insert", "insert your", "enter", "put your", "write your", "your", "name of", "names of", "list of", "link to", "links to", "url of", "url to", "title of", "number of", "date of", "the date", "todays date", "a short", "a brief", "short title", "to be determined", "to be decided", "to be defined", "to be announced", "complete this", "describe", "specify", "provide", "state the", "give a", "add your", "add a", "add the", "todo");

    /// <summary>Before a pattern that the author writes instead of what stands there.</summary>
    public static readonly CuePhrases ReplaceWith = new("replace with", "replace by", "change to", "change this to", "should be", "should become", "use the form", "in the form", "of the form", "becomes", "substitute with", "overwrite with");

    /// <summary>Before an example, which is never a value to keep.</summary>
    public static readonly CuePhrases Example = new("example", "examples", "for example", "for instance", "e g", "sample", "such as", "as an illustration");

    /// <summary>What an imperative sentence to an author begins with.</summary>
    public static readonly CuePhrases Imperative = new(
        "add", "answer", "ask", "attach", "avoid", "briefly", "call out", "capture", "characterize", "choose", "cite", "clarify", "clearly", "compare", "complete", "concisely", "consider", "copy", "cover", "create", "define", "delete", "demonstrate", "describe", "detail", "discuss", "do not", "document", "dont", "elaborate", "enter", "enumerate", "ensure", "estimate", "explain", "explicitly", "fill", "focus", "give", "highlight", "how", "identify", "illustrate", "in a few", "in one", "include",
        "insert", "introduce", "justify", "keep", "link", "list", "make", "mention", "motivate", "name", "note", "outline", "paste", "phrase", "please", "point", "propose", "provide", "put", "record", "refer", "reference", "remember", "remove", "replace", "sketch", "specify", "state", "submit", "summarize", "summarise", "start", "talk about", "tell", "think", "thank", "try", "say", "tell", "show", "take", "check", "confirm", "verify", "draw", "quantify", "assess", "evaluate", "map", "report", "share", "suggest", "leave", "set", "select", "pick", "update", "weigh", "quote", "review", "walk", "should cover", "should", "prefer", "present", "analyze", "analyse", "argue", "address", "assume", "expand", "follow", "indicate", "read", "mark", "tick", "uncomment", "sum up", "sort", "track", "whether", "use", "what", "when", "where", "which", "who", "why", "write", "be sure", "be specific", "bear in mind", "break", "any", "organize", "organise", "a short", "a brief", "a summary", "a detailed", "a description", "a list", "a concise", "a paragraph", "a few", "one paragraph", "one sentence", "two sentence", "the summary", "summary of", "optional", "optionally", "are there", "is there", "does this", "do we", "will the", "should we", "can we");

    /// <summary>Words in a sentence that speak to the author.</summary>
    public static readonly CuePhrases ToAuthor = new(
        "you", "your", "youre", "please", "this section", "this subsection", "this template", "this proposal", "this document should", "the author", "authors should", "the reader", "readers", "reviewers", "should include", "should describe", "should contain", "should provide", "should explain", "should discuss", "should cover", "should frame", "should be", "must include", "must describe", "must provide", "must contain", "must be", "may include", "it is required that", "are we", "do we", "this change", "would be useful", "the placeholder", "consider", "describe", "explain", "for instance", "e g", "questions", "things to consider");

    /// <summary>Words of a line that leads to the list below it.</summary>
    public static readonly CuePhrases TheFollowing = new("the following");

    /// <summary>Words by which such a line tells how to write.</summary>
    public static readonly CuePhrases ForWriters = new("you", "your", "please", "this section", "the author", "authors", "should", "describe", "consider", "include", "questions");

    /// <summary>Before the steps that an author takes with a fresh copy.</summary>
    public static readonly CuePhrases GettingStarted = new(
        "to get started", "get started", "getting started", "how to use", "to use this template", "before you start", "before you begin", "before submitting", "before opening", "instructions for authors", "follow these steps", "steps to", "next steps", "first steps", "submission steps", "quick start", "quickstart", "checklist", "todo list", "to do list", "when you start");

    /// <summary>Lists of boxes that are part of the document and stay.</summary>
    public static readonly CuePhrases SignOff = new("sign off", "signoff", "release checklist", "acceptance criteria", "exit criteria", "definition of done", "graduation criteria", "approval checklist", "readiness", "completion checklist", "reviewer checklist", "approvals", "sign offs", "go live");

    /// <summary>Before the name that a file or a directory gets.</summary>
    public static readonly CuePhrases NameIt = new(
        "name it", "named", "name the file", "file name", "filename", "filenames", "rename", "rename it", "rename this", "save it as", "save as", "save this as", "copy this file to", "copy it to", "copy to", "copy this template", "call it", "directory name", "folder name", "name the directory", "name this file", "name your file", "file should be", "store as", "store it as", "copy * to", "placed in", "place it in");

    public static readonly CuePhrases IssueNumber = new("issue number", "number of the issue", "issue s number", "issues number", "pull request number", "pr number", "number of the pull request", "ticket number", "number is the issue", "number of your issue", "issue id", "mr number", "number of the pr");

    public static readonly CuePhrases NoLeadingZeros = new("no leading zero", "no leading zeros", "no leading zeroes", "without leading zero", "without leading zeros", "without leading zeroes", "with no leading zero padding", "not zero padded", "no zero padding", "unpadded", "without padding");

    public static readonly CuePhrases Licence = new("licensed under", "license under", "work is licensed", "licence", "creative commons", "public domain", "cc0", "cc by", "apache license", "mit license", "copyright", "spdx", "rights waived", "bsd license");

    /// <summary>Paragraphs that documents carry unchanged.</summary>
    public static readonly CuePhrases Conformance = new("key words must", "to be interpreted as described in", "rfc 2119", "bcp 14", "rfc2119", "rfc 8174");

    public static readonly CuePhrases Diagram = new("diagram", "diagrams", "flowchart", "sequence chart", "architecture drawing", "state chart", "wireframe", "wireframes");

    public static readonly CuePhrases LinkWord = new("url", "link", "links", "swagger", "hyperlink", "permalink");

    /// <summary>Verbs by which a diagram or a link is asked for.</summary>
    public static readonly CuePhrases AskFor = new("provide", "include", "add", "attach", "insert", "draw", "supply", "embed", "must contain", "must include", "should contain", "should include", "is required", "are required", "paste", "link", "give", "put", "submit");

    public static readonly CuePhrases PlanTitle = new("milestone", "milestones", "implementation stories", "delivery stories", "work items", "work item", "implementation plan", "implementation tasks", "tasks", "delivery plan", "rollout plan", "work breakdown", "roadmap", "action items", "work packages", "work plan", "phases");

    public static readonly CuePhrases PlanText = new("work items or tasks", "delivery milestones", "outline the milestones", "list the milestones", "implementation stories", "break the work down", "break down the work", "break the feature up", "break it into tasks", "create github issues", "list of tasks", "list the tasks", "work packages");

    public static readonly CuePhrases Wrap = new("wrap", "wrapped", "line length", "line width", "lines at", "columns", "hard wrap", "line limit", "per line", "lines no longer", "lines longer");

    public static readonly CuePhrases ContentsTitle = new("contents", "table of contents", "toc", "table of content");

    /// <summary>Comments for programs, not for authors.</summary>
    public static readonly CuePhrases Machine = new("toc", "markdownlint", "prettier", "eslint", "textlint", "vale", "spdx", "cspell", "remark", "doctoc", "begin", "end", "more", "excerpt", "lint", "editorconfig", "vim", "dprint", "alex", "spellchecker", "start doctoc", "end doctoc", "gavel", "rumdl", "yaspeller", "mdformat", "table of contents generated");

    /// <summary>Words of a title that stand for a title to come.</summary>
    public static readonly CuePhrases TitleWord = new("title", "titles", "name", "short title", "your", "descriptive", "feature name", "feature", "proposal name", "subject", "topic", "headline", "short description", "short name", "summary of the",
        "titel", "titre", "título", "titolo", "название", "заголовок", "タイトル", "标题", "標題", "제목");

    /// <summary>Words that make a heading the template's own name, not a pattern.</summary>
    public static readonly CuePhrases TemplateWord = new("template", "templates", "skeleton", "boilerplate", "example", "sample", "blank", "scaffold");

    /// <summary>Words that stand where a number will be.</summary>
    public static readonly CuePhrases NumberWord = new("number", "num", "nr", "no", "id", "unassigned", "to be assigned", "tbd", "identifier", "nnn", "nnnn", "xxxx", "número", "numéro", "numero", "nummer", "番号", "编号");

    public static readonly CuePhrases PeopleField = new(
        "author", "authors", "co authors", "coauthors", "owner", "owners", "shepherd", "shepherds", "shepherd team", "shepherd leader", "reviewer", "reviewers", "approver", "approvers", "sponsor", "sponsors", "champion", "champions", "delegate", "contact", "contacts", "maintainer", "maintainers", "editor", "editors", "decider", "deciders", "decision makers", "decision maker", "consulted", "informed",
        "assignee", "assignees", "lead", "leads", "by", "collaborator", "collaborators", "co owner", "co owners", "stakeholder", "stakeholders", "participants", "contributors", "contributor", "manager", "review manager", "implementors", "implementers", "implementer", "implementor", "responsible", "accountable", "driver", "drivers", "dri", "liaison", "submitter", "creator", "people", "who", "team", "drafter", "proposer", "advocate", "facilitator", "point of contact", "poc", "initiator", "auteur", "auteurs", "décideurs", "décisionnaires", "autor", "autoren", "autores", "автор", "作者", "负责人", "著者", "作成者", "提案者");

    public static readonly CuePhrases DateField = new("date", "created", "updated", "last updated", "last modified", "last call deadline", "start date", "creation date", "decided on", "approved on", "date started", "deadline", "on", "accepted on", "when", "submitted", "published", "last update", "modified", "day", "proposed on", "issued");

    public static readonly CuePhrases LinkField = new("pull request", "pull requests", "pr", "prs", "issue", "issues", "discussion", "discussions", "discussions to", "discussion thread", "discussion at", "url", "link", "links", "thread", "tracking issue", "jira", "bug", "bugs", "blueprint", "ticket", "tickets", "website", "resolution", "repository", "repo", "rfc pr", "implementation", "implementation pr", "tracking", "mailing list", "vote thread", "forum", "reference issues", "tracker", "epic", "homepage", "source", "slack channel", "project link", "merge request");

    public static readonly CuePhrases ReleaseField = new("release", "releases", "target release", "release target", "version", "python version", "target version", "target major version", "milestone", "since version", "fix version", "latest milestone", "affected version", "release version", "shipped in", "landed in", "available since");

    public static readonly CuePhrases NumberField = new("number", "num", "id", "no", "issue number", "pr number", "identifier");

    /// <summary>Fields whose value comes from a fixed set even where the template shows only one.</summary>
    public static readonly CuePhrases EnumField = new("status", "state", "stage", "current status", "current state", "type", "category", "kind", "class", "phase", "maturity", "track", "impact", "priority", "severity", "decision status");

    public static readonly CuePhrases StatusField = new("status", "state", "current status", "current state", "stage", "decision status", "proposal status", "lifecycle",
        "statut", "estado", "stato", "статус", "ステータス", "状态", "状態", "狀態", "상태");

    public static readonly CuePhrases TitleField = new("title", "feature name", "feature", "proposal name", "name", "subject", "short title", "headline");

    public static readonly CuePhrases SizeUnit = new("person week", "person weeks", "person day", "person days", "person month", "person months", "man week", "man weeks", "man day", "man days", "week", "weeks", "day", "days", "engineer week", "engineer weeks", "engineer day", "engineer days", "developer day", "developer days", "working day", "working days", "sprint", "sprints");

    public static readonly CuePhrases TaskWord = new("task", "tasks", "story", "stories", "work item", "work items", "milestone", "milestones", "ticket", "tickets", "item", "items", "work package", "unit of work", "step", "steps");

    /// <summary>Before a greatest amount.</summary>
    public static readonly CuePhrases AtMostBefore = new("at most", "max", "maximum", "maximum of", "maximum length of", "a maximum of", "max of", "no more than", "not more than", "up to", "less than", "fewer than", "under", "within", "limit to", "limited to", "limit it to", "limit this to", "limit of", "not exceed", "never exceed", "not exceeding", "shorter than", "not longer than", "no longer than", "below", "keep to", "keep it to", "keep this to", "keep it under", "wrap at", "wrap lines at", "wrap text at", "hard wrap at", "ceiling of", "cap of", "capped at", "at the most", "in at most", "wrapped at", "not over", "length of", "length is", "width of", "lines at", "only");

    /// <summary>Behind a greatest amount.</summary>
    public static readonly CuePhrases AtMostAfter = new("at most", "max", "maximum", "or less", "or fewer", "or shorter", "or under", "limit", "tops", "at the most", "at maximum", "or below", "long at most", "and no more", "per line", "wide", "ceiling");

    public static readonly CuePhrases AtLeast = new("at least", "minimum", "minimum of", "min", "no less than", "no fewer than", "more than", "longer than", "over", "a minimum of", "not less than", "not fewer than", "exceeding");

    public static readonly CuePhrases About = new("about", "around", "approximately", "roughly", "approx", "circa", "ca", "some");

    /// <summary>Texts that stand where an answer will be.</summary>
    public static readonly CuePhrases Stand = new("tbd", "tba", "todo", "fixme", "xxx", "wip", "to do", "to be determined", "to be decided", "to be announced", "to be written", "to be defined", "to be done", "to be filled", "to be filled in", "lorem ipsum", "coming soon", "fill me in", "placeholder", "needs discussion", "pending", "work in progress", "none yet");

    /// <summary>Names, addresses and slugs that are made up for examples.</summary>
    public static readonly CuePhrases ExampleName = new("john doe", "jane doe", "jane roe", "john smith", "jane smith", "firstname lastname", "first last", "first name", "last name", "your name", "your name here", "author name", "name surname", "foo bar", "foo", "github username", "githubusername", "github handle", "username", "user name", "max mustermann", "joe bloggs", "author 1", "author one", "example com", "example org", "my feature", "my awesome feature", "my proposal", "example id", "your feature", "your proposal", "my new feature", "awesome thing", "some feature", "alice", "bob", "short descriptive title", "short title", "descriptive title", "my title", "draft_title_abbrev", "title abbrev");

    /// <summary>Fields that name other documents: right to leave out where there are none.</summary>
    public static readonly CuePhrases RelationField = new("replaces", "replaced by", "supersedes", "superseded by", "see also", "requires", "required by", "related", "related to", "related documents", "depends on", "dependencies", "obsoletes", "obsoleted by", "extends", "extended by", "amends", "amended by", "updates", "updated by", "successor", "predecessor", "supercedes", "superceded by", "conflicts with", "relates to", "related issues", "links");

    /// <summary>A list of which the author takes some entries away.</summary>
    public static readonly CuePhrases CutDown = new("delete the * that", "remove the * that", "delete * that", "remove * that", "keep only", "include only", "delete those", "remove those", "delete what does not", "remove what does not", "delete the ones", "remove the ones", "cross out", "strike out", "strike what", "choose any", "any of", "one or more of", "delete as appropriate", "delete as applicable", "delete all that", "remove all that", "leave only");

    /// <summary>What is said of all fields together.</summary>
    public static readonly CuePhrases AllOfThem = new("everything", "all of these", "all of them", "these are", "any of them", "all fields", "all elements", "these fields", "these elements", "these metadata", "all metadata", "all of this", "the fields below", "all keys", "these keys");

    /// <summary>Sections that tell how to use the template and go as a whole.</summary>
    public static readonly CuePhrases GuideTitle = new("how to use", "how to use this template", "using this template", "about this template", "template instructions", "instructions", "instructions for authors", "template usage", "usage of this template", "notes for authors", "note to authors", "guidance for authors", "before you start", "getting started with this template", "delete this section", "remove this section", "template guide", "readme first", "read me first", "writing guide", "author instructions", "how to fill in this template", "how to fill this in", "how to complete this template");

    /// <summary>A heading that says that its section goes.</summary>
    public static readonly CuePhrases DeleteThis = new("delete this section", "remove this section", "delete before submitting", "remove before submitting", "delete me", "remove me", "to be deleted", "to be removed");

    /// <summary>A section that is only there for a while.</summary>
    public static readonly CuePhrases SectionGoes = new(
        "this section should be removed before", "this section must be removed before", "this section will be removed before", "this section is removed before", "this section should be deleted before", "this section must be deleted before", "this section should be removed once", "this section must be removed once", "this section should be removed when", "this section should be empty before", "remove this section before", "delete this section before", "remove this section once", "delete this section once");

    /// <summary>When the author has finished: no condition on what the proposal is about.</summary>
    public static readonly CuePhrases WhenDone = new("when you are done", "when youre done", "when done", "when finished", "when you are finished", "when you have finished", "when you have read", "when complete", "when ready", "when you are ready", "when you submit", "when submitting", "when you start", "when creating", "when copying", "when using this template", "when you use this template", "when filling", "when writing your");

    /// <summary>What a clause is about when it is no condition on a section.</summary>
    public static readonly CuePhrases NotCondition = new("if you cannot", "if you cant", "if you have tried", "if you do not know", "if you dont know", "if you have trouble", "if you are unsure", "if you are not sure", "if in doubt", "if the section", "if this section", "if possible", "if you would like", "when in doubt", "when writing", "when describing", "when filling", "where possible", "when possible", "if this is one part");

    /// <summary>What the main clause behind a condition asks.</summary>
    public static readonly CuePhrases Asked = new("should", "must", "required", "please", "have to", "has to", "need to", "needs to", "it is", "shall", "is expected", "are expected");

    /// <summary>Conditions that are no status of a document.</summary>
    public static readonly CuePhrases Stage = new("release", "released", "beta", "alpha", "ga", "milestone", "general availability", "production", "stable");

    /// <summary>Headings of which a document has as many as it needs when a number follows.</summary>
    public static readonly CuePhrases RepeatableWord = new("alternative", "option", "story", "user story", "milestone", "phase", "step", "task", "example", "scenario", "use case", "requirement", "goal", "section", "item", "question", "solution", "decision", "proposal", "approach", "case", "component", "risk", "change", "stage", "choice", "variant", "candidate", "iteration", "part", "feature", "topic", "issue", "release", "sub heading", "sub headings", "subheading", "subheadings", "sub section", "subsection", "heading", "appendix");

    /// <summary>Words that make a parenthesis behind a heading speak to the author, so that it goes.</summary>
    public static readonly CuePhrases HeadingHint = new(
        "optional", "required", "mandatory", "recommended", "if", "when", "where applicable", "words", "word", "max", "maximum", "at most", "please", "your", "remove", "delete", "e g", "short", "brief", "paragraph", "paragraphs", "sentence", "sentences", "characters", "for example", "one of", "only", "leave", "fill", "todo", "tbd", "especially", "as needed", "obligatory", "compulsory", "elective", "not required", "may be omitted", "repeat", "can be repeated", "add more", "nice to have", "n a", "as many as", "conditional");

    public static readonly CuePhrases Repeat = new("repeat this section", "repeat for each", "repeat for every", "repeat as needed", "repeat as many", "can be repeated", "may be repeated", "one section for each", "one subsection for each", "one section per", "one subsection per", "add more sections", "as many as needed", "add as many", "duplicate this section", "copy this section for");

    /// <summary>Bold words that begin a remark to the author, no slot.</summary>
    public static readonly CuePhrases Remark = new("note", "notes", "important", "warning", "tip", "hint", "nb", "n b", "caution", "attention", "example", "examples", "please note", "reminder", "instructions", "instruction", "disclaimer", "todo", "how to use", "how to use this template", "info", "remember", "do not", "required", "optional");

    /// <summary>What a value says of its own kind.</summary>
    public static readonly CuePhrases SaysLink = new("url of", "url", "urls", "address of", "addresses of", "link to", "links to", "hyperlink to");

    public static readonly CuePhrases SaysNumber = new("number", "numbers", "num");

    /// <summary>Numbers of something else than a document.</summary>
    public static readonly CuePhrases SaysOtherNumber = new("version", "title", "issue", "pull");

    public static readonly CuePhrases SaysDate = new("yyyy mm", "mm yyyy", "mmm yyyy", "dd yyyy", "d yyyy", "m yyyy", "yyyymmdd", "yy mm", "dd mm", "iso 8601", "todays date", "the date", "date created", "date of");

    public static readonly CuePhrases SaysList = new("list of", "comma separated", "separated by commas", "one or more");

    public static readonly CuePhrases None = new("none", "n a", "na", "null", "nil", "not applicable");

    /// <summary>Words that name a datum to write, so that a list of them is no list of values.</summary>
    public static readonly CuePhrases NamesDatum = new("url", "link", "description", "name", "names", "title", "number", "date", "handle", "email", "address", "id");

    /// <summary>How to say that there is nothing to say.</summary>
    public static readonly CuePhrases SayNone = new("say", "write", "state", "put", "enter", "simply", "just", "note that", "mention that", "answer");

    public static readonly CuePhrases TakeOut = new("remove", "delete", "omit", "skip", "drop", "leave", "strike", "erase", "cut");

    /// <summary>What may follow "optional" where it speaks of the section itself.</summary>
    public static readonly CuePhrases AfterOptional = new("section", "subsection", "element", "part", "and", "but", "in", "step", "field", "chapter", "entry");

    public static readonly CuePhrases BeforeOptional = new("is", "are", "be", "entirely", "completely", "purely", "strictly", "considered", "fully", "wholly");

    /// <summary>What a limit in the preface may be about.</summary>
    public static readonly CuePhrases LimitedDatum = new("title", "description", "filename", "name");

    /// <summary>Asks for a title as a name that a program could have: "a unique ident".</summary>
    public static readonly CuePhrases Identifier = new("ident", "unique identifier", "slug");

    public static readonly CuePhrases SlugWord = new("slug", "short", "dashes", "filename", "kebab", "hyphens");

    /// <summary>Words that make a gap no number, whatever else it says.</summary>
    public static readonly CuePhrases NotNumber = new("title", "name", "date", "version");

    /// <summary>A word that stands for a number without marks: <c>SPEC Number</c>.</summary>
    public static readonly CuePhrases BareNumber = new("number", "num", "nr");

    /// <summary>Parts of names that are made up.</summary>
    public static readonly CuePhrases ExampleNamePart = new("my", "draft", "example", "foo", "awesome", "short", "dashes", "sample", "slug", "your", "feature", "title");

    public static readonly CuePhrases FolderWord = new("directory", "folder");

    public static readonly CuePhrases Politeness = new("please", "also", "optionally", "ideally", "kindly");

    public static readonly IReadOnlyDictionary<string, LimitUnit> LimitUnits = new Dictionary<string, LimitUnit>(StringComparer.Ordinal)
    {
        ["word"] = LimitUnit.Words,
        ["words"] = LimitUnit.Words,
        ["character"] = LimitUnit.Characters,
        ["characters"] = LimitUnit.Characters,
        ["char"] = LimitUnit.Characters,
        ["chars"] = LimitUnit.Characters,
        ["letters"] = LimitUnit.Characters,
        ["column"] = LimitUnit.Columns,
        ["columns"] = LimitUnit.Columns,
        ["cols"] = LimitUnit.Columns,
        ["paragraph"] = LimitUnit.Paragraphs,
        ["paragraphs"] = LimitUnit.Paragraphs,
        ["line"] = LimitUnit.Lines,
        ["lines"] = LimitUnit.Lines,
    };

    /// <summary>Working days of a unit of effort; a unit that is not named is one day.</summary>
    public static readonly IReadOnlyDictionary<string, int> UnitDays = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["week"] = 5,
        ["weeks"] = 5,
        ["month"] = 20,
        ["months"] = 20,
        ["sprint"] = 10,
        ["sprints"] = 10,
    };

    /// <summary>Numbers that are written as words.</summary>
    public static readonly (string Word, int Value)[] NumberWords =
    [
        ("a", 1), ("an", 1), ("one", 1), ("single", 1), ("two", 2), ("couple", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("twelve", 12), ("fifteen", 15), ("twenty", 20),
        ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100),
    ];
}
