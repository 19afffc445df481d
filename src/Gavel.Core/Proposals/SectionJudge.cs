using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>Says whether sections have something of the author's in them.</summary>
/// <param name="templateBlocks">Asked for at the first section that is judged.</param>
internal sealed class SectionJudge(SourceText source, Lazy<TemplateBlocks> templateBlocks)
{
    private readonly Dictionary<Section, AnswerState> _states = new(ReferenceEqualityComparer.Instance);

    /// <summary>The state with all subsections: one that is filled makes its parent given.</summary>
    public AnswerState StateOf(Section section)
    {
        if (_states.TryGetValue(section, out var known)) return known;
        // Children before parents, each once.
        var order = section.SelfAndDescendants().ToList();
        for (var i = order.Count - 1; i >= 0; i--)
        {
            if (_states.ContainsKey(order[i])) continue;
            var state = OfBlocks(order[i].Blocks);
            foreach (var child in order[i].Children) state = Better(state, _states[child]);
            _states[order[i]] = state;
        }
        return _states[section];
    }

    public AnswerState OfBlocks(ImmutableArray<Block> blocks)
    {
        // A ticked box is the author's, whatever stands beside it.
        if (blocks.Any(static b => b is Block.List { Items: var items } && items.Any(static i => i.IsDone == true))) return AnswerState.Given;
        var (toGo, toStay) = templateBlocks.Value;
        var hasTemplate = false;
        var hasFurniture = false;
        var words = 0;
        var short_ = "";
        var hasContent = false;
        foreach (var leaf in BlockWalk.Leaves(blocks))
        {
            if (toGo.Contains(leaf) || toStay.Contains(leaf))
            {
                hasTemplate |= toGo.Contains(leaf);
                hasFurniture |= toStay.Contains(leaf);
                continue;
            }
            switch (leaf)
            {
                case Block.Comment or Block.Rule or Block.LinkDefinition or Block.NestedHeading: continue;
                case Block.Html html when !HasContent(html): continue;
                case Block.Table { Rows: var rows } when rows.All(r => r.IsHeader): continue;
            }
            if (leaf is Block.Paragraph && IsLong(leaf)) return AnswerState.Given;
            var text = BlockWalk.TextOf(leaf);
            if (text.Length == 0 && !(leaf is Block.Directive || (leaf is Block.Paragraph p && p.Inlines.Any(Shows)))) continue;
            hasContent = true;
            words += WordCount.Of(text);
            if (words > NoneWords.MaxWords || leaf is not Block.Paragraph || text.Length == 0) return AnswerState.Given;
            short_ = short_.Length == 0 ? text : short_ + " " + text;
        }
        if (hasContent) return OfShortText(short_);
        return hasTemplate ? AnswerState.Placeholder : hasFurniture ? AnswerState.Given : AnswerState.Empty;
    }

    /// <summary>What an answer of a few words says.</summary>
    public static AnswerState OfShortText(string text)
    {
        if (text.Length > 120) return AnswerState.Given;
        var words = HeadingKey.Fold(text);
        if (words.Length == 0) return text.Length > 0 && text.Any(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '_' or '*' or '\u2026' or '?' or '\u2014' or '\u2013')) ? AnswerState.Given : AnswerState.Placeholder;
        if (NoneWords.Whole.Contains(words)) return AnswerState.None;
        if (NoneWords.Later.Contains(words)) return AnswerState.Placeholder;
        if (words.AsSpan().Count(' ') >= NoneWords.MaxWords) return AnswerState.Given;
        foreach (var start in NoneWords.Starts)
        {
            if (words.StartsWith(start, StringComparison.Ordinal) && (words.Length == start.Length || words[start.Length] == ' ')) return AnswerState.None;
        }
        return AnswerState.Given;
    }

    // So many words that it says something, whatever the markup is; asked first, since it makes no string.
    private bool IsLong(Block leaf)
    {
        var chars = source.Slice(leaf.Span);
        return chars.Length > 100 && chars.IndexOf('<') < 0 && WordCount.Of(chars[..Math.Min(chars.Length, 400)]) > 2 * NoneWords.MaxWords;
    }

    private static AnswerState Better(AnswerState own, AnswerState child) => (AnswerState)Math.Max((int)own, (int)child);

    private static bool Shows(Inline inline) => inline is Inline.Link or Inline.Html or Inline.FootnoteReference || (inline is Inline.Styled styled && styled.Children.Any(c => c is Inline.Link));

    private static bool HasContent(Block.Html html)
    {
        if (html.Text.Contains("<img", StringComparison.OrdinalIgnoreCase) || html.Text.Contains("<svg", StringComparison.OrdinalIgnoreCase) || html.Text.Contains("<iframe", StringComparison.OrdinalIgnoreCase)) return true;
        var inTag = false;
        foreach (var c in html.Text)
        {
            if (c == '<') inTag = true;
            else if (c == '>') inTag = false;
            else if (!inTag && char.IsLetterOrDigit(c)) return true;
        }
        return false;
    }
}
