using Gavel.Core.Catalogs;

namespace Core.Tests.Catalogs;

public sealed class NumberSequenceTests
{
    [Fact]
    public void The_largest_of_a_row_is_its_top() => Assert.Equal(new NumberSequence(12, null), NumberSequence.Of([3, 1, 12, 2, 2, 11, 10, 9, 8, 7]));

    [Fact]
    public void Nothing_has_no_top() => Assert.Equal(new NumberSequence(0, null), NumberSequence.Of([]));

    [Fact]
    public void A_few_far_above_all_others_stand_apart() =>
        Assert.Equal(new NumberSequence(60, (8000, 8003)), NumberSequence.Of([.. Enumerable.Range(1, 60), 8000, 8001, 8003]));

    [Fact]
    public void Several_groups_may_stand_apart() =>
        Assert.Equal(new NumberSequence(800, (3000, 8010)), NumberSequence.Of([.. Enumerable.Range(1, 800), .. Enumerable.Range(3000, 60), .. Enumerable.Range(8000, 11)]));

    [Fact]
    public void A_quarter_of_all_is_where_the_numbers_went_on() =>
        Assert.Equal(new NumberSequence(1019, null), NumberSequence.Of([.. Enumerable.Range(1, 60), .. Enumerable.Range(1000, 20)]));

    [Fact]
    public void A_gap_that_is_narrower_than_what_lies_below_is_a_leap() =>
        Assert.Equal(new NumberSequence(900, null), NumberSequence.Of([.. Enumerable.Range(1, 500), 900]));

    [Fact]
    public void A_small_gap_is_a_leap_whatever_lies_below() => Assert.Equal(new NumberSequence(90, null), NumberSequence.Of([.. Enumerable.Range(1, 12), 90]));

    [Fact]
    public void Few_numbers_show_no_row() => Assert.Equal(new NumberSequence(4000, null), NumberSequence.Of([1, 2, 3, 4, 5, 4000]));
}
