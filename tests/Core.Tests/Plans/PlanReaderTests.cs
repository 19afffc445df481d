using System.Globalization;
using Core.Tests.Checking;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Plans;

public sealed class PlanReaderTests
{
    private static readonly Leftover Told = Instruction("List the milestones and break each one down into tasks of at most a week.", "section:milestones");

    [Fact]
    public void A_list_and_what_is_below_it() => Reads("""
        1. The depot (done)
           - rails: 2 days
           - switches: 3 days, @ann
        2. The cars - in progress
           - [x] seats
           - [ ] lamps
        3. The bells - dropped
        """,
        """
        milestone done The depot
          task done rails 2
          task done switches 3 @ann
        milestone active The cars
          task done seats
          task open lamps
        milestone dropped The bells
        3 of 4
        """);

    [Fact]
    public void Lines_of_their_own_say_of_the_heading_above_who_how_much_and_until_when() => Reads("""
        ### Phase 1 - The depot

        **Owner:** Ann Lee
        **Estimated effort:** 2 person-weeks

        The rails are old.

        * rails
        * switches

        ### Phase 2 - The cars

        Status: done<br>
        Due: 2024-05-01<br>
        Estimate: 3 days
        """,
        """
        milestone open Phase 1 - The depot 10 Ann Lee
          task open rails
          task open switches
        milestone done Phase 2 - The cars 3 due 2024-05-01
        1 of 3
        """);

    [Fact]
    public void Headings_with_stories() => Reads("""
        ### [Sorting](https://tracker.example/milestone/4) - Completed

        ### [Reading](https://tracker.example/milestone/5) - De-scoped

        #### Letters by hand
        Description: As a clerk, I want to read what is written, so that I can sort it.
        #### Letters by machine
        As a clerk, I want large letters.

        ### Delivery
        """,
        """
        milestone done Sorting
        milestone dropped Reading
          story dropped Letters by hand
          story dropped Letters by machine
        milestone open Delivery
        1 of 2
        """);

    [Fact]
    public void Headings_that_group_by_state() => Reads("""
        ### Done
        - rails
        ### In progress
        - cars
        ### Later
        - bells
        ### Future work
        - trains to the moon
        """,
        """
        milestone done rails
        milestone active cars
        milestone open bells
        1 of 3
        """);

    [Fact]
    public void A_table_with_columns_for_what_is_said() => Reads("""
        | # | Task | Owner | Estimate (days) | Due | Status |
        | - | ---- | ----- | --------------- | --- | ------ |
        | 1 | Rails | Ann Lee | 3 | 2024-05-01 | ✅ |
        | 2 | Cars | @bo | 1-2 weeks | Q3 2024 | In progress |
        | 3 | Bells | TBD | | | ❌ |
        """,
        """
        task done Rails 3 Ann Lee due 2024-05-01
        task active Cars 5-10 @bo due 2024-09-30 too big
        task open Bells
        1 of 3
        """);

    [Fact]
    public void A_column_of_milestones_groups_rows() => Reads("""
        | Milestone | Task | Effort |
        | --------- | ---- | ------ |
        | Depot     | rails | 2d |
        |           | switches | 3d |
        | Cars      | seats | 1w |
        """,
        """
        milestone open Depot
          task open rails 2
          task open switches 3
        milestone open Cars
          task open seats 5
        0 of 3
        """);

    [Fact]
    public void A_table_about_something_else_is_no_plan() => Reads("""
        | Colour | Sound |
        | ------ | ----- |
        | red    | bell  |
        """, "0 of 0");

    [Fact]
    public void Numbered_lines_and_lines_with_an_estimate() => Reads("""
        Milestone 1: rails: LOE: ~2 days

        Milestone 2: cars: LOE: ~3 days.

        Timetables: 2-5 days, shared with others.
        """,
        """
        milestone open Milestone 1: rails 2
        milestone open Milestone 2: cars 3
        task open Timetables 2-5
        0 of 3
        """);

    [Fact]
    public void A_numbered_line_over_a_list() => Reads("""
        **Phase 1: depot**

        - rails
        - switches

        **Phase 2: cars (done)**

        - seats
        """,
        """
        milestone open Phase 1: depot
          task open rails
          task open switches
        milestone done Phase 2: cars
          task done seats
        1 of 3
        """);

    [Fact]
    public void Bold_words_are_the_item_and_the_rest_explains() => Reads("""
        1. **Simple trains (2 weeks)**: what runs, without:
            * bells

           Included in this milestone:
            * rails
            * cars
        2. **Bells (1.5 weeks)**. They ring.
        """,
        """
        milestone open Simple trains 10
          task open rails
          task open cars
        milestone open Bells 7.5 too big
        0 of 3
        """);

    [Fact]
    public void Stories_in_sentences() => Reads("""
        As a driver, I want a bell, so that people hear me.

        As an owner, I want a lamp (done)
        """,
        """
        story open As a driver, I want a bell, so that people hear me.
        story done As an owner, I want a lamp
        1 of 2
        """);

    [Fact]
    public void What_is_struck_through_is_done_unless_it_says_otherwise() => Reads("""
        - ~~rails~~
        - ~~cars~~ (cancelled)
        - <del>bells</del>
        """,
        """
        milestone done rails
        milestone dropped cars
        milestone done bells
        2 of 2
        """);

    [Fact]
    public void What_is_said_below_an_item_is_said_of_it() => Reads("""
        - rails
          - Owner: Ann Lee
          - Estimate: 3 days
          - Status: done
        """,
        """
        milestone done rails 3 Ann Lee
        1 of 1
        """);

    [Fact]
    public void Work_behind_its_state_is_an_item_and_nothing_that_is_said_of_the_heading() => Reads("""
        ### The press

        - Done: write the parser
        - In progress: lexer, 2 days
        - Todo: write the docs
        """, """
        milestone active The press
          task done write the parser
          task active lexer 2
          task open write the docs
        1 of 3
        """);

    [Fact]
    public void Lists_of_other_things_are_no_work() => Reads("""
        The work:

        - rails

        Acceptance criteria:

        - it is quiet

        Beyond this there are other ideas:

        1. bells
        """,
        """
        task open rails
        0 of 1
        """);

    [Fact]
    public void Prose_and_the_templates_own_words_are_no_work()
    {
        Reads("It is a small change, done in two weeks.", "0 of 0");
        Reads("- List the milestones and break each one down into tasks of at most a week.", "0 of 0");
        Reads("TBD", "0 of 0");
        Reads("- TBD\n- None\n- ...", "0 of 0");
    }

    [Fact]
    public void Only_where_the_template_asks_for_it()
    {
        var section = Section("Summary");
        var plan = Plan("# ZIP-7: T\n\n## Summary\n\n- rails\n\n## Background tasks of the kernel\n\n- cars\n", section);
        Assert.Empty(plan.Items);
    }

    [Fact]
    public void Without_being_asked_a_section_that_is_called_a_plan() =>
        Assert.Equal(["rails"], Plan("# ZIP-7: T\n\n## Summary\n\n- cars\n\n## LOEs and delivery milestones\n\n- rails\n", Section("Summary")).Items.Select(i => i.Text));

    [Fact]
    public void People_of_the_section_beside_it_do_what_names_nobody()
    {
        var work = Section("Work items", 3, parent: "section:implementation");
        var plan = Plan("""
            # ZIP-7: T

            ## Implementation

            ### Assignee(s)

            Ann Lee <ann@example.org>

            ### Work items

            - rails
            - cars (@bo)
            """, Section("Implementation"), work, new Demand.Plan(work.Key) { Key = "plan", Source = Line(9) });
        Assert.Equal(["Ann Lee", "@bo"], plan.Items.Select(i => string.Join(',', i.People)));
    }

    [Fact]
    public void Deep_and_long_lists_are_read_in_a_moment()
    {
        var deep = string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', 2 * i) + "- item\n"));
        Assert.InRange(Plan($"# ZIP-7: T\n\n## Milestones\n\n{deep}").Items.Length, 1, 3);
        var headings = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"### Part {i}\n"));
        Assert.InRange(Plan($"# ZIP-7: T\n\n## Milestones\n\n{headings}").Items.Length, 1000, 5000);
    }

    private static Plan Plan(string text, params object[] demands)
    {
        var milestones = Section("Milestones");
        object[] parts = demands.Length > 0 ? [Title, .. demands] :
            [Title, milestones, Told, new Demand.Plan(milestones.Key) { Key = "plan", Source = Line(9) }, new Demand.TaskSize(milestones.Key, 5) { Key = "size", Source = Line(9) }];
        return PlanReader.Of(TestRepository.Read(text, Process(Schema(parts))));
    }

    private static void Reads(string body, string expected)
    {
        var plan = Plan($"# ZIP-7: T\n\n## Milestones\n\n{body}\n");
        var depth = new int[plan.Items.Length];
        var lines = plan.Items.Select((item, i) =>
        {
            depth[i] = item.Parent is { } parent ? depth[parent] + 1 : 0;
            var days = item.Days is not { } d ? "" : d.Min == d.Max ? FormattableString.Invariant($" {d.Min:0.#}") : FormattableString.Invariant($" {d.Min:0.#}-{d.Max:0.#}");
            var people = item.People.IsEmpty ? "" : " " + string.Join(", ", item.People);
            var due = item.Due is { } date ? " due " + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            return $"{new string(' ', 2 * depth[i])}{item.Kind.ToString().ToLowerInvariant()} {item.State.ToString().ToLowerInvariant()} {item.Text}{days}{people}{due}{(item.IsTooBig ? " too big" : "")}";
        });
        Assert.Equal(expected, string.Join('\n', [.. lines, $"{plan.Done} of {plan.Total}"]));
    }
}
