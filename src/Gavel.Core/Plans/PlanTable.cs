using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>A row of a table of work.</summary>
/// <param name="Group">The milestone that the row belongs to by a column of its own; empty where there is none.</param>
/// <param name="Kind">What the column's name says that the work is; null where it says neither.</param>
internal sealed record PlanRow(ItemText Item, string Group, PlanItemKind? Kind, TextSpan At);

/// <summary>Reads tables whose head names work, or what is said of work: owner, estimate, date, state.</summary>
internal static class PlanTable
{
    private enum Column
    {
        Other,
        Work,
        Group,
        Effort,
        People,
        Due,
        State,
        Number,
    }

    public static IEnumerable<PlanRow> Read(Block.Table table, Func<TextSpan, bool> isTemplate, Func<Inline.Styled, bool> isStruck)
    {
        if (table.Rows is not [var head, ..] || head.Cells.Length is 0 or > 40) yield break;
        var titles = head.Cells.Select(c => PlainText.Of(c.Inlines)).ToArray();
        var columns = titles.Select(Of).ToArray();
        var isHeaded = columns.Any(c => c is not Column.Other and not Column.Number);
        if (!isHeaded) yield break;
        var work = WorkOf(columns);
        if (work < 0) yield break;
        var group = "";
        foreach (var row in table.Rows.Skip(1))
        {
            if (row.IsHeader || isTemplate(row.Span) || row.Cells.Length <= work) continue;
            var item = PlanList.Read(row.Cells[work].Inlines, isStruck);
            for (var i = 0; i < Math.Min(columns.Length, row.Cells.Length); i++)
            {
                var text = PlainText.Of(row.Cells[i].Inlines);
                if (columns[i] == Column.Group && i != work) group = text.Length > 0 ? text : group;
                else if (i != work) item = item with { Facts = Cell(columns[i], titles[i], text).Or(item.Facts) };
            }
            yield return new PlanRow(item, group, KindOf(titles[work]), row.Span);
        }
    }

    // The column of work; a group alone is the work; else the first that says nothing else.
    private static int WorkOf(Column[] columns)
    {
        var work = Array.IndexOf(columns, Column.Work);
        if (work >= 0) return work;
        var group = Array.IndexOf(columns, Column.Group);
        var other = Array.IndexOf(columns, Column.Other);
        return group >= 0 && (other < 0 || group < other) ? group : other;
    }

    private static Column Of(string title)
    {
        var words = WordText.Of(title);
        if (words.Count == 0 || words.Count > 6) return title.Trim() is "#" ? Column.Number : Column.Other;
        if (PlanWords.NumberLabel.Is(words)) return Column.Number;
        if (PlanWords.StateLabel.Is(words) || PlanWords.StateLabel.Starts(words) && words.Count <= 2) return Column.State;
        if (PlanWords.PeopleLabel.Is(words) || PlanWords.PeopleLabel.Starts(words) && words.Count <= 2) return Column.People;
        if (PlanWords.GroupLabel.Is(words)) return Column.Group;
        if (PlanWords.WorkLabel.Is(words)) return Column.Work;
        if (PlanWords.DueLabel.Is(words) || PlanWords.DueLabel.IsIn(words) && words.Words[^1] is "date" or "by") return Column.Due;
        if (PlanWords.EffortLabel.Starts(words) || EffortUnit(words) is not null) return Column.Effort;
        return PlanWords.WorkLabel.Starts(words) ? Column.Work : Column.Other;
    }

    private static ItemFacts Cell(Column column, string title, string text)
    {
        if (text.Length == 0) return ItemFacts.None;
        return column switch
        {
            Column.Effort => ItemFacts.None with { Days = EffortOf(title, text) },
            Column.People => ItemFacts.None with { People = PeopleReader.OfWhole(text, isApart: true) },
            Column.Due => ItemFacts.None with { Due = DueReader.OfWhole(WordText.Of(text)) },
            Column.State => ItemFacts.None with { State = StateReader.OfWhole(text, isApart: true) },
            _ => ItemFacts.None,
        };
    }

    // A number alone takes the unit of the column's name: "Effort (days)".
    private static Effort? EffortOf(string title, string text)
    {
        var words = WordText.Of(text);
        if (EffortReader.Find(words) is [var found, ..]) return found.Effort;
        if (EffortUnit(WordText.Of(title)) is not { } unit) return null;
        return EffortReader.Find(WordText.Of($"{text} {unit}")) is [var bare] ? bare.Effort : null;
    }

    private static string? EffortUnit(WordText title)
    {
        foreach (var word in title.Words)
        {
            foreach (var (unit, _) in PlanWords.Units)
            {
                if (unit.Length > 1 && string.Equals(unit, word, StringComparison.Ordinal)) return unit;
            }
        }
        return null;
    }

    private static PlanItemKind? KindOf(string title)
    {
        var words = WordText.Of(title);
        if (PlanWords.StoryWord.IsIn(words)) return PlanItemKind.Story;
        return PlanWords.MilestoneWord.IsIn(words) ? PlanItemKind.Milestone : PlanWords.TaskWord.IsIn(words) ? PlanItemKind.Task : null;
    }
}
