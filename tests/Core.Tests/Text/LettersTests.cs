using Gavel.Core.Text;

namespace Core.Tests.Text;

public sealed class LettersTests
{
    [Fact]
    public void Every_character_is_what_the_platform_says()
    {
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            Assert.Equal(char.IsLetterOrDigit(c), Letters.IsLetterOrDigit(c));
            Assert.Equal(char.IsWhiteSpace(c), Letters.IsWhiteSpace(c));
            Assert.Equal(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0', Letters.Fold(c));
        }
    }

    [Theory]
    [InlineData("ab", 2, "ab")]
    [InlineData("abc", 2, "ab")]
    [InlineData("a\U0001F600", 2, "a")]
    [InlineData("\U0001F600b", 2, "\U0001F600")]
    public void The_beginning_of_a_text_has_whole_characters(string text, int most, string beginning) => Assert.Equal(beginning, Letters.Beginning(text, most).ToString());

    [Theory]
    [InlineData("", false)]
    [InlineData("cc", false)]
    [InlineData("cc0", true)]
    [InlineData("waived via CC0.", true)]
    [InlineData("0 00 ccc0", true)]
    [InlineData("c c0 0cc", false)]
    public void A_phrase_is_found_in_any_case_wherever_it_stands(string text, bool has)
    {
        Assert.Equal(has, Letters.HasPhrase(text, "cc0"));
        Assert.Equal(has, text.Contains("cc0", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_content_id_is_what_git_names_the_bytes_at_every_length()
    {
        var bytes = new byte[300];
        new Random(5).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            byte[] blob = [.. System.Text.Encoding.ASCII.GetBytes($"blob {length}\0"), .. bytes.AsSpan(0, length)];
#pragma warning disable CA5350 // Not for security: git names blobs by SHA-1.
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(blob)), ContentId.Of(bytes.AsSpan(0, length)).Sha);
#pragma warning restore CA5350
        }
    }
}
