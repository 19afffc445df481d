using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>How a section of work is read.</summary>
/// <param name="IsTemplate">Whether a block is the template's own text that is still there.</param>
/// <param name="MaxDays">The most that the template allows for one task, in person-days; null where it sets no limit.</param>
/// <param name="People">Who does what names nobody.</param>
internal sealed record PlanScope(SourceText Text, Func<TextSpan, bool> IsTemplate, int? MaxDays, ImmutableArray<string> People);

/// <summary>Gathers the items of a plan out of sections: headings, lists, tables, numbered lines and sentences of stories.</summary>
internal sealed class PlanCollector(PlanScope scope)
{
    private const int MostLevels = 4; // milestone, story, task, and one more; what is deeper are details
    private const int MostItems = 5000;

    private readonly List<PlanDraft> _items = [];

    public IReadOnlyList<PlanDraft> Items => _items;

    /// <summary>The items of one section that asks for work, in the order of its text.</summary>
    public void Read(Section section)
    {
        var kind = KindOfTitle(section.Heading?.Text ?? "");
        Walk(section, new Level(null, kind, null, 0));
    }

    /// <summary>What the items of a section are that says no more of them.</summary>
    private static PlanItemKind KindOfTitle(string title)
    {
        var words = WordText.Of(title);
        if (PlanWords.StoryWord.IsIn(words)) return PlanItemKind.Story;
        return PlanWords.MilestoneWord.IsIn(words) ? PlanItemKind.Milestone : PlanItemKind.Task;
    }

    private void Walk(Section section, Level level)
    {
        WalkBlocks(section.Blocks, level, isInList: false);
        if (level.Depth >= MostLevels) return;
        foreach (var child in section.Children)
        {
            if (child.Heading is not { } heading || PlanWords.NoWorkTitle.Is(heading.Text) || PlanWords.PeopleTitle.Is(heading.Text)) continue;
            var state = StateReader.OfWhole(heading.Text, isApart: true);
            if (state is not null) Walk(child, level with { State = state, Depth = level.Depth + 1 });
            else if (Cues.PlanTitle.Is(WordText.Of(heading.Text))) Walk(child, level with { Kind = KindOfTitle(heading.Text), Depth = level.Depth + 1 });
            else AddHeading(child, heading, level);
        }
    }

    private void AddHeading(Section section, Heading heading, Level level)
    {
        var read = ItemText.Of(heading.Inlines, IsStruck);
        var said = NumberedLead.Of(read.Text) ?? KindOfLink(heading.Inlines);
        var kind = said ?? (level.Parent is null ? level.Kind : level.Kind == PlanItemKind.Story ? PlanItemKind.Story : PlanItemKind.Task);
        if (Add(read, kind, said is not null, level, heading.TextSpan.IsEmpty ? heading.Span : heading.TextSpan) is not { } item) return;
        item.IsHeading = true;
        Walk(section, new Level(_items.Count - 1, level.Kind == PlanItemKind.Story ? PlanItemKind.Story : PlanItemKind.Task, null, level.Depth + 1));
    }

    private void WalkBlocks(ImmutableArray<Block> blocks, Level level, bool isInList)
    {
        var intro = level.Words;
        var here = level;
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            if (block is Block.Comment or Block.LinkDefinition || scope.IsTemplate(block.Span)) continue;
            switch (block)
            {
                case Block.Paragraph paragraph when isInList && i == 0: break; // the item's own words
                case Block.Paragraph paragraph:
                    var text = PlainText.Of(paragraph.Inlines);
                    intro = text;
                    if (StoryText.Is(text)) AddStory(paragraph, here);
                    else if (AddLines(paragraph, level)) here = level with { Parent = _items.Count - 1, Kind = PlanItemKind.Task, Depth = level.Depth + 1 };
                    else if (level.Parent is { } above && PlanLines.SaidOfAbove(paragraph) is { } said) _items[above].Facts = _items[above].Facts.Or(said);
                    else if (StateReader.OfWhole(text.TrimEnd(':', '.'), isApart: true) is { } state && text.Length < 40) here = level with { State = state };
                    else if (here.State != level.State) here = level;
                    break;
                case Block.List list:
                    if (!IsNoWork(intro) && !PlanList.IsContents(list)) AddList(list, here with { Kind = KindOfIntro(intro) ?? here.Kind, IsKindSaid = KindOfIntro(intro) is not null }, isInList);
                    intro = "";
                    break;
                case Block.Table table when here.Depth < MostLevels:
                    foreach (var row in PlanTable.Read(table, scope.IsTemplate, IsStruck)) AddRow(row, here);
                    break;
                case Block.Quote { Blocks: [Block.List, ..] } indented: // RST: a list that stands further in
                    WalkBlocks(indented.Blocks, here with { Depth = here.Depth + 1, Words = intro }, isInList: false);
                    break;
                case Block.Directive { Name: "list-table" or "table" or "csv-table" } directive: WalkBlocks(directive.Blocks, here, isInList: false); break;
            }
        }
    }

    private void AddList(Block.List list, Level level, bool isNested)
    {
        if (level.Depth >= MostLevels) return;
        foreach (var item in list.Items)
        {
            if (scope.IsTemplate(item.Span)) continue;
            var inlines = item.Term ?? (item.Blocks is [Block.Paragraph first, ..] ? first.Inlines : []);
            if (item.Term is null && item.Blocks is [Block.Paragraph own, ..] && scope.IsTemplate(own.Span)) continue;
            if (inlines.IsEmpty)
            {
                WalkBlocks(item.Blocks, level with { Depth = level.Depth + 1 }, isInList: false);
                continue;
            }
            AddListItem(item, inlines, level, isNested);
        }
    }

    private void AddListItem(ListItem item, ImmutableArray<Inline> inlines, Level level, bool isNested)
    {
        var read = PlanList.Read(inlines, IsStruck);
        if (item.IsDone is { } isDone) read = read with { Facts = (ItemFacts.None with { State = isDone ? PlanItemState.Done : read.Facts.State is PlanItemState.Active or PlanItemState.Dropped ? read.Facts.State : PlanItemState.Open }).Or(read.Facts) };
        // From the third level of a list on an item is a detail, unless something is said of it as of work.
        if (isNested && level.ListDepth >= 2 && read.Facts == ItemFacts.None) return;
        if (level.Parent is { } above && ItemFacts.OfAbove(PlainText.Of(inlines)) is { } facts)
        {
            _items[above].Facts = _items[above].Facts.Or(facts); // "Estimate: 3 days", "Owner: Ann" below an item are said of it
            return;
        }
        var said = NumberedLead.Of(read.Text) ?? (StoryText.Is(read.Text) ? PlanItemKind.Story : KindOfLink(inlines));
        var hasParts = item.Blocks.Any(b => b is Block.List);
        var kind = said ?? (level.Parent is not null && level.Kind == PlanItemKind.Milestone ? PlanItemKind.Task : level.IsKindSaid ? level.Kind
            : read.Facts.Days is { Max: <= 5 } && !hasParts ? PlanItemKind.Task : level.Kind);
        if (Add(read, kind, said is not null, level, item.Term is null && item.Blocks is [Block.Paragraph line, ..] ? line.Span : item.Span) is null) return;
        WalkBlocks(item.Blocks, new Level(_items.Count - 1, PlanItemKind.Task, null, level.Depth + 1) { ListDepth = level.ListDepth + 1, Words = PlainText.Of(inlines) }, isInList: item.Term is null);
    }

    private void AddRow(PlanRow row, Level level)
    {
        var parent = level.Parent;
        if (row.Group.Length > 0)
        {
            var known = _items.FindIndex(i => i.IsGroup && i.Parent == level.Parent && string.Equals(i.Text, row.Group, StringComparison.Ordinal));
            if (known < 0 && Add(new ItemText(row.Group, ItemFacts.None), PlanItemKind.Milestone, isSaid: true, level, row.At) is { } group)
            {
                group.IsGroup = true;
                known = _items.Count - 1;
            }
            if (known >= 0) parent = known;
        }
        var said = NumberedLead.Of(row.Item.Text);
        var kind = said ?? (parent is not null ? PlanItemKind.Task : row.Kind ?? level.Kind);
        Add(row.Item, kind, said is not null, level with { Parent = parent }, row.At);
    }

    // Lines of a paragraph that begin with a number of their own, or are "work: 3 days".
    private bool AddLines(Block.Paragraph paragraph, Level level)
    {
        var added = false;
        foreach (var (line, span) in PlanLines.Of(paragraph))
        {
            var plain = PlainText.Of(line);
            var kind = NumberedLead.Of(plain);
            var read = kind is null ? PlanLines.Estimated(plain) : PlanList.Read(line, IsStruck);
            if (read is null) continue;
            added |= Add(read, kind ?? PlanItemKind.Task, kind is not null, level, span) is not null;
        }
        return added && _items[^1].KindIsSaid;
    }

    private void AddStory(Block.Paragraph paragraph, Level level)
    {
        // Below a heading it tells the heading's own story.
        if (level.Parent is { } at && _items[at] is { IsHeading: true, HasStory: false } parent && at == _items.Count - 1)
        {
            parent.HasStory = true;
            if (!parent.KindIsSaid) parent.Kind = PlanItemKind.Story;
            return;
        }
        Add(ItemText.Of(StoryText.Of(paragraph.Inlines), IsStruck), PlanItemKind.Story, isSaid: true, level, paragraph.Span);
    }

    private PlanDraft? Add(ItemText read, PlanItemKind kind, bool isSaid, Level level, TextSpan at)
    {
        var words = WordText.Of(read.Text);
        if (words.Count == 0 || Cues.Stand.Is(words) || Cues.None.Is(words) || _items.Count >= MostItems) return null;
        var facts = read.Facts.State is null && level.State is { } state ? read.Facts with { State = state } : read.Facts;
        var item = new PlanDraft { Kind = kind, KindIsSaid = isSaid, Text = read.Text, Parent = level.Parent, Facts = facts, At = at, MaxDays = scope.MaxDays, Others = scope.People };
        _items.Add(item);
        return item;
    }

    private bool IsStruck(Inline.Styled styled) => styled.Strength == 0 && scope.Text.Slice(styled.Span) is ['~', ..];

    private static bool IsNoWork(string intro)
    {
        if (intro.Length == 0) return false;
        // The last sentence introduces; one that ends otherwise than with a colon must say it in few words.
        var words = WordText.Of(intro.Length > 240 ? intro[^240..] : intro);
        if (PlanWords.NoWorkTitle.Is(words)) return true;
        return (intro.EndsWith(':') || words.Count <= 4) && LastSentence(intro) is var last && PlanWords.NoWorkIntro.IsIn(last) && KindOfIntro(last) is null;
    }

    private static string LastSentence(string text)
    {
        var end = text.AsSpan(0, text.Length - 1).LastIndexOf(". ");
        return end < 0 ? text : text[(end + 2)..];
    }

    private static PlanItemKind? KindOfIntro(string intro)
    {
        if (intro.Length == 0) return null;
        var words = WordText.Of(LastSentence(intro));
        if (words.Count > 30) return null;
        if (PlanWords.TaskWord.Find(words) is { } task) return PlanWords.MilestoneWord.Find(words) is { } first && first.Word < task.Word ? PlanItemKind.Milestone : PlanItemKind.Task;
        if (PlanWords.MilestoneWord.IsIn(words)) return PlanItemKind.Milestone;
        return PlanWords.StoryWord.IsIn(words) ? PlanItemKind.Story : null;
    }

    // A tracker's page of a milestone.
    private static PlanItemKind? KindOfLink(ImmutableArray<Inline> inlines) =>
        inlines is [Inline.Link link, ..] && (link.Target.Contains("/milestone/", StringComparison.OrdinalIgnoreCase) || link.Target.Contains("/milestones/", StringComparison.OrdinalIgnoreCase)) ? PlanItemKind.Milestone : null;

    /// <param name="Parent">The item that those found here are part of.</param>
    /// <param name="Kind">What they are, where they do not say it.</param>
    /// <param name="State">What a heading above says of all of them.</param>
    private readonly record struct Level(int? Parent, PlanItemKind Kind, PlanItemState? State, int Depth)
    {
        public int ListDepth { get; init; }

        public bool IsKindSaid { get; init; }

        /// <summary>The words of the list item that is walked, which introduce the list below it.</summary>
        public string Words { get; init; } = "";
    }
}
