using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>Reads a template as the schema of its proposals. Knows no project: everything comes from the template's text and the table of cue words.</summary>
public static class TemplateLearner
{
    private const int FewestLegendWords = 5;

    private static readonly char[] Brackets = ['(', ')', '（', '）', '/', '|'];

    /// <summary>The document of the schema that <see cref="Learn"/> gives.</summary>
    public static Document DocumentOf(Document template) => TemplateDefects.Fatal(template.Text) is null ? TemplateScope.Of(template) : template;

    /// <summary>Never throws. What cannot be learned is a defect of the schema.</summary>
    public static Schema Learn(Document template)
    {
        if (TemplateDefects.Fatal(template.Text) is { } fatal)
            return new Schema(template.Text.Path, template.Text.Id, [], [], [], null, [fatal]) { Syntax = template.Syntax, Document = template };

        var document = TemplateScope.Of(template);
        var sources = new Sources(template.Text);
        var outline = Outline.Read(document);
        var classifier = new PassageClassifier(outline);
        var fieldLearner = new FieldLearner(sources, document);
        var fields = WithSectionFields(fieldLearner, fieldLearner.Learn(outline.Preface.Passages), outline, out var fieldOf);
        var statuses = fields.FirstOrDefault(f => f.Values.Length > 1 && Cues.StatusField.Is(WordText.Of(f.Name)))?.Values ?? [];
        var sections = new SectionLearner(sources, outline, classifier, statuses);

        var demands = ImmutableArray.CreateBuilder<Demand>();
        if (TitleOf(document, outline, fields, sources) is { } title)
        {
            demands.Add(title);
            if (title.Pattern.Name is { } name) fields = [.. fields.Select(f => f.Kind == FieldKind.Text && f.Constant is null && f.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? f with { Kind = FieldKind.Number } : f)];
        }
        demands.AddRange(fields);
        demands.AddRange(sections.WithinPart(outline.Preface));
        demands.AddRange(sections.Learn().Select(d => d is Demand.Section s && fieldOf.TryGetValue(s.Key, out var key) ? s with { FieldKey = key } : d));
        demands.AddRange(DocumentLearner.Of(document, outline, classifier, sources));

        var first = fields.FirstOrDefault(f => Cues.StatusField.Is(WordText.Of(f.Name)));
        return new Schema(
            template.Text.Path, template.Text.Id, demands.ToImmutable(), new LeftoverLearner(sources, classifier, first?.Initial ?? first?.Values.FirstOrDefault()).Learn(document, outline, fields),
            DocumentLearner.Checklist(outline, classifier, sources), NamingLearner.Of(outline, sources), new TemplateDefects(document).Find(outline, classifier))
        {
            Syntax = template.Syntax,
            Document = document,
            HeaderStyle = fields.Length == 0 ? HeaderStyle.None : fields.GroupBy(f => f.Style).OrderByDescending(g => g.Count()).First().Key,
            SaysInstructionsGo = outline.All.Any(p => p.Passages.Exists(t => Cues.InstructionsGo.IsIn(t.Words))),
        };
    }

    private static Demand.Title? TitleOf(Document document, Outline outline, ImmutableArray<Demand.Field> fields, Sources sources)
    {
        var field = fields.FirstOrDefault(f => f.Parent.Length == 0 && WordText.Key(f.Name) is "title");
        if (outline.Title is { } heading && !(field is not null && TitleSection.IsBare(heading)))
        {
            var (form, confidence) = TitleLearner.Read(TextOf(heading));
            return new Demand.Title(form) { Key = sources.Unique("title"), Source = sources.At(heading.Span), Confidence = confidence };
        }
        field ??= fields.FirstOrDefault(f => f.Parent.Length == 0 && Cues.TitleField.Is(WordText.Of(f.Name)));
        if (field is null) return null;
        var pattern = field.Placeholder is { } gap && TitleLearner.HasNumber(gap) ? TitleLearner.Read(gap).Pattern : new TitlePattern([new TitleToken(TitlePart.Title, field.Placeholder ?? "{title}")]);
        return new Demand.Title(pattern) { Key = sources.Unique("title"), Source = field.Source, Confidence = Confidence.Medium };
    }

    // "# XP: <!-- your title -->", "# <!-- your title -->"
    private static string TextOf(Heading heading)
    {
        var text = TemplateText.Of(heading.Inlines);
        return (text.Length == 0 || text.EndsWith(':')) && TemplateText.CommentsIn(heading.Inlines).Any() ? $"{text} {{title}}" : text;
    }

    // "状态 (Status)": the one word in two languages.
    private static bool IsStatus(string title) =>
        Cues.StatusField.Is(title) || !Ascii.IsValid(title) && title.Split(Brackets, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: 2 } words && words.Any(static w => Cues.StatusField.Is(w));

    // A section such as "Status", at the top and with a short text or a list of values, is a field too.
    private static ImmutableArray<Demand.Field> WithSectionFields(FieldLearner learner, ImmutableArray<Demand.Field> fields, Outline outline, out Dictionary<string, string> fieldOf)
    {
        fieldOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in outline.Parts)
        {
            if (part.IsOffered || part.Parent is not null || part.Children.Count > 0 || !IsStatus(part.Text)) continue;
            var leads = part.Passages.Where(p => p is { Lead.Length: > 0, InComment: false } && p.Text.AsSpan(p.Lead.Length).StartsWith(":") && !Cues.Remark.Is(p.Lead)).ToList();
            var isLegend = leads.Count > 1 && leads.TrueForAll(static p => p.Kind == PassageKind.Item && p.Words.Count - WordText.Of(p.Lead).Count >= FewestLegendWords && !PlaceholderShapes.IsWrapped(p.Text[(p.Lead.Length + 1)..]));
            if (fields.FirstOrDefault(f => string.Equals(f.Name, part.Text, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                if (isLegend && known.Values.IsEmpty) fields = fields.Replace(known, known with { Values = FieldLearner.ValuesOf(leads), Kind = FieldKind.Enum, Confidence = Confidence.High });
                continue;
            }
            // "## Status" over a list that has the status by another name.
            if (fields.Any(static f => Cues.StatusField.Is(WordText.Of(f.Name))) && part.Passages.TrueForAll(p => fields.Any(f => p.Text.StartsWith(f.Name + ":", StringComparison.OrdinalIgnoreCase)))) continue;
            if (isLegend)
            {
                var legend = learner.OfLegend(part, leads, fields.Length);
                fields = fields.Add(legend);
                fieldOf["section:" + WordText.Slug(part.Text)] = legend.Key;
                continue;
            }
            if (leads.Count > 0)
            {
                foreach (var lead in leads) fields = fields.Add(learner.OfLead(lead, fields.Length));
                continue;
            }
            var field = learner.OfSection(part, fields.Length);
            fields = fields.Add(field);
            fieldOf["section:" + WordText.Slug(part.Text)] = field.Key;
        }
        return fields;
    }
}
