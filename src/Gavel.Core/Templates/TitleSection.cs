using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>Finds the heading that a proposal's title takes the place of.</summary>
internal static class TitleSection
{
    /// <summary>The section whose heading is the title; null where the template has none.</summary>
    public static Section? Find(Document document)
    {
        var top = document.Root.Children;
        if (top.Length == 0) return null;
        var first = top[0];
        if (first.Children.Length > 0 && IsBare(first.Heading!)) return first;
        if (HasGap(first) && !Cues.RepeatableWord.Starts(WordText.Of(first.Heading!.Text))) return first;
        if (Part.IsGuideTitle(first.Heading!.Text) && top is not [{ Children.Length: >= 2 }]) // the only one of its level holds all that is asked
        {
            var rest = top.Where(s => !Part.IsGuideTitle(s.Heading!.Text)).ToList();
            return rest is [{ Children.Length: >= 2 } only] && IsTitle(only) ? only : null;
        }
        if (document.Title is null || document.Title != first.Heading) return null;
        // A heading among others of its level is no title where the front matter has one.
        return top.Length > 1 && document.Header.Any(f => f.Style == HeaderStyle.FrontMatter && f.Name.Equals("title", StringComparison.OrdinalIgnoreCase)) ? null : first;
    }

    /// <summary>A heading that says nothing but what stands in its place.</summary>
    public static bool IsBare(Heading heading) => string.Equals(heading.Text, "Title", StringComparison.OrdinalIgnoreCase);

    /// <summary>A later section that reads as the template's title, with its sections below it; null where there is none.</summary>
    public static Section? BelowAPage(Document document)
    {
        var top = document.Root.Children;
        if (top.Length == 0 || HasGap(top[0])) return null;
        foreach (var section in top)
            if (!ReferenceEquals(section, top[0]) && HasGap(section) && section.Children.Length > 0) return section;
        var gaps = top[0].Children.Where(HasGap).ToList();
        return gaps.Count == 1 && gaps[0].Children.Length >= 2 && IsTitle(gaps[0]) ? gaps[0] : null;
    }

    private static bool IsTitle(Section section)
    {
        var text = TemplateText.Of(section.Heading!.Inlines);
        return TitleLearner.HasNumber(text) || Cues.TitleWord.IsIn(text);
    }

    private static bool HasGap(Section section)
    {
        var text = TemplateText.Of(section.Heading!.Inlines);
        if (text.Length == 0) return TemplateText.CommentsIn(section.Heading.Inlines).Any(static c => Cues.TitleWord.IsIn(c.Text));
        if (TitleLearner.HasNumber(text)) return HeadingReader.WithoutNumber(text).Length == text.Length || !PlaceholderShapes.Find(text).IsEmpty || Cues.TitleWord.IsIn(text);
        return (!PlaceholderShapes.Find(text).IsEmpty && !HeadingReader.Read(text).IsRepeatable) || PlaceholderShapes.IsWhole(text) && Cues.TitleWord.IsIn(text);
    }
}
