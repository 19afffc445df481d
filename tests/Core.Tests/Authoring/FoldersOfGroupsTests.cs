using System.Collections.Immutable;
using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>Where proposals lie in folders of groups, of years or of releases, a new one goes to one of them, or asks.</summary>
public sealed class FoldersOfGroupsTests
{
    private static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax()];

    [Fact]
    public void Nobody_guesses_which_group_it_is() =>
        Assert.Equal("the proposals of GAP lie in folders, and nothing says which one this goes to: boats, trains; say it with --folder boats, or before the title: \"boats/Ferries\"", Refusal(Groups, "Ferries"));

    [Theory]
    [InlineData("boats/Ferries", null, null, null, "gaps/boats/0004-ferries.md", "boats")]
    [InlineData("Boats / Ferries", null, null, null, "gaps/boats/0004-ferries.md", "boats")]
    [InlineData("Ferries", "boats", null, null, "gaps/boats/0004-ferries.md", "boats")]
    [InlineData("Ferries", "bikes", null, null, "gaps/bikes/0004-ferries.md", "bikes")]
    [InlineData("Ferries", null, "trains", null, "gaps/trains/0004-ferries.md", "trains")]
    [InlineData("Ferries", null, null, "gaps/boats", "gaps/boats/0004-ferries.md", "boats")]
    [InlineData("Ferries", null, null, "gaps/trains/old", "gaps/trains/0004-ferries.md", "trains")]
    public void It_is_said_by_name_before_the_title_by_a_field_or_by_where_one_works(string title, string? folder, string? group, string? place, string path, string written)
    {
        var (done, text) = Start(Groups, title, folder, group, place);
        Assert.Equal((path, "GAP-4"), (done.Path, done.Id));
        Assert.Contains($"* Group: {written}\n", text, StringComparison.Ordinal);
        Assert.StartsWith("# GAP-0004: Ferries\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slash_in_a_title_is_no_folder_where_there_is_none_of_that_name() =>
        Assert.Equal("gaps/boats/0004-sail-steam.md", Start(Groups, "Sail/steam", "boats").Done.Path);

    [Theory]
    [InlineData("../boats")]
    [InlineData("boats//x")]
    [InlineData("bo:ats")]
    public void What_is_no_folder_is_refused(string folder) => Assert.Equal($"'{folder}' is no folder below gaps", Refusal(Groups, "Ferries", folder));

    [Fact]
    public void The_only_folder_is_meant() => Assert.Equal("gaps/boats/0003-ferries.md", Start(Gap(1, "boats") + Gap(2, "boats"), "Ferries").Done.Path);

    [Fact]
    public void Years_go_on() => Assert.Equal("gaps/2024/0004-ferries.md", Start(Gap(1, "2021") + Gap(2, "2022") + Gap(3, "2022"), "Ferries").Done.Path);

    [Fact]
    public void The_latest_release_is_meant() => Assert.Equal("gaps/10.0/0004-ferries.md", Start(Gap(1, "9.2") + Gap(2, "10.0") + Gap(3, "9.10"), "Ferries").Done.Path);

    [Fact]
    public void Where_each_release_has_a_template_the_latest_is_meant_and_numbers_came_after_names()
    {
        const string Template = "# GAP-NNNN: Title\n\n* Status: Draft\n\n## Summary\n\n_What changes._\n";
        var tree = new MemoryTree(SmallRepository.Files(
            "==> gavel.yml <==\nversion: 1\nprocesses:\n  - name: GAP\n    template: gaps/{folder}-template.md\n    files: gaps/{folder}/{number}-{slug}.md\n"
            + string.Concat(((string[])["zed", "9.2", "10.0"]).Select(release => $"==> gaps/{release}-template.md <==\n{Template}"))
            + Gap(1, "zed").TrimStart('\n') + Gap(2, "9.2") + Gap(3, "10.0")));
        var catalog = SmallRepository.CatalogOf(tree);
        Assert.Equal("gaps/10.0/0004-ferries.md", Assert.IsType<Outcome.Done>(NewProposal.Run(catalog, Request(catalog, "Ferries", null, null, null))).Path);
    }

    [Fact]
    public void Where_there_are_no_such_folders_none_can_be_said() =>
        Assert.Equal("GAP keeps its proposals in no folders of their own: gaps/{number}-{slug}.md", Refusal(Gap(1, null) + Gap(2, null), "Ferries", "boats"));

    private static string Groups => Gap(1, "boats") + Gap(2, "trains") + Gap(3, "trains");

    private static string Gap(int number, string? folder) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\n==> gaps/{(folder is null ? "" : folder + "/")}{number:0000}-way.md <==\n# GAP-{number:0000}: Way {number}\n\n* Status: Draft\n* Group: {folder ?? "all"}\n\n## Summary\n\nPeople go from here to there.\n");

    private static string Refusal(string proposals, string title, string? folder = null)
    {
        var catalog = SmallRepository.CatalogOf(Tree(proposals));
        return Assert.IsType<Outcome.Refused>(NewProposal.Run(catalog, Request(catalog, title, folder, null, null))).Text;
    }

    private static (Outcome.Done Done, string Text) Start(string proposals, string title, string? folder = null, string? group = null, string? place = null)
    {
        var tree = Tree(proposals);
        var catalog = SmallRepository.CatalogOf(tree);
        var done = Assert.IsType<Outcome.Done>(NewProposal.Run(catalog, Request(catalog, title, folder, group, place)));
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        Assert.Equal(done.Id, SmallRepository.CatalogOf(after).FindByPath(done.Path)?.Id);
        return (done, after.Read(after.Find(done.Path)!).Chars);
    }

    private static NewRequest Request(Catalog catalog, string title, string? folder, string? group, string? place) =>
        new(catalog.Processes.Single(), title, null, "Ann Lee", new DateOnly(2024, 6, 1), group is null ? [] : [("Group", group)], null) { Folder = folder, WorksIn = place };

    private static MemoryTree Tree(string proposals)
    {
        var pattern = proposals.Contains("gaps/0", StringComparison.Ordinal) ? "gaps/{number}-{slug}.md" : "gaps/{folder}/{number}-{slug}.md";
        return new MemoryTree(SmallRepository.Files($"""
            ==> gavel.yml <==
            version: 1
            processes:
              - name: GAP
                template: gaps/template.md
                files: {pattern}
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            * Status: Draft
            * Group: _which group_

            ## Summary

            _What changes._{proposals}
            """));
    }
}
