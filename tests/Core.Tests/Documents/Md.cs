using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

/// <summary>Markdown in a test.</summary>
internal static class Md
{
    public static readonly MarkdownSyntax Syntax = new();

    public static Document Parse(string text) => Syntax.Parse(SourceText.From("p.md", text));

    /// <summary>Of any UTF-16, lone surrogates too.</summary>
    public static Document ParseAny(string text)
    {
        var bytes = new byte[text.Length * 2 + 2];
        (bytes[0], bytes[1]) = (0xFF, 0xFE);
        for (var i = 0; i < text.Length; i++) System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2 + 2), text[i]);
        return Syntax.Parse(SourceText.Decode("p.md", bytes));
    }

    /// <summary><c>Name=Value</c> of each header field, in order.</summary>
    public static string[] Fields(string text) => [.. Parse(text).Header.Select(f => $"{f.Name}={f.Value}")];

    public static IEnumerable<Block> BlocksOf(Document document)
    {
        var open = new Stack<Block>(document.Root.SelfAndDescendants().SelectMany(s => s.Blocks).Reverse());
        while (open.TryPop(out var block))
        {
            yield return block;
            foreach (var child in ChildrenOf(block).Reverse()) open.Push(child);
        }
    }

    public static IEnumerable<Block> ChildrenOf(Block block) => block switch
    {
        Block.Quote quote => quote.Blocks,
        Block.List list => list.Items.SelectMany(i => i.Blocks),
        Block.Footnote note => note.Blocks,
        Block.Directive directive => directive.Blocks,
        _ => [],
    };

    public static IEnumerable<Inline> InlinesOf(Block block) => block switch
    {
        Block.Paragraph paragraph => paragraph.Inlines,
        Block.NestedHeading heading => heading.Inlines,
        Block.Table table => table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Inlines),
        _ => [],
    };

    public static IEnumerable<Inline> InlinesOf(Document document)
    {
        var tops = document.Root.SelfAndDescendants().SelectMany(s => s.Heading is { } h ? h.Inlines : []).Concat(BlocksOf(document).SelectMany(InlinesOf));
        var open = new Stack<Inline>(tops);
        while (open.TryPop(out var inline))
        {
            yield return inline;
            foreach (var child in ChildrenOf(inline)) open.Push(child);
        }
    }

    public static IEnumerable<Inline> ChildrenOf(Inline inline) => inline switch
    {
        Inline.Styled styled => styled.Children,
        Inline.Link link => link.Children,
        _ => [],
    };
}
