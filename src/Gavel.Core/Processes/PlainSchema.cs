using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Templates;

namespace Gavel.Core.Processes;

/// <summary>A schema of nothing but what a document shows: its header fields and headings. For proposals whose template is missing; nothing in it is certain.</summary>
internal static class PlainSchema
{
    /// <param name="reason">Who asks; null for the document's own lines.</param>
    public static Schema Of(Document document, Reason? reason = null)
    {
        var demands = ImmutableArray.CreateBuilder<Demand>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in document.Header)
        {
            if (!keys.Add($"field:{field.Name.ToLowerInvariant()}")) continue;
            demands.Add(new Demand.Field(field.Name, FieldKind.Text)
            {
                Key = $"field:{field.Name.ToLowerInvariant()}",
                Source = SourceOf(document, reason, field.Span),
                Confidence = Confidence.Low,
                Style = field.Style,
                Placeholder = PlaceholderShapes.IsWrapped(field.Value) ? field.Value : null,
                Order = demands.Count,
            });
        }
        if (document.Title is { } title && TitleLearner.HasNumber(title.Text))
            demands.Add(new Demand.Title(TitleLearner.Read(title.Text).Pattern) { Key = "title", Source = SourceOf(document, reason, title.Span), Confidence = Confidence.Low });
        var order = 0;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is not { Text.Length: > 0 } heading || ReferenceEquals(heading, document.Title) || !keys.Add($"section:{heading.Text.ToLowerInvariant()}")) continue;
            demands.Add(new Demand.Section(heading.Text, heading.Level)
            {
                Key = $"section:{heading.Text.ToLowerInvariant()}",
                Source = SourceOf(document, reason, heading.Span),
                Confidence = Confidence.Low,
                Order = order++,
            });
        }
        return new Schema(document.Text.Path, document.Text.Id, demands.ToImmutable(), [], [], null, [])
        {
            Syntax = document.Syntax,
            Document = document,
            HeaderStyle = document.Header.IsEmpty ? HeaderStyle.None : document.Header[0].Style,
        };
    }

    private static Reason SourceOf(Document document, Reason? reason, Text.TextSpan span) =>
        reason ?? new Reason.TemplateLine(document.At(span), document.Text.Id, PlainText.Fold(document.Text.Slice(span)));
}
