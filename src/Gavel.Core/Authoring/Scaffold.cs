using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Rst;

namespace Gavel.Core.Authoring;

/// <summary>Copies a template and fills in what is known; everything else stays, for the author to read.</summary>
internal static class Scaffold
{
    /// <returns>The document, and the file beside it where the template keeps its header there.</returns>
    public static (string Text, string? Header, Outcome.Refused? Refusal) Fill(Schema schema, KnownValues values, ImmutableArray<(string Name, string Value)> given)
    {
        var document = schema.Document;
        var changes = ChangeSet.Empty;
        var beside = ChangeSet.Empty;
        if (TitleEdit(schema, values) is { } title) changes = changes.Add(title);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in document.Header)
        {
            var demand = schema.All<Demand.Field>().FirstOrDefault(d => string.Equals(d.Name, field.Name, StringComparison.OrdinalIgnoreCase) && string.Equals(d.Parent, field.Parent, StringComparison.Ordinal));
            var mine = given.FirstOrDefault(g => string.Equals(g.Name, field.Name, StringComparison.OrdinalIgnoreCase) || demand is not null && string.Equals(g.Name, demand.Name, StringComparison.OrdinalIgnoreCase));
            var value = mine.Name is null ? demand is null ? null : ValueOf(demand, values) : mine.Value;
            if (mine.Name is not null) taken.Add(mine.Name);
            if (value is not null && mine.Name is null && demand?.Pattern is not null && ScaffoldTexts.Linked(document, field, value, values) is { } link) value = link;
            if (value is null || mine.Name is null && string.Equals(field.Value, value, StringComparison.Ordinal)) continue; // as it stands there, with its link
            var edit = FieldText.Replace(document, field, value, keepMarkup: false).Add(WithoutComment(document, field, demand));
            if (field.In is null) changes = changes.Add(edit);
            else beside = beside.Add(edit);
        }
        if (StatusEdit(schema, values, given) is var (status, edited))
        {
            changes = changes.Add(edited);
            taken.Add(status);
        }
        foreach (var (name, value) in given.Where(g => !taken.Contains(g.Name)))
        {
            if (document.Header.IsEmpty) return ("", null, new Outcome.Refused(RefusalCode.NotAllowed, $"the template has no field '{name}'"));
            if (FieldText.Insert(document, document.Header.First(f => f.Style == document.Header[^1].Style), document.Header[^1], name, value) is not { } insert) return ("", null, new Outcome.Refused(RefusalCode.NotAllowed, $"the template has no header that '{name}' could be written in"));
            if (document.Header[^1].In is null) changes = changes.Add(insert);
            else beside = beside.Add(insert);
        }
        return (Written(document.Text, changes), document.Header.FirstOrDefault(f => f.In is not null)?.In is { } header ? Written(header, beside) : null, null);
    }

    private static string Written(SourceText source, ChangeSet changes)
    {
        var chars = changes.CharsAfter(source) ?? source.Chars;
        // Around a template in a fence the guide is blanks.
        var first = chars.AsSpan().IndexOfAnyExcept(" \t\r\n");
        var start = first < 0 ? 0 : chars.AsSpan(0, first).LastIndexOfAny('\r', '\n') + 1;
        return chars[start..].TrimEnd('\r', '\n', ' ') + source.NewLine;
    }

    private static ChangeSet? TitleEdit(Schema schema, KnownValues values)
    {
        // An outline that no template asks for has the word alone.
        var heading = schema.Title is { } asked ? schema.Document.Title ?? HeadingAt(schema.Document, asked.Source) ?? BareHeading(schema.Document) : schema.Document.Title is { } bare && TitleSection.IsBare(bare) ? bare : null;
        if (heading is null) return null;
        var text = TitleText.Format(schema.Title?.Pattern, values.Number is null ? "" : values.NumberText.PadLeft(values.TitleWidth, '0'), values.Title);
        var changes = ChangeSet.Edit(schema.Document.Text, heading.TextSpan, text);
        return heading.Style is HeadingStyle.Overlined or HeadingStyle.Underlined ? Adornments(schema.Document.Text, heading, text) : changes;
    }

    // "## Status" over a line of all statuses: the first one stays.
    private static (string Name, ChangeSet Edit)? StatusEdit(Schema schema, KnownValues values, ImmutableArray<(string Name, string Value)> given)
    {
        var demand = schema.All<Demand.Field>().FirstOrDefault(d => d is { Style: HeaderStyle.SectionField, Values.Length: > 1 } && string.Equals(d.Name, values.Process.StatusField, StringComparison.OrdinalIgnoreCase));
        if (demand is null || schema.Document.Root.SelfAndDescendants().FirstOrDefault(s => string.Equals(s.Heading?.Text, demand.Name, StringComparison.OrdinalIgnoreCase)) is not { Blocks: [Block.Paragraph list] }) return null;
        var text = PlainText.Of(list.Inlines);
        if (!demand.Values.All(v => text.Contains(v, StringComparison.OrdinalIgnoreCase))) return null;
        var value = given.FirstOrDefault(g => string.Equals(g.Name, demand.Name, StringComparison.OrdinalIgnoreCase)).Value ?? values.Process.Statuses.Initial?.Name;
        return value is null ? null : (demand.Name, ChangeSet.Edit(schema.Document.Text, list.Span, value));
    }

    // Beside the field that is the title: "# Title" over all sections.
    private static Heading? BareHeading(Document document) => document.Root.Children is [{ Heading: { } first, Children.IsEmpty: false }, ..] && TitleSection.IsBare(first) ? first : null;

    // Where sections stand beside the title, a reader of documents knows none; the template shows which it is.
    private static Heading? HeadingAt(Document document, Reason source) =>
        source is Reason.TemplateLine { At.Span.Start: var start } ? document.Root.SelfAndDescendants().FirstOrDefault(s => s.Heading?.Span.Start == start)?.Heading : null;

    /// <summary>RST: the lines over and under a title are as long as the title (reStructuredText specification, "Sections").</summary>
    internal static ChangeSet Adornments(SourceText source, Heading heading, string title)
    {
        var indent = source.Chars[source.Lines.StartOf(source.Lines.LineOf(heading.TextSpan.Start))..heading.TextSpan.Start];
        var line = new string(heading.Adornment, Math.Max(RstColumns.Of(indent) + RstColumns.Of(title), 3));
        var lines = heading.Style == HeadingStyle.Overlined ? $"{line}{source.NewLine}{indent}{title}{source.NewLine}{line}" : $"{title}{source.NewLine}{line}";
        return ChangeSet.Edit(source, heading.Span, lines);
    }

    /// <summary>What a field of a new proposal says; null to leave the template's words to the author.</summary>
    private static string? ValueOf(Demand.Field field, KnownValues values)
    {
        if (values.Counted.Contains(field.Name) && values.Number is not null) return values.NumberText.PadLeft(values.Widths.GetValueOrDefault(field.Name, 1), '0');
        if (field.Constant is not null || ReferenceReader.KindOf(field.Name) is not null) return null; // a relation names another one
        if (field.Pattern is { } pattern) return values.Fill(pattern, Math.Max(ScaffoldTexts.WidthIn(field.Placeholder), Math.Max(values.Widths.GetValueOrDefault(field.Name, 1), pattern.Contains("{title}", StringComparison.Ordinal) ? values.TitleWidth : 1)));
        if (string.Equals(field.Name, values.Process.StatusField, StringComparison.OrdinalIgnoreCase))
            return values.Process.Statuses.Initial?.Name ?? field.Initial;
        if (field.Initial is { } initial) return initial;
        // Of what only the other proposals show, nothing but the name tells what kind it is.
        var kind = field.Confidence != Confidence.Low ? field.Kind : IsCreation(field.Name) ? FieldKind.Date : IsFirstAuthor(field.Name) ? FieldKind.People : field.Kind;
        return kind switch
        {
            FieldKind.People when values.Author is not null && IsFirstAuthor(field.Name) => values.AuthorName,
            FieldKind.Date when IsCreation(field.Name) => DatePattern.FormOf(PlaceholderShapes.Unwrap(field.Placeholder ?? "")) is { } form ? values.Today.ToString(form, CultureInfo.InvariantCulture) : values.Date,
            FieldKind.Number when IsNumberOf(field.Name, values.Process.Name) && values.Number is not null => values.NumberText.PadLeft(values.Widths.GetValueOrDefault(field.Name, 1), '0'),
            _ when field.Placeholder is { } gap && Cues.TitleField.Is(WordText.Of(field.Name)) && Cues.Identifier.IsIn(gap) => gap.Contains('_', StringComparison.Ordinal) ? values.Slug.Replace('-', '_') : values.Slug,
            _ when IsTitle(field.Name) && (field.Style is HeaderStyle.FrontMatter or HeaderStyle.Preamble or HeaderStyle.FieldList or HeaderStyle.Sidecar || field.Placeholder is not null && field.Style != HeaderStyle.SectionField) => values.Title,
            _ => null,
        };
    }

    /// <summary>A YAML comment that tells what to replace is an instruction: it has been followed.</summary>
    private static ChangeSet WithoutComment(Document document, HeaderField field, Demand.Field? demand)
    {
        if (demand?.Pattern is null || field.Style != HeaderStyle.FrontMatter || field.Comment.Length == 0) return ChangeSet.Empty;
        var text = document.TextOf(field);
        var lineEnd = text.Lines.SpanOf(text.Lines.LineOf(field.ValueSpan.End)).End;
        return text.Slice(TextSpan.Between(field.ValueSpan.End, lineEnd)).TrimStart().StartsWith('#')
            ? ChangeSet.Edit(text, TextSpan.Between(field.ValueSpan.End, lineEnd), "")
            : ChangeSet.Empty;
    }

    private static bool IsFirstAuthor(string name) => FieldNames.Authors.Contains(Letters(name));

    private static bool IsCreation(string name) => FieldNames.Creation.Contains(Letters(name));

    private static bool IsTitle(string name) => FieldNames.Titles.Contains(Letters(name));

    private static bool IsNumberOf(string name, string process) => FieldNames.Numbers.Contains(Letters(name)) || string.Equals(Letters(name), Letters(process), StringComparison.OrdinalIgnoreCase) || string.Equals(Letters(name), Letters(process) + "number", StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
