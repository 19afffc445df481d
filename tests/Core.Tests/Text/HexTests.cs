using Gavel.Core.Text;

namespace Core.Tests.Text;

public sealed class HexTests
{
    [Fact]
    public void Bytes_come_back_from_their_digits()
    {
        for (var length = 0; length < 80; length++)
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            Assert.Equal(Convert.ToHexStringLower(bytes), Hex.Of(bytes));
            Assert.Equal(bytes, Hex.Parse(Hex.Of(bytes)));
            Assert.Equal(bytes, Hex.Parse(Convert.ToHexString(bytes)));
        }
        Assert.Throws<FormatException>(() => Hex.Parse("0g"));
    }
}
