using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>Demands on the document as a whole: its licence, its table of contents; and the author's steps.</summary>
internal static class DocumentLearner
{
    public static IEnumerable<Demand> Of(Document document, Outline outline, PassageClassifier classifier, Sources sources)
    {
        foreach (var part in outline.All)
        {
            var isLicencePart = part.Title is not null && Cues.Licence.Is(WordText.Of(part.Text));
            var text = part.Passages.Where(p => classifier.IsLicenceText(p) && (isLicencePart || part.Title is null)).ToList();
            if (text.Count > 0)
                yield return new Demand.Licence(string.Join(' ', text.Select(p => p.Text))) { Key = sources.Unique("licence"), Source = sources.At(text[0].Span), Confidence = isLicencePart || text[0].InComment ? Confidence.High : Confidence.Medium };
        }
        if (ContentsAt(document, outline, classifier) is { } at)
            yield return new Demand.Contents { Key = sources.Unique("contents"), Source = sources.At(at), Confidence = Confidence.High };
    }

    public static ImmutableArray<ChecklistStep> Checklist(Outline outline, PassageClassifier classifier, Sources sources) =>
        [.. from part in outline.All from passage in part.Passages where classifier.Of(passage, part).Role == PassageRole.Checklist select new ChecklistStep(passage.Text, sources.At(passage.Span))];

    private static Text.TextSpan? ContentsAt(Document document, Outline outline, PassageClassifier classifier)
    {
        foreach (var part in outline.All)
        {
            if (part.Title is not null && Cues.ContentsTitle.Is(part.Text)) return part.Span;
            foreach (var passage in part.Passages)
            {
                if (classifier.IsContents(passage)) return passage.Span;
                if (passage.Words.Count <= 2 && Cues.ContentsTitle.Is(passage.Words) && (passage.InComment || passage.Text.StartsWith('[') || passage.Text.StartsWith('{'))) return passage.Span;
            }
        }
        foreach (var section in document.Root.SelfAndDescendants())
        {
            foreach (var block in section.Blocks)
                if (block is Block.Directive { Name: "contents" or "toctree" }) return block.Span;
        }
        return null;
    }
}
