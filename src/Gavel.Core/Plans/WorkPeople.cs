using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Plans;

/// <summary>The people of a section beside the work ("Assignees"): who is named first does what names nobody.</summary>
internal static class WorkPeople
{
    public static ImmutableArray<string> Beside(Section root, Section work)
    {
        var parent = root.SelfAndDescendants().FirstOrDefault(s => s.Children.Any(c => ReferenceEquals(c, work)));
        foreach (var section in parent?.Children.Concat(work.Children) ?? work.Children)
        {
            if (section.Heading is { } heading && PlanWords.PeopleTitle.Is(heading.Text)) return In(section);
        }
        return [];
    }

    // "Primary assignee:" as a term with the name below, as a line with the name behind or below, or the name alone.
    private static ImmutableArray<string> In(Section section)
    {
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case Block.List { Kind: ListKind.Definition, Items: [{ Blocks: [Block.Paragraph name, ..] }, ..] }: return Names(name);
                case Block.List { Items: [{ Blocks: [Block.Paragraph first, ..] }, ..] }: return Names(first);
                case Block.Quote { Blocks: [Block.Paragraph quoted, ..] }: return Names(quoted);
                case Block.Paragraph paragraph when !PlainText.Of(paragraph.Inlines).EndsWith(':'): return Names(paragraph);
            }
        }
        return [];
    }

    private static ImmutableArray<string> Names(Block.Paragraph paragraph) => PeopleReader.OfWhole(PlainText.Of(paragraph.Inlines), isApart: true);
}
