using Gavel.Core.Documents;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Which anchor each heading has.</summary>
internal static class HeadingAnchors
{
    public static IEnumerable<(Heading Heading, string Anchor)> Of(Document document, string convention)
    {
        _ = convention;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) yield return (heading, heading.Text);
        }
    }
}
