using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

/// <summary>What holds for the spans of every document, whatever its text.</summary>
internal static class SpanRules
{
    public static List<string> Broken(Document document)
    {
        var broken = new List<string>();
        var chars = document.Text.Chars;
        var all = TextSpan.Between(0, chars.Length);

        void Check(bool holds, string what, TextSpan span)
        {
            if (!holds) broken.Add($"{what} at {span} in {Shown(chars)}");
        }

        Check(all.Contains(document.Root.Span) && document.Root.Span.End == chars.Length, "the root goes to the end", document.Root.Span);
        foreach (var section in document.Root.SelfAndDescendants()) CheckSection(section, document.Root.Span, Check);
        CheckOrder(document.Root.SelfAndDescendants().SelectMany(s => s.Blocks).Select(b => b.Span), "blocks are in order", Check);
        foreach (var block in Md.BlocksOf(document)) CheckBlock(block, all, chars, Check);
        foreach (var inline in Md.InlinesOf(document)) CheckInline(inline, all, chars, Check);
        foreach (var field in document.Header) CheckField(field, chars, Check);
        foreach (var fault in document.Faults) Check(all.Contains(fault.At.Span), "a fault is in the text", fault.At.Span);
        return broken;
    }

    private static void CheckSection(Section section, TextSpan root, Action<bool, string, TextSpan> check)
    {
        check(root.Contains(section.Span), "a section is in the root", section.Span);
        if (section.Heading is { } heading)
        {
            check(section.Span.Start == heading.Span.Start && section.Span.Contains(heading.Span), "a section begins with its heading", section.Span);
            check(heading.Span.Contains(heading.TextSpan), "a heading holds its text", heading.TextSpan);
        }
        foreach (var block in section.Blocks) check(section.Span.Contains(block.Span), "a section holds its blocks", block.Span);
        foreach (var child in section.Children) check(section.Span.Contains(child.Span) && child.Heading!.Level > (section.Heading?.Level ?? 0), "a section holds deeper ones", child.Span);
        CheckOrder(section.Children.Select(c => c.Span), "sections are in order", check);
    }

    private static void CheckBlock(Block block, TextSpan all, string chars, Action<bool, string, TextSpan> check)
    {
        check(all.Contains(block.Span) && block.Span.Length > 0, $"{block.GetType().Name} is in the text", block.Span);
        check(chars[block.Span.Start] is not (' ' or '\t' or '\n' or '\r') || block is Block.Code, $"{block.GetType().Name} begins with a mark", block.Span);
        check(block.Span.End == chars.Length || chars[block.Span.End - 1] is not ('\r' or '\n'), $"{block.GetType().Name} ends before its terminator", block.Span);
        foreach (var child in Md.ChildrenOf(block)) check(block.Span.Contains(child.Span), $"{block.GetType().Name} holds {child.GetType().Name}", child.Span);
        CheckOrder(Md.ChildrenOf(block).Select(c => c.Span), "inner blocks are in order", check);
        if (block is not Block.Table) CheckOrder(Md.InlinesOf(block).Select(i => i.Span), "inlines are in order", check);
        foreach (var inline in Md.InlinesOf(block)) check(block.Span.Contains(inline.Span), $"{block.GetType().Name} holds {inline.GetType().Name}", inline.Span);
        switch (block)
        {
            case Block.Code code: check(code.ContentSpan.Start >= 0 && code.ContentSpan.End <= chars.Length, "code is in the text", code.ContentSpan); break;
            case Block.Comment comment: check(comment.Span.Contains(comment.ContentSpan), "a comment holds its content", comment.ContentSpan); break;
            case Block.LinkDefinition definition: check(definition.Span.Contains(definition.TargetSpan), "a definition holds its target", definition.TargetSpan); break;
            case Block.List list:
                foreach (var item in list.Items) check(list.Span.Contains(item.Span) && item.Span.Contains(item.Marker), "a list holds its items", item.Span);
                break;
            case Block.Table table:
                foreach (var row in table.Rows)
                {
                    check(table.Span.Contains(row.Span), "a table holds its rows", row.Span);
                    foreach (var cell in row.Cells) check(row.Span.Contains(cell.Span), "a row holds its cells", cell.Span);
                }
                break;
        }
    }

    private static void CheckInline(Inline inline, TextSpan all, string chars, Action<bool, string, TextSpan> check)
    {
        check(all.Contains(inline.Span) && inline.Span.Length > 0, $"{inline.GetType().Name} is in the text", inline.Span);
        foreach (var child in Md.ChildrenOf(inline)) check(inline.Span.Contains(child.Span), $"{inline.GetType().Name} holds {child.GetType().Name}", child.Span);
        CheckOrder(Md.ChildrenOf(inline).Select(c => c.Span), "inner inlines are in order", check);
        switch (inline)
        {
            case Inline.Link { UnresolvedReference: null } link:
                check(all.Contains(link.TargetSpan), "a target is in the text", link.TargetSpan);
                break;
            case Inline.Run run when run.Text.Length == run.Span.Length:
                check(chars.AsSpan(run.Span.Start, run.Span.Length).ToString().Replace('\0', '\uFFFD') == run.Text, "a run is its slice", run.Span);
                break;
            case Inline.Styled { Strength: > 0 } styled:
                check(chars[styled.Span.Start] is '*' or '_' && chars[styled.Span.End - 1] == chars[styled.Span.Start], "emphasis stands between its marks", styled.Span);
                break;
            case Inline.Code code: check(chars[code.Span.Start] == '`' && chars[code.Span.End - 1] == '`', "code stands between backticks", code.Span); break;
            case Inline.Comment comment: check(chars.AsSpan(comment.Span.Start).StartsWith("<!--"), "a comment begins with its mark", comment.Span); break;
        }
    }

    private static void CheckField(HeaderField field, string chars, Action<bool, string, TextSpan> check)
    {
        check(field.Span.Contains(field.NameSpan), "a field holds its name", field.NameSpan);
        check(field.Span.Contains(field.ValueSpan), "a field holds its value", field.ValueSpan);
        check(field.Span.End <= chars.Length, "a field is in the text", field.Span);
        check(chars.AsSpan(field.NameSpan.Start, field.NameSpan.Length).ToString().Trim() == field.Name || field.Style is HeaderStyle.Table or HeaderStyle.FrontMatter, "a name is its slice", field.NameSpan);
        var value = chars.AsSpan(field.ValueSpan.Start, field.ValueSpan.Length);
        check(value.IsEmpty || !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]), "a value has no space around it", field.ValueSpan);
    }

    private static void CheckOrder(IEnumerable<TextSpan> spans, string what, Action<bool, string, TextSpan> check)
    {
        var end = 0;
        foreach (var span in spans)
        {
            check(span.Start >= end, what, span);
            end = span.End;
        }
    }

    private static string Shown(string chars) => System.Text.Json.JsonSerializer.Serialize(chars.Length > 400 ? chars[..400] : chars);
}
