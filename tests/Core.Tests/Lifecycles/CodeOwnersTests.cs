using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Lifecycles;

/// <summary>Whose file it is, by the lines that hosts read.</summary>
public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("*", "a.md", true)]
    [InlineData("*", "docs/a.md", true)]
    [InlineData("docs/", "docs/deep/a.md", true)]
    [InlineData("docs", "docs/deep/a.md", true)]
    [InlineData("/docs/**", "docs/deep/a.md", true)]
    [InlineData("*.md", "docs/deep/a.md", true)]
    // One star means what lies right in the folder.
    [InlineData("docs/*", "docs/a.md", true)]
    [InlineData("docs/*", "docs/deep/a.md", false)]
    [InlineData("/*", "a.md", true)]
    [InlineData("/*", "docs/a.md", false)]
    [InlineData("docs/*/", "docs/deep/a.md", true)]
    [InlineData("**/docs/*", "x/docs/a.md", true)]
    [InlineData("**/docs/*", "x/docs/deep/a.md", false)]
    public void A_pattern_owns_what_hosts_say_it_owns(string pattern, string path, bool owns) =>
        Assert.Equal(owns ? ["ann"] : [], CodeOwners.Parse(SourceText.From("CODEOWNERS", $"{pattern} @ann\n")).Of(path, PersonDirectory.Empty, new LifeConfiguration()));

    // GitHub looks in .github/, the root, docs/; GitLab in the root, docs/, .gitlab/.
    [Theory]
    [InlineData(".github/CODEOWNERS", "CODEOWNERS")]
    [InlineData(".github/CODEOWNERS", "docs/CODEOWNERS")]
    [InlineData("CODEOWNERS", "docs/CODEOWNERS")]
    [InlineData("CODEOWNERS", ".gitlab/CODEOWNERS")]
    [InlineData("docs/CODEOWNERS", ".gitlab/CODEOWNERS")]
    public void Of_two_files_the_one_counts_that_hosts_find_first(string first, string second)
    {
        var tree = new MemoryTree([SourceText.From(second, "* @bo\n"), SourceText.From(first, "* @ann\n")]);
        Assert.Equal(["ann"], CodeOwners.Read(tree)!.Of("a.md", PersonDirectory.Empty, new LifeConfiguration()));
    }
}
