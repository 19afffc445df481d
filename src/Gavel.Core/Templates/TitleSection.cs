using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>Finds the heading that a proposal's title takes the place of.</summary>
internal static class TitleSection
{
    /// <param name="isPageAbove">The title stands below a page of its own, whose other sections are not part of the template.</param>
    public static Section? Find(Document document, out bool isPageAbove)
    {
        isPageAbove = false;
        var top = document.Root.Children;
        if (top.Length == 0) return null;
        var first = top[0];
        if (LooksLikeTitle(first)) return first;
        foreach (var section in top)
        {
            if (ReferenceEquals(section, first) || !HasGap(section) || section.Children.Length == 0) continue;
            isPageAbove = true;
            return section;
        }
        var gaps = first.Children.Where(HasGap).ToList();
        if (gaps.Count == 1 && gaps[0].Children.Length >= 2 && TitleReaderFits(gaps[0]))
        {
            isPageAbove = true;
            return gaps[0];
        }
        return document.Title is not null && document.Title == first.Heading ? first : null;
    }

    private static bool LooksLikeTitle(Section section) => HasGap(section) && !Cues.RepeatableWord.Starts(WordText.Of(section.Heading!.Text));

    private static bool TitleReaderFits(Section section) => TitleLearner.Read(TemplateText.Of(section.Heading!.Inlines)).Pattern.HasNumber || WordText.Of(section.Heading!.Text) is var words && Cues.TitleWord.IsIn(words);

    private static bool HasGap(Section section)
    {
        var text = TemplateText.Of(section.Heading!.Inlines);
        return TitleLearner.HasNumber(text) || (!PlaceholderShapes.Find(text).IsEmpty && !HeadingReader.Read(text).IsRepeatable) || PlaceholderShapes.IsWhole(text) && Cues.TitleWord.IsIn(text);
    }
}
