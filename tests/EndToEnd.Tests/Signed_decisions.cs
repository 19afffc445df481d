namespace EndToEnd.Tests;

/// <summary>Real keys and real signatures: a decision counts where the policy wants a signed one only if git itself verifies the commit.</summary>
public sealed class Signed_decisions
{
    private const string Configuration = """
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
            statuses: { Draft: {}, Proposed: {}, Accepted: {}, Rejected: {} }
            transitions:
              - { from: Proposed, to: Accepted, policy: signed }
        policies: { signed: { approvals: 1, from: [ann], signed: true } }
        people: { ann: { emails: [ann@example.org] }, bo: { emails: [bo@example.org] } }
        """;

    [Fact]
    public void Only_a_signature_that_git_verifies_counts()
    {
        using var folder = Process();
        Approve(folder);
        Sign(folder, null);
        Refuses(folder, "not counted: ann (not in a commit whose signature git can verify: the commit has none)");

        // Signed, but git is told of nobody whose signatures count.
        Key(folder, "ann");
        Sign(folder, "ann");
        Refuses(folder, "not in a commit whose signature git can verify: git is not set up to check it, as with gpg.ssh.allowedSignersFile");

        // Signed by somebody whom git does not know.
        Key(folder, "eve");
        Trust(folder, "eve");
        Assert.Equal("U", Status(folder));
        Refuses(folder, "not in a commit whose signature git can verify: by a key that git is not set up to trust");

        Trust(folder, "ann");
        Assert.Equal("G", Status(folder));
        Assert.Equal(0, GavelProgram.Run(folder.Path, "move", "1", "Accepted").ExitCode);
    }

    [Fact]
    public void A_commit_that_only_moves_the_decision_neither_signs_nor_unsigns_it()
    {
        using var folder = Process();
        Key(folder, "ann");
        Trust(folder, "ann");
        Approve(folder);
        Sign(folder, "ann");
        Assert.Equal(0, GavelProgram.Run(folder.Path, "renumber", "1", "7").ExitCode);
        folder.Commit("another number, not signed");
        Assert.Equal("N", Status(folder));
        Assert.Equal(0, GavelProgram.Run(folder.Path, "move", "7", "Accepted", "--dry-run").ExitCode);
    }

    [Fact]
    public void A_word_that_somebody_else_signed_counts_and_says_so()
    {
        using var folder = Process();
        Approve(folder);
        Key(folder, "ann");
        Trust(folder, "ann");
        Sign(folder, "ann");
        Assert.Contains("1 of 1 approval of ann: ann\n", Todo(folder), StringComparison.Ordinal);

        Key(folder, "bo");
        Trust(folder, "bo");
        Sign(folder, "bo");
        Assert.Contains("1 of 1 approval of ann: ann; note that others signed: ann (signed by bo)", Todo(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_was_edited_after_it_was_signed_counts_no_more()
    {
        using var folder = Process();
        Key(folder, "ann");
        Trust(folder, "ann");
        Approve(folder);
        Sign(folder, "ann");
        var file = Directory.GetFiles(Path.Combine(folder.Path, ".gavel", "decisions", "RFC-1")).Single();
        File.AppendAllText(file, "# edited\n");
        Refuses(folder, "not in a commit whose signature git can verify: no commit has it as it is");
        folder.Commit("edited");
        Refuses(folder, "not in a commit whose signature git can verify");
    }

    private static TemporaryFolder Process()
    {
        var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", Configuration);
        folder.Write(".gitignore", "keys/\n");
        folder.Commit("gavel.yml");
        GavelProgram.Git(folder.Path, "config", "gpg.format", "ssh");
        return folder;
    }

    private static void Approve(TemporaryFolder folder) => Assert.Equal(0, GavelProgram.Run(folder.Path, "approve", "1", "--as", "ann").ExitCode);

    private static void Key(TemporaryFolder folder, string name)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "keys"));
        var made = GavelProgram.Start("ssh-keygen", folder.Path, ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", $"keys/{name}"]);
        Assert.SkipWhen(made.ExitCode != 0, "skipped: ssh-keygen is not there");
    }

    /// <param name="key">Null for a commit without a signature; the decision is amended into one commit each time.</param>
    private static void Sign(TemporaryFolder folder, string? key)
    {
        GavelProgram.Git(folder.Path, "add", "-A");
        string[] sign = key is null ? [] : ["-c", $"user.signingkey={Path.Combine(folder.Path, "keys", key)}"];
        string[] amend = GavelProgram.Git(folder.Path, "log", "-1", "--format=%s").Output.Trim() == "decided" ? ["--amend"] : [];
        var commit = GavelProgram.Start("git", folder.Path, [.. sign, "commit", "-q", .. amend, key is null ? "--no-gpg-sign" : "-S", "-m", "decided"]);
        Assert.True(commit.ExitCode == 0, commit.Error);
    }

    private static void Trust(TemporaryFolder folder, string name)
    {
        var signers = Path.Combine(folder.Path, "keys", "signers");
        File.WriteAllText(signers, $"{name}@example.org {File.ReadAllText(Path.Combine(folder.Path, "keys", name + ".pub"))}");
        GavelProgram.Git(folder.Path, "config", "gpg.ssh.allowedSignersFile", signers);
    }

    private static string Todo(TemporaryFolder folder)
    {
        var result = GavelProgram.Run(folder.Path, "todo", "1", "--for", "Accepted");
        Assert.Equal("", result.Error);
        return result.Output;
    }

    private static string Status(TemporaryFolder folder) => GavelProgram.Git(folder.Path, "log", "-1", "--format=%G?").Output.Trim();

    private static void Refuses(TemporaryFolder folder, string why)
    {
        var result = GavelProgram.Run(folder.Path, "move", "1", "Accepted", "--dry-run");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }
}
