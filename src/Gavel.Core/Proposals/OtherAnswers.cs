using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>All that is known of a document when the smaller demands are looked at.</summary>
internal sealed record DemandContext(Document Document, SectionList List, SectionJudge Judge, List<LeftoverHit> Hits, SectionAnswers Sections, ILookup<string, HeadingKey> Aspects)
{
    private readonly Dictionary<string, SectionText> _texts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, bool> _goesThrough = new(StringComparer.Ordinal);

    /// <summary>At least half of the aspects that the template names for a section (three or more) are subheadings, bold leads or items there.</summary>
    public bool GoesThroughAspects(string? sectionKey, SectionText text)
    {
        var key = sectionKey ?? "";
        if (_goesThrough.TryGetValue(key, out var known)) return known;
        var all = 0;
        var asLeads = 0;
        foreach (var aspect in Aspects[key])
        {
            all++;
            if (text.HasLead(aspect)) asLeads++;
        }
        return _goesThrough[key] = all >= 3 && asLeads * 2 >= all;
    }

    /// <summary>The text of a demanded section, or of the whole document for null; null when the section is not there.</summary>
    public SectionText? TextOf(string? sectionKey)
    {
        if (sectionKey is null) return Cached("", Document.Root);
        return Sections.ByKey.GetValueOrDefault(sectionKey)?.Section is { } section ? Cached(sectionKey, section) : null;
    }

    private SectionText Cached(string key, Section section)
    {
        if (!_texts.TryGetValue(key, out var text)) _texts[key] = text = new SectionText(section);
        return text;
    }
}

/// <summary>Answers to demands about what a section has in it: diagrams, links, licence, contents, limits, plans. Prompts are <see cref="PromptAnswers"/>.</summary>
internal static class OtherAnswers
{
    private const int TailLength = 1024; // characters
    private const int MaxLicenceWords = 10;

    public static Answer Read(Demand demand, DemandContext context) => demand switch
    {
        Demand.Prompt prompt => PromptAnswers.Read(prompt, context),
        Demand.Media media => OfMedia(media, context),
        Demand.Licence licence => OfLicence(licence, context.Document),
        Demand.Contents contents => OfContents(contents, context),
        Demand.Limit limit => OfPart(limit, limit.SectionKey, context),
        Demand.Plan plan => OfPart(plan, plan.SectionKey, context),
        Demand.TaskSize size => OfPart(size, size.SectionKey, context),
        _ => new Answer(demand, AnswerState.Given, default),
    };

    /// <summary>The state of the section that a demand is about.</summary>
    public static Answer OfPart(Demand demand, string? sectionKey, DemandContext context)
    {
        if (sectionKey is null) return new Answer(demand, AnswerState.Given, context.Document.Title?.TextSpan ?? FirstLine(context.Document));
        return context.Sections.ByKey.TryGetValue(sectionKey, out var answer)
            ? new Answer(demand, answer.State, answer.At) { Section = answer.Section, IsSlot = answer.IsSlot }
            : new Answer(demand, AnswerState.Absent, new TextSpan(context.Document.Text.Chars.Length, 0));
    }

    private static Answer OfMedia(Demand.Media media, DemandContext context)
    {
        var part = OfPart(media, media.SectionKey, context);
        if (!part.IsThere || context.TextOf(media.SectionKey) is not { } text) return part;
        var found = media.Kind switch
        {
            MediaKind.Link => text.Links.Any(l => media.AddressPrefix is not { } prefix || l.Target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)),
            MediaKind.Image => text.HasImage,
            _ => text.HasImage || text.HasDiagram,
        };
        return found ? part with { State = AnswerState.Given } : part with { State = AnswerState.Absent };
    }

    private static Answer OfLicence(Demand.Licence licence, Document document)
    {
        // A licence may stand in a comment, at the top or at the end; its first words tell it.
        Span<ulong> wanted = stackalloc ulong[MaxLicenceWords];
        var count = 0;
        var words = new WordStream(licence.Text);
        while (count < MaxLicenceWords && words.MoveNext()) wanted[count++] = words.Word;
        var text = document.Text.Chars;
        var state = Contains(Tail(text), wanted[..count]) || Contains(text, wanted[..count]) ? AnswerState.Given : AnswerState.Absent;
        return new Answer(licence, state, new TextSpan(0, 0));
    }

    // Most licences stand there: the whole text is read where they do not.
    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> text)
    {
        if (text.Length <= TailLength) return [];
        var line = text[..^TailLength].LastIndexOf('\n');
        return line < 0 ? [] : text[line..];
    }

    private static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<ulong> wanted)
    {
        if (wanted.IsEmpty) return true;
        Span<ulong> last = stackalloc ulong[MaxLicenceWords]; // a ring
        var words = new WordStream(text);
        for (var seen = 1; words.MoveNext(); seen++)
        {
            last[(seen - 1) % wanted.Length] = words.Word;
            if (seen < wanted.Length || words.Word != wanted[^1]) continue;
            var same = 0;
            while (same < wanted.Length && last[(seen + same) % wanted.Length] == wanted[same]) same++;
            if (same == wanted.Length) return true;
        }
        return false;
    }

    private static Answer OfContents(Demand.Contents contents, DemandContext context)
    {
        foreach (var section in context.Document.Root.SelfAndDescendants())
        {
            foreach (var block in section.Blocks)
            {
                if (block is Block.Directive { Name: "contents" or "toc" }) return new Answer(contents, AnswerState.Given, block.Span);
                if (block is Block.List list && ContentsList.Is(list)) return new Answer(contents, AnswerState.Given, block.Span) { Section = section.Heading is null ? null : section };
            }
        }
        return new Answer(contents, AnswerState.Absent, new TextSpan(context.Document.Title?.Span.End ?? context.Document.FrontMatter?.End ?? 0, 0));
    }

    private static TextSpan FirstLine(Document document) => document.Text.Chars.Length == 0 ? default : document.Text.Lines.SpanOf(1);
}

/// <summary>A list of links to the document's own headings.</summary>
public static class ContentsList
{
    /// <summary>At least two items, and most of them lead to an anchor of the same page.</summary>
    public static bool Is(Block.List list)
    {
        var own = 0;
        foreach (var item in list.Items)
        {
            if (item.Blocks is [Block.Paragraph { Inlines: [Inline.Link { Target: ['#', ..] }, ..] }, ..]) own++;
        }
        return own >= 2 && own * 2 > list.Items.Length;
    }
}
