using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Proposals;
using Gavel.Core.Trees;

namespace Core.Tests.Checking;

/// <summary>Forms that few processes have, and what is told of proposals that follow them: nothing.</summary>
public sealed class OtherFormsTests
{
    private const string Boxes =
        """
        ==> gaps/gap-template.md <==
        # Title of the gap

        ## Proposed by

        Your name

        ## Current status

        - [x] Draft
        - [ ] Under discussion (until YYYY-MM-DD)
        - [ ] Accepted
        - [ ] Rejected

        ## Proposal

        {{Say what changes.}}

        ## Voting

        - Ann Lee:
        - Bo Ek:
        ==> gaps/gap-0001-trains.md <==
        # Trains

        ## Proposed by

        Ann Lee

        ## Current status

        - [ ] Draft
        - [ ] Under discussion (until 2024-01-31)
        - [x] Accepted
        - [ ] Rejected

        ## Proposal

        Trains run.

        ## Voting

        - Ann Lee: yes
        - Bo Ek: yes
        ==> gaps/gap-0002-boats.md <==
        # Boats

        ## Proposed by

        Bo Ek

        ## Current status

        - [x] Draft
        - [x] Under discussion (until 2024-01-31)
        - [ ] Accepted
        - [ ] Rejected

        ## Proposal

        Boats run.

        ## Voting

        - Ann Lee: no
        - Bo Ek: yes
        """;

    private static string[] Rows(string repository) => [.. SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files(repository))).Entries.Select(e => $"{e.Number}|{e.Title}|{e.Status ?? e.StatusText}")];

    private static string[] Found(string repository) => [.. SmallRepository.Of(SmallRepository.Files(repository)).Check().Findings.Select(f => $"{f.Diagnostic.At.Path}:{f.Diagnostic.At.Start.Line} {f.Diagnostic.Rule}")];

    [Fact]
    public void Of_boxes_the_last_that_is_ticked_is_the_status() => Assert.Equal(["1|Trains|Accepted", "2|Boats|Under discussion"], Rows(Boxes));

    [Theory]
    [InlineData("gaps/gap-0001-trains.md", "- [ ] Draft\n- [ ] Under discussion (until 2024-01-31)\n- [ ] Accepted\n- [x] Rejected\n")]
    [InlineData("gaps/gap-0002-boats.md", "- [x] Draft\n- [x] Under discussion (until 2024-01-31)\n- [ ] Accepted\n- [x] Rejected\n")]
    public void Another_status_ticks_its_box(string path, string boxes)
    {
        var tree = new MemoryTree(SmallRepository.Files(Boxes));
        var syntax = new MarkdownSyntax();
        var process = SmallRepository.CatalogOf(tree).Processes.Single();
        var proposal = new ProposalReader(process, process.Current).Read(syntax.Parse(tree.Read(tree.Find(path)!)), PathFacts.None);
        var done = Assert.IsType<Outcome.Done>(SetField.Run(proposal, "Current status", "Rejected"));
        Assert.Contains(boxes, done.Changes.ApplyTo(proposal.Text)!.Chars, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_from_the_list_of_voters_is_an_author_elsewhere() => Assert.DoesNotContain(Found(Boxes), f => f.EndsWith("section-empty", StringComparison.Ordinal));

    [Fact]
    public void What_lies_beside_a_proposal_in_a_folder_of_its_number_belongs_to_it() => Assert.Equal(
        ["1|Trains|Draft", "2|Boats|Draft"],
        Rows($"==> gavel.yml <==\nversion: 1\nprocesses:\n  - name: GAP\n    template: gaps/0000-template.md\n    files: gaps/{{number}}-{{slug}}.md\n{Template}{Gap("0001-trains", "Trains")}{Gap("0001/decisions/rails", "Rails")}{Gap("0002-boats", "Boats")}{Gap("0002-boats/sails", "Sails")}"));

    [Theory]
    [InlineData("- Start Date: (today, DD-MM-YYYY)", "- Start Date: 18-02-2016")]
    [InlineData("- Topic: <rails | roads | ...>", "- Topic: rivers")]
    public void A_value_of_the_form_that_the_template_shows_is_right(string asked, string written) =>
        Assert.Empty(Found($"{Template.Replace("* Owner: who drives it", asked.Replace("- ", "* ", StringComparison.Ordinal), StringComparison.Ordinal)}{Gap("0001-trains", "Trains").Replace("* Owner: Ann Lee", written.Replace("- ", "* ", StringComparison.Ordinal), StringComparison.Ordinal)}{Gap("0002-boats", "Boats").Replace("* Owner: Ann Lee", written.Replace("- ", "* ", StringComparison.Ordinal), StringComparison.Ordinal)}"));

    [Theory]
    [InlineData("[0001-trains](0001-trains.md)")]
    [InlineData("[0001-trains.md](0001-trains.md)")]
    [InlineData("[#0001 Day trains](0001-trains.md)")]
    [InlineData("[GAP 1: Day trains](0001-trains.md)")]
    public void A_page_of_contents_may_show_the_file_or_the_number_before_the_title(string link) =>
        Assert.Empty(Found($"{Template}{Gap("0001-trains", "Day trains")}{Gap("0002-boats", "Boats")}\n==> gaps/README.md <==\n# Gaps\n\n- {link}\n- [Boats](0002-boats.md)\n"));

    [Fact]
    public void A_row_of_a_sign_and_a_number_that_leads_nowhere_is_told_once() => Assert.Equal(
        ["gaps/README.md:5 index-dangling"],
        Found($"{Template}{Gap("0001-trains", "Trains")}{Gap("0002-boats", "Boats")}{Gap("0003-trams", "Trams")}\n==> gaps/README.md <==\n# Gaps\n\n- [#0001 Trains](0001-trains.md)\n- [#0002 Boats](0002-boats.md)\n- [#0003 Trams](0003/trams.md)\n"));

    [Fact]
    public void Rows_of_a_sign_and_the_same_number_may_lead_to_other_documents_of_one_proposal() => Assert.Empty(
        Found($"{Template}{Gap("0001-trains", "Trains")}{Gap("0002-boats", "Boats")}\n==> gaps/0002-boats/sails.md <==\n# Sails\n\n==> gaps/0002-boats/oars.md <==\n# Oars\n\n==> gaps/README.md <==\n# Gaps\n\n- [#0001 Trains](0001-trains.md)\n- [#0002 Boats](0002-boats.md)\n- [#0002 Sails](0002-boats/sails.md)\n- [#0002 Oars](0002-boats/oars.md)\n"));

    [Fact]
    public void A_line_of_the_template_with_a_remark_in_brackets_is_answered_behind_its_colon() => Assert.Empty(Found(
        $"{Template}\n## Timeline\n\n- Started: (fill in with today's date, YYYY-MM-DD)\n- Landed: TBD\n{Gap("0001-trains", "Trains")}\n## Timeline\n\n- Started: 2024-01-31\n- Landed: 2024-02-28\n{Gap("0002-boats", "Boats")}\n## Timeline\n\n- Started: 2024-01-31\n- Landed: 2024-02-28\n"));

    [Fact]
    public void A_feature_s_name_is_the_title_where_it_is_none_for_programs() => Assert.Equal(
        ["1|Night Trains|", "2|boats|"],
        Rows(string.Concat(new[] { ("0000-template", "(a unique ident, my_feature)"), ("text/0001-trains", "Night Trains"), ("text/0002-boats", "`fast_boats`") }.Select(f => $"==> {f.Item1}.md <==\n- Feature Name: {f.Item2}\n- RFC PR: org/rfcs#0000\n\n# Why\n\nBecause.\n\n# What changes\n\nThis.\n\n# Costs\n\nFew.\n"))));

    [Fact]
    public void What_the_template_s_field_says_is_its_placeholder_where_markup_hides_a_part_of_it_too()
    {
        const string Asked = ":Decided: <`yyyy-mm-dd <link to the decision>`__>";
        const string Written = ":Decided: 2024-01-31";
        Assert.Equal(["gaps/0003-boats.rst:5 field-placeholder"], Found($"{Paper("template", "GAP NNNN: Title", Asked)}{Paper("0001-trains", "GAP 0001: Trains", Written)}{Paper("0002-trams", "GAP 0002: Trams", Written)}{Paper("0003-boats", "GAP 0003: Boats", Asked)}"));

        static string Paper(string name, string title, string decided) =>
            $"\n==> gaps/{name}.rst <==\n{title}\n{new string('=', title.Length)}\n\n:Status: Accepted\n{decided}\n:Type: Plain\n\nWhy\n---\n\nPeople wait for {title}.\n\nWhat changes\n------------\n\n{title} run at night.\n";
    }

    [Theory]
    [InlineData("- Good, because it is fast.", 0)]
    [InlineData("- Bad, because it is dear.", 0)]
    [InlineData("It is fast.", 1)]
    public void An_option_may_have_good_points_alone(string points, int told) => Assert.Equal(told, Found(
        $"{Template}\n## Options\n\n### {{title of option 1}}\n\n- Good, because {{argument a}}\n- Bad, because {{argument b}}\n{Gap("0001-trains", "Trains")}\n## Options\n\n### Rails\n\n{points}\n{Gap("0002-boats", "Boats")}\n## Options\n\n### Sails\n\n- Good, because it is quiet.\n- Bad, because it is slow.\n").Count(f => f.EndsWith("prompt-unanswered", StringComparison.Ordinal)));

    [Theory]
    [InlineData("<Title>")]
    [InlineData("<!-- the title -->")]
    public void A_title_that_no_reader_sees_is_still_the_template_s(string gap) => Assert.Equal(
        ["gaps/0002-boats.md:1 leftover-placeholder"],
        Found($"{Template.Replace("# Title", $"# {gap}", StringComparison.Ordinal)}{Gap("0001-trains", "Trains")}{Gap("0002-boats", "Boats").Replace("# Boats", $"# {gap}", StringComparison.Ordinal)}"));

    private const string Template = "==> gaps/0000-template.md <==\n# Title\n\n* Status: Draft | Accepted\n* Owner: who drives it\n\n## Why\n\nSay why.\n\n## What changes\n\nSay what.\n";

    private static string Gap(string name, string title) => $"\n==> gaps/{name}.md <==\n# {title}\n\n* Status: Draft\n* Owner: Ann Lee\n\n## Why\n\nPeople wait for {title}.\n\n## What changes\n\nThey need not.\n";
}
