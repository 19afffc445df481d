namespace Gavel.Core.Trees;

/// <summary>What git says of a commit's signature.</summary>
/// <param name="Signer">Whose key it is, as git names them: a principal of the allowed signers, or a name with an address; empty where git does not say.</param>
/// <param name="Committer">The committer's name.</param>
/// <param name="Email">The committer's address.</param>
public sealed record CommitSignature(string Signer, string Committer, string Email)
{
    /// <summary>For people, why it counts for nothing: "by a key that has expired"; null where git verifies it, and it is of a key that git is set up to trust.</summary>
    public string? Fault { get; init; }
}
