using Gavel.Core.Catalogs;

namespace Core.Tests.Catalogs;

public sealed class PeopleTests
{
    [Theory]
    [InlineData("Ann Lee (@ann), Bo <bo@example.org>", new[] { "Ann Lee", "Bo" })]
    [InlineData("Ann Lee and Bo Ek; @cy", new[] { "Ann Lee", "Bo Ek", "@cy" })]
    [InlineData("Ann Lee, et al.", new[] { "Ann Lee" })]
    [InlineData("Ann Lee et al", new[] { "Ann Lee" })]
    [InlineData("Ann Lee and others", new[] { "Ann Lee" })]
    [InlineData("Petal, Al Brothers", new[] { "Petal", "Al Brothers" })]
    public void Names_are_read_in_their_order_and_those_who_are_not_named_are_nobody(string value, string[] names) => Assert.Equal(names, People.Split(value));
}
