using Gavel.Core.Checking;
using Gavel.Core.Checking.Rules;

namespace Core.Tests.Rules;

public sealed class RulePageTests
{
    private static readonly string[] Headings = ["## What it checks", "## Why", "## Wrong", "## Right", "## Options"];

    public static TheoryData<string> Names => new(RuleSet.Infos.Select(i => i.Name));

    [Theory, MemberData(nameof(Names))]
    public void Each_rule_has_a_page_with_the_five_parts(string rule)
    {
        var page = RulePages.Of(rule);
        Assert.NotNull(page);
        Assert.StartsWith($"# {rule}\n", page, StringComparison.Ordinal);
        var at = Headings.Select(h => page.IndexOf($"\n{h}\n", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_wrong_example_of_a_page_is_found(string rule)
    {
        var report = SmallRepository.OnBase(Example(rule, "Wrong")).Check();
        Assert.Contains(report.Findings, f => string.Equals(f.Diagnostic.Rule, rule, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_right_example_of_a_page_has_no_fault_at_all(string rule)
    {
        var report = SmallRepository.OnBase(Example(rule, "Right")).Check();
        Assert.DoesNotContain(report.Findings, f => f.Diagnostic.Severity >= Gavel.Core.Diagnostics.Severity.Warning || string.Equals(f.Diagnostic.Rule, rule, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_place_is_never_empty_and_a_message_is_a_clause(string rule)
    {
        foreach (var finding in SmallRepository.OnBase(Example(rule, "Wrong")).Check().Findings)
        {
            var diagnostic = finding.Diagnostic;
            Assert.False(diagnostic.At.Span.IsEmpty, $"{diagnostic.Rule}: {diagnostic.Message}");
            Assert.False(diagnostic.Message.EndsWith('.'), diagnostic.Message);
            Assert.False(diagnostic.Message.Length == 0 || (char.IsUpper(diagnostic.Message[0]) && !char.IsUpper(diagnostic.Message[1])), diagnostic.Message);
        }
    }

    [Fact]
    public void Names_are_unique_and_none_is_a_cure()
    {
        var names = RuleSet.Infos.Select(i => i.Name).ToList();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.DoesNotContain(names, n => n.StartsWith("no-", StringComparison.Ordinal) || n.Contains("require", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_rules_links_each_page()
    {
        var files = RulePages.All().ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal);
        foreach (var info in RuleSet.Infos)
        {
            Assert.Contains($"[{info.Name}]({info.Name}.md)", files["README.md"], StringComparison.Ordinal);
            Assert.Contains($"{info.Name}.md", files.Keys);
        }
    }

    /// <summary>The block of a part of the page, in the form of <see cref="SmallRepository"/>.</summary>
    private static string Example(string rule, string part)
    {
        var page = RulePages.Of(rule) ?? throw new InvalidOperationException($"{rule} has no page");
        var start = page.IndexOf($"\n## {part}\n", StringComparison.Ordinal);
        var open = page.IndexOf("~~~~ repository\n", start, StringComparison.Ordinal) + "~~~~ repository\n".Length;
        return page[open..page.IndexOf("\n~~~~\n", open, StringComparison.Ordinal)];
    }
}
