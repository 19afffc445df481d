using System.Security.Cryptography;
using System.Text;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

public sealed class Sha256Tests
{
    [Fact]
    public void It_agrees_with_the_platform_for_every_length_around_the_blocks()
    {
        var bytes = Enumerable.Range(0, 300).Select(i => (byte)(i * 7)).ToArray();
        for (var length = 0; length <= bytes.Length; length++)
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))), Sha256.Hex(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Pieces_give_the_hash_of_the_whole()
    {
        var hash = new Sha256();
        var whole = new StringBuilder();
        for (var i = 0; i < 120; i++)
        {
            var piece = new string((char)('a' + (i % 26)), i * 3) + "é\n";
            hash.Append(piece);
            whole.Append(piece);
        }
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString()))), hash.FinishHex());
    }

    [Fact]
    public void A_hash_can_be_cut() => Assert.Equal("ba7816bf8f01cfea4141", Sha256.Hex("abc", 20));
}
