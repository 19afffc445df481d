using Core.Tests.Checking;
using Gavel.Core.Authoring;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Plans;

public sealed class AlternativesReaderTests
{
    private const string NoAspects = "# ZIP-NNN: Title\n\n## Alternatives\n\n_What else was thought of?_\n";

    private const string ThreeAspects = """
        # ZIP-NNN: Title

        ## Alternatives

        _Weigh each one by these aspects:_

        1. Cost.
        2. Risks/Mitigations.
        3. Noise.
        """;

    private const string NestedAspects = """
        # ZIP-NNN: Title

        ## Design

        _Say how it works, and:_

        1. _What changes._
        2. _Alternative designs, and the aspects to consider:_
           1. Cost.
           2. Noise.
           3. Etc.
        3. Preferred option.
        """;

    [Theory]
    [InlineData(ThreeAspects, "Cost|Risks/Mitigations|Noise")]
    [InlineData(NestedAspects, "Cost|Noise")]
    [InlineData(NoAspects, "")]
    [InlineData("# ZIP-NNN: Title\n\n## Considered options\n\n| Option | Cost | Noise |\n| --- | --- | --- |\n| _name_ | | |\n", "Cost|Noise")]
    [InlineData("# ZIP-NNN: Title\n\n## Alternatives\n\n### Option 1\n\n**Pros:** _what is good_\n\n**Cons:** _what is bad_\n", "Pros|Cons")]
    [InlineData("# ZIP-NNN: Title\n\n## Options\n\n### {name}\n\n* Good, because {why}\n* Bad, because {why}\n", "Good|Bad")]
    public void Aspects_are_the_templates(string template, string aspects) =>
        Assert.Equal(aspects, string.Join('|', Matrix(template, "# ZIP-7: T\n").Aspects));

    [Fact]
    public void Subheadings_with_subheadings() => Reads(ThreeAspects, """
        ### Trains

        #### Cost
        Much.

        #### Noise considerations
        Little.

        ### Buses (preferred)

        #### Risks
        They stand in the jam.
        """,
        """
        Trains: Cost=Much. Noise=Little.
        Buses*: Risks/Mitigations=They stand in the jam.
        """);

    [Fact]
    public void Bold_items_with_leads() => Reads(ThreeAspects, """
        - **Trains**: on rails.
          - Cost: much
          - Noise: little
        - **Buses**: on roads.
          - Cost: little

        We chose trains, not buses.
        """,
        """
        Trains*: Cost=much Noise=little
        Buses: Cost=little
        """);

    [Fact]
    public void A_table_of_alternatives() => Reads(ThreeAspects, """
        | Alternative | Cost | Risks | Noise |
        | ----------- | ---- | ----- | ----- |
        | Trains      | much |       | little |
        | ✅ Buses    | little | jams | TBD |
        """,
        """
        Trains: Cost=much Noise=little
        Buses*: Cost=little Risks/Mitigations=jams
        """);

    [Fact]
    public void A_table_with_the_aspects_below_one_another() => Reads(ThreeAspects, """
        | Aspect | Trains | Buses |
        | ------ | ------ | ----- |
        | Cost   | much   | little |
        | Noise  | little |       |
        """,
        """
        Trains: Cost=much Noise=little
        Buses: Cost=little
        """);

    [Fact]
    public void Numbered_options_and_the_sentence_that_chooses() => Reads(NoAspects, """
        Option 1: trains

        Pros: quiet

        Cons: dear

        Option 2: buses

        Pros: cheap

        Chosen option: Option 2, because it is cheap.
        """,
        """
        Option 1: trains: Pros=quiet Cons=dear
        Option 2: buses*: Pros=cheap
        """);

    [Fact]
    public void Options_that_are_listed_and_then_weighed() => Reads("# ZIP-NNN: Title\n\n## Alternatives\n\n### {name}\n\n* Good, because {why}\n* Bad, because {why}\n", """
        * Trains
        * Buses

        ### Decision outcome

        Chosen option: "Trains", because they are quiet.

        ### Trains

        * Good, because they are quiet
        * Good, because they are large
        * Bad, because they are dear

        ### Buses

        * Bad, because they are loud
        """,
        """
        Trains*: Good=because they are quiet because they are large Bad=because they are dear
        Buses: Bad=because they are loud
        """);

    [Theory]
    [InlineData("We did not choose trains.")]
    [InlineData("Trains were considered. Buses too.")]
    [InlineData("We recommend neither; rather than trains, walk.")]
    public void Nothing_is_chosen_where_nobody_says_so(string sentence) =>
        Assert.DoesNotContain(Matrix(NoAspects, $"# ZIP-7: T\n\n## Alternatives\n\n- Trains\n- Buses\n\n{sentence}\n").Alternatives, a => a.IsPreferred);

    [Fact]
    public void Alternatives_among_other_things_of_the_design()
    {
        var design = new Demand.Prompt("section:design", "Alternative designs, and the aspects to consider", PromptKind.Task) { Key = "prompt", Source = Line(8) };
        var matrix = Matrix(NestedAspects, """
            # ZIP-7: T

            ## Design

            - wheels
            - rails

            There are two alternatives:

            1. Trains (chosen option).
            2. Buses

            ### Alternative A: walking

            Cost: none
            """, design, Section("Design"));
        Assert.Equal("Trains*: |Buses: |Alternative A: walking: Cost=none", string.Join('|', matrix.Alternatives.Select(Show)));
    }

    [Fact]
    public void A_sentence_that_speaks_of_one_where_nothing_else_lists_them()
    {
        var matrix = Matrix(NoAspects, """
            # ZIP-7: T

            ## Alternatives

            The people of the valley talked about this for a year.

            Buses at night were considered and given up. They get stuck in the snow.

            - Cost: low

            Another option is to build a tunnel below the river, with two tubes and a station in the middle of each.

            Nothing speaks for it.
            """);
        Assert.Equal("Buses at night were considered and given up: Cost=low|Another option is to build a tunnel below the river, with two tubes and a station in the …: ", string.Join('|', matrix.Alternatives.Select(Show)));
    }

    [Fact]
    public void Bold_words_in_front_of_a_paragraph()
    {
        var matrix = Matrix(NoAspects, "# ZIP-7: T\n\n## Rejected alternatives\n\n**Buses at night**. They get stuck, instead of running.\n\n**Cost**: low.\n\n**A long tunnel**: it needs ten years.\n");
        Assert.Equal(["Buses at night", "A long tunnel"], matrix.Alternatives.Select(a => a.Name));
    }

    [Theory]
    [InlineData("No alternatives were considered.")]
    [InlineData("We are not aware of an alternative.")]
    [InlineData("The following alternatives were considered in the review.")]
    public void A_sentence_that_says_that_there_is_none_names_none(string sentence) =>
        Assert.Empty(Matrix(NoAspects, $"# ZIP-7: T\n\n## Alternatives\n\n{sentence}\n").Alternatives);

    [Fact]
    public void Prose_and_empty_sections_name_none()
    {
        Assert.Empty(Matrix(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\nNone.\n").Alternatives);
        Assert.Empty(Matrix(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\nOne could also walk.\n").Alternatives);
        Assert.Empty(Matrix(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\n- None\n").Alternatives);
        Assert.Empty(Matrix(NoAspects, "# ZIP-7: T\n").Alternatives);
    }

    [Fact]
    public void A_cell_that_is_cut_is_not_cut_within_a_character()
    {
        var cell = Matrix(ThreeAspects, $"# ZIP-7: T\n\n## Alternatives\n\n### Trains\n\n- Cost: ox{string.Concat(Enumerable.Repeat("𠮷", 400))}\n").Alternatives[0].Cells[0];
        Assert.Equal($"ox{string.Concat(Enumerable.Repeat("𠮷", 298))}…", cell.Text);
    }

    [Fact]
    public void An_empty_matrix_reads_as_one_that_nobody_answered()
    {
        var draft = Read(ThreeAspects, "# ZIP-7: T\n\n- **Status**: Draft\n\n## Alternatives\n\n## Next\n");
        var done = Assert.IsType<Outcome.Done>(EmptyMatrix.Run(draft));
        var text = done.Changes.ApplyTo(draft.Text)!.Chars;
        Assert.Equal("# ZIP-7: T\n\n- **Status**: Draft\n\n## Alternatives\n\n| Aspect | Alternative 1 | Alternative 2 |\n| --- | --- | --- |\n| Cost |  |  |\n| Risks/Mitigations |  |  |\n| Noise |  |  |\n\n## Next\n", text);
        Assert.Equal("Alternative 1: |Alternative 2: ", string.Join('|', AlternativesReader.Of(Read(ThreeAspects, text)).Alternatives.Select(Show)));
        Assert.Equal(RefusalCode.Exists, Assert.IsType<Outcome.Refused>(EmptyMatrix.Run(Read(ThreeAspects, text))).Code);
    }

    [Fact]
    public void A_section_that_is_missing_is_written_as_the_template_calls_it_and_where_it_has_it()
    {
        var draft = Read(NoAspects, "# ZIP-7: T\r\n\r\n## Design\r\nText.\r\n## Plan\r\n", Section("Design"), Section("Rejected Alternatives"), Section("Plan"));
        Assert.Equal(
            "# ZIP-7: T\r\n\r\n## Design\r\nText.\r\n\r\n## Rejected Alternatives\r\n\r\n| Aspect | Alternative 1 | Alternative 2 |\r\n| --- | --- | --- |\r\n| Pros |  |  |\r\n| Cons |  |  |\r\n| Effort |  |  |\r\n| Risks |  |  |\r\n\r\n## Plan\r\n",
            Assert.IsType<Outcome.Done>(EmptyMatrix.Run(draft)).Changes.ApplyTo(draft.Text)!.Chars);
    }

    [Fact]
    public void A_matrix_takes_the_alternatives_that_are_there_and_marks_in_names_stay_words()
    {
        var draft = Read(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\n### a|b*\n");
        var text = Assert.IsType<Outcome.Done>(EmptyMatrix.Run(draft)).Changes.ApplyTo(draft.Text)!.Chars;
        Assert.Contains("| Aspect | a\\|b\\* |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_is_written_into_a_draft_only() =>
        Assert.Equal(RefusalCode.NotAllowed, Assert.IsType<Outcome.Refused>(EmptyMatrix.Run(Read(NoAspects, "# ZIP-7: T\n\n- **Status**: Accepted\n\n## Alternatives\n", Field("Status")))).Code);

    [Fact]
    public void A_matrix_in_RST_is_a_list_table_that_is_read_back()
    {
        var process = Process(Schema(ThreeAspects, []));
        var rst = new RstSyntax().Parse(SourceText.From("zips/zip-7-x.rst", "=========\nZIP-7: T\n=========\n\nAlternatives\n------------\n\nNext\n----\n\nText.\n"));
        var proposal = ProposalReader.Read(rst, process, process.Current, new PathFacts(null));
        var text = Assert.IsType<Outcome.Done>(EmptyMatrix.Run(proposal)).Changes.ApplyTo(rst.Text)!;
        Assert.Contains(".. list-table:: Alternatives\n   :header-rows: 1\n\n   * - Aspect\n     - Alternative 1\n     - Alternative 2\n   * - Cost\n     -\n     -\n", text.Chars, StringComparison.Ordinal);
        var again = ProposalReader.Read(new RstSyntax().Parse(text), process, process.Current, new PathFacts(null));
        Assert.Equal(["Alternative 1", "Alternative 2"], AlternativesReader.Of(again).Alternatives.Select(a => a.Name));
    }

    [Fact]
    public void Strange_and_large_texts_are_read_in_a_moment()
    {
        var many = string.Concat(Enumerable.Range(0, 5000).Select(i => $"### Option {i}\n\nCost: {i}\n\nWe chose option {i + 9000}.\n\n"));
        Assert.InRange(Matrix(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\n" + many).Alternatives.Length, 1, 200);
        var long_ = "Cost: x\n\n" + string.Concat(Enumerable.Repeat("more words\n\n", 5000));
        Assert.Single(Matrix(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\n### Trains\n\n" + long_).Alternatives);
        Matrix(NoAspects, "# ZIP-7: T\n\n## Alternatives\n\n| | |\n|-|-|\n| | |\n\n**\n\n- \n- **\n### \n");
    }

    private static Schema Schema(string template, object[] demands)
    {
        var document = new MarkdownSyntax().Parse(SourceText.From(TemplatePath, template));
        return HandMade.Schema([Title, .. demands]) with { Document = document };
    }

    private static Proposal Read(string template, string text, params object[] demands) => TestRepository.Read(text, Process(Schema(template, demands)));

    private static AlternativesMatrix Matrix(string template, string text, params object[] demands) => AlternativesReader.Of(Read(template, text, demands));

    private static void Reads(string template, string body, string expected) =>
        Assert.Equal(expected, string.Join('\n', Matrix(template, $"# ZIP-7: T\n\n## Alternatives\n\n{body}\n").Alternatives.Select(Show)).Replace(" \n", "\n", StringComparison.Ordinal));

    private static string Show(Alternative alternative) =>
        $"{alternative.Name}{(alternative.IsPreferred ? "*" : "")}: {string.Join(' ', alternative.Cells.Where(c => c.Text is not null).Select(c => $"{c.Aspect}={c.Text}"))}";
}
