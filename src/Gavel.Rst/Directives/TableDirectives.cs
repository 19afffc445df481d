using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>What the directives of tables share.</summary>
internal abstract class TableBase(string name) : RstDirective(name)
{
    protected static readonly (string, RstOptionReader)[] Common =
    [
        ("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged), ("align", RstOptionReaders.Choice("left", "center", "right")),
        ("width", RstOptionReaders.LengthOrPercentage), ("widths", RstOptionReaders.Widths),
    ];

    public override int OptionalArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    /// <summary>The widths of the columns; null, with a message, if their number is wrong.</summary>
    protected static int[]? Widths(RstDirectiveCall call, int columns)
    {
        if (call.Options["widths"] is not ImmutableArray<int> given) return [.. Enumerable.Repeat(columns == 0 ? 0 : 100 / columns, columns)];
        if (given.Length == columns) return [.. given];
        call.Fail($"\"{call.Name}\" widths do not match the number of columns in table ({columns}).");
        return null;
    }

    /// <summary>Whether there are enough rows for a head, and enough columns for stubs.</summary>
    protected static bool Fits(RstDirectiveCall call, IReadOnlyCollection<int> rows)
    {
        var head = call.Options.Number("header-rows", 0);
        var stubs = call.Options.Number("stub-columns", 0);
        var fault = rows.Count < head ? $"{head} header row(s) specified but only {rows.Count} row(s) of data supplied (\"{call.Name}\" directive)."
            : head > 0 && rows.Count == head
                ? $"Insufficient data supplied ({rows.Count} row(s)); no data remaining for table body, required by \"{call.Name}\" directive."
            : null;
        foreach (var columns in rows)
        {
            if (fault is not null) break;
            if (columns < stubs) fault = $"{stubs} stub column(s) specified but only {columns} columns(s) of data supplied (\"{call.Name}\" directive).";
            else if (stubs > 0 && columns == stubs) fault = $"Insufficient data supplied ({columns} columns(s)); no data remaining for table body, required by \"{call.Name}\" directive.";
        }

        if (fault is not null) call.Fail(fault);
        return fault is null;
    }

    /// <summary>Adds a table with the title and the attributes that the directive gives.</summary>
    protected static void Finish(RstDirectiveCall call, RstElement table)
    {
        table.Line = call.Line;
        table.Span = call.Span;
        if (call.Options["widths"] is { } widths) table.Labels.Classes.Add(widths is "auto" ? "colwidths-auto" : "colwidths-given");
        if (call.Options.Text("width") is { } width) table["width"] = width;
        if (call.Options.Text("align") is { } align) table["align"] = align;
        call.ApplyCommon(table);
        ImmutableArray<RstNode> messages = [];
        if (!call.Arguments.IsEmpty)
        {
            var title = new RstElement(RstKind.Title, call.ArgumentRun.SpanOf(call.ArgumentRun.From, call.ArgumentRun.To)) { Line = call.Line };
            messages = call.ParseArgument(title);
            table.Insert(0, title);
        }

        call.Add(table);
        foreach (var message in messages) call.Add(message);
    }
}

/// <summary>A drawn table with a title.</summary>
internal sealed class TableDirective() : TableBase("table")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(Common);

    public override void Run(RstDirectiveCall call)
    {
        if (!call.HasContent)
        {
            call.Fail(RstSeverity.Warning, $"Content block expected for the \"{call.Name}\" directive; none found.");
            return;
        }

        var content = new RstElement(RstKind.Container);
        call.ParseContent(content);
        if (content.Count != 1 || content[0] is not RstElement { Kind: RstKind.Table } table)
        {
            call.Fail($"Error parsing content block for the \"{call.Name}\" directive: exactly one table expected.");
            return;
        }

        if (call.Options["widths"] is ImmutableArray<int> && table.Find(RstKind.Tgroup) is { } group)
        {
            var columns = group.Children.ToArray().OfType<RstElement>().Where(static c => c.Kind == RstKind.Colspec).ToList();
            if (Widths(call, columns.Count) is not { } widths) return;
            for (var i = 0; i < widths.Length; i++) columns[i]["colwidth"] = widths[i].ToString(CultureInfo.InvariantCulture);
        }

        content.Clear();
        Finish(call, table);
    }
}

/// <summary>A table written as a list of lists.</summary>
internal sealed class ListTableDirective() : TableBase("list-table")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable([.. Common, ("header-rows", RstOptionReaders.NonNegative), ("stub-columns", RstOptionReaders.NonNegative)]);

    public override void Run(RstDirectiveCall call)
    {
        if (!call.HasContent)
        {
            call.Fail($"The \"{call.Name}\" directive is empty; content required.");
            return;
        }

        var content = new RstElement(RstKind.Container);
        call.ParseContent(content);
        if (Fault(content) is { } fault)
        {
            call.Fail($"Error parsing content block for the \"{call.Name}\" directive: {fault}.");
            return;
        }

        var rows = ((RstElement)content[0]).Children.ToArray().Select(static r => (RstElement)((RstElement)r)[0]).ToList();
        if (Widths(call, rows[0].Count) is not { } widths || !Fits(call, [.. rows.Select(static r => r.Count)])) return;
        var (table, group) = TableBuilder.Begin(widths, call.Span, call.Options.Number("stub-columns", 0));
        var head = call.Options.Number("header-rows", 0);
        var part = head > 0 ? TableBuilder.Add(group, RstKind.Thead) : TableBuilder.Add(group, RstKind.Tbody);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == head && i > 0) part = TableBuilder.Add(group, RstKind.Tbody);
            var row = new RstElement(RstKind.Row, rows[i].Span);
            part.Add(row);
            foreach (var item in rows[i].Detach())
            {
                var entry = new RstElement(RstKind.Entry, item.Span);
                row.Add(entry);
                entry.AddRange(((RstElement)item).Detach());
            }
        }

        Finish(call, table);
    }

    private static string? Fault(RstElement content)
    {
        if (content.Count != 1 || content[0] is not RstElement { Kind: RstKind.BulletList } list) return "exactly one bullet list expected";
        var columns = -1;
        for (var i = 0; i < list.Count; i++)
        {
            var item = (RstElement)list[i];
            if (item.Count != 1 || item[0] is not RstElement { Kind: RstKind.BulletList } cells)
            {
                return $"two-level bullet list expected, but row {i + 1} does not contain a second-level bullet list";
            }

            if (columns >= 0 && cells.Count != columns)
            {
                return $"uniform two-level bullet list expected, but row {i + 1} does not contain the same number of items as row 1 "
                    + $"({cells.Count} vs {columns})";
            }

            columns = cells.Count;
        }

        return null;
    }
}

/// <summary>A table of comma-separated values.</summary>
internal sealed class CsvTableDirective() : TableBase("csv-table")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable([
        .. Common,
        ("header-rows", RstOptionReaders.NonNegative), ("stub-columns", RstOptionReaders.NonNegative), ("header", RstOptionReaders.Unchanged),
        ("file", RstOptionReaders.Path), ("url", RstOptionReaders.Uri), ("encoding", RstOptionReaders.Encoding),
        ("delim", RstOptionReaders.CharacterOrSpace), ("keepspace", RstOptionReaders.Flag), ("quote", RstOptionReaders.SingleCharacter),
        ("escape", RstOptionReaders.SingleCharacter)]);

    public override void Run(RstDirectiveCall call)
    {
        if (Resources.Text(call, out var text, out var isForeign) is false) return;
        var dialect = new CsvDialect(
            Character(call, "delim") ?? ',',
            Character(call, "quote") ?? '"',
            Character(call, "escape"),
            !call.Options.Has("keepspace"));
        var content = isForeign ? new Block(LineTable.OfForeign(text, 0, call.Span.Start, call.Line)) : call.Content;
        var header = call.Options.Text("header") is { } head
            ? CsvReader.Read(new Block(LineTable.OfForeign(head, 0, call.Span.Start, call.Line)), CsvDialect.Header, out var fault)
            : Empty(out fault);
        var rows = fault is null ? CsvReader.Read(content, dialect, out fault) : [];
        if (fault is not null)
        {
            call.Fail($"Error with CSV data in \"{call.Name}\" directive:\n{fault}");
            return;
        }

        if (!Fits(call, [.. rows.Select(static r => r.Count)])) return;
        header.AddRange(rows);
        var columns = header.Max(static r => r.Count);
        var cells = header.Sum(static r => (long)r.Count);
        if ((long)columns * header.Count > (8 * cells) + 1_000) call.Fail($"\"{call.Name}\" would be nearly empty: {header.Count} rows of {columns} columns for {cells} values.");
        else Build(call, header, columns, header.Count - rows.Count + call.Options.Number("header-rows", 0));
    }

    private static List<List<Block>> Empty(out string? fault)
    {
        fault = null;
        return [];
    }

    private static char? Character(RstDirectiveCall call, string option) => call.Options.Text(option) is { Length: > 0 } text ? text[0] : null;

    private static void Build(RstDirectiveCall call, List<List<Block>> rows, int columns, int headRows)
    {
        if (Widths(call, columns) is not { } widths) return;
        var (table, group) = TableBuilder.Begin(widths, call.Span, call.Options.Number("stub-columns", 0));
        var part = TableBuilder.Add(group, headRows > 0 ? RstKind.Thead : RstKind.Tbody);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == headRows && i > 0) part = TableBuilder.Add(group, RstKind.Tbody);
            var row = new RstElement(RstKind.Row, call.Span);
            part.Add(row);
            for (var k = 0; k < columns; k++)
            {
                var entry = new RstElement(RstKind.Entry, call.Span);
                row.Add(entry);
                if (k >= rows[i].Count || rows[i][k].WithoutBlankTop() is not { IsEmpty: false } cell) continue;
                entry.Span = cell.Span();
                call.State.Bodies.Parse(cell, entry);
            }
        }

        Finish(call, table);
    }
}
