using Gavel.Core.Searching;
using Gavel.Web.Searching;

namespace Web.Tests.Searching;

/// <summary>An index of which a few proposals changed is the one that is made anew.</summary>
public sealed class An_index_that_is_brought_up_to_date
{
    [Theory]
    [InlineData("eips")]
    [InlineData("peps")]
    public void It_is_the_one_that_is_made_anew(string collection)
    {
        var documents = Collections.Documents(collection);
        var counter = new TermCounter();
        string[] packed = [.. documents.Select(d => PackedTerms.Write(d, counter))];
        var text = IndexText.Of(Postings.Of(packed));
        var random = new Random(7);
        for (var round = 0; round < 25; round++)
        {
            var number = round switch { 0 => 0, 1 => packed.Length - 1, _ => random.Next(packed.Length) };
            var edited = PackedTerms.Write(Edited(documents[number], documents[random.Next(packed.Length)], random, round), counter);
            var patched = IndexPatch.Apply(text, number, packed[number], edited);
            packed[number] = edited;
            Assert.NotNull(patched);
            text = patched;
        }
        AssertSame(IndexText.Of(Postings.Of(packed)), text);
    }

    [Fact]
    public void A_word_that_nobody_has_any_more_is_gone_and_one_that_is_new_stands_in_its_place()
    {
        string[] before = ["\nstatus:open\napple\t#\"$\nzebra\t#\"#\n", "\nstatus:done status:open\napple\t!\"&\n"];
        string[] now = ["\nstatus:open\napple\t$\"$\nmango\t#\"#\n\uffe5\t#\"#\n", before[1]];
        var text = IndexPatch.Apply(IndexText.Of(Postings.Of(before)), 0, before[0], now[0]);
        Assert.NotNull(text);
        AssertSame(IndexText.Of(Postings.Of(now)), text);
    }

    [Fact]
    public void Words_beyond_the_first_plane_are_left_to_a_full_run()
    {
        const string Before = "\n\napple\t#\"$\n";
        Assert.Null(IndexPatch.Apply(IndexText.Of(Postings.Of([Before])), 0, Before, "\n\n\U0001d400\t#\"$\n"));
    }

    [Fact]
    public void Files_end_where_they_ended_before_but_around_the_edit()
    {
        var documents = Collections.Documents("eips");
        var counter = new TermCounter();
        string[] packed = [.. documents.Select(d => PackedTerms.Write(d, counter))];
        var before = IndexShards.Cut(IndexText.Of(Postings.Of(packed)), []);
        packed[40] = PackedTerms.Write(documents[40] with { Blocks = documents[40].Blocks.Add(new SearchBlock(documents[40].Blocks[^1].Zone, 1, "An ombudsperson walks.")) }, counter);
        var after = IndexShards.Cut(IndexText.Of(Postings.Of(packed)), []);
        Assert.Equal(before.Length, after.Length);
        Assert.InRange(before.Zip(after).Count(p => !p.First.Bytes.AsSpan().SequenceEqual(p.Second.Bytes)), 1, 8);
    }

    private static SearchDocument Edited(SearchDocument document, SearchDocument other, Random random, int round) => (round % 4) switch
    {
        0 => document with { Blocks = document.Blocks.AddRange(other.Blocks.Take(3)) },
        1 when document.Blocks.Length > 1 => document with { Blocks = document.Blocks.RemoveAt(random.Next(document.Blocks.Length)) },
        2 => document with { Title = other.Title },
        _ => document with { Blocks = document.Blocks.InsertRange(0, other.Blocks.TakeLast(2)) },
    };

    private static void AssertSame(IndexText expected, IndexText actual)
    {
        Assert.True(expected.Words.AsSpan().SequenceEqual(actual.Words), "words");
        Assert.True(expected.Places.AsSpan().SequenceEqual(actual.Places), "places");
        Assert.True(expected.Facts.AsSpan().SequenceEqual(actual.Facts), "facts");
        Assert.Equal(expected.FactNames, actual.FactNames);
    }
}
