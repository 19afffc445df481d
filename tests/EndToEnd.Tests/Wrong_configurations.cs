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

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("'a\\b'")]
    [InlineData("'a:b'")]
    [InlineData(".hidden")]
    [InlineData("\"A\\nB\"")]
    public void A_process_has_a_name_that_a_folder_can_have(string name)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", Start.Replace("name: RFC", $"name: {name}", StringComparison.Ordinal));
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gavel.yml:3:11: error[config]: 'name' is '", result.Output, StringComparison.Ordinal);
        Assert.Contains("which no folder can be called", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\nprocesses:\n  - name: \"R\\e[31mFC\"\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n", "gavel.yml:3:11: error[config]: 'name' has a character that nobody can see")]
    [InlineData(Start + "    statuses:\n      \"Acc\\eepted\": { kind: accepted }\n", "gavel.yml:7:7: error[config]: 'Acc\ufffdepted' has a character that nobody can see")]
    public void A_name_that_could_steer_a_terminal_is_none(string text, string said)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", text);
        Assert.StartsWith(said, GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        foreach (var command in (string[][])[["todo", "1", "--for", "Accepted"], ["list"], ["stats"], ["show", "1"], ["index"]])
            Assert.DoesNotContain('\u001b', GavelProgram.Run(folder.Path, command).Output);
    }
}
