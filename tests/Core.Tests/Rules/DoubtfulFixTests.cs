namespace Core.Tests.Rules;

/// <summary>What the fixes write that are not safe, and that the cases of <see cref="RuleGoldenTests"/> therefore do not show.</summary>
public sealed class DoubtfulFixTests
{
    [Theory]
    [InlineData("supersedes: [RFC-7]", "supersedes: [RFC-7, RFC-1]")]
    [InlineData("supersedes: [7]", "supersedes: [7, 1]")]
    [InlineData("supersedes: \"RFC-7\"", "supersedes: \"RFC-7, RFC-1\"")]
    [InlineData("supersedes: RFC-7 # the first", "supersedes: RFC-7, RFC-1 # the first")]
    [InlineData("supersedes: # none yet", "supersedes: RFC-1, RFC-7 # none yet")]
    [InlineData("supersedes:", "supersedes: RFC-1, RFC-7")]
    [InlineData("supersedes:\n  - RFC-7", "supersedes:\n  - RFC-7")] // a line of its own is for people
    public void The_other_end_of_a_relation_leaves_the_front_matter_sound(string before, string after)
    {
        var fixedText = Fixed($"{Template}{Proposal(1, "superseded", "superseded-by: RFC-2")}{Proposal(2, "done", before)}{Proposal(7, "superseded", "superseded-by: RFC-2")}{Proposal(8, "done", "supersedes: RFC-7")}", "rfcs/2-a.md");
        Assert.Equal($"---\ntitle: The number 2\nstatus: done\n{after}\n---", fixedText[..(fixedText.IndexOf("\n---", StringComparison.Ordinal) + 4)]);
    }

    [Fact]
    public void A_title_that_is_written_anew_stays_a_title()
    {
        var text = Fixed(
            """
            ==> gavel.yml <==
            version: 1
            processes:
              - name: RFC
                template: rfcs/template.rst
                files: rfcs/{number}-{slug}.rst
            ==> rfcs/template.rst <==
            RFC NNNN: Title of the change
            =============================

            :Status: draft | accepted | done

            Design
            ------

            How it works.
            ==> rfcs/1-a.rst <==
            Tap
            ===

            :Status: draft

            Design
            ------

            A flag moves the banner.
            """, "rfcs/1-a.rst");
        Assert.StartsWith("RFC 1: Tap\n==========\n", text, StringComparison.Ordinal);
    }

    private const string Template =
        """
        ==> gavel.yml <==
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
        ==> rfcs/template.md <==
        ---
        title: Title of the change
        status: draft | accepted | done | superseded
        supersedes:
        superseded-by:
        ---

        ## Summary

        _What changes, in one paragraph._

        """;

    private static string Proposal(int number, string status, string relation) =>
        $"==> rfcs/{number}-a.md <==\n---\ntitle: The number {number}\nstatus: {status}\n{relation}\n---\n\n## Summary\n\nThe program starts without a banner.\n";

    private static string Fixed(string repository, string path) => SmallRepository.OnBase(repository.ReplaceLineEndings("\n")).WithFixes(all: true).Text(path);
}
