using System.Collections.Immutable;
using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>A proposal that gets another number or title has it in every place.</summary>
public sealed class RenumberingTests
{
    private static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax()];

    private const string Repository = """
        ==> gaps/gap-template.md <==
        ---
        status: Draft
        author: <name of the author>
        ---

        ## Summary

        What changes.
        ==> gaps/gap-1.md <==
        ---
        gap: 1
        title: Night trains
        status: Draft
        author: Bo Ek
        ---

        ## Summary

        Trains run.
        ==> gaps/gap-2.md <==
        ---
        gap: 2
        title: Day trains
        status: Draft
        author: Bo Ek
        ---

        ## Summary

        Trains run.
        """;

    [Fact]
    public void A_field_that_gives_the_number_follows_although_the_template_has_none() =>
        Assert.StartsWith("---\ngap: 7\ntitle: Night trains\n", After(m => m.Mover.Renumber(m.Proposal, 7, TestContext.Current.CancellationToken))["gaps/gap-7.md"], StringComparison.Ordinal);

    [Fact]
    public void So_does_one_that_gives_the_title() =>
        Assert.StartsWith("---\ngap: 1\ntitle: Slow boats\n", After(m => m.Mover.Rename(m.Proposal, "Slow boats", TestContext.Current.CancellationToken))["gaps/gap-1.md"], StringComparison.Ordinal);

    [Fact]
    public void A_number_that_decisions_are_about_is_taken_also_where_their_proposal_is_gone()
    {
        var decision = SourceText.From(".gavel/decisions/GAP-3/2024-03-01T100000Z-object-bo-0a1b.yml", "action: object\nby: bo\non: 2024-03-01T10:00:00Z\n");
        var catalog = SmallRepository.CatalogOf(new MemoryTree([.. SmallRepository.Files(Repository), decision]));
        var refused = Assert.IsType<Outcome.Refused>(new Mover(catalog, Syntaxes).Renumber(catalog.Open("GAP-1"), 3, TestContext.Current.CancellationToken));
        Assert.Equal("GAP 3 is taken by decisions about a proposal that is gone (.gavel/decisions/GAP-3); 4 is free", refused.Text);
    }

    [Fact]
    public void The_name_of_its_file_is_padded_as_those_of_the_others()
    {
        var files = Repository.Replace("gap-1.md", "gap-0001.md", StringComparison.Ordinal).Replace("gap-2.md", "gap-1234.md", StringComparison.Ordinal).Replace("gap: 2", "gap: 1234", StringComparison.Ordinal);
        var catalog = SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files(files)));
        Assert.Equal("gaps/gap-0007.md", Assert.IsType<Outcome.Done>(new Mover(catalog, Syntaxes).Renumber(catalog.Open("GAP-1234"), 7, TestContext.Current.CancellationToken)).Path);
    }

    [Theory]
    [InlineData("Boats", "# Boats\n")]
    [InlineData("Slow boats on long rivers", "# Slow boats on long rivers\n")]
    public void A_title_with_marks_gives_way_as_a_whole_and_leaves_no_number_behind(string title, string heading)
    {
        var tree = new MemoryTree(SmallRepository.Files("""
            ==> gaps/gap-template.md <==
            # Title

            ## Summary

            What changes.

            ## Reasons

            Why.
            ==> gaps/gap-7.md <==
            # The *night* in 7 trains

            ## Summary

            Trains run.

            ## Reasons

            People wait.
            ==> gaps/gap-8.md <==
            # Trams

            ## Summary

            Trams ring.

            ## Reasons

            People wait.
            """));
        var catalog = SmallRepository.CatalogOf(tree);
        var done = Assert.IsType<Outcome.Done>(new Mover(catalog, Syntaxes).Rename(catalog.Open("GAP-7"), title, TestContext.Current.CancellationToken));
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        Assert.StartsWith(heading, after.Read(after.Find(done.Path)!).Chars, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gaps/2024/trains.md", "2024/trains", "2024/slow-boats")]
    [InlineData("gaps/trains/README.md", "trains", "slow-boats")]
    public void One_without_a_number_is_called_by_its_path_in_the_folder_of_its_process(string path, string id, string now)
    {
        var pattern = path.EndsWith("README.md", StringComparison.Ordinal) ? "gaps/{slug}/README.md" : "gaps/{folder}/{slug}.md";
        var tree = new MemoryTree(SmallRepository.Files($"""
            ==> gavel.yml <==
            version: 1
            processes:
              - name: GAP
                template: template.md
                files: {pattern}
                number: none
                status: none
            ==> template.md <==
            # Title

            ## Summary

            What changes.
            ==> {path} <==
            # Trains

            ## Summary

            Trains run.
            ==> .gavel/decisions/{id}/2024-05-01T100000Z-approve-ann-0000.yml <==
            action: approve
            """));
        var catalog = SmallRepository.CatalogOf(tree);
        var done = Assert.IsType<Outcome.Done>(new Mover(catalog, Syntaxes).Rename(catalog.Open(id), "Slow boats", TestContext.Current.CancellationToken));
        Assert.Equal(now, done.Id);
        Assert.Contains(new Gavel.Core.Text.FileMove($".gavel/decisions/{id}", $".gavel/decisions/{now}"), done.Changes.Moves);
    }

    private static Dictionary<string, string> After(Func<(Mover Mover, Gavel.Core.Proposals.Proposal Proposal), Outcome> run)
    {
        var tree = new MemoryTree(SmallRepository.Files(Repository));
        var catalog = SmallRepository.CatalogOf(tree);
        var done = Assert.IsType<Outcome.Done>(run((new Mover(catalog, Syntaxes), catalog.Open("GAP-1"))));
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        return after.Files.ToDictionary(f => f.Path, f => after.Read(f).Chars, StringComparer.Ordinal);
    }
}
