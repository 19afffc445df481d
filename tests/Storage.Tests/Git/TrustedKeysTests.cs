using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Storage.Tests.Git;

/// <summary>What git trusts is told by files; whoever keeps an answer that depends on it must see each of them change.</summary>
public sealed class TrustedKeysTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Init();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_files_give_the_same_stamp()
    {
        _folder.Write("home/.gitconfig", "[user]\n\tname = Ann\n");
        Assert.Equal(Stamp(), Stamp());
    }

    [Theory]
    [InlineData("home/.gitconfig")]
    [InlineData("home/.config/git/config")]
    [InlineData(".git/config")]
    [InlineData("home/.gnupg/pubring.kbx")]
    public void A_configuration_or_a_key_ring_that_changes_changes_the_stamp(string path)
    {
        var before = Stamp();
        _folder.Write(path, "[user]\n\tname = Somebody Else Altogether\n");
        Assert.NotEqual(before, Stamp());
    }

    [Theory]
    [InlineData("[gpg \"ssh\"]\n\tallowedSignersFile = ~/signers\n")]
    [InlineData("[gpg \"ssh\"] allowedsignersfile = \"~/signers\" # those of the team\n")]
    [InlineData("[gpg \"ssh\"]\n\trevocationFile = ~/signers ; the others\n")]
    [InlineData("[include]\n\tpath = more\n")]
    [InlineData("[includeIf \"gitdir:~/work/\"]\n\tpath = ~/more\n")]
    public void The_files_that_a_configuration_names_count_too(string configuration)
    {
        _folder.Write("home/.gitconfig", configuration).Write("home/more", "[gpg \"ssh\"]\n\tallowedSignersFile = ~/signers\n").Write("home/signers", "ann@example.org ssh-ed25519 AAAA\n");
        var before = Stamp();
        _folder.Write("home/signers", "ann@example.org ssh-ed25519 AAAA\nbo@example.org ssh-ed25519 BBBB\n");
        Assert.NotEqual(before, Stamp());
    }

    [Fact]
    public void Files_that_include_each_other_come_to_an_end()
    {
        _folder.Write("home/.gitconfig", "[include]\n\tpath = other\n").Write("home/other", "[include]\n\tpath = .gitconfig\n");
        Assert.Equal(2, Stamp().Split('\n').Count(line => line.Contains("/home/", StringComparison.Ordinal)));
    }

    private string Stamp() => TrustedKeys.Stamp(Root.Find(_folder.Path), name => name switch { "HOME" => _folder.Full("home"), "GIT_CONFIG_NOSYSTEM" => "1", _ => null });
}
