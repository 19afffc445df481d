using Gavel.Core.Proposals;

namespace Core.Tests.Proposals;

public sealed class MapEntriesTests
{
    [Theory]
    [InlineData("name: Your Name", "name: Your Name github: ann7", true)]
    [InlineData("name: Your Name, email: \"you@example.org\"", "email: ann@rail.example name: \"Your Name\"", true)]
    [InlineData("name: Your Name", "name: Ann Lee, name: Your Name", true)]
    [InlineData("name: Your Name", "name: Ann Lee github: yourname", false)]
    [InlineData("name: Ann Lee", "name: Ann Lee github: ann7", false)]
    [InlineData("Your Name", "Your Name", false)] // no map: compared as a whole elsewhere
    public void An_example_that_the_template_shows_in_a_map_is_known_beside_what_was_filled_in(string placeholder, string value, bool isKept) =>
        Assert.Equal(isKept, MapEntries.KeepsExample(placeholder, value));
}
