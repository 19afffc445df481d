using Core.Tests.Rules;
using Gavel.Core.Text;

namespace Core.Tests.Catalogs;

/// <summary>Proposals that no template was kept for.</summary>
public sealed class SharedOutlineTests
{
    [Fact]
    public void The_proposal_that_stands_for_the_template_is_still_a_proposal()
    {
        var files = Enumerable.Range(1, 3).Select(n => SourceText.From($"docs/rfcs/rfc-{n}-thing.md", $"# RFC {n}: Thing {n}\n\n- Status: Accepted\n- Author: Ann\n\n## Why\n\nIt was slow on day {n}.\n\n## What\n\nA faster lane number {n}.\n"));
        Assert.Equal(3, SmallRepository.Of(files).Check().Proposals);
    }
}
