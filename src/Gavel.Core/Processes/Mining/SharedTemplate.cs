using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Processes.Mining;

/// <summary>Writes the template that a project does not have: the fields and headings that most of its proposals share.</summary>
internal static class SharedTemplate
{
    private const double Most = 0.8;
    private const int FewestTitled = 3;
    private const int FewestRenamed = 5;
    private const double MostTitles = 0.6; // a number in a title is told wrong sooner than a heading

    /// <param name="sample">Proposals, with the numbers of their names.</param>
    public static string Render(ImmutableArray<(Document Document, string? Number)> sample)
    {
        if (sample.IsEmpty) return "";
        var documents = sample.Select(s => s.Document).ToImmutableArray();
        var isRst = documents[0].Syntax == "rst";
        var model = documents.MaxBy(d => d.Header.Length)!;
        var fields = model.Header.Where(f => f.Style != HeaderStyle.SectionField && Share(documents, d => d.Header.Any(o => Same(o.Name, f.Name))) >= Most).DistinctBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToLookup(f => f.Style == HeaderStyle.FrontMatter);
        var text = new StringBuilder();
        if (fields.Contains(true))
        {
            text.Append("---\n");
            foreach (var field in fields[true].Where(f => f.Parent.Length == 0)) text.Append(field.Name).Append(":\n");
            text.Append("---\n\n");
        }
        if (FenceOf(model) is { } fence)
        {
            Fenced(text, fence, fields[false]);
            if (documents.Count(IsHeaded) * 2 >= documents.Length) Heading(text.Append('\n'), TitleOf(sample), 1, isRst);
        }
        else
        {
            Heading(text, TitleOf(sample), 1, isRst);
            foreach (var field in fields[false]) text.Append(isRst ? $":{field.Name}:\n" : LineOf(field));
        }
        text.Append('\n');
        foreach (var heading in HeadingsOf(documents)) Heading(text, heading.Text, heading.Level, isRst);
        return text.ToString();
    }

    // The line that opens a fence of fields before all else; null where the fields stand otherwise.
    private static string? FenceOf(Document document)
    {
        if (document.Header is not [{ Style: HeaderStyle.Preamble, In: null } first, ..]) return null;
        var opening = document.Text.Slice(TextSpan.Between(0, first.Span.Start)).Trim();
        return opening is "```" or "~~~" or "<pre>" ? opening.ToString() : null;
    }

    private static void Fenced(StringBuilder text, string fence, IEnumerable<HeaderField> fields)
    {
        text.Append(fence).Append('\n');
        foreach (var field in fields) text.Append(field.Name).Append(":\n");
        text.Append(fence is "<pre>" ? "</pre>" : fence).Append('\n');
    }

    // Its first heading is above all others, and no section among them.
    private static bool IsHeaded(Document document) => document.Root.Children is [{ Heading.Level: 1 }];

    // Without markup only a value tells a field from other text.
    private static string LineOf(HeaderField field) => field.Style switch
    {
        HeaderStyle.PlainParagraph => $"{field.Name}: {{{field.Name.ToLowerInvariant()}}}\n",
        HeaderStyle.PlainList => $"- {field.Name}: {{{field.Name.ToLowerInvariant()}}}\n",
        _ => $"- **{field.Name}**:\n",
    };

    /// <summary>Whether nearly all titles begin with the same acronym and the proposal's own number.</summary>
    public static bool AreTitledAlike(IReadOnlyCollection<(Document Document, string? Number)> sample)
    {
        var leads = sample.Select(s => TitleLead.Of(s.Document.Title?.Text ?? "", s.Number)).OfType<TitleLead>().Select(l => l.Before).Where(b => TitleLead.IsAcronym(b)).ToList();
        return sample.Count >= FewestTitled && leads.Count >= sample.Count * Most && leads.Distinct(StringComparer.Ordinal).Count() == 1;
    }

    /// <summary>The headings that at least four fifths have, in the order of the document that has most of them.</summary>
    public static IEnumerable<(string Text, int Level)> HeadingsOf(ImmutableArray<Document> documents)
    {
        var folded = documents.Select(d => Headings(d).Select(h => Traits.Fold(h.Text)).ToHashSet(StringComparer.Ordinal)).ToList();
        bool IsCommon(string text) => Traits.Fold(text) is { Length: > 0 } key && folded.Count(f => f.Contains(key)) >= documents.Length * Most;
        var best = documents.Select(d => Headings(d).Where(h => IsCommon(h.Text)).DistinctBy(h => Traits.Fold(h.Text), StringComparer.Ordinal).ToList()).MaxBy(h => h.Count) ?? [];
        return best.Select(h => (h.Text, Math.Max(h.Level, 2)));
    }

    /// <summary>The form of nearly all titles, with placeholders, where they have the number at another place than the template shows it.</summary>
    /// <returns>Empty where the template's own form does, or where there is no other.</returns>
    public static string TitleBeside(TitlePattern asked, ImmutableArray<(Document Document, string? Number)> sample)
    {
        if (sample.Length < FewestRenamed || !asked.HasNumber || sample.Any(s => s.Document.Title is { } title && TitleReader.Read(asked, title.Text).Number is not null)) return "";
        var form = TitleOf(sample, Most);
        return form == "Title" ? "" : form;
    }

    // As most titles are, with placeholders: "{number}. {title}", "RFC NNNN: {title}".
    private static string TitleOf(ImmutableArray<(Document Document, string? Number)> sample, double least = MostTitles)
    {
        var leads = sample.Select(s => TitleLead.Of(s.Document.Title?.Text ?? "", s.Number)).OfType<TitleLead>().ToList();
        var most = leads.GroupBy(l => (l.Before, l.After)).MaxBy(g => g.Count());
        if (most is null || most.Count() < sample.Length * least) return "Title";
        var padded = most.FirstOrDefault(l => l.Digits[0] == '0');
        return $"{most.Key.Before}{(padded is null ? "{number}" : new string('N', padded.Digits.Length))}{(most.Key.After.Length == 0 ? "" : most.Key.After + "{title}")}";
    }

    private sealed record TitleLead(string Before, string Digits, string After)
    {
        /// <returns>Null where no number stands before the words, or another than the proposal's.</returns>
        public static TitleLead? Of(string title, string? number)
        {
            var start = title.AsSpan().IndexOfAnyInRange('0', '9');
            if (start < 0) return null;
            var end = start;
            while (end < title.Length && char.IsAsciiDigit(title[end])) end++;
            var words = end;
            while (words < title.Length && !char.IsLetterOrDigit(title[words])) words++;
            var digits = title[start..end];
            if (ValueOf(digits) is not { } own || own != ValueOf(number)) return null;
            if (words == title.Length) return IsAcronym(title[..start]) ? new TitleLead(title[..start], digits, "") : null;
            return words > end ? new TitleLead(title[..start], digits, title[end..words]) : null;
        }

        public static bool IsAcronym(string before) => before.TrimEnd('-', ' ', '#') is { Length: >= 2 and <= 6 } name && name.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;

        private static int? ValueOf(string? digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static IEnumerable<Heading> Headings(Document document) =>
        document.Root.SelfAndDescendants().Select(s => s.Heading).OfType<Heading>().Where(h => !ReferenceEquals(h, document.Title) && h.Text.Length > 0);

    private static double Share(ImmutableArray<Document> documents, Func<Document, bool> has) => documents.Count(has) / (double)documents.Length;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static void Heading(StringBuilder text, string heading, int level, bool isRst)
    {
        if (isRst) text.Append(heading).Append('\n').Append("=-~^\"'"[Math.Min(level, 6) - 1], Math.Max(heading.Length, 3)).Append("\n\n");
        else text.Append('#', Math.Min(level, 6)).Append(' ').Append(heading).Append("\n\n");
    }
}
