using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Text;

namespace Core.Tests.Processes;

public sealed class StatusTermsTests
{
    private static string[] Of(string page) => [.. StatusTerms.Of(new MarkdownSyntax().Parse(SourceText.From("README.md", page)))];

    [Fact]
    public void A_list_under_a_heading_about_statuses_explains_them() => Assert.Equal(
        ["Draft", "In Review", "FCP: Acceptance/Rejection", "Accepted", "Rejected"],
        Of("# Gaps\n\n## Terms of status\n\n### On its way\n\n- **Draft** \u2014 it is written.\n- **In Review** - it is read.\n- **FCP: [Acceptance/Rejection]** \u2014 the last week.\n- **Accepted:** it is built.\n\n### Besides\n\n- **Rejected** - it is not.\n"));

    [Fact]
    public void A_list_of_other_things_does_not() => Assert.Empty(Of("# Gaps\n\n## Status of the project\n\n- **Engine** - runs.\n- **Brakes** - hold.\n- **Lamps** - shine.\n"));

    [Fact]
    public void A_list_under_another_heading_does_not() => Assert.Empty(Of("# Gaps\n\n## Words\n\n- **Draft** - it is written.\n- **Accepted** - it is built.\n- **Rejected** - it is not.\n"));

    [Fact]
    public void What_proposals_use_besides_follows_and_the_templates_own_comes_first()
    {
        var statuses = StatusMiner.FromPage(["Review", "Draft", "Accepted"], "Draft", new Dictionary<string, int>(StringComparer.Ordinal) { ["accepted"] = 2, ["Withdrawn"] = 1 });
        Assert.Equal(["Draft 0", "Review 0", "Accepted 2", "Withdrawn 1"], statuses.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal(StatusKind.Withdrawn, statuses[^1].Kind);
    }
}
