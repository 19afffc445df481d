namespace EndToEnd.Tests;

/// <summary>Errors of gavel.yml name their line, also where the file is no YAML at all.</summary>
public sealed class Wrong_configurations
{
    private const string Start = "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n";

    [Theory]
    [InlineData("policies: { P: { approvals: 1 } }\n\tgroups: {}\n", 6)]
    [InlineData("policies: { P: { approvals: 1 }\npeople: {}\n", 6)]
    [InlineData("policies: { { P: { approvals: 1 } }\npeople: {}\n", 6)]
    [InlineData("groups: [\n", 7)]
    [InlineData("groups: \"core\n", 6)]
    public void The_place_is_where_the_text_breaks_off(string rest, int line)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", Start + rest);
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"gavel.yml:{line}:", result.Output, StringComparison.Ordinal);
    }
}
