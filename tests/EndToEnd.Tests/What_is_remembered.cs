namespace EndToEnd.Tests;

/// <summary>The cache never makes an answer another one.</summary>
public sealed class What_is_remembered
{
    private static readonly string[] Files = ["rfcs/0001-retry-budgets.md", "rfcs/0002-quiet-start.md", "rfcs/README.md", "rfcs/template.md"];

    [Fact]
    public void One_file_that_was_never_asked_for_is_answered_from_the_check_of_all()
    {
        using var folder = Aged(Faulty());
        GavelProgram.Run(folder.Path, "check");
        foreach (var file in Files)
        {
            foreach (var format in (string[])["text", "json", "github", "sarif"])
            {
                var anew = GavelProgram.Run(folder.Path, "check", "--no-cache", "--format", format, file);
                Assert.Equal(anew, GavelProgram.Run(folder.Path, "check", "--format", format, file));
            }
        }
        Assert.Equal(GavelProgram.Run(folder.Path, "check", "--no-cache", "rfcs"), GavelProgram.Run(folder.Path, "check", "rfcs"));
    }

    [Fact]
    public void After_an_edit_a_new_file_a_deleted_one_another_template_and_another_configuration_all_is_as_without_a_cache()
    {
        using var folder = Aged(Faulty());
        GavelProgram.Run(folder.Path, "check");
        AssertSame(folder, "rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accpted"));
        AssertSame(folder, "rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets") + "\nMore, see [the other](0002-quiet-start.md#nowhere).\n");
        AssertSame(folder, "rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets") + "\nLess, see [the other](0002-quiet-start.md#nowhere).\n");
        AssertSame(folder, "rfcs/0003-new-one.md", Repositories.Rfc(3, "New one"));
        File.Delete(Path.Combine(folder.Path, "rfcs/0002-quiet-start.md"));
        AssertSame(folder, "rfcs/0003-new-one.md", Repositories.Rfc(3, "New one", "Draft"));
        AssertSame(folder, "rfcs/template.md", Repositories.Template + "\n## Rollout\n\n<!-- How does it reach people? -->\n");
        AssertSame(folder, "gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\nrules: { section-missing: info }\n");
        AssertSame(folder, ".gavel/baseline.json", "{ \"version\": 1, \"owed\": [] }\n");
    }

    [Fact]
    public void What_is_usual_among_the_proposals_is_asked_again_when_the_others_change()
    {
        using var folder = Aged(Faulty());
        folder.Write("rfcs/0001-retry-budgets.md", Without("Motivation", 1));
        for (var i = 4; i <= 10; i++) folder.Write($"rfcs/{i:0000}-part.md", Repositories.Rfc(i, $"Part {i}"));
        Aged(folder);
        Assert.Contains("most proposals have it", GavelProgram.Run(folder.Path, "check", "--format", "json", "rfcs/0001-retry-budgets.md").Output, StringComparison.Ordinal);
        for (var i = 4; i <= 10; i++) AssertSame(folder, $"rfcs/{i:0000}-part.md", Without("Motivation", i));
        Assert.DoesNotContain("most proposals have it", GavelProgram.Run(folder.Path, "check", "--format", "json", "rfcs/0001-retry-budgets.md").Output, StringComparison.Ordinal);

        static string Without(string section, int number) => Repositories.Rfc(number, $"Part {number}").Replace($"## {section}\n\nCallers guess today, and guess badly.\n\n", "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_that_was_found_before_an_edit_is_for_the_text_of_now()
    {
        using var folder = Aged(Repositories.Rfcs());
        folder.Write("rfcs/0003-links.md", Repositories.Rfc(3, "Links") + "\nSee [the start](0002-quiet-strat.md).\n");
        Aged(folder);
        GavelProgram.Run(folder.Path, "check");
        folder.Write("rfcs/0003-links.md", Repositories.Rfc(3, "Links").Replace("guess badly", "guess sadly", StringComparison.Ordinal) + "\nSee [the start](0002-quiet-strat.md).\n");
        Aged(folder);
        GavelProgram.Run(folder.Path, "check", "--fix=all");
        Assert.Contains("guess sadly", folder.Read("rfcs/0003-links.md"), StringComparison.Ordinal);
        Assert.Contains("(0002-quiet-start.md)", folder.Read("rfcs/0003-links.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_in_another_text_that_changed_meanwhile_is_found_anew()
    {
        using var folder = Aged(TemporaryFolder.Repository(
            ("rfcs/template.md", Repositories.Template.Replace("- **Created**", "- **Supersedes**:\n- **Superseded by**:\n- **Created**", StringComparison.Ordinal)),
            ("rfcs/0001-old.md", Repositories.Rfc(1, "Old", "Accepted").Replace("\n- **Created**", "\n- **Team**: a\n- **Created**", StringComparison.Ordinal)),
            ("rfcs/0002-new.md", Repositories.Rfc(2, "New", "Accepted").Replace("\n- **Created**", "\n- **Supersedes**: RFC-1\n- **Created**", StringComparison.Ordinal))));
        folder.Write("rfcs/0001-old.md", folder.Read("rfcs/0001-old.md").Replace("- **Team**: a\n- **Created**: 2026-01-05\n", "- **Created**: 2026-01-05\n- **Team**: a\n- **Place**: b\n", StringComparison.Ordinal));
        Aged(folder);
        Assert.Contains("relation-one-sided", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        folder.Write("rfcs/0001-old.md", folder.Read("rfcs/0001-old.md").Replace("Team**: a", "Team**: a longer name", StringComparison.Ordinal));
        Aged(folder);
        Assert.Equal(GavelProgram.Run(folder.Path, "check", "--no-cache", "--format", "json"), GavelProgram.Run(folder.Path, "check", "--format", "json"));
        GavelProgram.Run(folder.Path, "check", "--fix=all");
        Assert.Contains("- **Team**: a longer name\n- **Superseded by**: RFC-2\n- **Place**: b\n", folder.Read("rfcs/0001-old.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_check_of_everything_says_of_gavel_yml_is_not_said_of_the_file_alone()
    {
        using var folder = Aged(Repositories.Rfcs());
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - { name: RFC, template: rfcs/template.md, files: 'rfcs/{number}-{slug}.md' }\nexemptions: [{ rule: section-missing, proposal: RFC-1, reason: agreed }]\n");
        Aged(folder);
        Assert.Contains("suppression-unused", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        Assert.Equal(GavelProgram.Run(folder.Path, "check", "--no-cache", "gavel.yml"), GavelProgram.Run(folder.Path, "check", "gavel.yml"));
    }

    [Fact]
    public async Task Several_checks_at_once_with_one_cache_say_the_same()
    {
        using var folder = Aged(Faulty());
        var anew = GavelProgram.Run(folder.Path, "check", "--no-cache", "--format", "json").Output;
        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() => GavelProgram.Run(folder.Path, "check", "--format", "json").Output)).ToArray();
        Assert.All(await Task.WhenAll(runs), output => Assert.Equal(anew, output));
        Assert.Equal(anew, GavelProgram.Run(folder.Path, "check", "--format", "json").Output);
    }

    [Theory]
    [InlineData("check", "--format", "json", "rfcs/0001-retry-budgets.md")]
    [InlineData("check", "--fail-on", "never")]
    [InlineData("check", "--quiet", "--no-baseline")]
    [InlineData("-C", "rfcs", "check", "0001-retry-budgets.md")]
    [InlineData("check", "--format", "yaml")]
    [InlineData("check", "rfcs/9999-nothing.md")]
    [InlineData("check", "../elsewhere.md")]
    [InlineData("-C", "nowhere", "check")]
    public void A_plain_line_and_one_that_the_options_read_mean_the_same(params string[] line)
    {
        using var folder = Aged(Faulty());
        // A colour that was asked for is no plain line.
        Assert.Equal(GavelProgram.Run(folder.Path, [.. line, "--color", "never"]), GavelProgram.Run(folder.Path, line));
    }

    private static void AssertSame(TemporaryFolder folder, string path, string text)
    {
        folder.Write(path, text);
        Aged(folder);
        foreach (var file in (string[])[path, "rfcs/0001-retry-budgets.md", "."])
        {
            var anew = GavelProgram.Run(folder.Path, "check", "--no-cache", "--format", "json", file);
            Assert.Equal(anew, GavelProgram.Run(folder.Path, "check", "--format", "json", file));
            Assert.Equal(anew, GavelProgram.Run(folder.Path, "check", "--format", "json", file));
        }
    }

    private static TemporaryFolder Faulty() => TemporaryFolder.Repository(
        ("rfcs/template.md", Repositories.Template),
        ("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Proposd") + "\nSee [nothing](gone.md) and [RFC 12](0012-x.md).\n"),
        ("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accepted").Replace("## Design", "## Desing", StringComparison.Ordinal)),
        ("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Accepted"), (2, "Quiet", "0002-quiet-start.md", "Accepted"), (9, "Gone", "0009-gone.md", "Accepted"))));

    // Nothing is remembered of what was written just now; each file keeps the time of its last change, moved back.
    private static TemporaryFolder Aged(TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(f => File.GetLastWriteTimeUtc(f) > TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5)))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(-1));
        return folder;
    }
}
