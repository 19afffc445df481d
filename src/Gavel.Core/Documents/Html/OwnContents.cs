namespace Gavel.Core.Documents.Html;

/// <summary>A table of contents that an author wrote: a page has its own beside the text.</summary>
internal static class OwnContents
{
    private const int MinEntries = 3;

    /// <summary>A list with nothing but links within the page.</summary>
    public static bool Is(Block block) => block is Block.List list && CountOf(list) >= MinEntries;

    /// <summary>A section with nothing but such a list; its heading goes with it.</summary>
    public static bool Is(Section section) =>
        section is { Heading: not null, Children.Length: 0 } && section.Blocks.Count(static b => b is not Block.Comment) == 1 && section.Blocks.Any(Is);

    /// <returns>How many links; -1 when anything else is in it.</returns>
    private static int CountOf(Block.List list)
    {
        var count = 0;
        foreach (var item in list.Items)
        {
            if (item.IsDone is not null || item.Blocks is not [Block.Paragraph { Inlines: [Inline.Link { IsImage: false } link] }, ..] || !link.Target.StartsWith('#')) return -1;
            count++;
            foreach (var below in item.Blocks.AsSpan()[1..])
            {
                var inner = below is Block.List nested ? CountOf(nested) : -1;
                if (inner < 0) return -1;
                count += inner;
            }
        }
        return count;
    }
}
