using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Timelines;

/// <summary>
/// Reads versions of one proposal. A version is held to its schema only where something that tells title or status differs from all versions
/// before; the rest is compared as written: a history has far more versions than changes of status.
/// </summary>
/// <param name="hold">Holds the head of a document to the schema of its time.</param>
internal sealed class VersionReader(Process process, Func<Document, ProposalHead> hold)
{
    private const int MaxSections = 2000;
    private const int MaxFields = 500;

    private readonly Dictionary<string, (string Title, string? Status, DateOnly? Date)> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fieldKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sectionKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);

    public VersionFacts Read(Document document) => ReadHead(document) with
    {
        Fields = FieldsOf(document),
        HeaderEnd = HeaderEndOf(document),
        Sections = SectionsOf(document),
    };

    /// <summary>For a version that is compared with no other: its title and status alone.</summary>
    public VersionFacts ReadHead(Document document)
    {
        var sign = SignOf(document);
        if (!_held.TryGetValue(sign, out var held))
        {
            var head = hold(document);
            held = (PlainText.Fold(head.Title), StatusOf(head), DateIn(head.Status?.Parameter));
            _held[sign] = held;
            foreach (var demand in head.Schema.All<Demand.Field>())
            {
                if (demand.Placeholder is { Length: > 0 } text) _placeholders[KeyOf(demand.Parent, demand.Name)] = PlainText.Fold(text);
            }
        }
        return new VersionFacts(held.Title, held.Status, held.Date, [], 0, []);
    }

    private static string? StatusOf(ProposalHead head) =>
        head.Status is { } status ? status.Status.Name : head.StatusText is { } text && StatusText.Clean(text) is { Length: > 0 } clean ? clean : null;

    // Everything that title and status are read from: two versions with the same sign have the same of both.
    private string SignOf(Document document)
    {
        var sign = new StringBuilder();
        if (process.StatusPlace == StatusPlace.Folder) sign.Append(document.Text.Path);
        sign.Append('\n').Append(document.Title?.Text).Append('\n');
        if (document.Title is null && document.Root.Children is [{ Heading: { } first }, ..]) sign.Append(first.Text);
        foreach (var field in document.Header.Take(MaxFields))
        {
            if (IsStatus(field.Name) || HeaderWords.IsTitle(field.Name)) sign.Append('\n').Append(field.Name).Append('\0').Append(field.Value);
        }
        foreach (var section in document.Root.SelfAndDescendants().Take(MaxSections))
        {
            if (section.Heading is { Text.Length: < 40 } heading && IsStatus(heading.Text) && FieldAnswers.ValueOf(section) is { } value) sign.Append('\n').Append(value);
        }
        return sign.ToString();
    }

    private static int HeaderEndOf(Document document)
    {
        var end = 0;
        foreach (var field in document.Header)
        {
            if (field.In is null) end = Math.Max(end, field.Span.End);
        }
        return end;
    }

    private ImmutableArray<FieldFact> FieldsOf(Document document)
    {
        var fields = ImmutableArray.CreateBuilder<FieldFact>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in document.Header.Take(MaxFields))
        {
            if (field.Parent.Length == 0 && (IsStatus(field.Name) || HeaderWords.IsTitle(field.Name) || HeaderWords.IsNumber(field.Name) || string.Equals(field.Name, process.Name, StringComparison.OrdinalIgnoreCase))) continue;
            var key = KeyOf(field.Parent, field.Name);
            var value = PlainText.Fold(field.Value);
            if (value.Length == 0 || !seen.Add(key) || string.Equals(_placeholders.GetValueOrDefault(key), value, StringComparison.Ordinal)) continue;
            fields.Add(new FieldFact(key, field.Name, value));
        }
        return fields.ToImmutable();
    }

    private ImmutableArray<SectionFact> SectionsOf(Document document)
    {
        var sections = ImmutableArray.CreateBuilder<SectionFact>();
        var above = new Stack<(int Level, string Key)>();
        foreach (var section in document.Root.SelfAndDescendants().Take(MaxSections))
        {
            if (section.Heading is not { } heading || ReferenceEquals(heading, document.Title) || IsStatus(heading.Text)) continue;
            if (!_sectionKeys.TryGetValue(heading.Text, out var key)) _sectionKeys[heading.Text] = key = HeadingKey.Of(heading.Text).Loose is { Length: > 0 } loose ? loose : heading.Text;
            while (above.TryPeek(out var open) && open.Level >= heading.Level) above.Pop();
            var text = section.Blocks.IsEmpty ? "" : document.Text.Substring(TextSpan.Between(section.Blocks[0].Span.Start, Math.Max(section.Blocks[^1].Span.End, section.Blocks[0].Span.Start)));
            sections.Add(new SectionFact(key, above.TryPeek(out var parent) ? parent.Key : "", heading.Text, text, section.Blocks.IsEmpty ? heading.Span.End : section.Blocks[0].Span.Start));
            above.Push((heading.Level, key));
        }
        return sections.ToImmutable();
    }

    private bool IsStatus(string name) => HeaderWords.IsStatus(name) || (process.StatusField is { } field && string.Equals(name, field, StringComparison.OrdinalIgnoreCase));

    private string KeyOf(string parent, string name)
    {
        var whole = parent.Length == 0 ? name : $"{parent}\n{name}";
        if (!_fieldKeys.TryGetValue(whole, out var key)) _fieldKeys[whole] = key = FieldMatcher.KeyOf(parent, name);
        return key;
    }

    /// <summary>The first date as <c>2021-08-20</c> in a text; null where there is none.</summary>
    internal static DateOnly? DateIn(string? text)
    {
        if (text is null) return null;
        for (var i = 0; i + 10 <= text.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(text[i - 1])) continue;
            if (DateOnly.TryParseExact(text.AsSpan(i, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        }
        return null;
    }
}
