using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>Finds the diagrams and links that a section must have.</summary>
internal static class MediaLearner
{
    private const int Reach = 9;

    public static IEnumerable<Demand> Of(Part part, Passage passage, Sources sources)
    {
        foreach (var sentence in Sentences.Of(passage.Text))
        {
            var words = WordText.Of(sentence);
            if (KindOf(words) is not { } kind) continue;
            var prefix = kind == MediaKind.Link ? PrefixAfter(part, passage) : null;
            var slug = WordText.Slug(sentence);
            yield return new Demand.Media(part.Key, kind, sentence)
            {
                Key = sources.Unique($"{(kind == MediaKind.Link ? "link" : "diagram")}:{WordText.Slug(part.Text)}:{(slug.Length > 40 ? slug[..40] : slug)}"),
                Source = sources.At(LineOf(passage, sentence, sources)),
                AddressPrefix = prefix,
                Requirement = part.IsOffered ? Requirement.Optional : IsConditional(words) ? Requirement.Conditional : Requirement.Required,
                When = IsConditional(words) ? new Condition(Text: sentence) : Condition.Always,
                Confidence = prefix is not null ? Confidence.High : Confidence.Medium,
            };
        }
    }

    // An imperative whose object, within a few words, is a diagram or a link.
    private static MediaKind? KindOf(WordText words)
    {
        var start = words.Count > 0 && Cues.Politeness.At(words, 0) is not null ? 1 : 0;
        if (Cues.AskFor.At(words, start) is not { } verb) return null;
        if (Cues.Diagram.Find(words, start) is { } diagram && diagram.Word <= start + Reach) return MediaKind.Diagram;
        if (words.Words[verb.Word] is "link") return null;
        return Cues.LinkWord.Find(words, verb.End) is { } link && link.Word <= verb.End + 4 && words.Words[link.Word] is not ("link" or "links") | link.Word <= verb.End + 1 ? MediaKind.Link : null;
    }

    private static bool IsConditional(WordText words) => words.Words.Any(w => w is "if" or "where" or "when" or "optionally") || Cues.WhenApplicable.Find(words) is not null || words.Count > 3 && words.Words.Contains("for", StringComparer.Ordinal) && words.Words.Contains("apis", StringComparer.Ordinal);

    // The constant beginning of the example address that follows: https://host/project/+bug/.
    private static string? PrefixAfter(Part part, Passage passage)
    {
        var at = part.Passages.IndexOf(passage);
        foreach (var near in part.Passages.Skip(at).Take(2))
        {
            var start = near.Text.IndexOf("http", StringComparison.Ordinal);
            if (start < 0 || !near.Text.AsSpan(start).Contains("://", StringComparison.Ordinal)) continue;
            if (near != passage && near.Words.Count > 14) continue;
            var end = near.Text.IndexOf(' ', start);
            var address = (end < 0 ? near.Text[start..] : near.Text[start..end]).TrimEnd('.', ')', ',');
            var slash = address.TrimEnd('/').LastIndexOf('/');
            return slash > address.IndexOf("://", StringComparison.Ordinal) + 3 ? address[..(slash + 1)] : null;
        }
        return null;
    }

    private static TextSpan LineOf(Passage passage, string sentence, Sources sources)
    {
        var first = WordText.Of(sentence);
        var head = sentence[..first.EndOf(Math.Min(2, first.Count - 1))];
        var text = sources.Text.Slice(passage.Span);
        var at = text.IndexOf(head, StringComparison.Ordinal);
        return at < 0 ? passage.Span : new TextSpan(passage.Span.Start + at, head.Length);
    }
}
