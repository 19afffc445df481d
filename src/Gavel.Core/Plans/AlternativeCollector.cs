using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>An alternative while it is read: everything that is said of it, by name.</summary>
internal sealed class AlternativeDraft(string name, TextSpan at)
{
    public string Name { get; } = name;

    public TextSpan At { get; } = at;

    public bool IsPreferred { get; set; }

    public List<AlternativeLead> Said { get; } = [];
}

/// <summary>Gathers alternatives out of the sections that hold them: sub-headings, bold or numbered items, tables.</summary>
internal sealed class AlternativeCollector(Func<TextSpan, bool> isTemplate)
{
    private const int Most = 200;
    private const int MostLevels = 6;
    private const int LongestName = 60; // characters; of more the first sentence is the name

    private readonly Dictionary<string, AlternativeDraft> _byName = new(StringComparer.Ordinal);
    private readonly List<AlternativeDraft> _found = [];
    private readonly List<string> _columns = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<AlternativeDraft> Found => _found;

    /// <summary>The aspects of the tables that were read, in their order.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>A table of alternatives that is there already; null where there is none.</summary>
    public TextSpan? Table { get; private set; }

    /// <summary>A section whose title speaks of alternatives.</summary>
    public void Read(Section section, int depth = 0)
    {
        var before = _found.Count;
        ReadBlocks(section.Blocks, isAbout: true);
        foreach (var child in section.Children)
        {
            if (child.Heading is not { } heading || isTemplate(heading.Span)) continue;
            var words = WordText.Of(heading.Text);
            if (AlternativeWords.NoAlternative.Is(words) || AlternativeWords.OutcomeTitle.Is(words)) ReadBlocks(child.Blocks, isAbout: false);
            else if (IsGroup(words, child) && depth < MostLevels) Read(child, depth + 1);
            else AddSection(child, heading);
        }
        if (_found.Count == before) ReadProse(section.Blocks);
    }

    // Where nothing else lists them, a paragraph says one: in bold words in front, else in a sentence that calls it so.
    private void ReadProse(ImmutableArray<Block> blocks)
    {
        var hasBold = blocks.OfType<Block.Paragraph>().Any(p => AlternativeProse.BoldName(p) is not null);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (NameIn(blocks[i]) is not { } name || isTemplate(blocks[i].Span) || Add(name, blocks[i].Span) is not { } draft) continue;
            var end = i + 1;
            while (end < blocks.Length && NameIn(blocks[end]) is null) end++;
            foreach (var lead in AlternativeLeads.In(blocks[(i + 1)..end])) draft.Said.Add(lead);
            i = end - 1;
        }

        string? NameIn(Block block) => block is not Block.Paragraph paragraph ? null : hasBold ? AlternativeProse.BoldName(paragraph) : AlternativeProse.SentenceName(paragraph);
    }

    /// <summary>A section of the design in which alternatives may stand among other things.</summary>
    public void ReadAmongOthers(Section section)
    {
        foreach (var part in section.SelfAndDescendants())
        {
            if (part.Heading is { } heading && !ReferenceEquals(part, section) && NameOf(heading.Text).IsNumbered) AddSection(part, heading);
            else ReadBlocks(part.Blocks, isAbout: false);
        }
    }

    private void AddSection(Section section, Heading heading)
    {
        if (Add(heading.Text, heading.TextSpan.IsEmpty ? heading.Span : heading.TextSpan) is not { } draft) return;
        foreach (var lead in AlternativeLeads.In(section.Blocks)) draft.Said.Add(lead);
        foreach (var child in section.Children)
        {
            if (child.Heading is { } title) draft.Said.Add(new AlternativeLead(title.Text, AlternativeLeads.Join("", child.Blocks), title.Span, child.Blocks));
        }
        foreach (var table in section.Blocks.OfType<Block.Table>().Where(t => t.Rows is [{ Cells.Length: 2 }, _, ..]))
        {
            foreach (var row in table.Rows.Where(r => r.Cells.Length == 2))
                draft.Said.Add(new AlternativeLead(PlainText.Of(row.Cells[0].Inlines), PlainText.Of(row.Cells[1].Inlines), row.Cells[1].Span, []));
        }
    }

    // Lists count where a line or the section's title says what they are; so do tables whose head says it.
    private void ReadBlocks(ImmutableArray<Block> blocks, bool isAbout)
    {
        var intro = "";
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            if (isTemplate(block.Span)) continue;
            switch (block)
            {
                case Block.Paragraph paragraph:
                    intro = PlainText.Of(paragraph.Inlines);
                    if (LineName(paragraph, isAbout) is { } name && Add(name, paragraph.Span) is { } draft) i = TakeFollowing(blocks, i, draft, isAbout);
                    break;
                case Block.List list:
                    if (isAbout && intro.Length == 0 || Introduces(intro)) AddItems(list);
                    else AddItems(list, numberedOnly: true);
                    intro = "";
                    break;
                case Block.Table table: ReadTable(table, isAbout); break;
                case Block.Directive directive:
                    foreach (var inner in directive.Blocks.OfType<Block.Table>()) ReadTable(inner, isAbout);
                    break;
            }
        }
    }

    // What follows "**Option 1**" up to the next such line.
    private int TakeFollowing(ImmutableArray<Block> blocks, int at, AlternativeDraft draft, bool isAbout)
    {
        var end = at + 1;
        while (end < blocks.Length && blocks[end] is not Block.Table && !(blocks[end] is Block.Paragraph next && LineName(next, isAbout) is not null)) end++;
        foreach (var lead in AlternativeLeads.In(blocks[(at + 1)..end])) draft.Said.Add(lead);
        return end - 1;
    }

    private void AddItems(Block.List list, bool numberedOnly = false)
    {
        foreach (var item in list.Items)
        {
            if (isTemplate(item.Span)) continue;
            var inlines = item.Term ?? (item.Blocks is [Block.Paragraph first, ..] ? first.Inlines : []);
            var text = PlainText.Of(inlines);
            if (text.Length == 0 || numberedOnly && !NameOf(text).IsNumbered) continue;
            var name = item.Term is null && AlternativeLeads.Of(inlines) is { Name.Length: > 2 } lead && !NameOf(lead.Name).IsBare ? lead.Name : FirstSentence(text);
            if (AlternativeWords.Aspects.Is(WordText.Of(name)) || Add(name, item.Span) is not { } draft) continue;
            foreach (var said in AlternativeLeads.In(item.Term is null ? item.Blocks.RemoveAt(0) : item.Blocks)) draft.Said.Add(said);
        }
    }

    private void ReadTable(Block.Table table, bool isAbout)
    {
        if (table.Rows is not [var head, _, ..] || head.Cells.Length < 2) return;
        var titles = head.Cells.Select(c => PlainText.Of(c.Inlines)).ToArray();
        var corner = WordText.Of(titles[0]);
        var rows = table.Rows.Skip(1).Where(r => r.Cells.Length > 1 && !isTemplate(r.Span)).ToList();
        if (AlternativeWords.NameColumn.Is(corner) || isAbout && corner.Count > 0 && !AlternativeWords.AspectColumn.Is(corner))
        {
            Table ??= table.Span;
            foreach (var title in titles.Skip(1)) AddColumn(title);
            foreach (var row in rows)
            {
                if (Add(PlainText.Of(row.Cells[0].Inlines), row.Span) is not { } draft) continue;
                for (var i = 1; i < Math.Min(titles.Length, row.Cells.Length); i++) draft.Said.Add(Cell(titles[i], row.Cells[i]));
            }
        }
        else if (isAbout || AlternativeWords.AspectColumn.Is(corner) && titles.Skip(1).Any(t => NameOf(t).IsNumbered || _byName.ContainsKey(Key(t))))
        {
            Table ??= table.Span;
            foreach (var row in rows) AddColumn(PlainText.Of(row.Cells[0].Inlines));
            for (var i = 1; i < titles.Length; i++)
            {
                if (titles[i].Length == 0 || Add(titles[i], head.Cells[i].Span) is not { } draft) continue;
                foreach (var row in rows.Where(r => r.Cells.Length > i)) draft.Said.Add(Cell(PlainText.Of(row.Cells[0].Inlines), row.Cells[i]));
            }
        }
    }

    private static AlternativeLead Cell(string aspect, TableCell cell) => new(aspect, PlainText.Of(cell.Inlines), cell.Span, []);

    private void AddColumn(string title)
    {
        if (title.Length > 0 && !_columns.Contains(title, StringComparer.OrdinalIgnoreCase) && _columns.Count < Most) _columns.Add(title);
    }

    /// <returns>The one of that name where there is one already; null for what is no name.</returns>
    private AlternativeDraft? Add(string title, TextSpan at)
    {
        var (name, mark) = WithoutMark(title);
        var key = Key(name);
        if (key.Length == 0 || Cues.Stand.Is(WordText.Of(name)) || Cues.None.Is(WordText.Of(name)) || _found.Count >= Most) return null;
        if (!_byName.TryGetValue(key, out var draft))
        {
            _byName[key] = draft = new AlternativeDraft(name, at);
            _found.Add(draft);
        }
        draft.IsPreferred |= mark;
        return draft;
    }

    // "Rust (chosen)", "✅ Rust".
    private static (string Name, bool IsChosen) WithoutMark(string title)
    {
        var text = title.Trim().TrimEnd(':', '.').Trim();
        if (StateReader.OfSign(text) is { State: PlanItemState.Done } sign && sign.Length < text.Length) return (text[sign.Length..].Trim(), true);
        if (text.Length > 2 && text[^1] is ')' or ']' && text.LastIndexOfAny(['(', '[']) is var open && AlternativeWords.ChosenMark.Is(text[Math.Max(open, 0)..])) return open > 0 ? (text[..open].Trim(), true) : (text, true);
        foreach (var dash in (string[])[" - ", " – ", " — ", ": "])
        {
            var at = text.LastIndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && AlternativeWords.ChosenMark.Is(text[at..])) return (text[..at].Trim(), true);
            var first = text.IndexOf(dash, StringComparison.Ordinal);
            if (first > 0 && AlternativeWords.ChosenMark.Is(text[..first])) return (text[(first + dash.Length)..].Trim(), true);
        }
        return (text, false);
    }

    private static string FirstSentence(string text) => text.Length > LongestName && Sentences.Of(text).FirstOrDefault() is { Length: > 0 } first ? first : text;

    private static string? LineName(Block.Paragraph paragraph, bool isAbout)
    {
        var text = PlainText.Of(paragraph.Inlines);
        if (NameOf(text).IsNumbered && AlternativeLeads.Of(paragraph.Inlines) is { } lead) return NameOf(lead.Name).IsBare && lead.Text is { Length: > 0 and < 100 } rest ? $"{lead.Name}: {rest}" : lead.Name;
        if (NameOf(text).IsNumbered && text.Length < 100) return text;
        // A bold line alone in a section of alternatives.
        return isAbout && paragraph.Inlines is [Inline.Styled { Strength: 2 }] && text.Length < 100 && !AlternativeWords.Aspects.Is(WordText.Of(text)) && !AlternativeWords.NoAlternative.Is(text) ? text : null;
    }

    private static bool Introduces(string intro)
    {
        if (intro.Length == 0) return false;
        var words = WordText.Of(intro.Length > 300 ? intro[^300..] : intro);
        return AlternativeWords.Alternatives.Find(words) is not null && (intro.EndsWith(':') || words.Count <= 6) && !AlternativeWords.Weigh.Starts(words);
    }

    // "Configuration alternatives" with several children holds alternatives itself.
    private static bool IsGroup(WordText title, Section section) =>
        AlternativeWords.Title.IsIn(title) && !NameOf(title.Text).IsNumbered && section.Children.Length >= 2;

    /// <summary>What a name begins with: "Option 2: trains", or "Option 2" alone.</summary>
    internal static (bool IsNumbered, bool IsBare) NameOf(string name)
    {
        var words = WordText.Of(name.Length > 80 ? name[..80] : name);
        if (words.Count < 2 || AlternativeWords.Numbered.At(words, 0) is not { } hit || hit.End >= words.Count) return (false, false);
        var number = words.Words[hit.End];
        var isNumber = char.IsAsciiDigit(number[0]) && number.Length <= 3 || number.Length == 1 && char.IsUpper(words.Text[words.StartOf(hit.End)]) || number is "one" or "two" or "three" or "four" or "ii" or "iii" or "iv";
        var ends = hit.End + 1 == words.Count || words.Text[words.EndOf(hit.End)] is not ' ' || number.Length <= 2 && !char.IsLetterOrDigit(words.Text[Math.Min(words.EndOf(hit.End) + 1, words.Text.Length - 1)]);
        return (isNumber && ends, isNumber && hit.End + 1 == words.Count);
    }

    internal static string Key(string name) => WordText.Key(name);
}
