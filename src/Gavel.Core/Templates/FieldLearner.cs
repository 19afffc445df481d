using System.Collections.Immutable;
using Gavel.Core.Documents;

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
            if (field.Value.Length == 0 && _parents.Contains(field.Parent.Length > 0 ? $"{field.Parent}.{field.Name}" : field.Name)) continue;
            if (Cues.AllOfThem.IsIn(field.Comment) && Cues.Optional.IsIn(field.Comment)) isOptional = true;
            var learned = Learn(field, DirectionsFor(field.Name), order++);
            if (learned.Requirement == Requirement.Required && (isOptional || Cues.RelationField.Is(WordText.Of(learned.Name))))
                learned = learned with { Requirement = Requirement.Optional, MayBeEmpty = true, Confidence = isOptional ? Confidence.High : Confidence.Medium };
            _fields.Add(learned);
        }
        return MarkUnmarked();
    }

    /// <summary>A section that is a field: its text is the value.</summary>
    public Demand.Field OfSection(Part part, int order)
    {
        var text = string.Join(' ', part.Passages.Select(p => p.Text));
        var values = EnumReader.Read(text, isNamedSo: true);
        var items = part.Passages.Where(p => p.Kind == PassageKind.Item && p.Words.Count <= 4).Select(p => EnumReader.CleanValue(p.Text)).ToImmutableArray();
        foreach (var passage in part.Passages)
            if (values.IsEmpty) values = EnumReader.Read(passage.Text, isNamedSo: true);
        if (values.IsEmpty && items.Length >= 2) values = items;
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
        var name = HeadingReader.Read(field.Name);
        written = WithoutComments(written, out var remark);
        var about = $"{field.Comment} {remark} " + string.Join(' ', directions.Select(d => d.Text.IndexOf(':') is > 0 and < 40 and var colon ? d.Text[(colon + 1)..].Trim() : d.Text));
        var own = WordText.Of(name.Text);
        var isNamedSo = Cues.EnumField.Is(own) || Cues.EnumField.IsIn(own) && !IsNamedOtherwise(own) && !Cues.Remark.Is(own.Words[^1]) || IsNamed(Cues.ReleaseField, own) && written.Contains(" / ", StringComparison.Ordinal);
        var values = ReadValues(written, about, isNamedSo, out var isDeclared);
        if (!isNamedSo && IsNamedOtherwise(own) && values.Any(static v => v.AsSpan().IndexOfAny("@()<>[]{}/:#") >= 0)) values = [];
        // "may be list or individual" tells how many, and not whom.
        if (!isNamedSo && IsNamed(Cues.PeopleField, own) && written.AsSpan().IndexOfAny('|', '/') < 0 && !Cues.OneOf.IsIn(about)) values = [];
        if (values.IsEmpty && (isNamedSo || !IsNamedOtherwise(own) && (written.Length == 0 || PlaceholderShapes.IsWhole(written))) && ListedElsewhere(name.Text) is { Length: > 1 } listed) (values, isDeclared) = (listed, true);
        var kind = KindOf(name.Text, written, values);
        if (kind == FieldKind.Text && (Cues.SaysLink.IsIn(about) || value is null && source.Slice(field.ValueSpan) is var shown && shown.IndexOf("](http") > 0)) kind = FieldKind.Link;
        var isGap = IsGap(name.Text, written, values, kind) || kind == FieldKind.Text && Echoes(field, name.Text, written);
        var isStatus = Cues.EnumField.Is(WordText.Of(name.Text)) || kind == FieldKind.Enum && IsFirstState(written);
        var isOther = Cues.RelationField.Is(WordText.Of(name.Text)) || Cues.TitleField.Is(WordText.Of(name.Text)) && field.Style == HeaderStyle.FrontMatter;
        if (isOther && written.Length > 0 && kind != FieldKind.Enum && !IsNone(written)) isGap = true;
        if (values.IsEmpty && Cues.CutDown.IsIn(about) && written.Contains(", ", StringComparison.Ordinal)) (values, kind, isDeclared) = ([.. written.Split(", ").Distinct(StringComparer.Ordinal)], FieldKind.Enum, true);
        var pattern = PatternOf(field, written, kind);
        var mark = MarkOf(name, written, about);
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

    // A list in the value, else in what is said about the field; the value is then the first status.
    private static ImmutableArray<string> ReadValues(string written, string about, bool isNamedSo, out bool isDeclared)
    {
        isDeclared = true;
        if (!LooksLikeProse(written) && EnumReader.Read(written, isNamedSo) is { IsEmpty: false } own) return own;
        var says = WordText.Of(about);
        foreach (var sentence in Sentences.Of(about))
        {
            if (!isNamedSo && Cues.OneOf.Find(WordText.Of(sentence)) is null && !sentence.Contains('|', StringComparison.Ordinal)) continue;
            if (EnumReader.Read(sentence, isNamedSo) is { IsEmpty: false } said) return said;
        }
        isDeclared = says.Count > 0 && says.Count < 0;
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

    private static FieldKind KindOf(string name, string written, ImmutableArray<string> values)
    {
        var words = WordText.Of(name);
        if (values.Length > 0) return FieldKind.Enum;
        if (Cues.RelationField.Is(words)) return Cues.SaysNumber.IsIn(written) ? FieldKind.Number : written.Contains("://", StringComparison.Ordinal) || Cues.LinkWord.IsIn(written) ? FieldKind.Link : FieldKind.Text;
        if (WordText.Of(written) is { Count: <= 3 and > 0 } few && few.Words.Any(static w => w is "date" or "yyyy")) return FieldKind.Date;
        if (IsNamed(Cues.DateField, words) || Cues.SaysDate.IsIn(written)) return FieldKind.Date;
        if (IsNamed(Cues.PeopleField, words) || written.Length > 2 && written.Split(", ").All(static h => h.Length > 2 && h[0] == '@' && !h.Contains(' ', StringComparison.Ordinal))) return FieldKind.People;
        if (IsFirstState(written) && !Cues.TitleField.Is(words)) return FieldKind.Enum;
        if (IsNamed(Cues.EnumField, words)) return EnumReader.IsMediaType(written) ? FieldKind.Text : FieldKind.Enum;
        // "<section-id>": the name of something, which has an id of its own.
        if (IsNamedId(written)) return FieldKind.Text;
        if (!Cues.TitleField.Is(words) && PlaceholderShapes.IsGap(written) && TitleLearner.HasNumber(written) && !IsNamed(Cues.LinkField, words) && !IsNamed(Cues.ReleaseField, words)) return FieldKind.Number;
        if (Cues.NumberWord.Is(WordText.Of(written)) && !IsNamed(Cues.LinkField, words) && !IsNamed(Cues.ReleaseField, words)) return FieldKind.Number;
        if (IsNamed(Cues.NumberField, words) && !IsWordWithNumber(written) || name.EndsWith('#') || Cues.SaysNumber.IsIn(written) && !Cues.SaysOtherNumber.IsIn(written)) return FieldKind.Number;
        var isProse = WordText.Of(written).Count >= 10 && !Cues.LinkWord.IsIn(written) && !Cues.SaysNumber.IsIn(written);
        if (IsNamed(Cues.LinkField, words) && !isProse || written.Contains("://", StringComparison.Ordinal) || Cues.SaysLink.Find(WordText.Of(written)) is { Word: <= 3 }) return FieldKind.Link;
        if (IsNamed(Cues.ReleaseField, words) || words.Count == 2 && Cues.ReleaseField.At(words, 0) is not null && words.Words[1] is not ("notes" or "manager")) return FieldKind.Release;
        if (!Cues.TitleField.Is(words) && PlaceholderShapes.IsWhole(written) && WordText.Of(written) is { Count: <= 1 } only && (only.Count == 0 || only.Words[0].AsSpan().IndexOfAnyExcept("nx0") < 0)) return FieldKind.Number;
        return FieldKind.Text;
    }

    private static bool IsNamedId(string written) =>
        written is ['<', ..] && written.IndexOf("-id>", StringComparison.OrdinalIgnoreCase) is > 2 and var at && written.AsSpan(1, at - 1).IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsNamed(CuePhrases cues, WordText name)
    {
        if (cues.Is(name)) return true;
        return name.Count > 0 && cues.Before(name, name.Count) is not null || name.Count > 1 && name.Words[^1] is "s" && cues.At(name, name.Count - 2) is not null;
    }

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
        if (IsWordWithNumber(written)) return written.TrimEnd('0') + "{number}";
        if (written.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark) written = written[..remark];
        var pattern = WordText.Of(written).Count <= 8 && !PlaceholderShapes.IsWhole(written) && !PlaceholderShapes.IsWrapped(written) ? TitleLearner.PatternOf(written) : null;
        // The number of an issue or of a pull request is not the proposal's, unless it is that of the proposal itself.
        if (kind == FieldKind.Link && !Cues.OwnLinkField.Is(WordText.Of(field.Name))) return null;
        return kind == FieldKind.Number && pattern?.Contains("{number}", StringComparison.Ordinal) is false ? null : pattern;
    }

    private static RequirementMark? MarkOf(HeadingParts name, string written, string about)
    {
        if (name.Mark is { } own) return own;
        var inner = WordText.Of(written);
        if (inner.Count > 0 && Cues.Optional.Starts(inner) || written.Contains("(optional)", StringComparison.OrdinalIgnoreCase) || written.Contains("[optional]", StringComparison.OrdinalIgnoreCase)) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        if (inner.Count > 1 && Cues.Required.Starts(inner) && PlaceholderShapes.IsWrapped(written)) return new RequirementMark(Requirement.Required, null, Confidence.High);
        if (MarkInBrackets(written) is { } bracketed) return bracketed;
        var isFirst = true;
        foreach (var sentence in Sentences.Of(about))
        {
            var words = WordText.Of(sentence);
            // "If there are several, …" is a direction; "If there is none, leave it out" a condition.
            var isDirection = !isFirst && words.Count > 0 && words.Words[0] is "if" or "when" or "unless" && Cues.TakeOut.Find(words) is null && Cues.None.Find(words) is null;
            if (!isDirection && words.Count <= 30 && RequirementReader.OfMark(sentence) is { } mark) return mark;
            isFirst = false;
        }
        if (inner.Count <= 20 && Cues.OnlyUnder.Find(inner) is { } under && Cues.TakeOut.At(inner, under.Word) is not null) return new RequirementMark(Requirement.Conditional, written[inner.StartOf(under.Word)..], Confidence.Medium);
        if (inner.Count <= 14 && (PlaceholderShapes.IsWrapped(written) && Cues.Later.IsIn(inner) || Cues.Later.Starts(inner))) return new RequirementMark(Requirement.Conditional, PlaceholderShapes.Unwrap(written), Confidence.Medium);
        return Cues.WhenApplicable.Find(inner) is not null && inner.Count <= 12 ? new RequirementMark(Requirement.Conditional, PlaceholderShapes.IsWrapped(written) ? written : written[inner.StartOf(0)..inner.EndOf(Cues.WhenApplicable.Find(inner)!.Value.End - 1)], Confidence.Medium) : null;
    }

    // "<number> (optional)", "<url> (required for Accepted)"
    private static RequirementMark? MarkInBrackets(string written)
    {
        for (var open = written.IndexOf('(', StringComparison.Ordinal); open >= 0; open = written.IndexOf('(', open + 1))
        {
            var close = written.IndexOf(')', open);
            if (close < 0) return null;
            var inner = written[(open + 1)..close].Trim('*', ' ');
            var words = WordText.Of(inner);
            if (words.Count is > 0 and <= 8 && (Cues.Optional.Starts(words) || Cues.Required.Starts(words)) && RequirementReader.OfMark(inner) is { } mark) return mark;
            // "(an address, optional)"
            if (inner.LastIndexOf(',') is > 0 and var comma && Cues.Optional.Is(inner[(comma + 1)..])) return new RequirementMark(Requirement.Optional, null, Confidence.High);
        }
        return null;
    }

    private static bool IsNamedOtherwise(WordText name) => IsNamed(Cues.PeopleField, name) || IsNamed(Cues.LinkField, name) || IsNamed(Cues.DateField, name);

    private static bool IsFirstState(string written) => Cues.FirstState.Is(written) && written.AsSpan().IndexOfAny("<({[") < 0;

    // "adr000": letters with zeros behind them, in one word.
    private static bool IsWordWithNumber(string written) =>
        written.Length > 4 && written.EndsWith("000", StringComparison.Ordinal) && char.IsAsciiLetter(written[0]) && char.IsAsciiLetter(written.TrimEnd('0')[^1]) && !written.Contains(' ', StringComparison.Ordinal);

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
