using System.Globalization;
using Gavel.Core.Documents;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Which anchor each heading has.</summary>
internal static class HeadingAnchors
{
    /// <summary>In the order of the text. A name that is used again gets a number behind it.</summary>
    public static IEnumerable<(Heading Heading, string Anchor)> Of(Document document, string convention)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is not { } heading) continue;
            var slug = Anchors.Slug(heading.Text, convention);
            var times = used.GetValueOrDefault(slug);
            used[slug] = times + 1;
            yield return (heading, times == 0 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{times}"));
        }
    }
}
