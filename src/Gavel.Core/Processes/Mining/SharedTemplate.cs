using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Processes.Mining;

/// <summary>Writes the template that a project does not have: the fields and headings that most of its proposals share.</summary>
internal static class SharedTemplate
{
    private const double Most = 0.8;

    public static string Render(ImmutableArray<Document> documents)
    {
        if (documents.IsEmpty) return "";
        var isRst = documents[0].Syntax == "rst";
        var text = new StringBuilder();
        Heading(text, "Title", 1, isRst);
        var model = documents.MaxBy(d => d.Header.Length)!;
        foreach (var field in model.Header.Where(f => Share(documents, d => d.Header.Any(o => Same(o.Name, f.Name))) >= Most).DistinctBy(f => f.Name, StringComparer.OrdinalIgnoreCase))
            text.Append(isRst ? $":{field.Name}:\n" : $"- **{field.Name}**:\n");
        text.Append('\n');
        foreach (var heading in HeadingsOf(documents)) Heading(text, heading.Text, heading.Level, isRst);
        return text.ToString();
    }

    /// <summary>The headings that at least four fifths have, in the order of the document that has most of them.</summary>
    public static IEnumerable<(string Text, int Level)> HeadingsOf(ImmutableArray<Document> documents)
    {
        var folded = documents.Select(d => Headings(d).Select(h => Traits.Fold(h.Text)).ToHashSet(StringComparer.Ordinal)).ToList();
        bool IsCommon(string text) => Traits.Fold(text) is { Length: > 0 } key && folded.Count(f => f.Contains(key)) >= documents.Length * Most;
        var best = documents.Select(d => Headings(d).Where(h => IsCommon(h.Text)).DistinctBy(h => Traits.Fold(h.Text), StringComparer.Ordinal).ToList()).MaxBy(h => h.Count) ?? [];
        return best.Select(h => (h.Text, Math.Max(h.Level, 2)));
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
