using System.Collections.Immutable;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

public sealed class TemplateHistoryTests
{
    private const string Old = "# RFC-NNNN: Title\n\n- **Status:** Open | Closed\n- **Owner:** _who_\n\n## Why\n\n_Say why._\n";
    private const string New = Old + "\n## Costs\n\n_Say what it costs._\n";

    private static Process Find(string current, params (string Text, string Date)[] past) =>
        Assert.Single(ProcessFinder.Find(
            new MemoryTree([SourceText.From("rfcs/template.md", current), SourceText.From("rfcs/0001-a.md", "# RFC-1: A\n\n- **Status:** Open\n- **Owner:** Ann\n\n## Why\n\nBecause.\n")]),
            new Past(past), [new MarkdownSyntax()], null, new NoCache(), TestContext.Current.CancellationToken).Processes);

    private static string Show(Process process) =>
        string.Join("; ", process.Templates.Select(t => $"{t.Since?.ToString("yyyy-MM-dd") ?? "now"}{(t.IsCurrent ? "*" : "")} {string.Join('+', t.Schema.All<Demand.Section>().Select(s => s.Text))}"));

    [Fact]
    public void Without_a_history_there_is_one_revision() => Assert.Equal("now* Why+Costs", Show(Find(New)));

    [Fact]
    public void Revisions_come_oldest_first_and_the_last_is_that_of_the_tree() =>
        Assert.Equal("2020-01-01 Why; 2021-01-01* Why+Costs", Show(Find(New, (Old, "2020-01-01"), (New, "2021-01-01"))));

    [Fact]
    public void A_change_that_is_not_recorded_is_the_current_revision() =>
        Assert.Equal("2020-01-01 Why; now* Why+Costs", Show(Find(New, (Old, "2020-01-01"))));

    [Fact]
    public void A_moment_without_text_and_a_rename_are_no_revisions() =>
        Assert.Equal("2020-01-01 Why; 2021-01-01* Why+Costs", Show(Find(New, (Old, "2020-01-01"), (Old, "2020-02-01"), ("", "2020-06-01"), (New, "2021-01-01"))));

    [Fact]
    public void What_the_configuration_says_holds_for_all_revisions()
    {
        var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", """
            version: 1
            processes:
              - name: RFC
                template: rfcs/template.md
                files: rfcs/{number}-{slug}.md
                sections: { Why: { required: false, aliases: [Reasons], max-words: 50 }, Extra: { required: true }, Notes: { aliases: [Remarks] } }
                fields: { Owner: { required-from: Closed }, Team: { kind: people }, Kin: { kind: link } }
            """));
        Assert.Empty(faults);
        var process = Assert.Single(ProcessFinder.Find(new MemoryTree([SourceText.From("rfcs/template.md", New)]), new Past([(Old, "2020-01-01"), (New, "2021-01-01")]), [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken).Processes);
        Assert.Equal(2, process.Templates.Length);
        Assert.All(process.Templates, t =>
        {
            var why = Assert.Single(t.Schema.All<Demand.Section>(), s => s.Text == "Why");
            Assert.Equal((Requirement.Optional, "Reasons"), (why.Requirement, why.Aliases[0]));
            Assert.Equal(50, Assert.Single(t.Schema.All<Demand.Limit>()).Max);
            Assert.Contains(t.Schema.All<Demand.Section>(), s => s.Text == "Extra" && s.Source is Gavel.Core.Diagnostics.Reason.Configuration { Text: "sections: { Why: { required: false, aliases: [Reasons], max-words: 50 }, Extra: { required: true }, Notes: { aliases: [Remarks] } }" });
            Assert.Equal([Requirement.Required, Requirement.Optional], t.Schema.All<Demand.Section>().Where(s => s.Text is "Extra" or "Notes").Select(s => s.Requirement));
            Assert.Equal(Requirement.Optional, t.Schema.FindField("Kin")!.Requirement);
            Assert.Equal("Closed", t.Schema.FindField("Owner")!.When.FromStatus);
            Assert.Equal(FieldKind.People, t.Schema.FindField("Team")!.Kind);
        });
    }

    [Fact]
    public void A_revision_of_the_past_has_the_header_file_of_its_time()
    {
        var (configuration, _) = Configuration.Parse(SourceText.From("gavel.yml", "version: 1\nprocesses:\n  - name: LRP\n    template: lrps/template/README.md\n    files: lrps/{number}-{slug}/README.md\n    header: lrp.yaml\n"));
        var past = new Pasts(("lrps/template/README.md", New.Replace("- **Owner:** _who_\n", ""), "2020-01-01"), ("lrps/template/lrp.yaml", "owner: who\n", "2020-01-01"), ("lrps/template/lrp.yaml", "owner: who\nteam: which\n", "2021-01-01"), ("lrps/template/README.md", New, "2021-06-01"));
        var tree = new MemoryTree([SourceText.From("lrps/template/README.md", New), SourceText.From("lrps/template/lrp.yaml", "owner: who\nteam: which\n")]);
        var process = Assert.Single(ProcessFinder.Find(tree, past, [new MarkdownSyntax()], configuration, new NoCache(), TestContext.Current.CancellationToken).Processes);
        Assert.Equal(["Status+owner", "Status+Owner+team"], process.Templates.Select(t => string.Join('+', t.Schema.All<Demand.Field>().Select(f => f.Name))));
    }

    [Fact]
    public void A_history_hears_which_texts_matter_before_it_is_asked_for_the_past_of_a_template()
    {
        var past = new Told();
        var tree = new MemoryTree([SourceText.From("rfcs/template.md", New), SourceText.From("rfcs/0001-a.md", "# RFC-1: A\n\n- **Status:** Open\n- **Owner:** Ann\n\n## Why\n\nBecause.\n")]);
        Assert.Single(ProcessFinder.Find(tree, past, [new MarkdownSyntax()], null, new NoCache(), TestContext.Current.CancellationToken).Processes);
        Assert.Equal(["0001-a.md: True, notes.md: False", "rfcs/template.md"], past.Heard.Distinct());
    }

    private sealed class Told : IHistory
    {
        public List<string> Heard { get; } = [];

        public bool IsComplete => true;

        public string? Head => null;

        public void Expect(Func<string, bool> isWanted) => Heard.Add($"0001-a.md: {isWanted("rfcs/0001-a.md")}, notes.md: {isWanted("rfcs/notes.md")}");

        public ImmutableArray<FileVersion> Of(string path)
        {
            Heard.Add(path);
            return [];
        }

        public SourceText? Read(ContentId id, string path) => null;
    }

    private sealed class Pasts(params (string Path, string Text, string Date)[] versions) : IHistory
    {
        public bool IsComplete => true;

        public string? Head => "0000000000000000000000000000000000000000";

        public ImmutableArray<FileVersion> Of(string path) =>
            [.. versions.Where(v => v.Path == path).Select(v => new FileVersion(Head!, path, SourceText.From(path, v.Text).Id, "Ann", DateTimeOffset.Parse(v.Date + "T10:00:00Z"), 1))];

        public SourceText? Read(ContentId id, string path) => versions.Select(v => SourceText.From(v.Path, v.Text)).FirstOrDefault(t => t.Id == id);
    }

    private sealed class Past(IReadOnlyList<(string Text, string Date)> versions) : IHistory
    {
        public bool IsComplete => true;

        public string? Head => "0000000000000000000000000000000000000000";

        public ImmutableArray<FileVersion> Of(string path) => path != "rfcs/template.md" ? [] :
            [.. versions.Select(v => new FileVersion(Head!, path, SourceText.From(path, v.Text).Id, "Ann", DateTimeOffset.Parse(v.Date + "T10:00:00Z"), 1))];

        public SourceText? Read(ContentId id, string path) => versions.Select(v => SourceText.From(path, v.Text)).FirstOrDefault(t => t.Id == id);
    }
}
