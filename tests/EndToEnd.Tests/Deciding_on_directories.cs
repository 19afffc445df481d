namespace EndToEnd.Tests;

/// <summary>A proposal that is a directory is decided on with all its texts.</summary>
public sealed class Deciding_on_directories
{
    [Fact]
    public void An_approval_is_for_every_text_of_the_directory()
    {
        using var folder = Process();
        Run(folder, 0, "approve", "1", "--commit");
        var file = Directory.GetFiles(Path.Combine(folder.Path, ".gavel", "decisions", "KEP-1")).Single();
        Assert.Matches("\nfiles:\n  design\\.md: \"[0-9a-f]{40}\"\n  parts/limits\\.yml: \"[0-9a-f]{40}\"\nnote: null\n$", File.ReadAllText(file));
        Assert.Equal(0, Move(folder).ExitCode);

        folder.Write("keps/kep-1-quiet/design.md", "# Design\n\nA header  carries the\nbudget to the next servise.\n");
        folder.Write("keps/kep-1-quiet/drawing.svg", "<svg><text>more</text></svg>\n");
        folder.Commit("a slip, other line ends, another drawing");
        Assert.Equal(0, Move(folder).ExitCode);

        folder.Write("keps/kep-1-quiet/parts/limits.yml", "limit: 20\n");
        folder.Commit("twice as much");
        Assert.Contains("not counted: ann (parts/limits.yml changed since)", Move(folder).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("added")]
    [InlineData("removed")]
    [InlineData("moved")]
    public void A_text_that_comes_or_goes_changes_what_was_approved_and_one_that_gets_another_name_does_not(string how)
    {
        using var folder = Process();
        Run(folder, 0, "approve", "1", "--commit");
        if (how == "added") folder.Write("keps/kep-1-quiet/rollout.md", "# Rollout\n\nIn three weeks.\n");
        if (how == "removed") File.Delete(Path.Combine(folder.Path, "keps/kep-1-quiet/design.md"));
        if (how == "moved") GavelProgram.Git(folder.Path, "mv", "keps/kep-1-quiet/design.md", "keps/kep-1-quiet/the-design.md");
        folder.Commit(how);
        var moved = Move(folder);
        Assert.Equal(how == "moved" ? 0 : 1, moved.ExitCode);
        if (how != "moved") Assert.Contains(how == "added" ? "ann (rollout.md changed since)" : "ann (design.md changed since)", moved.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_beside_a_document_that_stood_alone_changes_what_was_approved()
    {
        using var folder = Process();
        foreach (var name in (string[])["design.md", "parts/limits.yml", "drawing.svg", "sound.bin"]) File.Delete(Path.Combine(folder.Path, "keps/kep-1-quiet", name));
        folder.Commit("alone");
        Run(folder, 0, "approve", "1", "--commit");
        Assert.Equal(0, Move(folder).ExitCode);

        folder.Write("keps/kep-1-quiet/design.md", "# Design\n\nAnother one altogether.\n");
        folder.Commit("a design");
        Assert.Contains("not counted: ann (design.md changed since)", Move(folder).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Deciding_on_a_directory_with_changes_that_no_commit_holds_is_refused()
    {
        using var folder = Process();
        folder.Write("keps/kep-1-quiet/design.md", "# Design\n\nAnother one.\n");
        Assert.Contains("keps/kep-1-quiet/design.md has changes that are not committed", Run(folder, 1, "approve", "1").Error, StringComparison.Ordinal);
        Assert.Contains("would be decided on a text that git does not keep", Run(folder, 1, "move", "1", "Accepted", "--force", "--reason", "now").Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Process() => TemporaryFolder.Repository(
        ("gavel.yml", """
            version: 1
            processes:
              - name: KEP
                template: keps/template/README.md
                files: keps/kep-{number}-{slug}/README.md
                statuses: { Draft: {}, Accepted: {}, Done: {} }
                transitions:
                  - { from: Draft, to: Accepted, policy: one }
            policies: { one: { approvals: 1, from: [ann] } }
            people: { ann: { names: [Ann Lee], emails: [ann@example.org] } }
            """),
        ("keps/template/README.md", "# KEP-NNNN: Title\n\n- **Status**: Draft\n\n## Motivation\n\n<!-- Why? -->\n"),
        ("keps/kep-1-quiet/README.md", "# KEP-1: Quiet start\n\n- **Status**: Draft\n\n## Motivation\n\nIt is loud.\n"),
        ("keps/kep-1-quiet/design.md", "# Design\n\nA header carries the budget to the next service.\n"),
        ("keps/kep-1-quiet/parts/limits.yml", "limit: 10\n"),
        ("keps/kep-1-quiet/drawing.svg", "<svg/>\n"),
        ("keps/kep-1-quiet/sound.bin", "a\0b"));

    private static ProgramResult Move(TemporaryFolder folder) => GavelProgram.Run(folder.Path, "move", "1", "Accepted", "--dry-run");

    private static ProgramResult Run(TemporaryFolder folder, int exitCode, params string[] args)
    {
        var result = GavelProgram.Run(folder.Path, args);
        Assert.True(result.ExitCode == exitCode, $"gavel {string.Join(' ', args)} gave {result.ExitCode}, not {exitCode}:\n{result.Error}\n{result.Output}");
        return result;
    }
}
