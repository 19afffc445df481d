using Gavel.Core.Templates;

namespace Core.Tests.Templates;

public sealed class EnumReaderTests
{
    [Theory]
    [InlineData("one of ['Under Review', 'Agreed', 'Dropped']", "Under Review,Agreed,Dropped")]
    [InlineData("\"one of ['Under Review', 'Agreed']\"", "Under Review,Agreed")]
    [InlineData("draft | ready | done", "draft,ready,done")]
    [InlineData("draft|ready|done", "draft,ready,done")]
    [InlineData("<Draft | Final>", "Draft,Final")]
    [InlineData("Draft / In Review / Approved", "Draft,In Review,Approved")]
    [InlineData("_Open_ or _Design Agreed_ or _Merged_", "Open,Design Agreed,Merged")]
    [InlineData("<Core, Network, Interface, or Tooling>", "Core,Network,Interface,Tooling")]
    [InlineData("one of: a, b, c", "a,b,c")]
    [InlineData("Must be one of the following: Open, Closed", "Open,Closed")]
    [InlineData("What is it: such as proposed, accepted, rejected, etc.?", "proposed,accepted,rejected")]
    [InlineData("{proposed | accepted | … | superseded by [D-5](5.md)}", "proposed,accepted,superseded")]
    [InlineData("{DRAFT | READY} {Built | Not Built}", "DRAFT,READY")]
    [InlineData("Consensus (soft fork) | Consensus (hard fork)", "Consensus (soft fork),Consensus (hard fork)")]
    [InlineData("Open, Implemented (1.2), Replaced by <number>", "Open,Implemented,Replaced")]
    [InlineData("(choose one) idea, plan, product", "idea,plan,product")]
    [InlineData("Valid states are \"Open\", \"Shut\"", "Open,Shut")]
    [InlineData("draft → review → done", "draft,review,done")]
    [InlineData("draft -> review -> done -> replaced | dropped", "draft,review,done,replaced,dropped")]
    [InlineData("{Draft/Final/Dropped} – why it is so", "Draft,Final,Dropped")]
    [InlineData("{proposé | accepté | remplacé par D-0005}", "proposé,accepté,remplacé")]
    [InlineData("Proposto | Aceito | Substituído por D [n]", "Proposto,Aceito,Substituído")]
    [InlineData("one of three allowed kinds: Wind, Water, Horse", "Wind,Water,Horse")]
    [InlineData("<Kind> (Wind, Water, Horse)", "Wind,Water,Horse")]
    [InlineData("Wind, Water, Horse _(select one most fitting, if not applicable leave blank)_", "Wind,Water,Horse")]
    public void Values_are_read_in_every_spelling(string text, string expected) => Assert.Equal(expected.Split(','), EnumReader.Read(text, isNamedSo: true));

    [Theory]
    [InlineData("<a> (", "Wind, Water", ")")]
    [InlineData("", "Wind, Water", " (select one)")]
    [InlineData("(", "Wind, Water", ")")]
    [InlineData("_", "Wind, Water", "_")]
    public void What_is_nested_without_end_ends_somewhere(string open, string inner, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + inner + string.Concat(Enumerable.Repeat(close, 100_000));
        var reader = new Thread(() => EnumReader.Read(PlainMarkup.Strip(PlaceholderShapes.Unwrap(text)), isNamedSo: true), maxStackSize: 512 * 1024) { IsBackground = true };
        reader.Start();
        Assert.True(reader.Join(TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData("Ann Lee, Bob Ray")]
    [InlineData("https://example.org/a/b/c")]
    [InlineData("launchpad-id or None")]
    [InlineData("the names of all who wrote this, with their handles")]
    [InlineData("YYYY-MM-DD")]
    [InlineData("acme/tool#NNNN or acme/tool-parts#NNNN")]
    [InlineData("")]
    public void Other_values_are_no_enumeration(string text) => Assert.Empty(EnumReader.Read(text, isNamedSo: false));

    [Theory]
    [InlineData("/docs/proposals/a_template")]
    [InlineData("N/A")]
    [InlineData("YYYY/MM/DD")]
    [InlineData("[dd/mm/aaaa]")]
    [InlineData("ДД/ММ/ГГГГ")]
    [InlineData("various allowed values, see below")]
    [InlineData("Draft")]
    public void Nor_are_these_under_a_name_that_suggests_one(string text) => Assert.Empty(EnumReader.Read(text, isNamedSo: true));

    [Theory]
    [InlineData("<rail | road | ...>", true)]
    [InlineData("rail, road, and so on", true)]
    [InlineData("rail | road", false)]
    public void A_list_that_goes_on_is_open(string text, bool isOpen) => Assert.Equal(isOpen, EnumReader.IsOpen(text));
}
