using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>Asks git for the signature of a commit (git-log(1), <c>%G?</c>).</summary>
internal static class SignatureReader
{
    /// <param name="commit">A full commit id.</param>
    public static CommitSignature? Read(GitProgram git, string commit)
    {
        if (git.TryRun(["log", "-1", "--format=%G?%x00%GS%x00%cN%x00%cE", commit, "--"]) is not { ExitCode: 0, Text: var text } || text.Split('\0') is not [var state, var signer, var committer, var email]) return null;
        return new CommitSignature(signer, committer, email.TrimEnd('\n')) { Fault = state is "G" ? null : FaultOf(git, commit, state) };
    }

    private static string FaultOf(GitProgram git, string commit, string state) => state switch
    {
        "B" => "it does not fit the commit",
        "U" => "by a key that git is not set up to trust",
        "X" => "it has expired",
        "Y" => "by a key that has expired",
        "R" => "by a key that was revoked",
        "E" => "by a key that git does not know here",
        // Without a file of allowed signers git calls a commit unsigned that is signed.
        _ => git.TryRun(["cat-file", "commit", commit]) is { ExitCode: 0, Text: var raw } && raw.Split("\n\n", 2)[0].Contains("\ngpgsig", StringComparison.Ordinal)
            ? "git is not set up to check it, as with gpg.ssh.allowedSignersFile"
            : "the commit has none",
    };
}
