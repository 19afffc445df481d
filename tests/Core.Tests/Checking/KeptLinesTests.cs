using Core.Tests.Rules;

namespace Core.Tests.Checking;

/// <summary>Lines of a template that stay in proposals: what leads to a list, and what all of few proposals keep.</summary>
public sealed class KeptLinesTests
{
    private static string[] Found(string line, string below, params string[] kept) => SmallRepository.Of(SmallRepository.Files(
        $"{Page("template", "Draft | Accepted", line, "- ...")}{string.Concat(kept.Select((k, i) => Page($"000{i + 1}-boats", "Accepted", k, below)))}"))
        .Check().Findings.Select(f => f.Diagnostic).Where(d => d.Rule is "leftover-instruction" or "section-empty").Select(d => $"{d.At.Path} {d.Rule}").ToArray();

    private static string Page(string name, string status, string line, string below) =>
        $"\n==> gaps/{name}.md <==\n# {(name == "template" ? "<Title>" : $"Boats {name[..4]}")}\n\n* Status: {status}\n* Owner: {(name == "template" ? "<name>" : "Ann Lee")}\n\n## Why\n\n{(name == "template" ? "<Why is it needed?>" : "People wait.")}\n\n## Steps\n\n{line}\n\n{below}\n";

    [Theory]
    [InlineData("Before it is final, the following must be done:")]
    [InlineData("If this proposal is accepted, the following tasks must be completed:")]
    [InlineData("The boats sail when these are done:")]
    public void A_line_that_leads_to_the_author_s_list_stays(string line) => Assert.Empty(Found(line, "- paint the boats\n- teach the sailors", line, line));

    [Fact]
    public void A_line_that_leads_to_such_a_line_stays() =>
        Assert.Empty(Found("Votes as per our way of deciding:\n\nThose who may vote (listed by first name):", "- Ann Lee: yes\n- Bo Ek: no", "Votes as per our way of deciding:\n\nThose who may vote (listed by first name):", "They voted by hand."));

    // Looking from each line to the last took hours, and a stack as deep as there are lines.
    [Fact]
    public void Leading_lines_in_any_number_are_told()
    {
        const string line = "The boats sail when these are done:";
        Assert.Contains("gaps/0001-boats.md section-empty", Found(line, "", string.Join("\n\n", Enumerable.Repeat(line, 30_000)), "They sail at once."));
    }

    [Theory]
    [InlineData("List the steps that are needed for it:")]
    [InlineData("You should consider all of the following:")]
    public void A_direction_over_a_list_goes(string line) => Assert.NotEmpty(Found(line, "- paint the boats\n- teach the sailors", line, line));

    [Fact]
    public void A_line_that_leads_to_nothing_is_no_answer() =>
        Assert.Contains("gaps/0001-boats.md section-empty", Found("The boats sail when these are done:", "", "The boats sail when these are done:", "They sail at once."));

    [Theory]
    [InlineData("{What will the sailors do?}", 1)]
    [InlineData("What will the sailors do?", 0)]
    public void A_question_over_its_answer_goes_only_where_it_stands_in_the_template_s_brackets(string kept, int found) =>
        Assert.Equal(found, SmallRepository.Of(SmallRepository.Files($"{Page("template", "Draft | Accepted", "{What will the sailors do?}", "")}{Page("0001-boats", "Accepted", kept, "They sail.")}{Page("0002-boats", "Accepted", "They row.", "")}"))
            .Check().Findings.Count(f => f.Diagnostic.Rule == "leftover-instruction"));

    private const string Disclaimer = "The opinions in here are those of the sailors and not of the harbour.";

    [Fact]
    public void A_statement_that_all_of_three_finished_proposals_keep_is_meant_to_stay() => Assert.Empty(Found(Disclaimer, "They sail.", Disclaimer, Disclaimer, Disclaimer));

    [Fact]
    public void What_one_of_three_left_out_goes() => Assert.Equal(2, Found(Disclaimer, "They sail.", Disclaimer, Disclaimer, "So.").Length);

    [Fact]
    public void A_direction_goes_though_all_of_three_keep_it() =>
        Assert.Equal(3, Found("Describe the opinions of the sailors and of the harbour.", "They sail.", [.. Enumerable.Repeat("Describe the opinions of the sailors and of the harbour.", 3)]).Length);
}
