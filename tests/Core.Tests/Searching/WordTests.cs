using Gavel.Core.Searching;

namespace Core.Tests.Searching;

public sealed class WordTests
{
    [Theory]
    [InlineData("Retry budgets, please.", "retry budget please")]
    [InlineData("batch_get", "batch get +batchget")]
    [InlineData("BatchGet", "batch get +batchget")]
    [InlineData("HTTPServer of the IDs", "http server +httpserver of the ids")]
    [InlineData("f-strings", "f string +fstring")]
    [InlineData("utf8", "utf 8 +utf8")]
    [InlineData("RFC-0020", "rfc 20 +rfc20")]
    [InlineData("secp256r1", "secp256r1")]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7", "")]
    [InlineData("Ærø café naïve", "aero cafe naive")]
    [InlineData("cafe\u0301 E\u0301tat", "cafe etat")]
    [InlineData("a\uFEFFb", "a b")]
    [InlineData("don't", "dont")]
    [InlineData("classes boxes queries status", "class box query status")]
    [InlineData("数据库 ok", "数 据 库 ok")]
    [InlineData("a — “b”", "a b")]
    public void A_text_is_parted_into_words(string text, string expected)
    {
        var words = new List<Word>();
        new WordReader().Read(text, words);
        Assert.Equal(expected, string.Join(' ', words.Select(w => w.IsJoined ? "+" + w.Term : w.Term)));
    }

    [Theory]
    [InlineData("RFC-0020", "rfc20")]
    [InlineData("rfc 20", "rfc20")]
    [InlineData("Rfc20", "rfc20")]
    [InlineData("2024.1/Foo", "20241foo")]
    public void Spellings_of_an_id_fold_into_one(string id, string folded) => Assert.Equal(folded, new WordReader().Fold(id));

    [Fact]
    public void Any_text_gives_words_that_stand_in_it()
    {
        var random = new Random(7);
        var reader = new WordReader();
        var words = new List<Word>();
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : "aZ0 _-'’ßİé\ud83d\ude00"[random.Next(13)]));
            reader.Read(text, words);
            Assert.All(words, w => Assert.True(w.Start >= 0 && w.Length > 0 && w.Start + w.Length <= text.Length && w.Term.Length > 0, text));
            Assert.All(words, w => Assert.DoesNotContain(w.Term, c => c is ' ' or '=' or '"'));
            _ = SearchQuery.Parse(text);
            _ = reader.Fold(text);
        }
    }
}
