using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Documents.Html;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Numbers the footnotes of a text in the order of their first reference, and keeps their text for its end.</summary>
internal sealed class FootnoteHtml(HtmlBuilder output)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Block.Footnote> _notes = new(StringComparer.Ordinal);
    private readonly List<string> _definitions = [];
    private readonly List<string> _order = [];
    private readonly List<int> _references = [];

    public void Add(Block.Footnote note)
    {
        if (_notes.TryAdd(KeyOf(note.Label), note)) _definitions.Add(KeyOf(note.Label));
    }

    public void Refer(string label)
    {
        var number = NumberOf(KeyOf(label));
        var times = ++_references[number - 1];
        output.Markup("<sup>");
        output.Markup("<a class=\"footnote-ref\"").Attribute("href", Id("#fn:", number, 1)).Attribute("id", Id("fnref:", number, times)).Markup(" role=\"doc-noteref\">");
        output.Number(number).Markup("</a></sup>");
    }

    /// <summary>The notes behind the text.</summary>
    public void WriteAll(Action<ImmutableArray<Block>> writeBlocks)
    {
        if (_notes.Count == 0) return;
        foreach (var key in _definitions) NumberOf(key); // those that nothing refers to stand last
        output.Markup("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (var i = 0; i < _order.Count; i++)
        {
            var number = i + 1;
            if (!_notes.TryGetValue(_order[i], out var note))
            {
                output.Markup("<li").Attribute("id", Id("fn:", number, 1)).Markup("></li>\n");
                continue;
            }
            output.Block("<li", note.Span).Attribute("id", Id("fn:", number, 1)).Markup(">\n");
            writeBlocks(note.Blocks);
            for (var time = 1; time <= Math.Min(_references[i], 20); time++)
                output.Markup("<a class=\"footnote-back\"").Attribute("href", Id("#fnref:", number, time)).Markup(" role=\"doc-backlink\" aria-label=\"Back to the text\">\u21A9</a>\n");
            output.Markup("</li>\n");
        }
        output.Markup("</ol>\n</section>\n");
    }

    private int NumberOf(string key)
    {
        if (_numbers.TryGetValue(key, out var number)) return number;
        _order.Add(key);
        _references.Add(0);
        return _numbers[key] = _order.Count;
    }

    private static string Id(string prefix, int number, int time) =>
        time == 1 ? string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}") : string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}:{time}");

    private static string KeyOf(string label) => PlainText.Fold(label).ToUpperInvariant();
}
