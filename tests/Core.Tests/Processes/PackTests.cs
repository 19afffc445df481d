using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

public sealed class PackTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly System.Collections.Immutable.ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax()];

    public static TheoryData<string> Names => [.. Packs.Names];

    [Fact]
    public void There_are_three() => Assert.Equal(["adr", "rfc", "spec"], Packs.Names);

    [Theory, MemberData(nameof(Names))]
    public void Its_configuration_is_sound_and_its_files_are_there(string name)
    {
        var catalog = SmallRepository.CatalogOf(Tree(name));
        Assert.Empty(catalog.Faults);
        var process = Assert.Single(catalog.Processes);
        Assert.Empty(catalog.Entries);
        Assert.Equal(name, process.Name.ToLowerInvariant());
        Assert.Empty(process.Current.Defects);
        Assert.NotNull(process.Current.FindField("Status"));
        Assert.Equal(process.Statuses.Statuses.Select(s => s.Name), process.Current.FindField("Status")!.Values);
    }

    [Theory, MemberData(nameof(Names))]
    public void It_passes_its_own_check(string name) => AssertClean(Check(SmallRepository.CatalogOf(Tree(name))));

    [Theory, MemberData(nameof(Names))]
    public void A_fresh_proposal_passes_the_check(string name)
    {
        var tree = Tree(name);
        var catalog = SmallRepository.CatalogOf(tree);
        var outcome = new Proposing(catalog, SmallRepository.CatalogOf, Syntaxes).New(new NewRequest(catalog.Processes[0], "Faster lanes", null, "Ann Lee", Today, [], null));
        var done = Assert.IsType<Outcome.Done>(outcome);
        var after = new OverlayTree(tree, [.. done.Changes.Files.Select(f => SourceText.From(f.Path, f.Content)), .. done.Changes.Edits.Select(e => e.Path).Distinct().Select(p => done.Changes.ApplyTo(tree.Read(tree.Find(p)!))!)]);
        var built = SmallRepository.CatalogOf(after);
        Assert.Single(built.Entries);
        var report = Check(built);
        foreach (var finding in report.Findings) output.WriteLine($"{finding.Diagnostic.Severity} {finding.Diagnostic.Rule} {finding.Diagnostic.At.Start.Line} {finding.Diagnostic.Message}");
        Assert.DoesNotContain(report.Findings, f => f.Diagnostic.Severity == Severity.Error);
    }

    [Fact]
    public void An_unknown_pack_is_refused() => Assert.Throws<ArgumentException>(() => Packs.Files("none"));

    private void AssertClean(Report report)
    {
        foreach (var finding in report.Findings) output.WriteLine($"{finding.Diagnostic.Severity} {finding.Diagnostic.Rule} {finding.Diagnostic.At.Path}:{finding.Diagnostic.At.Start.Line} {finding.Diagnostic.Message}");
        Assert.DoesNotContain(report.Findings, f => f.Diagnostic.Severity > Severity.Info);
    }

    private static Report Check(Catalog catalog) => Checker.Check(catalog, new CheckRequest(Today), TestContext.Current.CancellationToken);

    private static MemoryTree Tree(string name) => new(Packs.Files(name).Select(f => SourceText.From(f.Path, f.Content)));
}
