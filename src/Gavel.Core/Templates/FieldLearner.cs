using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>Learns what a header field may hold from its name, its value in the template, and what is said about it.</summary>
internal sealed class FieldLearner(Sources sources, Document document)
{
    private readonly List<Demand.Field> _fields = [];
    private readonly HashSet<string> _parents = document.Header.SelectMany(f => Ancestors(f.Parent)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<Passage> _preface = [];
    private ILookup<string, Passage> _directions = Array.Empty<Passage>().ToLookup(_ => "");

    public ImmutableArray<Demand.Field> Learn(IReadOnlyList<Passage> preface)
    {
        var order = 0;
        var isOptional = false;
        _preface = preface;
        _directions = preface.Where(p => p.Words.Count > 1 && p.Text.Length <= 600).ToLookup(p => p.Words.Words[p.Words.Words[0] is "the" ? 1 : 0], StringComparer.Ordinal);
        foreach (var group in document.Header.GroupBy(f => f.Parent.Length > 0 ? $"{f.Parent}.{f.Name}" : f.Name, StringComparer.OrdinalIgnoreCase))
        {
            var field = group.First();
            if (IsTitle(field)) continue;
            if (field.Value.Length == 0 && _parents.Contains(field.Parent.Length > 0 ? $"{field.Parent}.{field.Name}" : field.Name)) continue;
            if (Cues.AllOfThem.IsIn(field.Comment) && Cues.Optional.IsIn(field.Comment)) isOptional = true;
            var learned = Learn(field, DirectionsFor(field.Name), order++);
            if (learned.Requirement == Requirement.Required && (isOptional || Cues.RelationField.Is(WordText.Of(learned.Name))))
                learned = learned with { Requirement = Requirement.Optional, MayBeEmpty = true, Confidence = isOptional ? Confidence.High : Confidence.Medium };
            _fields.Add(learned);
        }
        return MarkUnmarked();
    }

    // "RFC: Title" in a line that lacks the sign of a heading.
    private bool IsTitle(HeaderField field) =>
        document.Title is null && field.Style is HeaderStyle.PlainParagraph or HeaderStyle.Preamble && document.Header.Count(f => f.Style == field.Style) == 1
        && document.Text.Slice(new TextSpan(0, field.Span.Start)).IsWhiteSpace() && Cues.TitleWord.IsIn(field.Value) && !Cues.TitleField.Is(field.Name);

    /// <summary>A section that is a field: its text is the value.</summary>
    public Demand.Field OfSection(Part part, int order)
    {
        var text = string.Join(' ', part.Passages.Select(p => p.Text));
        var values = EnumReader.Read(text, isNamedSo: true);
        var items = part.Passages.Where(p => p.Kind == PassageKind.Item && p.Words.Count <= 4).Select(p => EnumReader.CleanValue(p.Text)).ToImmutableArray();
        foreach (var passage in part.Passages)
            if (values.IsEmpty) values = EnumReader.Read(passage.Text, isNamedSo: true);
        if (part.Passages.Where(p => p is { Kind: PassageKind.Item, IsDone: null }).Select(p => HeadOf(p.Text)).ToList() is { Count: > 1 } heads && !heads.Contains(null)) values = [.. heads.OfType<string>()];
        if (values.IsEmpty && text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open) values = EnumReader.Read(text[open..], isNamedSo: true);
        if (values.IsEmpty && items.Length >= 2) values = items;
        if (part.Passages.Where(p => p.Kind == PassageKind.Item).ToList() is { Count: > 1 } boxes && boxes.TrueForAll(static p => p.IsDone is not null)) values = [.. boxes.Select(static p => EnumReader.CleanValue(p.Text.Split('(', '{')[0])).Where(static v => v.Length > 0)];
        if (values.Any(v => string.Equals(v, part.Text, StringComparison.OrdinalIgnoreCase))) values = [];
        var single = values.IsEmpty && !string.Equals(text, part.Text.ToUpperInvariant(), StringComparison.Ordinal) && part.Passages is [{ Words.Count: <= 3, InComment: false }] && !PlaceholderShapes.IsWhole(text) ? text : null;
        return new Demand.Field(part.Text, FieldKind.Enum)
        {
            Key = sources.Unique("field:" + WordText.Slug(part.Text)),
            Source = sources.At(part.Span),
            Values = values,
            Initial = single,
            Style = HeaderStyle.SectionField,
            Order = order,
            Placeholder = single is null && text.Length > 0 ? text : null,
            Confidence = values.IsEmpty ? Confidence.Medium : Confidence.High,
        };
    }

    // "Draft: being written", a value and what it means.
    private static string? HeadOf(string item) =>
        item.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && WordText.Of(item[..colon]).Count is 1 or 2 ? EnumReader.CleanValue(item[..colon]) : null;

    /// <summary>A section that tells of each value of a field what it means: bold words, then a sentence.</summary>
    public Demand.Field OfLegend(Part part, List<Passage> legend, int order) => new(part.Text, FieldKind.Enum)
    {
        Key = sources.Unique("field:" + WordText.Slug(part.Text)),
        Source = sources.At(part.Span),
        Values = ValuesOf(legend),
        Style = HeaderStyle.SectionField,
        Order = order,
    };

    public static ImmutableArray<string> ValuesOf(List<Passage> legend) => [.. legend.Select(static p => EnumReader.CleanValue(p.Lead)).Where(static v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A field that stands in a section as bold words and a value.</summary>
    public Demand.Field OfLead(Passage passage, int order)
    {
        var value = PlainMarkup.Strip(passage.Text[passage.Lead.Length..].TrimStart(':', ' '));
        var field = new HeaderField(passage.Lead, value, passage.Span, passage.Span, new Text.TextSpan(passage.Span.End, 0), HeaderStyle.SectionField);
        return Learn(field, [], order, value) with { Confidence = Confidence.Medium };
    }

    private Demand.Field Learn(HeaderField field, List<Passage> directions, int order, string? value = null)
    {
        var source = document.TextOf(field);
        var written = value ?? (field.Style is HeaderStyle.FrontMatter or HeaderStyle.Sidecar or HeaderStyle.Table || source.Slice(field.ValueSpan) is ['*' or '-' or '+', ' ', ..] ? field.Value : PlainMarkup.Strip(source.Substring(field.ValueSpan).TrimEnd(' ', '|')));
        if (written.Length == 0 && TagIn(source.Slice(field.Span)) is { } tag) written = tag;
        var name = HeadingReader.Read(field.Name);
        written = WithoutComments(written, out var remark);
        var about = $"{field.Comment} {remark} " + string.Join(' ', directions.Select(d => d.Text.IndexOf(':') is > 0 and < 40 and var colon ? d.Text[(colon + 1)..].Trim() : d.Text));
        var own = WordText.Of(name.Text);
        var isNamedSo = Cues.EnumField.Is(own) || Cues.EnumField.IsIn(own) && !FieldKinds.IsNamedOtherwise(own) && !Cues.Remark.Is(own.Words[^1]) || FieldKinds.IsNamed(Cues.ReleaseField, own) && written.Contains(" / ", StringComparison.Ordinal);
        var values = ReadValues(written, about, isNamedSo, out var isDeclared);
        if (!isNamedSo && FieldKinds.IsNamedOtherwise(own) && values.Any(static v => v.AsSpan().IndexOfAny("@()<>[]{}/:#") >= 0)) values = [];
        // "may be list or individual" tells how many, and not whom.
        if (!isNamedSo && FieldKinds.IsNamed(Cues.PeopleField, own) && written.AsSpan().IndexOfAny('|', '/') < 0 && !Cues.OneOf.IsIn(about)) values = [];
        if (values.IsEmpty && (isNamedSo || !FieldKinds.IsNamedOtherwise(own) && (written.Length == 0 || PlaceholderShapes.IsWhole(written))) && ListedElsewhere(name.Text) is { Length: > 1 } listed) (values, isDeclared) = (listed, true);
        var kind = FieldKinds.Of(name.Text, written, values);
        if (kind == FieldKind.Text && (Cues.SaysLink.IsIn(about) || value is null && source.Slice(field.ValueSpan) is var shown && shown.IndexOf("](http") > 0)) kind = FieldKind.Link;
        if (kind == FieldKind.Enum && !Cues.StatusField.Is(own) && EnumReader.IsOpen(written)) kind = FieldKind.Text;
        var isGap = IsGap(name.Text, written, values, kind) || kind == FieldKind.Text && Echoes(field, name.Text, written);
        var isStatus = Cues.EnumField.Is(WordText.Of(name.Text)) || kind == FieldKind.Enum && FieldKinds.IsFirstState(written);
        var isOther = Cues.RelationField.Is(WordText.Of(name.Text)) || Cues.TitleField.Is(WordText.Of(name.Text)) && field.Style == HeaderStyle.FrontMatter;
        if (isOther && written.Length > 0 && kind != FieldKind.Enum && !IsNone(written)) isGap = true;
        if (values.IsEmpty && Cues.CutDown.IsIn(about) && written.Contains(", ", StringComparison.Ordinal)) (values, kind, isDeclared) = ([.. written.Split(", ").Distinct(StringComparer.Ordinal)], FieldKind.Enum, true);
        var pattern = PatternOf(field, written, kind);
        var mark = FieldMarks.Of(name, written, about);
        var isShown = !isGap && written.Length > 0;
        return new Demand.Field(name.Text, kind)
        {
            Key = sources.Unique("field:" + WordText.Slug(field.Parent.Length > 0 ? $"{field.Parent} {name.Text}" : name.Text)),
            Source = sources.Of(field),
            Values = values,
            Placeholder = isGap || (pattern is not null && !isDeclared) ? written : null,
            Initial = isShown && (isStatus || isDeclared) && pattern is null ? written : null,
            Constant = isShown && !isStatus && !isDeclared && pattern is null && IsConstant(field, kind, written) && !isOther ? written : null,
            Pattern = pattern,
            MayBeEmpty = IsShownEmpty(field) || Cues.LeaveEmpty.IsIn(written) || Cues.LeaveEmpty.IsIn(about) && !isShown || mark?.Requirement == Requirement.Optional,
            IsList = IsList(name.Text, written),
            Style = field.Style,
            Parent = field.Parent,
            Order = order,
            Requirement = mark?.Requirement ?? Requirement.Required,
            When = mark?.Condition is { } condition ? new Condition(Text: condition) : Condition.Always,
            Confidence = kind == FieldKind.Enum && values.IsEmpty ? Confidence.Medium : values.Length > 0 && !isDeclared ? Confidence.Medium : isShown && kind == FieldKind.Text && field.Style != HeaderStyle.FrontMatter ? Confidence.Medium : Confidence.High,
        };
    }

    // "<link>": a gap that a reader of Markdown takes for a tag, and shows nothing of.
    private static string? TagIn(ReadOnlySpan<char> field)
    {
        var written = field[(field.IndexOf(':') + 1)..].Trim("*_` \t\r\n");
        return written is ['<', _, _, .., '>'] && written is not ("<br>" or "<hr>") && !written[1..^1].ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ") ? written.ToString() : null;
    }

    // A list in the value, else in what is said about the field; the value is then the first status.
    private static ImmutableArray<string> ReadValues(string written, string about, bool isNamedSo, out bool isDeclared)
    {
        isDeclared = true;
        if (!LooksLikeProse(written) && EnumReader.Read(written, isNamedSo) is { IsEmpty: false } own) return own;
        foreach (var sentence in Sentences.Of(about))
        {
            if (!isNamedSo && Cues.OneOf.Find(WordText.Of(sentence)) is null && !sentence.Contains('|', StringComparison.Ordinal)) continue;
            if (EnumReader.Read(sentence, isNamedSo) is { IsEmpty: false } said) return said;
        }
        isDeclared = false;
        return [];
    }

    private static string WithoutComments(string written, out string remark)
    {
        remark = "";
        if (written.IndexOf("<!--", StringComparison.Ordinal) is not (>= 0 and var open)) return written;
        var close = written.IndexOf("-->", open, StringComparison.Ordinal);
        remark = written[(open + 4)..(close < 0 ? written.Length : close)].Trim();
        return (written[..open] + (close < 0 ? "" : written[(close + 3)..])).Trim();
    }

    private static bool IsNone(string text) => Cues.None.Is(text);

    private static bool LooksLikeProse(string text) => WordText.Of(text).Count > 60;

    private static bool IsGap(string name, string written, ImmutableArray<string> values, FieldKind kind)
    {
        if (written.Length == 0) return false;
        if (!written.Any(char.IsLetterOrDigit) && written is not ("[]" or "{}" or "~")) return true; // ?, ___, ""
        if (written.Length > 2 && string.Equals(written, name.ToUpperInvariant(), StringComparison.Ordinal)) return true; // Date: DATE
        if (values.Length > 0) return EnumReader.Read(written, isNamedSo: true).Length > 0 || PlaceholderShapes.IsWrapped(written);
        if (PlaceholderShapes.IsWhole(written) || PlaceholderShapes.IsWrapped(written) || !PlaceholderShapes.Find(written).IsEmpty) return true;
        var words = WordText.Of(written);
        if (Cues.WhenApplicable.Starts(words) || Cues.FillIn.Starts(words) || Cues.ExampleName.IsIn(words) || Cues.LeaveEmpty.Starts(words)) return true;
        return kind is FieldKind.People or FieldKind.Link or FieldKind.Release or FieldKind.Date && (words.Count > 1 || kind != FieldKind.Release) || words.Count > 6;
    }

    private static bool IsConstant(HeaderField field, FieldKind kind, string written) => kind == FieldKind.Text && (field.Style is HeaderStyle.FrontMatter or HeaderStyle.Sidecar || field.Style == HeaderStyle.Preamble && EnumReader.IsMediaType(written)) && written.Length < 100 && !Cues.TitleField.Is(WordText.Of(field.Name));

    private static string? PatternOf(HeaderField field, string written, FieldKind kind)
    {
        var comment = WordText.Of(field.Comment);
        if (Cues.ReplaceWith.Find(comment) is { } hit && hit.End < comment.Count)
        {
            var rest = field.Comment[comment.EndOf(hit.End - 1)..].TrimStart(':', ' ');
            if (TitleLearner.PatternOf(rest) is { } said) return said;
        }
        if (kind is FieldKind.People or FieldKind.Release or FieldKind.Date or FieldKind.Enum || Cues.Later.Starts(WordText.Of(written)) || Cues.WhenApplicable.Starts(WordText.Of(written))) return null;
        if (WordText.Of(written).Count <= 10 && Cues.TitleField.Is(WordText.Of(field.Name)) && TitleLearner.HasNumber(written)) return TitleLearner.Read(written).Pattern.ToString();
        if (FieldKinds.IsWordWithNumber(written)) return written.TrimEnd('0') + "{number}";
        if (written.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark) written = written[..remark];
        var pattern = WordText.Of(written).Count <= 8 && !PlaceholderShapes.IsWhole(written) && !PlaceholderShapes.IsWrapped(written) ? TitleLearner.PatternOf(written) : null;
        // The number of an issue or of a pull request is not the proposal's, unless it is that of the proposal itself.
        if (kind == FieldKind.Link && !Cues.OwnLinkField.Is(WordText.Of(field.Name))) return null;
        return kind == FieldKind.Number && pattern?.Contains("{number}", StringComparison.Ordinal) is false ? null : pattern;
    }

    // "Description: one-sentence description": the value names its own field, in a few words.
    private static bool Echoes(HeaderField field, string name, string written)
    {
        var (own, words) = (WordText.Of(name), WordText.Of(written));
        if (own.Count == 0 || words.Count <= own.Count || words.Count > 8 || field.Style == HeaderStyle.FrontMatter && !written.Contains(' ', StringComparison.Ordinal) || Cues.Licence.IsIn(words)) return false;
        for (var i = 0; i + own.Count <= words.Count; i++)
            if (own.Words.SequenceEqual(words.Words.Skip(i).Take(own.Count), StringComparer.Ordinal)) return true;
        return false;
    }

    // The template itself writes "nothing yet" where an author need not write more.
    private bool IsShownEmpty(HeaderField field)
    {
        if (field.Style is not (HeaderStyle.FrontMatter or HeaderStyle.Sidecar)) return false;
        var name = WordText.Of(field.Name);
        if (Cues.WriterField.Is(name)) return false;
        return document.TextOf(field).Slice(field.ValueSpan) switch
        {
            "[]" or "{}" or "~" or "null" => true,
            // Quotes around nothing, where the others show what to write.
            "\"\"" or "''" => !Cues.StatusField.Is(name) && !Cues.TitleField.Is(name) && name.Words is not ["date" or "created"] && document.Header.Any(static f => f.Value.Length > 0),
            _ => false,
        };
    }

    // "Existing categories:" over a list whose items begin with a value.
    private ImmutableArray<string> ListedElsewhere(string name)
    {
        var plural = WordText.Key(name) is { Length: > 1 } key ? key.EndsWith('y') ? key[..^1] + "ies" : key.EndsWith('s') ? key + "es" : key + "s" : "";
        for (var i = 0; i < _preface.Count - 2; i++)
        {
            if (_preface[i] is not { Kind: PassageKind.Paragraph, Words: { Count: > 0 and <= 8 } words } || !words.Words.Contains(plural, StringComparer.Ordinal)) continue;
            var items = _preface.Skip(i + 1).TakeWhile(static p => p.Kind == PassageKind.Item).Where(static p => p.Depth == 0).Select(ValueOf).ToList();
            if (items.Count > 1 && items.TrueForAll(static v => v.Length > 0)) return [.. items.Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        return [];
    }

    // The words before the explanation: "Rails - all about tracks". Empty when they are too many for a value.
    private static string ValueOf(Passage item)
    {
        var text = item.Lead.Length > 0 ? item.Lead : item.Text;
        foreach (var joint in (ReadOnlySpan<string>)[" | ", ": ", " - ", " – ", " — ", " ("])
            if (text.IndexOf(joint, StringComparison.Ordinal) is > 0 and var at) text = text[..at];
        text = EnumReader.CleanValue(text);
        return WordText.Of(text).Count is > 0 and <= 4 ? text : "";
    }

    private static bool IsList(string name, string written)
    {
        var words = WordText.Of(name);
        if (words.Count == 0) return false;
        return words.Words[^1] is "s" || words.Words[^1].Length > 3 && words.Words[^1].EndsWith('s') && !words.Words[^1].EndsWith("ss", StringComparison.Ordinal) && !words.Words[^1].EndsWith("us", StringComparison.Ordinal) || Cues.SaysList.IsIn(written);
    }

    private static IEnumerable<string> Ancestors(string parent)
    {
        while (parent.Length > 0)
        {
            yield return parent;
            parent = parent.LastIndexOf('.') is > 0 and var dot ? parent[..dot] : "";
        }
    }

    // "author: names of all authors" in a comment of the preface is a direction for that field.
    private List<Passage> DirectionsFor(string name)
    {
        var key = WordText.Of(name);
        var found = new List<Passage>();
        if (key.Count == 0) return found;
        foreach (var passage in _directions[key.Words[0]].Take(20))
        {
            var words = passage.Words;
            var skip = words.Count > 0 && words.Words[0] is "the" ? 1 : 0;
            if (words.Count <= key.Count + skip) continue;
            var same = 0;
            while (same < key.Count && string.Equals(words.Words[skip + same], key.Words[same], StringComparison.Ordinal)) same++;
            if (same < key.Count) continue;
            var next = passage.Text.AsSpan(words.EndOf(skip + key.Count - 1)).TrimStart("`*\"' )");
            if (next.StartsWith(":") || next.StartsWith("-") || next.StartsWith("–") || next.StartsWith("is ") || next.StartsWith("should ") || next.StartsWith("must ") || next.StartsWith("field ")) found.Add(passage);
        }
        return found;
    }

    // Where some fields say that they are required, the others are not.
    private ImmutableArray<Demand.Field> MarkUnmarked()
    {
        var marked = document.Header.Where(f => WordText.Of(f.Value) is { Count: > 1 } words && Cues.Required.Starts(words) && PlaceholderShapes.IsWrapped(f.Value)).Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (marked.Count < 2 || marked.Count == _fields.Count) return [.. _fields];
        return [.. _fields.Select(f => marked.Contains(f.Name) || f.Kind == FieldKind.Enum && !PlaceholderShapes.IsWrapped(f.Placeholder ?? "") ? f : f with { Requirement = f.Requirement == Requirement.Required ? Requirement.Optional : f.Requirement, MayBeEmpty = true, Confidence = Confidence.Medium })];
    }
}
