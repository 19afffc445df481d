using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Text;

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
}
