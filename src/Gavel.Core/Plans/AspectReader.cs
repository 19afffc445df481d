using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>What a template weighs alternatives by.</summary>
internal static class AspectReader
{
    private const int LongestAspect = 8; // words
    private const int MostAspects = 60;

    /// <summary>In the order of the template; empty where it names none.</summary>
    public static ImmutableArray<string> Of(Schema schema)
    {
        foreach (var section in schema.Document.Root.SelfAndDescendants())
        {
            var isAbout = section.Heading is { } heading && AlternativeWords.Title.IsIn(WordText.Of(heading.Text));
            if (OfBlocks(section.Blocks, isAbout) is { Length: >= 2 } aspects) return aspects;
            if (isAbout && OfChildren(section) is { Length: >= 2 } slots) return slots;
        }
        return OfPrompts(schema);
    }

    // A list below a line that speaks of alternatives; in their own section also below one that speaks of weighing; the head of a table.
    private static ImmutableArray<string> OfBlocks(ImmutableArray<Block> blocks, bool isAbout)
    {
        var open = new Stack<(ImmutableArray<Block> Blocks, string Intro, int Depth)>();
        open.Push((blocks, "", 0));
        while (open.TryPop(out var next))
        {
            var intro = next.Intro;
            foreach (var block in next.Blocks)
            {
                switch (block)
                {
                    case Block.Paragraph paragraph: intro = PlainText.Of(paragraph.Inlines); break;
                    case Block.List list:
                        if (Introduces(intro, isAbout) && Items(list) is { Length: >= 2 } aspects) return aspects;
                        if (next.Depth >= 4) break;
                        for (var i = list.Items.Length - 1; i >= 0; i--)
                        {
                            if (list.Items[i].Blocks is [Block.Paragraph own, _, ..] item) open.Push((item.RemoveAt(0), PlainText.Of(own.Inlines), next.Depth + 1));
                        }
                        intro = "";
                        break;
                    case Block.Table { Rows: [var head, ..] } when isAbout && head.Cells.Length >= 3 && AlternativeWords.NameColumn.Is(PlainText.Of(head.Cells[0].Inlines)):
                        return [.. head.Cells.Skip(1).Select(c => Clean(PlainText.Of(c.Inlines))).Where(t => t.Length > 0)];
                    case Block.Table { Rows: [var head, ..] rows } when isAbout && rows.Length >= 3 && AlternativeWords.AspectColumn.Is(PlainText.Of(head.Cells[0].Inlines)):
                        return [.. rows.Skip(1).Where(r => r.Cells.Length > 0).Select(r => Clean(PlainText.Of(r.Cells[0].Inlines))).Where(t => t.Length > 0)];
                }
            }
        }
        return [];
    }

    // "### Option 1" with "Pros" and "Cons" below, as headings or as leads.
    private static ImmutableArray<string> OfChildren(Section section)
    {
        foreach (var child in section.Children)
        {
            var leads = child.Children.Select(c => Clean(c.Heading?.Text ?? "")).Concat(AlternativeLeads.In(child.Blocks).Select(l => Clean(l.Name))).Where(l => l.Length > 0 && AlternativeWords.Aspects.Is(WordText.Of(l))).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
            if (leads.Length >= 2) return leads;
        }
        return [];
    }

    // What was learned out of comments and prose.
    private static ImmutableArray<string> OfPrompts(Schema schema)
    {
        foreach (var section in schema.All<Demand.Section>())
        {
            if (!AlternativeWords.Title.IsIn(WordText.Of(section.Text))) continue;
            var aspects = schema.All<Demand.Prompt>().Where(p => p.Kind == PromptKind.Aspect && string.Equals(p.SectionKey, section.Key, StringComparison.Ordinal)).Select(p => Clean(p.Text)).Where(IsAspect).Take(MostAspects).ToImmutableArray();
            if (aspects.Length >= 2) return aspects;
        }
        return [];
    }

    private static bool Introduces(string intro, bool isAbout)
    {
        var words = WordText.Of(intro);
        return AlternativeWords.Weigh.IsIn(words) && (isAbout || AlternativeWords.Alternatives.IsIn(words));
    }

    private static ImmutableArray<string> Items(Block.List list)
    {
        var items = list.Items.Select(i => i.Term is { } term ? PlainText.Of(term) : i.Blocks is [Block.Paragraph first, ..] ? PlainText.Of(first.Inlines) : "").Select(LeadOf).Select(Clean).ToImmutableArray();
        return items.All(IsAspect) ? [.. items.Where(t => !Cues.AndSoOn.Is(WordText.Of(t))).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAspects)] : [];
    }

    // "Cost: what it takes" is about "Cost".
    private static string LeadOf(string text)
    {
        var colon = text.AsSpan().IndexOfAny(":–—");
        return colon is > 0 and < 60 ? text[..colon] : text;
    }

    private static bool IsAspect(string text) => text.Length > 0 && !text.EndsWith('?') && WordText.Of(text).Count is > 0 and <= LongestAspect;

    private static string Clean(string text) => text.Trim().TrimEnd('.', ':', ',', ';', ' ').TrimStart('-', ' ').Trim('{', '}', '<', '>', '_', '*');
}
