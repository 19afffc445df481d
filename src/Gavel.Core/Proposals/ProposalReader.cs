using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Proposals;

/// <summary>Holds documents to one schema of a process. Safe for use by several threads; what is worked out of the schema is worked out once.</summary>
public sealed class ProposalReader
{
    private readonly Process _process;
    private readonly Schema _schema;
    private readonly ImmutableArray<Demand.Section> _sectionDemands;
    private readonly ImmutableArray<Demand.Field> _fieldDemands;
    private readonly LeftoverFinder _leftovers;
    private readonly ILookup<string, HeadingKey> _aspects;
    private readonly bool _hasTitleField;

    public ProposalReader(Process process, Schema schema)
    {
        _process = process;
        _schema = schema;
        _sectionDemands = [.. schema.All<Demand.Section>()];
        _fieldDemands = [.. schema.All<Demand.Field>()];
        _leftovers = new LeftoverFinder(schema);
        _hasTitleField = schema.HasTitleField;
        _aspects = schema.All<Demand.Prompt>().Where(p => p.Kind == PromptKind.Aspect).ToLookup(p => p.SectionKey ?? "", p => HeadingKey.Of(p.Text), StringComparer.Ordinal);
    }

    public static Proposal Read(Document document, Process process, Schema schema, PathFacts facts) => new ProposalReader(process, schema).Read(document, facts);

    /// <summary>Never throws; linear in the document.</summary>
    public Proposal Read(Document document, PathFacts facts)
    {
        var templateBlocks = TemplateBlocks.None;
        var hits = _leftovers.Find(document, templateBlocks);
        var judge = new SectionJudge(document.Text, new Lazy<TemplateBlocks>(templateBlocks));
        var list = new SectionList(document);
        var sections = SectionAnswers.Read(document, _sectionDemands, list, judge);
        var fields = FieldAnswers.Read(document, _fieldDemands, list, judge, _leftovers.Lookup, IsStatus, hits);

        var title = TitleOf(document, fields.Answers, facts);
        var status = StatusOf(document, fields.Answers, list, facts);
        var number = facts.Match?.Value ?? NumberField(document) ?? title.Reading?.Number;
        var label = facts.Match is { Value: null, Number: { Length: > 0 } text } ? text : title.Reading?.Label is { } placeholder && !PlaceholderShape.IsUnmistakable(placeholder) ? placeholder : null;
        if (_process.Numbering == Numbering.None && facts.Match?.Number is null) number = null;
        if (number is not null) label = null;

        var answers = ImmutableArray.CreateBuilder<Answer>(_schema.Demands.Length);
        var context = new DemandContext(document, list, judge, hits, sections, _aspects);
        foreach (var demand in _schema.Demands)
        {
            answers.Add(demand switch
            {
                Demand.Section section => sections.ByKey[section.Key],
                Demand.Field field => fields.ByKey[field.Key],
                Demand.Title => new Answer(demand, title.State, title.At),
                _ => OtherAnswers.Read(demand, context),
            });
        }
        hits.Sort(static (a, b) => a.At.CompareTo(b.At));
        return new Proposal
        {
            Id = ProposalIdentity.IdOf(_process, document.Text.Path, number, label, facts.Match),
            Process = _process,
            Schema = _schema,
            Document = document,
            Number = number,
            Title = title.Text,
            TitleAt = title.At,
            TitleReading = title.Reading,
            FileMatch = facts.Match,
            StatusText = status.Text,
            Status = status.Text is null ? null : _process.Statuses.Find(status.Text),
            StatusAt = status.At,
            Directory = facts.Directory,
            Created = facts.Created,
            Answers = answers.MoveToImmutable(),
            UnknownFields = [.. fields.Unknown.Where(f => !IsOwnNumber(f.Name))],
            UnknownSections = sections.Unknown,
            Leftovers = [.. hits],
        };
    }

    /// <summary>Title and status as <see cref="Read(Document, PathFacts)"/> has them: without a look at what only the rest of a proposal needs.</summary>
    public ProposalHead ReadHead(Document document, PathFacts facts)
    {
        var judge = new SectionJudge(document.Text, new Lazy<TemplateBlocks>(() =>
        {
            var blocks = TemplateBlocks.None;
            _leftovers.Find(document, blocks);
            return blocks;
        }));
        var list = new SectionList(document);
        var fields = FieldAnswers.Read(document, _fieldDemands, list, judge, _leftovers.Lookup, IsStatus, []);
        var text = StatusOf(document, fields.Answers, list, facts).Text;
        return new ProposalHead(_schema, TitleOf(document, fields.Answers, facts).Text, text, text is null ? null : _process.Statuses.Find(text));
    }

    private (string Text, TextSpan At, TitleReading? Reading, AnswerState State) TitleOf(Document document, ImmutableArray<Answer> fields, PathFacts facts)
    {
        var field = fields.FirstOrDefault(f => f.Field is not null && HeaderWords.IsTitle(((Demand.Field)f.Demand).Name))?.Field
            ?? document.Header.FirstOrDefault(f => f.Parent.Length == 0 && HeaderWords.IsTitle(f.Name));
        var pattern = _schema.Title?.Pattern;
        var heading = document.Title ?? (field is null || pattern is not null ? FirstHeadingThatReads(document, pattern) : null);
        var isNumberAlone = pattern is { HasNumber: true } && field is not null && pattern.Tokens.All(t => t.Part != TitlePart.Title);
        var fromHeading = heading is not null && ((pattern is not null && !_hasTitleField) || field is null || field.Value.Length == 0);
        if (isNumberAlone && !fromHeading && heading is { Text.Length: > 0 } && document.Title is not null && ByName(heading.Text) is { Title.Length: > 0 } spoken && TitleReader.Read(pattern!, field!.Value) is { Number: not null }) return (spoken.Title, heading.TextSpan, spoken, AnswerState.Given);
        var slug = facts.Match?.Slug ?? TreePath.StemOf(document.Text.Path);
        var shown = slug.Replace('-', ' ').Replace('_', ' ');
        // "<Title>" is a tag for a reader of Markdown, and shows nothing; no more does a comment.
        if (fromHeading && heading is { Text.Length: 0 } && (heading.Inlines is [Inline.Comment] || PlaceholderShapes.IsGap(document.Text.Substring(heading.TextSpan)))) return (shown, heading.TextSpan, null, AnswerState.Placeholder);
        if (fromHeading && heading is { Text.Length: > 0 })
        {
            var reading = pattern is null ? null : TitleReader.Read(pattern, heading.Text);
            if (pattern is not { HasNumber: true } && facts.Match?.Value is not null && ByName(heading.Text) is { } named) reading = named;
            var text = reading is { Title.Length: > 0 } ? reading.Title : (reading is { Number: not null } ? SubtitleOf(document) : null) ?? heading.Text;
            var state = IsTemplateTitle(text, heading.Text) ? AnswerState.Placeholder : AnswerState.Given;
            return (text, heading.TextSpan, reading, state);
        }
        if (field is { Value.Length: > 0 } && field.In is null)
        {
            var reading = pattern is null ? null : TitleReader.Read(pattern, field.Value);
            return (reading is { Title.Length: > 0, Number: not null } ? reading.Title : field.Value, field.ValueSpan, reading, pattern is { HasNumber: true } ? AnswerState.Absent : AnswerState.Given);
        }
        if (field is { Value.Length: > 0 }) return (field.Value, default, null, AnswerState.Given);
        if (document.Header.FirstOrDefault(static f => f.Parent.Length == 0 && HeaderWords.IsFeatureName(f.Name) && f.Value.Contains(' ', StringComparison.Ordinal)) is { In: null } feature && fields.All(f => !ReferenceEquals(f.Field, feature) || f.State == AnswerState.Given))
            return (feature.Value, feature.ValueSpan, null, AnswerState.Absent);
        return (shown, new TextSpan(document.FrontMatter?.End ?? 0, 0), null, AnswerState.Absent);
    }

    // "ZIP-12" with the words of the title in a heading right below.
    private static string? SubtitleOf(Document document) =>
        document.Root.Children is [{ Blocks.IsEmpty: true, Children: [{ Heading.Text: { Length: > 0 } below }, ..] }, ..] ? below : null;

    // "KEP-12: Title", "KEP12: Title", where the template does not show that a title is written so.
    private TitleReading? ByName(string heading)
    {
        var name = _process.Name;
        if (!heading.StartsWith(name, StringComparison.OrdinalIgnoreCase) || heading.Length < name.Length + 2) return null;
        var separator = heading[name.Length] is '-' or ' ' or '#' or '_' ? heading[name.Length].ToString() : "";
        if (!char.IsAsciiDigit(heading[name.Length + separator.Length])) return null;
        var pattern = new TitlePattern([new TitleToken(TitlePart.Literal, name + separator), new TitleToken(TitlePart.Number, "{number}"), new TitleToken(TitlePart.Literal, ": "), new TitleToken(TitlePart.Title, "{title}")]);
        return TitleReader.Read(pattern, heading) is { Number: not null } reading ? reading with { IsExact = true } : null;
    }

    // A document whose sections all stand at the top may still begin with its title.
    private static Heading? FirstHeadingThatReads(Document document, TitlePattern? pattern)
    {
        if (document.Root.Children.IsEmpty || document.Root.Children[0].Heading is not { } first) return null;
        if (pattern is not { HasNumber: true }) return null;
        return TitleReader.Read(pattern, first.Text) is { Number: not null } ? first : null;
    }

    private bool IsTemplateTitle(string title, string heading)
    {
        var folded = HeadingKey.Fold(title);
        if (folded.Length == 0) return true;
        if (_schema.Heading is { } own && string.Equals(HeadingKey.Fold(own), HeadingKey.Fold(heading), StringComparison.Ordinal)) return true;
        return _schema.Title?.Pattern.Tokens.Any(t => t.Part == TitlePart.Title && string.Equals(HeadingKey.Fold(t.Text), folded, StringComparison.Ordinal)) == true;
    }

    private bool IsStatus(Demand.Field demand, string value) => _process.StatusPlace == StatusPlace.Field && HoldsStatus(demand) && _process.Statuses.Find(value) is not null;

    private bool HoldsStatus(Demand.Field demand) => _process.StatusField is { } name ? Is(demand.Name, name) : HeaderWords.IsStatus(demand.Name);

    private static bool Is(string a, string b) => string.Equals(FieldMatcher.KeyOf("", a), FieldMatcher.KeyOf("", b), StringComparison.Ordinal);

    private (string? Text, TextSpan? At) StatusOf(Document document, ImmutableArray<Answer> fields, SectionList list, PathFacts facts)
    {
        switch (_process.StatusPlace)
        {
            case StatusPlace.Index:
                return (facts.IndexStatus, null);
            case StatusPlace.Folder:
                var folder = facts.Match?.Status ?? ProposalIdentity.StatusFolderOf(_process, document.Text.Path.Split('/')) ?? facts.Match?.Folder;
                return (folder is null ? null : TreePath.NameOf(folder), null);
        }
        var name = _process.StatusField;
        var answer = fields.FirstOrDefault(f => HoldsStatus((Demand.Field)f.Demand));
        if (answer is { Field: { } found }) return answer.State is AnswerState.Given or AnswerState.None ? (ValueOf(found), SpanOf(found)) : (null, null);
        if (answer is { Section: not null, State: AnswerState.Given }) return (FieldAnswers.ValueOf(answer.Section), answer.At);
        var header = document.Header.FirstOrDefault(f => name is null ? HeaderWords.IsStatus(f.Name) : Is(f.Name, name));
        if (header is { Value.Length: > 0 }) return (ValueOf(header), SpanOf(header));
        return answer is null && _process.StatusPlace == StatusPlace.Field && list.ByExact.TryGetValue(HeadingKey.Fold(name ?? HeaderWords.Status), out var at) && FieldAnswers.ValueOf(list[at[0]].Section) is { Length: > 0 } value
            ? (value, FieldAnswers.ValueSpanOf(list[at[0]].Section))
            : (null, null);

        // A link behind the status is no part of it.
        string ValueOf(HeaderField field) =>
            _process.Statuses.Find(field.Value) is null && document.TextOf(field).Substring(field.ValueSpan) is var written && written.Contains("](", StringComparison.Ordinal) && _process.Statuses.Find(written) is not null ? StatusText.Clean(written) : field.Value;
        static TextSpan? SpanOf(HeaderField field) => field.In is null ? field.ValueSpan : null;
    }

    private bool IsOwnNumber(string name) => HeaderWords.IsNumber(name) || HeaderWords.IsNumberOf(name, _process.Name);

    // A field that holds the proposal's own number: its name is the process's name, or it says so.
    private int? NumberField(Document document)
    {
        foreach (var field in document.Header)
        {
            if (!IsOwnNumber(field.Name)) continue;
            var digits = field.Value.AsSpan().TrimStart("#").Trim();
            if (digits.Length is > 0 and < 10 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number;
        }
        return null;
    }
}
