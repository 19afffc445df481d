using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Checking;

/// <summary>A schema written by hand, so that tests of reading do not depend on what learning makes of a template.</summary>
internal static class HandMade
{
    public const string TemplatePath = "zips/template.md";

    public static Reason Line(int line, string text = "template text") =>
        new Reason.TemplateLine(new Place(TemplatePath, default, new LinePosition(line, 1), new LinePosition(line, 2)), null, text);

    public static Demand.Section Section(string text, int level = 2, Requirement requirement = Requirement.Required, string? parent = null) =>
        new(text, level) { Key = "section:" + text.ToLowerInvariant(), Source = Line(10, text), Requirement = requirement, Parent = parent };

    public static Demand.Field Field(string name, FieldKind kind = FieldKind.Text, string? placeholder = null, params string[] values) =>
        new(name, kind) { Key = "field:" + name.ToLowerInvariant(), Source = Line(3, name), Placeholder = placeholder, Values = [.. values], Style = HeaderStyle.BoldList };

    public static Demand.Title Title { get; } = new(new TitlePattern([new(TitlePart.Literal, "ZIP-"), new(TitlePart.Number, "NNN"), new(TitlePart.Literal, ": "), new(TitlePart.Title, "Title")]))
    {
        Key = "title",
        Source = Line(1, "# ZIP-NNN: Title"),
    };

    public static Leftover Instruction(string text, string? section = null) => new(LeftoverKind.Instruction, text, InstructionStyle.Italic, section, Line(12, text));

    public static Leftover Placeholder(string text) => new(LeftoverKind.Placeholder, text, InstructionStyle.Prose, null, Line(13, text));

    public static Schema Schema(params object[] parts)
    {
        var document = new MarkdownSyntax().Parse(SourceText.From(TemplatePath, "# ZIP-NNN: Title\n"));
        return new Schema(TemplatePath, document.Text.Id, [.. parts.OfType<Demand>()], [.. parts.OfType<Leftover>()], [], null, []) { Syntax = "markdown", Document = document };
    }

    public static Vocabulary Statuses { get; } = new(
    [
        new Status("Draft", StatusKind.Draft, []),
        new Status("Open", StatusKind.Open, ["In review"]),
        new Status("Accepted", StatusKind.Accepted, []),
        new Status("Done", StatusKind.Done, []),
        new Status("Rejected", StatusKind.Rejected, []),
        new Status("Superseded", StatusKind.Superseded, []),
    ]);

    public static Process Process(Schema schema) => new()
    {
        Name = "ZIP",
        Folder = "zips",
        Files = [new FilePattern("zips/zip-{number}-{slug}.md")],
        Templates = [new TemplateRevision(schema, null, null) { IsCurrent = true }],
        StatusPlace = StatusPlace.Field,
        StatusField = "Status",
        Statuses = Statuses,
    };
}

/// <summary>A few files in memory and the process that they follow.</summary>
internal sealed class TestRepository
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public TestRepository(Process process) => Process = process;

    public Process Process { get; set; }

    public ImmutableArray<IRule> Rules { get; set; } = [];

    public ICache Cache { get; set; } = new NoCache();

    public TestRepository With(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    public MemoryTree Tree => new(_files.Select(f => SourceText.From(f.Key, f.Value)));

    public Catalog Catalog => Build(Tree);

    public Catalog Build(ITree tree) => Build(tree, new NoHistory());

    public Catalog Build(ITree tree, IHistory history) =>
        new Workspace([new MarkdownSyntax()], Cache, RuleWork.Of(Rules)).Build(tree, history, [Process], [], TestContext.Current.CancellationToken);

    public CheckRequest Request => new(new DateOnly(2024, 5, 1)) { Rules = Rules };

    public Report Check(CheckRequest? request = null) => Checker.Check(Catalog, request ?? Request, TestContext.Current.CancellationToken);

    public static Proposal Read(string text, Process process, PathFacts? facts = null, string path = "zips/zip-7-night-trains.md") =>
        ProposalReader.Read(new MarkdownSyntax().Parse(SourceText.From(path, text)), process, process.Current, facts ?? new PathFacts(process.Files[0].Match(path)));
}

/// <summary>Reports each line with the word: a rule whose findings a test can place where it likes.</summary>
internal sealed class WordRule(string name, string word, Severity severity = Severity.Error, Func<Proposal, TextSpan, Fix?>? fix = null) : IProposalRule
{
    public RuleInfo Info { get; } = new(name, severity, "A word is there.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        for (var at = proposal.Text.Chars.IndexOf(word, StringComparison.Ordinal); at >= 0; at = proposal.Text.Chars.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, word.Length);
            yield return new Diagnostic(name, severity, proposal.At(span), $"'{word}' is there", new Reason.Standard("a test")) { Proposal = proposal.Id, Subject = word, Fix = fix?.Invoke(proposal, span) };
        }
    }
}
