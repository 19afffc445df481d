using Gavel.Core.Searching;

namespace Web.Tests.Searching;

/// <summary>The queries that were written down before there was a ranking.</summary>
public sealed class Answers_that_readers_want
{
    [Fact]
    public void Nine_in_ten_come_first_and_all_within_the_first_three()
    {
        var places = Wish.All.GroupBy(w => w.Collection).SelectMany(group =>
        {
            var index = new MemoryIndex(Collections.Documents(group.Key));
            return group.Select(wish => (wish.Query, Order: SearchEngine.Order(index, SearchQuery.Parse(wish.Query)), wish.Answer)).Select(w => (w.Query, Place: w.Order.IndexOf(w.Answer) + 1, Instead: string.Join(' ', w.Order.Take(3))));
        }).ToList();
        Assert.All(places, p => Assert.True(p.Place is 1 or 2 or 3, $"'{p.Query}' has its answer at place {p.Place}: {p.Instead}"));
        var first = places.Count(p => p.Place == 1);
        Assert.True(first * 10 >= places.Count * 9, $"{first} of {places.Count}; not: {string.Join("; ", places.Where(p => p.Place != 1).Select(p => $"{p.Query} ({p.Place}: {p.Instead})"))}");
    }
}
